// The course of a request: partners that refuse, terms that stop and stretch, a decision that comes too late.
#include <gtest/gtest.h>

#include "tests/scenarios/http/steps.h"

namespace scenarios {
namespace {

const Document fromVt{"vt", "Huisbezoek", "2026-01-15", "Verslag 15 januari 2026\n\nHarmen Kuipers komt op tijd en werkt mee.\n"};
const Document fromGi{"gi", "Contactmoment", "2026-02-03", "Contactmoment 3 februari 2026\n\nHarmen Kuipers belde over de omgang.\n"};

std::string pageOf(const std::string& request) { return "/verzoeken/" + request; }

}  // namespace

TEST(CourseStories, ExtendedAfterASuspensionAndStillInTime) {
    Town town;
    town.holds({fromVt});
    const auto request = logged(town, {.identity = "not-yet"});
    auto reviewer = town.as("oordeel");
    EXPECT_EQ(reviewer.post(pageOf(request) + "/termijn/opschorten", {{"ground", "identity"}, {"from", "2026-03-09"}, {"how", "otherwise"}, {"reason", "het handschrift wijkt af"}}).status, 303);
    town.today("2026-03-23");
    reviewer = town.as("oordeel");
    EXPECT_EQ(reviewer.post(pageOf(request) + "/identiteit", {{"method", "passport"}, {"on", "2026-03-23"}}).status, 303);
    EXPECT_TRUE(says(reviewer.get(pageOf(request) + "/termijnen"), "do 16 april 2026"));
    EXPECT_EQ(reviewer.post(pageOf(request) + "/termijn/verlengen", {{"told_on", "2026-03-23"}, {"how", "letter"}, {"reason", "veel stukken"}}).status, 303);
    town.today("2026-05-04");
    EXPECT_TRUE(has(inOne(throughToTheEnd(town, request)), "werkt mee"));
}

TEST(CourseStories, TooLateGoesOutOnlyWithARecordedReason) {
    Town town;
    town.holds({fromVt});
    const auto request = logged(town);
    ASSERT_TRUE(collected(town, request));
    ASSERT_TRUE(packaged(town, request));
    town.today("2026-04-07");
    auto officer = town.as("officer");
    signedOff(officer, request);
    EXPECT_TRUE(says(officer.get(pageOf(request) + "/vrijgave"), "Het pakket is van een eerdere dag"));
    EXPECT_EQ(officer.post(pageOf(request) + "/pakket/opnieuw", {}).status, 303);
    ASSERT_TRUE(town.waitForWork(request));
    signedOff(officer, request);
    handedOut(officer, request);
    EXPECT_NE(town.stepOf(request), "released") << "no reason was recorded";
    EXPECT_EQ(town.as("oordeel").post(pageOf(request) + "/te-laat", {{"reason", "de stukken kwamen pas op 30 maart binnen"}}).status, 303);
    handedOut(officer, request);
    EXPECT_EQ(town.stepOf(request), "released") << textOf(officer.get(pageOf(request) + "/verstrekking").body);
}

// What an officer writes in a letter is searched too, though no document had a word withheld.
TEST(CourseStories, AHiddenAddressInALetterStopsThePackage) {
    Town town;
    town.holds({fromVt});
    const auto request = logged(town);
    ASSERT_TRUE(collected(town, request));
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(officer.post(pageOf(request) + "/partners/vt/alinea", {{"text", "Lotte is verhuisd naar het Schoenerpad 8."}}).status, 303);
    ASSERT_TRUE(town.waitForWork(request));
    EXPECT_TRUE(says(officer.get(pageOf(request) + "/vrijgave"), "tegengehouden")) << textOf(officer.get(pageOf(request) + "/vrijgave").body);
    signedOff(officer, request);
    handedOut(officer, request);
    EXPECT_NE(town.stepOf(request), "released");
}

}  // namespace scenarios
