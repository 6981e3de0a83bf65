// What was decided on a point and no longer holds before it is out, and what comes along when another takes the request over.
#include "tests/unit/web/rights.h"

using service::store::FactKind;
using service::store::Step;
using tests::Form;
using tests::has;
using tests::Rights;

namespace {

class Undone : public Rights {
  protected:
    const Form erased{{"part", "alles over Tobi"}, {"recipients", "niemand"}, {"other-heard", "2026-03-11"}, {"other-view", "moeder vindt het goed"}};

    void finishedErasure() {
        log("erasure", "parent", "kind1");
        auto& reviewer = as("beoordelaar");
        point(reviewer, "verwijder alles over mijn kind", {{"about", "kind1"}});
        EXPECT_EQ(decide(reviewer, 1, "erased", erased).status, 303);
        EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
    }
    void partner(const std::string& id, const std::string& kind, const std::string& childView = "") {
        auto it = region.store->partners().find(id).value_or(service::store::Partner{});
        it.id = id, it.name = it.name.empty() ? "Jeugdbescherming Proef" : it.name, it.kind = kind, it.childView = childView, it.active = true;
        region.store->partners().save(it);
    }
    bool isOrdered(const std::string& requestId, const std::string& kind, const std::string& partnerId) {
        const auto orders = region.store->items().orders(requestId);
        return std::any_of(orders.begin(), orders.end(), [&](const auto& it) { return it.kind == kind && it.partnerId == partnerId; });
    }
};

}  // namespace

TEST_F(Undone, WhatWasDecidedAboutAChildComesBackWhenItTurnsSixteenBeforeItIsOut) {
    change(FactKind::person, {"kind1"}, "birthdate", "2010-03-13");
    finishedErasure();
    work();
    ASSERT_EQ(step(), Step::signOff);
    EXPECT_EQ(sign(), 303);
    ASSERT_TRUE(region.store->signOffs().standing(id));
    dayComes("2026-03-13T09:00:00Z");
    as("balie").post(page + "/verstrekken", handing());
    EXPECT_EQ(step(), Step::review) << "the child decides itself from today";
    EXPECT_FALSE(region.store->signOffs().standing(id));
    EXPECT_TRUE(region.store->items().orders(id).empty());
    EXPECT_TRUE(wasTold("beoordelaar", "points-returned"));
    EXPECT_TRUE(wasTold("officer", "request-stopped")) << "who signed hears it too";
    auto& reviewer = as("beoordelaar");
    reviewer.post(page + "/stops/" + region.store->turns().stops(id).at(0).id + "/eigen-gegevens", {{"why", "Tobi beslist zelf"}});
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "vul de beslissing over punt 1 aan"));
    reviewer.post(page + "/punten/afronden", {});
    EXPECT_EQ(step(), Step::review);
    EXPECT_EQ(reviewer.post(page + "/punten/" + item(1), {{"choice", "child-not-taken-up"}, {"seen", "1"}, {"why", "uw kind is 16 geworden en beslist zelf"}}).status, 303);
    finishSignAndHandOut();
    EXPECT_TRUE(region.store->items().orders(id).empty()) << "nothing is erased";
}

TEST_F(Undone, AuthorityThatEndsWhileTheLettersAreMadeGivesThePointsBack) {
    finishedErasure();
    ASSERT_EQ(step(), Step::packaging);
    change(FactKind::authority, {"kind1", "vader"}, "to", "2026-03-12");
    region.store->assignments().unassign(region.householdId, region.accounts["beoordelaar"]);
    work();
    EXPECT_EQ(step(), Step::review);
    EXPECT_FALSE(region.store->releases().latest(id)) << "no letter says that it is erased";
    EXPECT_TRUE(wasTold("beoordelaar", "points-returned")) << "who decided hears it, also when the household went to another";
}

// Also what no day and no fact of the household changes.
TEST_F(Undone, WhatTheLawAsksOfAnotherPartnerStopsWhatWasSigned) {
    finishedErasure();
    work();
    EXPECT_EQ(sign(), 303);
    ASSERT_TRUE(region.store->signOffs().standing(id));
    partner("vt", "raad-voor-de-kinderbescherming");
    const auto refused = as("officer").post(page + "/verstrekken", handing());
    EXPECT_TRUE(has(as("officer").get(refused.header("location")), "Over punt 1 kan nu niet meer zo worden beslist"));
    EXPECT_NE(step(), Step::released);
    EXPECT_TRUE(region.store->items().orders(id).empty());
}

