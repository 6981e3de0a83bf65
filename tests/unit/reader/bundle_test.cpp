#include "tests/unit/reader/blocks.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;
using document::BlockKind;
using samples::zipOf;

namespace {

// The mark of an encrypted file in both places where a ZIP file says so.
std::string locked(std::string zip) {
    for (const std::string_view mark : {std::string_view("PK\x03\x04"), std::string_view("PK\x01\x02")})
        for (auto at = zip.find(mark); at != zip.npos; at = zip.find(mark, at + 4)) zip[at + (mark[2] == 3 ? 6 : 8)] |= 1;
    return zip;
}

}  // namespace

TEST(ReadBundle, HandsOverEveryFileAndListsThem) {
    const auto result = program().read(zipOf({{"map/", ""}, {"map/brief.txt", "Dag"}, {"../../buiten.txt", "x"}, {"C:\\a\\b.txt", "y"}, {"map/brief.txt", "Nog een"}, {"__MACOSX/._brief.txt", "z"}}), "stukken.zip");
    EXPECT_EQ(blocksOf(result.document), (std::vector<Found>{{BlockKind::heading, "Bestanden in dit zip-bestand", ""}, {BlockKind::listItem, "map - brief.txt", ""}, {BlockKind::listItem, "buiten.txt", ""},
                                                             {BlockKind::listItem, "C: - a - b.txt", ""}, {BlockKind::listItem, "map - brief (2).txt", ""},
                                                             {BlockKind::listItem, "__MACOSX - ._brief.txt (bestand van de computer zelf: niet gelezen)", ""}}));
    ASSERT_EQ(result.attachments.size(), 4u);
    EXPECT_EQ(result.attachments[3].name, "map - brief (2).txt");
    EXPECT_EQ(result.attachments[3].bytes, "Nog een");
    for (const char* about : {"dezelfde naam", "vreemde plaats", "van de computer zelf"}) EXPECT_TRUE(doubts(result.document, about)) << about;
}

TEST(ReadBundle, SaysWhatIsLocked) {
    EXPECT_NE(whyNot(program(), locked(zipOf({{"a.txt", "geheim"}})), "x.zip").find("zip-bestand is versleuteld"), std::string::npos);
    auto half = locked(zipOf({{"a.txt", "geheim"}, {"b.txt", "open"}}));
    const auto second = half.find("PK\x03\x04", 4), listed = half.find("PK\x01\x02", half.find("PK\x01\x02") + 4);
    half[second + 6] &= ~1, half[listed + 8] &= ~1;
    const auto result = program().read(half, "x.zip");
    EXPECT_TRUE(doubts(result.document, "1 bestanden versleuteld"));
    ASSERT_EQ(result.attachments.size(), 1u);
    EXPECT_EQ(result.attachments[0].name, "b.txt");
}

TEST(ReadBundle, RefusesBombsAndCrowds) {
    EXPECT_NE(whyNot(program(), zipOf({{"a.txt", std::string(60u << 20, ' ')}}), "x.zip").find("te groot"), std::string::npos);
    samples::Entries many;
    for (int i = 0; i < 1001; ++i) many.emplace_back(std::to_string(i) + ".txt", "x");
    EXPECT_NE(whyNot(program(), zipOf(many), "x.zip").find("te groot"), std::string::npos);
    EXPECT_NE(whyNot(program(), zipOf({}), "x.zip").find("leeg"), std::string::npos);
    reader::Limits limits;
    limits.maxDocumentBytes = 4000;
    std::string noise;
    for (unsigned i = 0, x = 7; i < 5000; ++i) noise += static_cast<char>((x = x * 1103515245 + 12345) >> 16);
    const auto zip = zipOf({{"klein.txt", "Dag"}, {"groot.bin", noise.substr(0, 3000)}});
    EXPECT_EQ(program(limits).read(zip, "x.zip").attachments.size(), 2u);
}
