#include "redaction/document/compound/compound_file.h"

#include <gtest/gtest.h>

#include "redaction/document/reading.h"
#include "tests/unit/reader/compound_samples.h"

using namespace redaction::document;
using compound::CompoundFile;
using samples::compoundOf;
using samples::storageNode;
using samples::streamNode;

TEST(Compound, GivesShortAndLongStreamsOfStoragesInStorages) {
    const std::string longer(20000, 'x');
    const auto bytes = compoundOf({streamNode("kort", "dag"), storageNode("map", {streamNode("lang", longer), streamNode("leeg", "")})});
    const auto file = CompoundFile::open(bytes);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->contents(file->find(CompoundFile::root, "KORT").value()), "dag");
    const auto folder = file->find(CompoundFile::root, "map").value();
    EXPECT_EQ(file->contents(file->find(folder, "lang").value()), longer);
    EXPECT_EQ(file->contents(file->find(folder, "leeg").value()), "");
    EXPECT_FALSE(file->find(CompoundFile::root, "lang"));
}

TEST(Compound, AStreamThatIsCutOffHasNoContents) {
    const std::string longer(20000, 'x');
    auto bytes = compoundOf({streamNode("lang", longer)});
    // Its chain ends at once: the sector table says so of sector 0.
    const auto table = bytes.size() - 512;
    for (int i = 0; i < 4; ++i) bytes[table + std::size_t(i)] = static_cast<char>(i == 0 ? 0xFE : 0xFF);
    const auto file = CompoundFile::open(bytes);
    ASSERT_TRUE(file);
    EXPECT_FALSE(file->contents(file->find(CompoundFile::root, "lang").value()));
}

TEST(Compound, TablesThatRunInCirclesEnd) {
    auto bytes = compoundOf({streamNode("a", "dag"), streamNode("b", std::string(9000, 'x'))});
    const auto table = bytes.size() - 512;
    for (std::size_t sector = 0; sector < 128; ++sector) {
        auto circular = bytes;
        for (std::size_t i = 0; i < 4; ++i) circular[table + 4 * sector + i] = 0;  // points at the first sector again
        const auto file = CompoundFile::open(circular);
        for (std::size_t at = 0; file && at < file->entries().size(); ++at) file->contents(at);
    }
    EXPECT_FALSE(CompoundFile::open(bytes.substr(0, 700)));
    EXPECT_FALSE(CompoundFile::open("\xD0\xCF\x11\xE0"));
}

TEST(Compound, ItsRootTellsTheFormatWhateverIsInside) {
    const auto message = streamNode("__properties_version1.0", std::string(32, '\0'));
    const auto word = streamNode("WordDocument", std::string(600, 'w'));
    const struct {
        std::string bytes, name;
        Format format;
    } rows[] = {
        {compoundOf({message, storageNode("__attach_version1.0_#00000000", {storageNode("__substg1.0_3701000D", {word})})}), "brief.doc", Format::msg},
        {compoundOf({word, storageNode("ObjectPool", {message})}), "bericht.msg", Format::doc},
        {compoundOf({streamNode("EncryptedPackage", "x"), streamNode("EncryptionInfo", "y")}), "verslag.docx", Format::docx},
        {compoundOf({streamNode("EncryptedPackage", "x")}), "uren.xlsx", Format::xlsx},
        {compoundOf({streamNode("Workbook", "x")}), "uren.xls", Format::unknown},
        {compoundOf({streamNode("iets", "x")}), "thumbs.db", Format::unknown},
        {compoundOf({word}).substr(0, 700), "oud.doc", Format::doc},
    };
    for (const auto& row : rows) EXPECT_EQ(recogniseFormat(row.bytes, row.name, ""), row.format) << row.name;
}
