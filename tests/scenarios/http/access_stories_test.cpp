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

// What was signed is read on location; then the decision tells in writing when and where that was, who was there, what was shown.
TEST(AccessStories, ReadOnLocationEndsInADecisionThatTellsWhatWasSeen) {
    Town town;
    town.holds({visit});
    const auto request = logged(town), form = "/verzoeken/" + request + "/antwoordvorm";
    auto reviewer = town.as("oordeel"), officer = town.as("officer");
    ASSERT_EQ(reviewer.post(form, {{"form", "inspection"}, {"why", "hij wil het verslag bij ons lezen"}}).status, 303);
    ASSERT_EQ(reviewer.post(form + "/afspraken", {{"day", "2026-03-09"}, {"time", "14:00"}, {"place", "Stadhuis Zeegat, kamer 12"}}).status, 303);
    const auto link = form + "/afspraken/" + town.store().answerForms().inspections(request).at(0).id;
    EXPECT_TRUE(has(wordsOfPdf(reviewer.get(link + "/brief.pdf").body), "kamer 12"));
    ASSERT_TRUE(collected(town, request));
    answerQuestions(reviewer, request, "redact", "raakt een ander te zeer");
    ASSERT_TRUE(packaged(town, request));
    EXPECT_TRUE(says(officer.get("/verzoeken/" + request + "/vrijgave"), "Het register van Stichting Veilig Thuis Zeegat is leeg")) << "what the letter says of purposes is the usual text";
    ASSERT_EQ(signedOff(officer, request).status, 303);
    const auto held = reviewer.post(link + "/gehouden", {{"on", "2026-03-09"}, {"present", "Harmen Kuipers en zijn tolk"}, {"shown", "het gespreksverslag van 15 januari"}});
    ASSERT_EQ(held.status, 303) << textOf(held.body);
    ASSERT_TRUE(town.waitForStep(request, "sign-off") && town.waitForWork(request));
    ASSERT_EQ(signedOff(officer, request).status, 303);
    ASSERT_EQ(handedOut(officer, request).status, 303);
    const auto files = packageWords(officer, request);
    const auto letter = files.at("beslissing-1.pdf");
    for (const auto* told : {"Wat u hebt ingezien", "9 maart 2026", "Stadhuis Zeegat, kamer 12", "Harmen Kuipers en zijn tolk", "het gespreksverslag van 15 januari", "Geheel te lezen"}) EXPECT_TRUE(has(letter, told)) << told << "\n" << letter;
    for (const auto& [name, words] : files) EXPECT_FALSE(name.starts_with("stukken/")) << "no copy goes along: " << name;
}

}  // namespace scenarios
