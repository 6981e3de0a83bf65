#include <algorithm>

#include "redaction/document/document.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;

namespace {

marks::Mark markOn(const document::Document& document, const std::u32string& text) {
    const std::size_t start = document.text.find(text);
    return {start, start + text.size(), "third-party", {}, {}};
}

bool changes(const apply::PageTrace& trace, const document::Word& word) {
    return std::any_of(trace.changed.begin(), trace.changed.end(), [&](const document::Box& box) {
        return box.x0 <= word.box.x0 && box.x1 >= word.box.x1 && box.y0 <= word.box.y0 && box.y1 >= word.box.y1;
    });
}

}  // namespace

TEST(Rebuild, LeavesOutWhatIsMarkedAndKeepsTheRest) {
    const std::string pdf = samples::typedPdf({"De heer Groenewoud kwam langs.", "Het gesprek ging over school."});
    const auto reader = program();
    const auto read = reader.read(pdf, "x.pdf");
    std::size_t done = 0;
    const std::string rebuilt = reader.rebuild(pdf, read.document, {markOn(read.document, U"Groenewoud")}, {"naam"}, "Stuk 1",
                                               [&](const reader::Progress& progress) { done = progress.pagesDone; }).pdf;
    EXPECT_EQ(rebuilt.find("Groenewoud"), std::string::npos);
    EXPECT_EQ(done, 1u);
    const auto again = reader.read(rebuilt, "y.pdf").document;
    EXPECT_EQ(textOf(again).find("Groenewoud"), std::string::npos);
    EXPECT_NE(wordsOf(again, Seen::visible).find("Het gesprek ging over school."), std::string::npos) << textOf(again);
    for (const std::string& page : reader.ocr(rebuilt)) EXPECT_EQ(page.find("Groenewoud"), std::string::npos);
}

TEST(Rebuild, HiddenTextNeverPasses) {
    const std::string pdf = samples::pdfOf({samples::textAt(72, 700, "Open") + samples::textAt(72, 600, "Onzichtbaar", "1 g"), "", "", "", {}});
    const auto reader = program();
    const std::string rebuilt = reader.rebuild(pdf, reader.read(pdf, "x.pdf").document, {}, {}, "Stuk").pdf;
    EXPECT_EQ(textOf(reader.read(rebuilt, "y.pdf").document).find("Onzichtbaar"), std::string::npos);
}

TEST(Rebuild, AScanStaysReadableButForTheMark) {
    const std::vector<std::string> lines = {"Brief van mevrouw Groenewoud", "over het bezoek op school"};
    const std::string pdf = samples::scannedPdf({lines});
    const auto reader = program();
    const auto read = reader.read(pdf, "x.pdf").document;
    const std::string rebuilt = reader.rebuild(pdf, read, {markOn(read, U"Groenewoud")}, {"naam"}, "Scan").pdf;
    const auto pages = reader.ocr(rebuilt);
    ASSERT_GE(pages.size(), 1u);
    EXPECT_EQ(pages[0].find("Groenewoud"), std::string::npos);
    EXPECT_NE(pages[0].find("bezoek"), std::string::npos) << pages[0];
}

TEST(Rebuild, WhatIsNoPdfIsRefused) {
    document::Document document;
    document.layout = document::Layout::paged;
    EXPECT_THROW(program().rebuild("geen pdf", document, {}, {}, "x"), reader::ReadError);
}

TEST(Rebuild, TellsWhereThePagesWentAndWhereTheyDiffer) {
    struct Case {
        std::vector<std::string> lines;
        std::u32string firstUnchanged;  // empty: the paragraph is all there is
    };
    // A line is set again with its paragraph; the next paragraph stays as it is. A line with room for the next word ends one.
    const Case cases[] = {{{"De heer Groenewoud kwam langs.", "Het gesprek ging over school."}, U""},
                          {{"De heer Groenewoud kwam langs.", "Het gesprek ging daarna nog een hele tijd over school en over thuis."}, U"Het"}};
    for (const auto& [lines, firstUnchanged] : cases) {
        const std::string pdf = samples::typedPdf(lines);
        const auto reader = program();
        const auto read = reader.read(pdf, "x.pdf").document;
        const auto trace = reader.rebuild(pdf, read, {markOn(read, U"Groenewoud")}, {"naam"}, "Stuk").trace;
        ASSERT_EQ(trace.size(), 1u);
        EXPECT_EQ(trace[0].way, apply::PageTrace::Way::drawn);
        EXPECT_EQ(trace[0].outPage, 0u);
        EXPECT_EQ(trace[0].black.size(), 1u);
        const std::size_t unchanged = firstUnchanged.empty() ? read.text.size() : read.text.find(firstUnchanged);
        ASSERT_NE(unchanged, std::u32string::npos);
        ASSERT_EQ(read.pages.at(0).words.size(), lines == cases[0].lines ? 10u : 18u);
        for (const auto& word : read.pages.at(0).words) EXPECT_EQ(changes(trace[0], word), word.start < unchanged) << lines[1] << ' ' << word.box.x0;
    }
}
