// Each look of verification is needed: it finds what is planted in its place, and no other look would.
#include <gmock/gmock.h>

#include "redaction/apply/verification/look.h"
#include "redaction/apply/verification/needles.h"
#include "redaction/apply/verification/page_sample.h"
#include "redaction/apply/verification/strings_at_once.h"
#include "redaction/document/document.h"
#include "tests/unit/apply/hidden_places.h"

namespace {

using namespace redaction;
using namespace redaction::apply::verification;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const reader::ReaderProcess& readerProcess() {
    static const reader::ReaderProcess process(LAKWERK_BUILD_DIR "/lakwerk-reader");
    return process;
}

std::vector<std::string> wheres(const apply::VerificationReport& report) {
    std::vector<std::string> where;
    for (const auto& hit : report.hits)
        if (hit.withheldIndex != apply::Hit::noString) where.push_back(hit.where);
    return where;
}

TEST(Looks, EachFindsWhatNoOtherDoes) {
    for (const auto& place : hidden::places()) {
        const auto found = wheres(apply::verify({{place.file, place.bytes, {}}}, place.withheld, readerProcess()));
        EXPECT_THAT(found, Contains(HasSubstr(place.where))) << place.what;
        if (!place.onlyThere) continue;
        EXPECT_THAT(found, testing::Each(HasSubstr(place.where))) << place.what;
    }
}

TEST(Looks, FindPartsThatNoReleaseMayHave) {
    for (const auto& place : hidden::partsNoReleaseHas()) {
        std::vector<std::string> found;
        for (const auto& hit : apply::verify({{place.file, place.bytes, {}}}, {}, readerProcess()).hits) found.push_back(hit.where);
        EXPECT_THAT(found, Contains(HasSubstr(place.where))) << place.what;
    }
}

struct Text {
    std::string text, withheld;
    bool found;
};

TEST(Needles, ReadBackwardsAndInOtherNotations) {
    const std::vector<Text> table{{"naaws", "Swaan", true}, {"leger", "Regel", false}, {"54321", "12345", false}, {"87654 32160", "0612345678", true},
                                  {"QmFz", "Bas", false}, {"ligt bij 42 61 73", "Bas", false}, {"(Zwa&#97;n)", "Zwaan", true}, {"Zwa%61n", "Zwaan", true},
                                  {"\\u005awaan", "Zwaan", true}, {"b3Z1ciBKYW5uZWtlIFZpc3Nlcg==", "Janneke Visser", true}};
    for (const auto& [text, withheld, found] : table) {
        const NeedleSet set({withheld});
        EXPECT_EQ(!Needles(set, {}).findIn(text).empty(), found) << text;
    }
}

TEST(Needles, FindsWhatEachStringByItselfFinds) {
    const std::vector<std::string> strings{"Corrie", "Corrie Zwaan", "Zwaan", "an met", "Bas", "de school", "0612345678", "school", "sch", "ool", "Ria"};
    const std::string text = "Daarna belde Corrie Zwa-\nan met de basisschool, 06-12 34 56 78, en R.I.A. kwam";
    const auto folded = marks::FoldedText::fromUtf8(text);
    std::vector<std::size_t> expected;
    for (std::size_t at = 0; at < strings.size(); ++at)
        if (folded.contains(marks::FoldedText::fromUtf8(strings[at]))) expected.push_back(at);
    const NeedleSet set(strings);
    EXPECT_EQ(Needles(set, {}).findIn(text), expected);
    EXPECT_THAT(expected, testing::ElementsAre(0, 1, 2, 3, 6, 10));
}

TEST(StringsAtOnce, SeesEveryEndAlsoOfStringsInsideOthers) {
    const StringsAtOnce strings({U"abcd", U"bc", U"c", U"", U"bc"});
    std::vector<std::pair<std::size_t, std::size_t>> seen;
    strings.read(std::u32string(U"abcbcd"), [&](std::size_t number, std::size_t end) { seen.emplace_back(number, end); });
    EXPECT_THAT(seen, testing::UnorderedElementsAre(std::pair(1, 3), std::pair(4, 3), std::pair(2, 3), std::pair(1, 5), std::pair(4, 5), std::pair(2, 5)));
}

std::vector<std::size_t> indices(const std::vector<bool>& chosen) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < chosen.size(); ++at)
        if (chosen[at]) found.push_back(at);
    return found;
}

TEST(PageSample, HoldsAllPagesWithPicturesAndTwoPercentOfTheOthers) {
    std::vector<PageContents> pages(3000);
    for (std::size_t at = 0; at < 500; ++at) (at % 2 ? pages[at].pictures : pages[at].shapes) = true;
    const auto chosen = indices(choosePages({pages}, 1)[0]);
    EXPECT_EQ(chosen.size(), 550u);
    EXPECT_EQ(chosen[499], 499u);
    EXPECT_NE(chosen, indices(choosePages({pages}, 2)[0]));
    EXPECT_EQ(chosen, indices(choosePages({pages}, 1)[0]));
}

TEST(PageSample, HoldsAtLeastTwentyOfAPackage) {
    const auto chosen = choosePages({std::vector<PageContents>(30), std::vector<PageContents>(30), {}}, 7);
    EXPECT_EQ(indices(chosen[0]).size() + indices(chosen[1]).size(), 20u);
    EXPECT_EQ(indices(choosePages({std::vector<PageContents>(5)}, 7)[0]).size(), 5u);
}

TEST(Report, SaysHowManyPagesAnEyeSaw) {
    const auto place = hidden::places().front();
    const auto report = apply::verify({{"a.pdf", place.bytes, {}}, {"b.csv", "1;2", {}}}, {"Iemand Anders"}, readerProcess(), 5);
    EXPECT_TRUE(report.passed());
    EXPECT_EQ(report.pages, 1u);
    EXPECT_EQ(report.pagesSeen, 1u);
    ASSERT_EQ(report.seen.size(), 1u);
    EXPECT_THAT(report.seen[0].pages, testing::ElementsAre(0u));
    EXPECT_EQ(report.seed, 5u);
    EXPECT_THAT(report.programs, testing::IsSupersetOf({"OCR", "exiftool", "mutool", "pdftotext", "qpdf --qdf"}));
}

}  // namespace
