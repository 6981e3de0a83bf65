// Who has been given which part of a plan. Closed on doubt: who is only named in it has not got it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/about/read_text.h"

namespace {

struct Row {
    const char* plan;
    const char* recipients;  // of the last passage, in the order of the alphabet; empty: nobody, it is no joint plan
};

std::string recipientsIn(const std::string& text) {
    auto who = read_text::read(text).passages.back().planFor;
    std::sort(who.begin(), who.end());
    std::string all;
    for (const auto& id : who) all += (all.empty() ? "" : " ") + id;
    return all;
}

class PlanGiven : public testing::TestWithParam<Row> {};
TEST_P(PlanGiven, ToWhomItSays) { EXPECT_EQ(recipientsIn(GetParam().plan), GetParam().recipients) << GetParam().plan; }

INSTANTIATE_TEST_SUITE_P(Head, PlanGiven, testing::Values(
    Row{"AFSPRAKEN OP PAPIER\nAan tafel: vader, moeder en oma. Ieder kreeg een kopie.\n\n1. Oma past op vrijdag op.", "moeder oma vader"},
    Row{"Samen verder, ons plan\nDoorgenomen met moeder en met oma.\n\n1. Vader belt op zondag.", "moeder oma"},
    Row{"FAMILIEAFSPRAKEN\nMoeder en oma hebben het papier ontvangen; vader niet.\n\n1. Vader belt op zondag.", "moeder oma"},
    Row{"FAMILIEAFSPRAKEN\nMet moeder besproken, vader was verhinderd.\n\n1. Vader belt op zondag.", "moeder"}));

INSTANTIATE_TEST_SUITE_P(Signed, PlanGiven, testing::Values(
    Row{"GEZINSPLAN\n\n1. Oma past op vrijdag op.\n\n2. Vader belt op zondag.\n\nGetekend: moeder, oma.", "moeder oma"}));

INSTANTIATE_TEST_SUITE_P(Parts, PlanGiven, testing::Values(
    Row{"GEZINSPLAN\nDeel 1 is met moeder en oma besproken. Deel 2 is alleen voor vader.\n\nDEEL 2\n\nVader volgt een training.", "vader"},
    Row{"GEZINSPLAN\nDelen 1-2 gegeven aan moeder en oma; deel 3 apart aan vader.\n\n1. Oma past op.\n\n2. Moeder belt.", "moeder oma"},
    Row{"GEZINSPLAN\nDelen 1-2 gegeven aan moeder en oma; deel 3 apart aan vader.\n\n2. Moeder belt.\n\n3. Vader slaapt elders.", "vader"}));

INSTANTIATE_TEST_SUITE_P(Nobody, PlanGiven, testing::Values(
    Row{"GEZINSPLAN\nOpgesteld door het lokaal team.\n\n1. Oma past op vrijdag op.", ""},
    Row{"GEZINSPLAN\n\n1. Vader krijgt op woensdag een uur om te bellen.\n\n2. Moeder kookt.", ""},
    Row{"Gespreksverslag over de afspraken\nBesproken met vader en moeder.\n\nOma past op vrijdag op.", ""},
    Row{"GEZINSPLAN\nBesproken met moeder en oma.\n\n1. Oma past op.\n\nBij het plan: bezoekschema januari\n\nVader kwam te laat.", ""}));

}  // namespace
