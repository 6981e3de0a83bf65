// A scan of many pages read by two processes is the same document as read by one.
#include "redaction/reader/shared_reading.h"

#include "redaction/document/join_turns.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;

namespace {

std::vector<std::vector<std::string>> pages(std::size_t count) {
    std::vector<std::vector<std::string>> all;
    for (std::size_t at = 0; at < count; ++at) all.push_back({"Bladzijde " + std::to_string(at + 1) + " van het verslag", "Moeder belt met school."});
    return all;
}

document::Document part(const std::vector<std::u32string>& texts, std::vector<std::string> doubts) {
    document::Document made;
    made.layout = document::Layout::paged;
    for (const auto& text : texts) {
        if (!made.pages.empty()) made.text += U'\f';
        document::Page page;
        page.start = made.text.size();
        made.text += text;
        page.end = made.text.size();
        page.words.push_back({page.start, page.end, {}, 1, true});
        made.blocks.push_back({document::BlockKind::paragraph, 0, page.start, page.end, ""});
        made.pages.push_back(page);
    }
    made.doubts = std::move(doubts);
    return made;
}

}  // namespace

TEST(SharedReading, PagesComeTogetherInTheirOrderWithWhatIsSaidOfThem) {
    const auto whole = document::joinTurns({part({U"een", U"drie", U"vijf"}, {"Er zit iets in dit bestand.", "Pagina 3 is vaag.", "Pagina 1 is vaag."}), part({U"twee", U"vier"}, {"Er zit iets in dit bestand.", "Pagina 2 is vaag."})});
    EXPECT_EQ(textOf(whole), "een\ftwee\fdrie\fvier\fvijf");
    ASSERT_EQ(whole.pages.size(), 5u);
    for (const auto& page : whole.pages) {
        ASSERT_EQ(page.words.size(), 1u);
        EXPECT_EQ(page.words[0].start, page.start);
        EXPECT_EQ(page.words[0].end, page.end);
    }
    ASSERT_EQ(whole.blocks.size(), 5u);
    EXPECT_EQ(whole.blocks[3].start, whole.pages[3].start);
    EXPECT_EQ(whole.doubts, (std::vector<std::string>{"Er zit iets in dit bestand.", "Pagina 1 is vaag.", "Pagina 2 is vaag.", "Pagina 3 is vaag."}));
    EXPECT_THROW(document::joinTurns({part({U"een"}, {}), part({U"twee", U"vier"}, {})}), std::runtime_error);
}

TEST(SharedReading, TwoProcessesReadWhatOneReads) {
    for (const auto& [bytes, name] : {std::pair{samples::scannedPdf(pages(5)), "x.pdf"}, std::pair{samples::scanTiff(pages(2)), "x.tif"}}) {
        ASSERT_TRUE(reader::mayHoldManyScans(bytes)) << name;
        const auto one = program().read(bytes, name), two = program().read(bytes, name, {}, {}, reader::Cores::two);
        EXPECT_EQ(document::toJson(one.document), document::toJson(two.document)) << name;
        ASSERT_EQ(one.images.size(), two.images.size()) << name;
        for (std::size_t at = 0; at < one.images.size(); ++at) EXPECT_EQ(one.images[at].png, two.images[at].png) << name << at;
    }
}

TEST(SharedReading, OnlyForScansOfSomePages) {
    EXPECT_FALSE(reader::mayHoldManyScans(samples::typedPdf({"Getypt"})));
    EXPECT_FALSE(reader::mayHoldManyScans("tekst /Subtype /Image /Subtype /Image /Subtype /Image /Subtype /Image"));
    EXPECT_FALSE(reader::mayHoldManyScans(samples::scanPng({"Een foto"})));
    EXPECT_FALSE(reader::mayHoldManyScans(samples::scanTiff({{"Een bladzijde"}})));
    EXPECT_FALSE(reader::mayHoldManyScans(std::string("II*\0\xff\xff\xff\xff", 8)));
}

TEST(SharedReading, WhatOneProcessCannotReadIsNotReadAtAll) {
    auto broken = samples::scannedPdf(pages(4));
    EXPECT_THROW(program().read(broken.substr(0, 300) + " /Subtype /Image /Subtype /Image /Subtype /Image /Subtype /Image", "x.pdf", {}, {}, reader::Cores::two), reader::ReadError);
    EXPECT_THROW(program().read(samples::scannedPdf(pages(5)), "x.pdf", {}, [](const reader::Progress&) { throw std::logic_error("stop"); }, reader::Cores::two), std::logic_error);
}
