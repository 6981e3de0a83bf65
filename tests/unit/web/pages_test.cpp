// The pages as someone without script uses them: logging a request, the blocked page, emergencies, households.
#include <gtest/gtest.h>

#include <regex>

#include "service/casework/household_editing.h"
#include "tests/unit/web/region.h"

using tests::Form;
using tests::Region;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Form requestForm(const Region& region, const std::string& receivedOn) {
    return {{"household", region.householdId}, {"requester", "vader"}, {"subject", "vader"}, {"subject", "kind1"}, {"right", "access"}, {"capacity", "parent"},
            {"received_on", receivedOn}, {"channel", "counter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-10"}, {"do", "log"}};
}

}  // namespace

TEST(NewRequest, IsLoggedWithReferenceAndSomethingToReadOut) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("balie"));
    const auto sent = browser.post("/verzoeken/nieuw", requestForm(region, "2026-03-03"));
    ASSERT_EQ(sent.status, 303) << sent.body;
    const auto told = browser.get(sent.header("location"));
    EXPECT_TRUE(std::regex_search(told.body, std::regex("LW-2026-[0-9]{4}")));
    EXPECT_TRUE(has(told.body, "di 7 april 2026")) << "Good Friday, weekend, Easter Monday";
    const auto page = browser.get(std::regex_replace(sent.header("location"), std::regex("/vastgelegd"), ""));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page.body, "Een behandelaar is aan zet"));
    EXPECT_FALSE(has(page.body, "mag niet weten")) << "the desk sees no protection";
    auto reviewer = region.browser();
    ASSERT_TRUE(reviewer.signIn("beoordelaar"));
    const auto whole = reviewer.get(std::regex_replace(sent.header("location"), std::regex("/vastgelegd"), ""));
    EXPECT_TRUE(has(whole.body, "Vraag de partners om stukken"));
    EXPECT_TRUE(has(whole.body, "Ben Testman mag niet weten"));
    const auto letter = browser.get(std::regex_replace(sent.header("location"), std::regex("vastgelegd"), "ontvangstbevestiging.pdf"));
    EXPECT_TRUE(letter.body.starts_with("%PDF"));
    EXPECT_FALSE(has(letter.body, "Verborgenpad"));
}

TEST(NewRequest, FromTheFutureIsNotLoggedAndEverythingTypedStays) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("balie"));
    const auto sent = browser.post("/verzoeken/nieuw", requestForm(region, "2026-03-13"));
    EXPECT_EQ(sent.status, 422);
    EXPECT_TRUE(has(sent.body, "value=\"2026-03-13\""));
    EXPECT_TRUE(has(sent.body, "toekomst")) << "says why";
    EXPECT_TRUE(region.store->requests().ofHousehold(region.householdId).empty());
}

TEST(NewRequest, WithFieldsFromTheLetterWaitsUntilTheyAreConfirmed) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("balie"));
    auto form = requestForm(region, "2026-03-03");
    form.emplace_back("unconfirmed", "receivedOn");
    const auto sent = browser.post("/verzoeken/nieuw", form);
    EXPECT_EQ(sent.status, 422);
    EXPECT_TRUE(has(sent.body, "bevestig het"));
    EXPECT_TRUE(has(sent.body, "prefilled"));
    form.back() = {"x", ""};
    EXPECT_EQ(browser.post("/verzoeken/nieuw", form).status, 303);
}

