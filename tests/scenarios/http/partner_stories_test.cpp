// More than one partner, and what comes after a decision.
#include <gtest/gtest.h>

#include "tests/scenarios/http/steps.h"

namespace scenarios {
namespace {

using tests::Form;

const Document fromVt{"vt", "Huisbezoek", "2026-01-15", "Verslag 15 januari 2026\n\nHarmen Kuipers komt op tijd en werkt mee.\n"};
const Document fromGi{"gi", "Contactmoment", "2026-02-03", "Contactmoment 3 februari 2026\n\nHarmen Kuipers belde over de omgang.\n"};

std::string pageOf(const std::string& request) { return "/verzoeken/" + request; }

Asked ofBoth(const std::string& handling) {
    Asked asked;
    asked.more = Form{{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"handling", handling}};
    return asked;
}

// One letter to both, each for itself: the parts by partner.
std::map<std::string, std::string> partsOf(Town& town, const std::string& right = "access") {
    auto desk = town.as("balie");
    auto asked = ofBoth("apart");
    asked.right = right;
    const auto answer = sendIntake(desk, town, asked);
    EXPECT_EQ(answer.status, 303) << textOf(answer.body);
    std::map<std::string, std::string> parts;
    for (const auto& it : town.store().requests().ofHousehold(town.household())) parts[it.partnerId] = it.id;
    return parts;
}

// One point, answered and handed out: the words of this partner's letters.
std::string answered(Town& town, const std::string& request, Form answer) {
    auto reviewer = town.as("oordeel"), officer = town.as("officer");
    EXPECT_EQ(reviewer.post(pageOf(request) + "/punten", {{"what", "er staat dat ik op 4 februari niet thuis was"}}).status, 303);
    answer.emplace_back("seen", "0");
    const auto item = town.store().items().ofRequest(request).at(0).id;
    const auto decided = reviewer.post(pageOf(request) + "/punten/" + item, answer);
    EXPECT_EQ(decided.status, 303) << textOf(decided.body);
    EXPECT_EQ(reviewer.post(pageOf(request) + "/punten/afronden", {}).status, 303);
    EXPECT_TRUE(town.waitForStep(request, "sign-off") && town.waitForWork(request)) << textOf(reviewer.get(pageOf(request) + "/punten").body);
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    return inOne(packageWords(officer, request));
}

}  // namespace

TEST(PartnerStories, TwoPartnersEachDecideForThemselves) {
    Town town;
    town.holds({fromVt, fromGi});
    auto parts = partsOf(town);
    ASSERT_EQ(parts.size(), 2u);
    const auto first = inOne(throughToTheEnd(town, parts["vt"]));
    EXPECT_TRUE(has(first, "werkt mee"));
    EXPECT_FALSE(has(first, "over de omgang")) << "the other partner's document";
    EXPECT_EQ(town.stepOf(parts["gi"]), "logged") << "the other has a course of its own";
    EXPECT_TRUE(has(inOne(throughToTheEnd(town, parts["gi"])), "over de omgang"));
}

// Basis: Convenant art. 5.2: who holds the data decides, also when the other decides otherwise
TEST(PartnerStories, OneGrantsWhatTheOtherRefusesAndEachSaysSoInItsOwnLetter) {
    Town town;
    auto parts = partsOf(town, "rectification");
    ASSERT_EQ(parts.size(), 2u);
    const auto granted = answered(town, parts["vt"], {{"choice", "fact-corrected"}, {"was", "niet thuis op 4 februari"}, {"becomes", "thuis op 4 februari"}, {"recipients", "niemand"}});
    EXPECT_EQ(town.stepOf(parts["gi"]), "logged") << "the other has decided nothing by that";
    const auto refused = answered(town, parts["gi"], {{"choice", "fact-refused"}, {"why", "de jeugdbeschermer trof op 4 februari niemand aan en liet een kaart achter"}});
    EXPECT_TRUE(has(granted, "Punt 1: toegewezen") && has(granted, "Veilig Thuis Zeegat")) << granted;
    EXPECT_FALSE(has(granted, "geweigerd") || has(granted, "liet een kaart achter") || has(granted, "Jeugdbescherming Zeegat")) << granted;
    EXPECT_TRUE(has(refused, "Punt 1: geweigerd") && has(refused, "liet een kaart achter") && has(refused, "Jeugdbescherming Zeegat")) << refused;
    EXPECT_FALSE(has(refused, "toegewezen")) << refused;
    EXPECT_EQ(town.store().items().orders(parts["vt"]).size(), 1u) << "one corrects";
    EXPECT_TRUE(town.store().items().orders(parts["gi"]).empty()) << "the other does not";
    auto officer = town.as("officer");
    const auto page = textOf(officer.get("/aanvragen/" + town.store().requests().load(parts["vt"]).applicationId).body);
    EXPECT_TRUE(has(page, "toegewezen") && has(page, "geweigerd")) << page;
}

TEST(PartnerStories, OfTwoHandledTogetherOneRefusesAndThatIsSaid) {
    Town town;
    town.holds({fromVt});
    auto desk = town.as("balie");
    ASSERT_EQ(sendIntake(desk, town, ofBoth("together")).status, 303);
    const auto request = town.store().requests().all().front().id;
    auto reviewer = town.as("oordeel");
    EXPECT_EQ(reviewer.post(pageOf(request) + "/vragen", {}).status, 303);
    ASSERT_TRUE(town.waitForWork(request));
    EXPECT_EQ(reviewer.post(pageOf(request) + "/partners/gi/met-de-hand", {{"answer", "refused"}, {"reason", "de stukken liggen bij de rechter"}}).status, 303);
    if (town.stepOf(request) != "review") reviewer.post(pageOf(request) + "/beoordeling-beginnen", {});
    ASSERT_TRUE(town.waitForStep(request, "review") && town.waitForWork(request)) << textOf(reviewer.get(pageOf(request)).body);
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    const auto words = inOne(packageWords(officer, request));
    EXPECT_TRUE(has(words, "werkt mee"));
    EXPECT_TRUE(has(words, "Jeugdbescherming Zeegat")) << "who refused is in the statement of completeness";
    EXPECT_TRUE(has(words, "geweigerd")) << words;
}

TEST(PartnerStories, AWrongReleaseIsRecordedWithItsTermsToTheHour) {
    Town town;
    town.holds({fromVt});
    const auto request = logged(town);
    ASSERT_FALSE(throughToTheEnd(town, request).empty());
    town.today("2026-03-10");
    auto reviewer = town.as("oordeel");
    const auto recorded = reviewer.post(pageOf(request) + "/datalek", {{"known_day", "2026-03-10"}, {"known_time", "08:30"}, {"known_how", "de moeder belde"}, {"what", "aan de verkeerde meegegeven"}});
    ASSERT_EQ(recorded.status, 303) << textOf(recorded.body);
    const auto breach = reviewer.get(recorded.header("location"));
    EXPECT_TRUE(says(breach, "wo 11 maart 2026, 08:30")) << textOf(breach.body);
    EXPECT_TRUE(says(breach, "vr 13 maart 2026, 08:30"));
    EXPECT_TRUE(says(breach, "stukken/001.pdf"));
    EXPECT_TRUE(says(town.as("officer").get("/werkvoorraad"), "DL-2026-0001"));
}

TEST(PartnerStories, MixedAccessAndErasureBecomeTwoPartsInOneApplication) {
    Town town;
    town.holds({fromVt});
    auto desk = town.as("balie");
    Asked asked;
    asked.more = Form{{"partners_shown", "1"}, {"partner", "vt"}, {"handling", "apart"}, {"also", "erasure"}};
    ASSERT_EQ(sendIntake(desk, town, asked).status, 303);
    std::map<std::string, std::string> parts;
    std::string application;
    for (const auto& it : town.store().requests().ofHousehold(town.household())) parts[it.right] = it.id, application = it.applicationId;
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_TRUE(has(inOne(throughToTheEnd(town, parts["access"])), "werkt mee"));
    EXPECT_EQ(town.stepOf(parts["erasure"]), "logged");
    const auto overview = town.as("oordeel").get("/aanvragen/" + application);
    EXPECT_TRUE(says(overview, "LW-2026-0001-1"));
    EXPECT_TRUE(says(overview, "LW-2026-0001-2"));
}

}  // namespace scenarios
