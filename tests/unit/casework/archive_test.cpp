#include "service/casework/archive.h"

#include <gtest/gtest.h>

namespace service::casework {
namespace {

TEST(Archive, GivesTheSameBytesForTheSameFiles) {
    const std::vector<ArchiveEntry> files{{"a.txt", "eerste"}, {"map/b.txt", std::string(100000, 'x')}};
    const std::string first = makeZip(files), second = makeZip(files);
    EXPECT_EQ(first, second);
    EXPECT_EQ(first.substr(0, 2), "PK");
}

TEST(Archive, ReadsBackWhatItWrote) {
    const std::vector<ArchiveEntry> files{{"stukken/001.pdf", std::string("\0\1\2", 3)}, {"leeg.txt", ""}};
    const auto back = readOwnZip(makeZip(files));
    ASSERT_EQ(back.size(), 2u);
    EXPECT_EQ(back[0].name, "stukken/001.pdf");
    EXPECT_EQ(back[0].bytes, files[0].bytes);
    EXPECT_EQ(back[1].bytes, "");
}

// Made by another: it unpacks far beyond its size. Only the first part of it is ever held.
TEST(Archive, StopsAtWhatGrowsBeyondEveryDossier) {
    const auto bomb = makeZip({{"stukken/001.pdf", std::string(200u << 20, '\0')}});
    ASSERT_LT(bomb.size(), 1u << 20);
    try {
        readOwnZip(bomb);
        FAIL() << "unpacked";
    } catch (const ArchiveError& refused) {
        EXPECT_NE(std::string(refused.what()).find("Vraag de verzender"), std::string::npos) << refused.what();
    }
    std::vector<ArchiveEntry> many(20001);
    for (std::size_t number = 0; number < many.size(); ++number) many[number].name = std::to_string(number);
    EXPECT_THROW(readOwnZip(makeZip(many)), ArchiveError);
    EXPECT_EQ(readOwnZip(makeZip({{"dagboek.txt", std::string(32u << 20, 'a')}})).size(), 1u) << "a text that shrinks well is ours";
}

TEST(Archive, RefusesWhatIsNoZip) { EXPECT_THROW(readOwnZip("geen zip"), ArchiveError); }

TEST(Archive, KnowsTheSumOfTheEmptyText) {
    EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace service::casework
