// What a day changes while a request runs, and where its answer may go.
#include <gtest/gtest.h>

#include "tests/scenarios/http/steps.h"

namespace scenarios {
namespace {

const Document ofMare{"vt", "Gesprek", "2026-02-03", "Gesprek 3 februari 2026\n\nMare Kuipers gaat graag naar handbal.\n\nHarmen Kuipers komt op tijd en werkt mee.\n"};

std::string pageOf(const std::string& request) { return "/verzoeken/" + request; }

// Mare is sixteen on 10 April; asked in March for her and himself, extended.
std::string askedForMare(Town& town) {
    town.holds({ofMare});
    const auto request = logged(town, {.capacity = "parent", .about = {"vader", "mare"}});
    EXPECT_EQ(town.as("oordeel").post(pageOf(request) + "/termijn/verlengen", {{"told_on", "2026-03-09"}, {"how", "letter"}, {"reason", "veel stukken"}}).status, 303);
    return request;
}

}  // namespace

TEST(TimeStories, AChildTurnsSixteenAndTheFatherGoesOnWithHisOwnData) {
    Town town;
    const auto request = askedForMare(town);
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "release", "past bij de zorg");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(signedOff(officer, request).status, 303);
    town.today("2026-04-10");
    town.restart();
    ASSERT_TRUE(town.waitForWork(request));
    officer = town.as("officer"), reviewer = town.as("oordeel");
    handedOut(officer, request);
    EXPECT_NE(town.stepOf(request), "released") << "signed the day before, and she decides now";
    EXPECT_TRUE(says(reviewer.get("/werkvoorraad"), "16")) << textOf(reviewer.get("/werkvoorraad").body);
    const auto stops = town.store().turns().stops(request);
    ASSERT_EQ(stops.size(), 1u);
    EXPECT_EQ(reviewer.post(pageOf(request) + "/stops/" + stops.front().id + "/eigen-gegevens", {{"why", "Mare wil niet dat hij dit leest"}}).status, 303);
    ASSERT_TRUE(town.waitForWork(request));
    if (town.stepOf(request) == "sign-off") reviewer.post(pageOf(request) + "/beoordeling-heropenen", {});
    answerQuestions(reviewer, request, "redact", "zij beslist zelf");
    ASSERT_TRUE(packaged(town, request));
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    const auto words = inOne(packageWords(officer, request));
    EXPECT_TRUE(has(words, "werkt mee"));
    EXPECT_FALSE(has(words, "handbal"));
}

TEST(TimeStories, WithoutEstablishedIdentityNothingIsAsked) {
    Town town;
    town.holds({ofMare});
    const auto request = logged(town, {.identity = "not-yet"});
    auto reviewer = town.as("oordeel");
    reviewer.post(pageOf(request) + "/vragen", {});
    EXPECT_EQ(town.stepOf(request), "logged");
    EXPECT_EQ(reviewer.post(pageOf(request) + "/identiteit", {{"method", "passport"}, {"on", "2026-03-09"}}).status, 303);
    EXPECT_TRUE(has(inOne(throughToTheEnd(town, request)), "werkt mee"));
}

TEST(TimeStories, NothingIsSentToAnAddressThatIsClosed) {
    Town town;
    town.holds({ofMare});
    const auto request = logged(town);
    auto desk = town.as("balie");
    EXPECT_EQ(desk.post(pageOf(request) + "/contact", {{"kind", "post"}, {"street", "Kaapstraat"}, {"number", "12"}, {"postcode", "8901 AB"}, {"city", "Zeegat"}, {"marks", "shared-mailbox"}, {"from", "2026-03-09"}, {"source", "himself"}}).status, 303);
    const auto channel = town.store().channels().ofPerson(town.household(), "vader").at(0).id;
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "redact", "raakt een ander te zeer");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(signedOff(officer, request).status, 303);
    for (const auto& way : {channel, std::string("known-post"), std::string("Schoenerpad 8")}) {
        officer.post(pageOf(request) + "/verstrekken", {{"channel", way}});
        EXPECT_NE(town.stepOf(request), "released") << way;
    }
    EXPECT_EQ(handedOut(officer, request).status, 303);
    EXPECT_EQ(town.stepOf(request), "released");
}

}  // namespace scenarios
