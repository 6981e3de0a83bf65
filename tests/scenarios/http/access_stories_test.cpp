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

std::string all(const std::map<std::string, std::string>& files) {
    std::string words;
    for (const auto& [name, text] : files) words += name + "\n" + text;
    return words;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(AccessStories, GrantedInFull) {
    Town town;
    town.holds({visit});
    const auto request = logged(town);
    const auto words = all(throughToTheEnd(town, request));
    EXPECT_TRUE(has(words, "rustig wil praten"));
    EXPECT_TRUE(has(words, "Gespreksverslag"));
}

TEST(AccessStories, GrantedInPartWithoutWhereTheMotherIs) {
    Town town;
    town.holds({visit, fromMother});
    const auto words = all(throughToTheEnd(town, logged(town)));
    EXPECT_TRUE(has(words, "belde om een afspraak"));
    for (const auto* hidden : {"Schoenerpad", "Ommerveld", "psycholoog"}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

}  // namespace scenarios
