// What sort of passage it is by its words. The sentences are not among those the weights were fitted on; they say what a
// human must see at least (likely) and what is nobody's secret (unlikely).
#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/about/read_text.h"

namespace {

using namespace redaction;
using about::Sort;

about::Sorts sortsOf(const std::string& text) {
    const auto reading = read_text::read(text);
    return reading.passages.empty() ? about::Sorts() : reading.passages.back().sorts;
}

struct Row {
    const char* text;
    Sort sort;
};

class Likely : public testing::TestWithParam<Row> {};
TEST_P(Likely, IsSeenByAHuman) { EXPECT_GE(sortsOf(GetParam().text)[GetParam().sort], 0.08f) << GetParam().text << " as " << about::nameOf(GetParam().sort); }

INSTANTIATE_TEST_SUITE_P(Words, Likely, testing::Values(
    Row{"Jinte kijkt eerst of de deur dicht is en zegt dan zacht dat niemand mag horen dat zij bij Fleur heeft geslapen.", Sort::confidential},
    Row{"Ik heb dit nog aan niemand verteld en mama mag het echt niet weten, oke?", Sort::confidential},
    Row{"Tijn vraagt of ik het blaadje wil weggooien als ik het gelezen heb.", Sort::confidential},
    Row{"Melder heeft dit vanaf het eigen balkon gezien en wil niet dat het gezin hoort wie er gebeld heeft.", Sort::reporter},
    Row{"Voor mezelf: ik vertrouw dit niet, maar ik kan er de vinger niet op leggen.", Sort::worknote},
    Row{"Het team is verdeeld over de vraag of een machtiging nodig is; dit nog niet met ouders bespreken.", Sort::internal},
    Row{"Uit de systemen: twee mutaties wegens huiselijk geweld, een antecedent wegens mishandeling.", Sort::police},
    Row{"Het kantoor is op 2 februari gesloten wegens een verbouwing; de balie is telefonisch bereikbaar.", Sort::nobody},
    Row{"Vanuit haar kamer ziet ze de boten liggen, en de bus naar school stopt voor de deur.", Sort::whereabouts}));

class Unlikely : public testing::TestWithParam<Row> {};
TEST_P(Unlikely, IsLeftAlone) { EXPECT_LT(sortsOf(GetParam().text)[GetParam().sort], 0.08f) << GetParam().text << " as " << about::nameOf(GetParam().sort); }

INSTANTIATE_TEST_SUITE_P(Words, Unlikely, testing::Values(
    Row{"Vader haalt Bram om drie uur op en brengt hem naar zwemles.", Sort::confidential},
    Row{"Tijn heeft dinsdag een tien gehaald voor topografie.", Sort::confidential},
    Row{"Afgesproken is dat moeder op maandag belt over de vakantie.", Sort::reporter},
    Row{"Moeder is op tijd voor het gesprek en heeft de papieren bij zich.", Sort::worknote},
    Row{"De vergoeding wordt rechtstreeks overgemaakt aan de school.", Sort::police},
    Row{"Zij sloeg hem met een pollepel en hij rende huilend de tuin in.", Sort::nobody},
    Row{"Jinte eet haar brood op en gaat daarna buiten spelen.", Sort::internal}));

TEST(Sorts, DoNotDependOnWhoIsNamed) {
    const auto one = sortsOf("Jinte fluistert dat vader niets mag weten van het briefje."), other = sortsOf("Bram fluistert dat vader niets mag weten van het briefje.");
    for (std::size_t k = 0; k < about::kSorts; ++k) EXPECT_FLOAT_EQ(one.of[k], other.of[k]);
}

TEST(Sorts, AreProbabilitiesWhateverIsAsked) {
    for (const char* text : {"", " ", "a", "?!?", "12 34 56", "jinte jinte jinte jinte"})
        for (const auto p : sortsOf(text).of) {
            EXPECT_TRUE(std::isfinite(p)) << text;
            EXPECT_GE(p, 0.0f) << text;
            EXPECT_LE(p, 1.0f) << text;
        }
}

TEST(Sorts, ALineOfTheListIsReadAsTheTextIs) {
    EXPECT_EQ(about::traitOf("p niemand weet").hash, about::traitHash(about::Trait::Of::pair, words::hashOf("niemand"), words::hashOf("weet")));
    EXPECT_EQ(about::traitOf("w geheim").hash, about::traitHash(about::Trait::Of::word, words::hashOf("geheim"), 0));
    EXPECT_NE(about::traitOf("p niemand weet").hash, about::traitOf("g niemand weet").hash);
    EXPECT_NE(about::traitOf("p niemand weet").hash, about::traitOf("p weet niemand").hash);
    EXPECT_THROW(about::traitOf("geheim"), std::logic_error);
}

}  // namespace
