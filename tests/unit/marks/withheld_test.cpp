#include <gmock/gmock.h>

#include "tests/unit/marks/sample.h"

namespace {

using namespace redaction;
using marks_test::decided;
using marks_test::flow;
using policy::Decision;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::vector<std::string> withheld(std::u32string_view text, std::u32string_view hide) {
    const auto document = flow(text);
    return marks::withheldStrings(document, marks::resolveMarks(document, {decided(document, hide, Decision::redact)}));
}

TEST(WithheldStrings, NameAndItsWords) {
    EXPECT_THAT(withheld(U"Oma Corrie Zwaan belde", U"Corrie Zwaan"),
                UnorderedElementsAre("Corrie Zwaan", "Corrie", "Zwaan"));
}

TEST(WithheldStrings, LeavesOutWhatStandsInReleasedTextToo) {
    EXPECT_THAT(withheld(U"Piet Zwaan en Corrie Zwaan", U"Corrie Zwaan"), UnorderedElementsAre("Corrie Zwaan", "Corrie"));
}

TEST(WithheldStrings, CutsLongStretchesToPiecesOfFourWords) {
    EXPECT_THAT(withheld(U"een twee drie vier vijf zes", U"een twee drie vier vijf"),
                UnorderedElementsAre("een twee drie vier", "twee drie vier vijf"));
}

TEST(WithheldStrings, ANameUnderALongMarkIsSearchedByItself) {
    const auto document = flow(U"Jan zei: een Corrie drie vier Piet. Piet zweeg.");
    const auto marks = marks::resolveMarks(document, {decided(document, U"een Corrie drie vier Piet.", Decision::redact)});
    const auto at = [&](std::u32string_view what) { return marks::Span{document.text.find(what), document.text.find(what) + what.size()}; };
    const auto strings = marks::withheldStrings(document, marks, {at(U"Jan"), at(U"Corrie"), at(U"Piet")});
    EXPECT_THAT(strings, testing::Contains("Corrie"));
    EXPECT_THAT(strings, testing::Not(testing::Contains("Jan"))) << "not hidden";
    EXPECT_THAT(strings, testing::Not(testing::Contains("Piet."))) << "released elsewhere";
}

TEST(WithheldStrings, IgnoresWhatIsTooShortToSearch) { EXPECT_THAT(withheld(U"bij Bo thuis", U"Bo"), ElementsAre()); }

TEST(UnsearchedStrings, AreWhatIsHiddenByItselfAndTooShortToSearch) {
    const auto document = flow(U"Bo en J. belden. Al wat Bo zei, ging over een lang verhaal van 12 woorden.");
    std::vector<marks::Decided> hide;
    for (const auto* what : {U"Bo", U"J.", U"lang verhaal van 12 woorden."}) hide.push_back(decided(document, what, Decision::redact));
    EXPECT_THAT(marks::unsearchedStrings(document, marks::resolveMarks(document, hide)), UnorderedElementsAre("Bo", "J."));
    const auto number = document.text.find(U"12");
    EXPECT_THAT(marks::unsearchedStrings(document, marks::resolveMarks(document, hide), {{number, number + 2}}), UnorderedElementsAre("Bo", "J.", "12"));
}

TEST(WithheldStrings, ShortNameIsNotLeftOutBecauseALongerWordHoldsIt) {
    EXPECT_THAT(withheld(U"Bas ging naar de basisschool", U"Bas"), ElementsAre("Bas"));
}

}  // namespace
