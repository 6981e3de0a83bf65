// Mentions in the forms the field writes them, and look-alikes that are none. The tables are meant to be added to.
#include "redaction/detect/detect.h"

#include <gtest/gtest.h>

#include <set>

#include "redaction/detect/recognisers.h"
#include "tests/unit/detect/household_of_tests.h"

namespace {

using namespace household_of_tests;

class LookAlike : public testing::TestWithParam<const char*> {};
TEST_P(LookAlike, IsNoMentionOfAPerson) {
    for (const auto& m : mentionsIn(GetParam()))
        EXPECT_FALSE(m.kind == detect::Kind::name || m.kind == detect::Kind::bsn || m.kind == detect::Kind::initials) << shown(GetParam(), mentionsIn(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(All, LookAlike, testing::Values(
    "Tijdens de storm waren de scholen dicht.", "Zij kocht taart bij de bakker in het dorp.", "De gordijnen zijn wit geworden.", "Er stond een roos op tafel.", "Zij woont in de Willem de Zwijgerlaan.",
    "Overleg in zaal Annie Romein volgende week.", "Factuur 123456782 klopt niet.", "Voor de kust geldt code geel door storm.", "In mei begint de cursus weer.", "Het mark van de zaak is duidelijk."));

TEST(Recognisers, EachIsListedAndFindsSomething) {
    std::set<std::string_view> names;
    for (const auto& r : detect::recognisers()) names.insert(r.name);
    EXPECT_EQ(names, (std::set<std::string_view>{"names", "initials", "roles", "numbers", "dates", "addresses", "known_values", "labelled", "places", "categories", "unexplained", "screen_names"}));
}

TEST(Strangers, AreKeptApartAndLinked) {
    detect::Strangers strangers;
    const auto a = strangers.meet("annelies", "", true).key;
    EXPECT_EQ(strangers.meet("annelies", "postema", false).key, a);
    EXPECT_EQ(strangers.meet("", "postema", false).key, a);
    EXPECT_NE(strangers.meet("gerda", "postema", false).key, a);
}

TEST(TextView, KeepsOneByteForEachCodePoint) {
    const std::u32string text = U"Zoë Kılıç – “naïef” €";
    const detect::TextView view(text);
    EXPECT_EQ(view.size(), text.size());
    EXPECT_EQ(view.word(0), "zoe");
    EXPECT_EQ(view.word(1), "kilic");
}

}  // namespace