TEST(Case, IsClosedToWhoItIsNotAssignedTo) {
    Region region;
    region.store->accounts().add({"buiten", "Bart Buiten", service::store::Role::professional, std::string(Region::password), "", "nl"});
    auto desk = region.browser(), outside = region.browser(), officer = region.browser();
    ASSERT_TRUE(desk.signIn("balie"));
    ASSERT_TRUE(outside.signIn("buiten"));
    ASSERT_TRUE(officer.signIn("officer"));
    const auto link = std::regex_replace(desk.post("/verzoeken/nieuw", requestForm(region, "2026-03-03")).header("location"), std::regex("/vastgelegd"), "");

    const auto blocked = outside.get(link);
    EXPECT_EQ(blocked.status, 403);
    EXPECT_TRUE(has(blocked.body, "Open in nood"));
    EXPECT_FALSE(has(blocked.body, "Testman"));
    for (const auto* part : {"/stukken", "/logboek", "/brieven", "/stand"}) EXPECT_EQ(outside.get(link + part).status, 403) << part;

    const auto emergency = "/huishoudens/" + region.householdId + "/noodtoegang";
    outside.post(emergency, {{"reason", "kort"}, {"verder", link}});
    EXPECT_EQ(outside.get(link).status, 403) << "a reason of four letters is none";
    EXPECT_EQ(outside.post(emergency, {{"reason", "dreiging vanavond bij school"}, {"verder", link}}).header("location"), link);
    EXPECT_EQ(outside.get(link).status, 200);
    EXPECT_TRUE(has(officer.get("/toezicht").body, "dreiging vanavond bij school"));
    region.clock.advance(std::chrono::hours(5));
    ASSERT_TRUE(outside.signIn("buiten"));
    EXPECT_EQ(outside.get(link).status, 403) << "it ends by itself";
}

TEST(Case, IsNeverOpenedByWhoHasAConflictOfInterest) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("beoordelaar"));
    const auto household = "/huishoudens/" + region.householdId;
    EXPECT_EQ(browser.get(household).status, 200);
    EXPECT_EQ(browser.post(household + "/belang", {{"why", "buurvrouw van moeder"}}).status, 303);
    const auto blocked = browser.get(household);
    EXPECT_EQ(blocked.status, 403);
    EXPECT_FALSE(has(blocked.body, "Open in nood"));
    browser.post(household + "/noodtoegang", {{"reason", "toch echt heel dringend"}});
    EXPECT_EQ(browser.get(household).status, 403);
}

TEST(Household, KeepsFactsWithTheirSourceAndRefusesAWrongBsn) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("beoordelaar"));
    const auto household = "/huishoudens/" + region.householdId;
    Form person{{"kind_of_fact", "person"}, {"kind", "family"}, {"given", "Wilhelmina, Anna"}, {"called", "Mien"}, {"family", "Testman"}, {"bsn", "123456789"}, {"source", "gesprek"}};
    const auto wrong = browser.post(household + "/feiten", person);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong.body, "value=\"Wilhelmina, Anna\"")) << "what was typed stays";
    person[5].second = "123456782";
    ASSERT_EQ(browser.post(household + "/feiten", person).status, 303);
    const auto page = browser.get(household);
    EXPECT_TRUE(has(page.body, "Wilhelmina Anna Testman"));
    EXPECT_TRUE(has(page.body, "Bron: gesprek"));

    std::smatch found;
    ASSERT_TRUE(std::regex_search(page.body, found, std::regex(household + "/feiten/([a-z0-9]+)\">Wijzig<span class=\"visually-hidden\">: Wilhelmina")));
    const auto fact = household + "/feiten/" + found[1].str();
    EXPECT_TRUE(has(browser.get(fact).body, "value=\"123456782\""));
    EXPECT_EQ(browser.post(fact + "/beeindigen", {{"why", "hoort niet bij dit gezin"}}).status, 303);
    EXPECT_TRUE(has(browser.get(household).body, "Wat niet meer geldt"));
}

TEST(Household, LeavesWhatTheFormDoesNotShowAsItWas) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("beoordelaar"));
    const auto before = browser.get("/huishoudens/" + region.householdId + "/case.json");
    EXPECT_TRUE(has(before.body, "Verborgenpad"));
    EXPECT_TRUE(has(before.header("content-disposition"), "case.json"));
    const auto facts = region.store->households().facts(region.householdId);
    ASSERT_FALSE(facts.empty());
    const auto fact = "/huishoudens/" + region.householdId + "/feiten/" + facts[1].id;
    const auto page = browser.get(fact).body;
    EXPECT_TRUE(has(page, "value=\"Verborgenpad\"")) << "the first address is in the form";
}