TEST_F(Undone, WhatIsDecidedAnewAsksTheSamePointsAndRestrictsAgain) {
    log("objection");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik mijn gegevens niet voor het onderzoek", {{"place", "plan van aanpak"}});
    point(reviewer, "deel niets met de school");
    reviewer.post(page + "/punten/" + item(2) + "/intrekken", {{"why", "de verzoeker trok het in"}});
    EXPECT_EQ(decide(reviewer, 1, "objection-not-open", {{"rests-on", "law"}, {"why", "dit deel rust op de wettelijke taak om elke melding te onderzoeken"}}).status, 303);
    finishSignAndHandOut();
    const auto old = id;
    const auto recorded = reviewer.post(page + "/na-de-beslissing", {{"kind", "objection"}, {"received_on", "2026-03-12"}, {"about", "mist de weging"}});
    ASSERT_EQ(recorded.status, 303);
    ASSERT_EQ(reviewer.post(recorded.header("location") + "/opnieuw", {{"why", "het bezwaar is gegrond"}}).status, 303);
    const auto made = region.store->requests().ofApplication(region.store->requests().load(old).applicationId).back();
    ASSERT_EQ(made.reopens, old);
    const auto items = region.store->items().ofRequest(made.id);
    ASSERT_EQ(items.size(), 1u) << "what was withdrawn is not asked again";
    EXPECT_EQ(items[0].what + " / " + items[0].place, "gebruik mijn gegevens niet voor het onderzoek / plan van aanpak");
    EXPECT_EQ(made.step, Step::review);
    EXPECT_TRUE(isOrdered(made.id, "restrict", "vt")) << "not used while it is weighed again";
}

TEST_F(Undone, PointsThatWereOnlyWrittenDownGoAlongToTheRightPartner) {
    partner("gi", "gecertificeerde-instelling");
    log("objection");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik mijn gegevens niet voor het onderzoek");
    EXPECT_TRUE(has(reviewer.get(page), page + "/doorzenden"));
    const Form toGi{{"partner", "gi"}, {"reason", "De gezinsvoogd heeft deze gegevens."}};
    EXPECT_TRUE(has(reviewer.post(page + "/doorzenden", toGi), "Leg die bevestiging eerst vast bij de punten")) << "what to do first";
    confirm(reviewer, "restrict");
    ASSERT_EQ(reviewer.post(page + "/doorzenden", toGi).status, 303);
    EXPECT_EQ(step(), Step::closed);
    EXPECT_TRUE(region.store->items().ofRequest(id).at(0).withdrawnAt);
    EXPECT_TRUE(isOrdered(id, "lift", "vt")) << "it has nothing to weigh any more";
    const auto made = region.store->requests().ofApplication(region.store->requests().load(id).applicationId).back();
    ASSERT_EQ(made.partnerId, "gi");
    ASSERT_EQ(region.store->items().ofRequest(made.id).size(), 1u);
    EXPECT_TRUE(isOrdered(made.id, "restrict", "gi"));
    EXPECT_EQ(made.step, Step::review);
}

TEST_F(Undone, OnceAPointIsDecidedItIsNotHandedOn) {
    partner("gi", "gecertificeerde-instelling");
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_FALSE(has(reviewer.get(page), page + "/doorzenden"));
    const auto refused = reviewer.post(page + "/doorzenden", {{"partner", "gi"}, {"reason", "De gezinsvoogd heeft deze gegevens."}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "Er is al over een punt beslist."));
    EXPECT_FALSE(has(refused, "begonnen met verzamelen")) << "nothing was collected";
}

TEST_F(Undone, TheChildIsHeardBeforeThePointsAreFinishedAndBeforeTheyAreSigned) {
    change(FactKind::person, {"kind1"}, "birthdate", "2013-03-02");
    partner("vt", "veilig-thuis", "required");
    finishedErasure();
    EXPECT_EQ(step(), Step::review);
    auto& reviewer = as("beoordelaar");
    const auto points = reviewer.get(page + "/punten");
    EXPECT_TRUE(has(points, "hoor eerst het kind:") && has(points, "de mening van een kind van 12 tot 16 is nog niet vastgelegd"));
    partner("vt", "veilig-thuis");
    EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
    work();
    ASSERT_EQ(step(), Step::signOff);
    partner("vt", "veilig-thuis", "required");
    EXPECT_TRUE(has(as("officer").get(page + "/vrijgave"), "de mening van een kind van 12 tot 16 is nog niet vastgelegd"));
    sign();
    EXPECT_FALSE(region.store->signOffs().standing(id)) << "asked for meanwhile";
    EXPECT_EQ(reviewer.post(page + "/mening/kind1", {{"asked", "asked"}, {"on", "2026-03-11"}, {"answer", "van mij mag het weg"}, {"weighed", "zo besloten"}}).status, 303);
    reviewer.post(page + "/pakket/opnieuw", {});
    work();
    sign();
    EXPECT_TRUE(region.store->signOffs().standing(id)) << "heard";
}

// The overview for those who steer: also why the other five rights were refused.
TEST_F(Undone, WhyAPointWasRefusedCountsInTheOverview) {
    auto& reviewer = as("beoordelaar");
    for (int time = 0; time < 5; ++time) {
        log("restriction");
        point(reviewer, "gebruik het verslag niet");
        EXPECT_EQ(decide(reviewer, 1, "restriction-refused", {{"ground", "accuracy"}, {"why", "u noemt geen feit in het verslag van 4 juni dat niet klopt"}}).status, 303);
        finishSignAndHandOut();
    }
    EXPECT_TRUE(has(as("officer").get("/overzicht"), "beperking: Niet beperken"));
}
