// The pages about who asks and where they may be reached, in English too, and what they refuse.
#include <functional>

#include "service/casework/passing_days.h"
#include "tests/unit/web/english_pages.h"

namespace {

using tests::English;
using tests::expectEnglish;
using tests::Form;

class People : public English {
  protected:
    std::string at(const std::string& request, const std::string& part) { return "/verzoeken/" + request + "/" + part; }
    Form post(const std::string& number) {
        return {{"kind", "post"}, {"street", "Dorpsstraat"}, {"number", number}, {"postcode", "1111 AA"}, {"city", "Proefstad"}, {"from", "2026-03-12"}, {"source", "himself"}};
    }
    std::string channelThat(const std::function<bool(const service::store::Channel&)>& fits) {
        for (const auto& it : region.store->channels().ofPerson(region.householdId, "vader"))
            if (fits(it)) return it.id;
        ADD_FAILURE() << "no such channel";
        return {};
    }
    std::string marked() { return channelThat([](const auto& it) { return it.marks.size() > 2; }); }
    std::string waiting() { return channelThat([&](const auto& it) { return it.needsSecond && it.recordedBy == region.accounts["officer"]; }); }
    void kindBorn(const std::string& day) {
        for (const auto& fact : region.store->households().facts(region.householdId)) {
            const auto found = fact.body.find("2017-09-10");
            if (fact.kind != service::store::FactKind::person || found == fact.body.npos) continue;
            auto body = fact.body;
            region.store->households().changeFact(fact.id, region.store->households().loadHousehold(region.householdId).version, body.replace(found, 10, day), "x");
        }
        for (const auto& fact : region.store->households().facts(region.householdId)) {
            const auto found = fact.body.find("2017-09-10");
            if (fact.kind != service::store::FactKind::authority || found == fact.body.npos) continue;
            auto body = fact.body;
            region.store->households().changeFact(fact.id, region.store->households().loadHousehold(region.householdId).version, body.replace(found, 10, day), "x");
        }
    }
};

TEST_F(People, SafeContactIsInEnglishAndTakesWhatIsWhole) {
    const auto request = loggedCase();
    auto desk = as("balie");
    expectEnglish(desk.get(at(request, "contact")), "contact");
    expectEnglish(desk.post(at(request, "contact"), {{"kind", "post"}, {"from", "2026-03-12"}, {"source", "himself"}}), "no address", 422);
    expectEnglish(desk.post(at(request, "contact"), {{"kind", "email"}, {"mailbox", "nothing"}, {"from", "2026-03-12"}, {"source", "himself"}}), "no mailbox", 422);
    expectToldInEnglish(desk, desk.post(at(request, "contact"), post("1")), "recorded");
    auto shared = post("2");
    for (const auto* mark : {"shared-mailbox", "secret", "shared-household", "no-paper", "no-ring", "no-message"}) shared.emplace_back("marks", mark);
    expectToldInEnglish(desk, desk.post(at(request, "contact"), shared), "with marks");
    expectToldInEnglish(desk, desk.post(at(request, "contact"), {{"kind", "phone"}, {"phone", "0612345678"}, {"marks", "no-ring"}, {"from", "2026-03-12"}, {"source", "himself"}}), "do not ring");
    expectToldInEnglish(desk, desk.post(at(request, "contact/" + marked() + "/beeindigen"), {{"why", "new number"}}), "not ended at the desk");
    auto reviewer = as("beoordelaar");
    expectEnglish(reviewer.get("/werkvoorraad"), "something to confirm");
    expectToldInEnglish(reviewer, reviewer.post(at(request, "contact/" + marked() + "/beeindigen"), {{"why", "new number"}}), "ended");
    auto officer = as("officer");
    expectToldInEnglish(officer, officer.post(at(request, "contact"), post("2")), "again, without the mark");
    expectEnglish(reviewer.get(at(request, "contact")), "may confirm");
    expectToldInEnglish(desk, desk.post(at(request, "contact/" + waiting() + "/bevestigen"), {}), "not at the desk");
    expectToldInEnglish(officer, officer.post(at(request, "contact/" + waiting() + "/bevestigen"), {}), "not the same person");
    expectToldInEnglish(reviewer, reviewer.post(at(request, "contact/" + waiting() + "/bevestigen"), {}), "confirmed");
    EXPECT_FALSE(region.store->channels().load(waiting()).confirmedBy.empty());
    expectEnglish(reviewer.get(at(request, "logboek")), "log");
    EXPECT_EQ(as("beheer").get(at(request, "contact")).status, 403);
}

TEST_F(People, IdentityIsInEnglish) {
    auto desk = as("balie");
    ASSERT_EQ(desk.post("/verzoeken/nieuw", with(with(fathersRequest(region.householdId, "log"), "language", "en"), "identity_method", "not-yet")).status, 303);
    const auto request = region.store->requests().all().front().id;
    expectEnglish(desk.get(at(request, "identiteit")), "identity");
    expectEnglish(desk.post(at(request, "identiteit"), {{"method", "passport"}, {"on", "2026-03-12"}, {"note", "number 123456789"}}), "a number", 422);
    expectEnglish(desk.post(at(request, "identiteit"), {{"method", "via-partner"}, {"on", "2026-03-12"}}), "no partner", 422);
    expectEnglish(desk.post(at(request, "identiteit"), {{"method", "refused"}, {"on", "2026-03-12"}}), "no words", 422);
    expectEnglish(desk.post(at(request, "identiteit/code/controle"), {{"code", "1"}}), "no code", 422);
    expectEnglish(desk.post(at(request, "identiteit/code"), {{"channel", "nowhere"}}), "no channel", 422);
    expectToldInEnglish(desk, desk.post(at(request, "identiteit"), {{"method", "refused"}, {"on", ""}, {"note", "will not"}}), "refused");
    expectEnglish(desk.get(at(request, "identiteit")), "after refusing");
    auto reviewer = as("beoordelaar");
    expectToldInEnglish(reviewer, reviewer.post(at(request, "vragen"), {}), "nothing is asked");
    EXPECT_EQ(region.store->requests().load(request).step, service::store::Step::logged);
    expectToldInEnglish(desk, desk.post(at(request, "identiteit"), {{"method", "via-partner"}, {"on", "2026-03-12"}, {"seen_by", "Lia Bos"}, {"partner", "vt"}}), "via a partner");
    expectEnglish(desk.get(at(request, "identiteit")), "established");
}

TEST_F(People, TheChildsViewAndWhatADayChangedAreInEnglish) {
    kindBorn("2012-03-20");
    const auto request = loggedCase();
    auto reviewer = as("beoordelaar");
    expectEnglish(reviewer.get("/verzoeken/" + request), "case with a child to hear");
    expectEnglish(reviewer.get(at(request, "mening/kind1")), "child's view");
    expectEnglish(reviewer.post(at(request, "mening/kind1"), {{"asked", "asked"}, {"on", "2026-03-12"}}), "no answer", 422);
    expectEnglish(reviewer.post(at(request, "mening/kind1"), {{"asked", "not-safe"}, {"on", "2026-03-12"}}), "no reason", 422);
    expectToldInEnglish(reviewer, reviewer.post(at(request, "mening/kind1"), {{"asked", "not-safe"}, {"why", "he would hear of it"}, {"on", "2026-03-12"}}), "recorded");
    EXPECT_EQ(reviewer.get(at(request, "mening/moeder")).status, 404);
    EXPECT_EQ(as("balie").get(at(request, "mening/kind1")).status, 403);
    region.clock.moveTo(service::momentFromIso("2028-03-20T09:00:00Z"));
    EXPECT_EQ(service::casework::takeUpDays(*region.office), 1u);
    reviewer = as("beoordelaar");
    expectEnglish(reviewer.get("/verzoeken/" + request), "stopped");
    expectEnglish(reviewer.get("/werkvoorraad"), "told");
    const auto stop = region.store->turns().stops(request).at(0).id;
    expectToldInEnglish(reviewer, reviewer.post(at(request, "stops/" + stop + "/eigen-gegevens"), {{"why", ""}}), "without a reason");
    expectToldInEnglish(reviewer, reviewer.post(at(request, "stops/" + stop + "/eigen-gegevens"), {{"why", "goes on"}}), "goes on");
    EXPECT_EQ(region.store->turns().stops(request).at(0).settledHow, "own-data");
}

}  // namespace
