// How much memory a reader needs for a document of many pages: as much as for a few, and the text.
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;

namespace {

constexpr std::size_t pages = 2000, linesOnPage = 40, wordsOnPage = 480;

std::string typedPages() {
    std::string content;
    for (std::size_t line = 0; line < linesOnPage; ++line)
        content += samples::textAt(60, 780 - 18.0 * double(line), "Regel " + std::to_string(line) + " zegt dat het op school nu veel beter gaat dan") + "\n";
    return samples::pdfOf({content, "", "", "", {}, pages});
}

}  // namespace

// Address space, as the limit counts it: the program and its libraries are half of this. With all words in one hand it is
// not enough.
TEST(MemoryOfTheReader, HoldsForThousandsOfPagesHandedOverOneByOne) {
    reader::Limits limits;
    limits.maxMemoryBytes = 300u << 20;
    const auto document = program(limits).read(typedPages(), "x.pdf").document;
    ASSERT_EQ(document.pages.size(), pages);
    EXPECT_EQ(document.pages.front().words.size(), wordsOnPage);
    EXPECT_EQ(document.pages.back().words.size(), wordsOnPage);
}
