// Stories of access, told through the pages.
#include <gtest/gtest.h>

#include "tests/scenarios/http/steps.h"

namespace scenarios {
namespace {

const Document visit{"vt", "Gespreksverslag", "2026-01-15",
                     "Gespreksverslag 15 januari 2026\n\nHarmen Kuipers zegt dat hij rustig wil praten over de omgang met Tijn.\n\n"
                     "Harmen Kuipers heeft de afspraken van december nagekomen.\n"};
const Document fromMother{"vt", "Telefoonnotitie", "2026-01-20",
                          "Telefoonnotitie 20 januari 2026\n\nHarmen Kuipers belde om een afspraak te maken.\n\n"
                          "Lotte Vonk verblijft op het Schoenerpad 8 in Ommerveld.\n\nLotte Vonk is onder behandeling bij een psycholoog.\n"};

}  // namespace

TEST(AccessStories, GrantedInFull) {
    Town town;
    town.holds({visit});
    const auto request = logged(town);
    const auto words = inOne(throughToTheEnd(town, request));
    EXPECT_TRUE(has(words, "rustig wil praten"));
    EXPECT_TRUE(has(words, "Gespreksverslag"));
}

TEST(AccessStories, GrantedInPartWithoutWhereTheMotherIs) {
    Town town;
    town.holds({visit, fromMother});
    const auto words = inOne(throughToTheEnd(town, logged(town)));
    EXPECT_TRUE(has(words, "belde om een afspraak"));
    for (const auto* hidden : {"Schoenerpad", "Ommerveld", "psycholoog"}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

// Nothing in it is for him: no documents go out, and the letter says that it was refused, why, and what he can do.
TEST(AccessStories, RefusedAsAWhole) {
    Town town;
    town.holds({{"vt", "Verslag behandeling", "2026-01-20", "Verslag 20 januari 2026\n\nLotte Vonk is onder behandeling bij een psycholoog.\n\nLotte Vonk slaapt slecht.\n"}});
    const auto files = throughToTheEnd(town, logged(town));
    const auto words = inOne(files);
    for (const auto* hidden : {"psycholoog", "slaapt slecht", "Ommerveld"}) EXPECT_FALSE(has(words, hidden)) << hidden;
    EXPECT_TRUE(has(words, "Wij geven u geen inzage.")) << words;
    EXPECT_TRUE(has(words, "Dit gaat over iemand anders.")) << words;
    EXPECT_TRUE(has(words, "rechtbank")) << words;
    for (const auto& [name, text] : files) EXPECT_FALSE(name.starts_with("stukken/")) << name;
}

}  // namespace scenarios
