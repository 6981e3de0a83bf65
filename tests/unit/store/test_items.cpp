// Points, decisions on them, orders and answer forms: history that nobody rewrites, and two people where the law asks them.
#include <functional>

#include "tests/unit/store/reviewed_request.h"

namespace service::store {

class ItemsTest : public ReviewedRequest {
  protected:
    ItemsTest() {
        for (const auto& [from, to] : {std::pair{Step::logged, Step::collecting}, {Step::collecting, Step::reading}, {Step::reading, Step::review}})
            store->requests().moveTo(request().id, from, to);
    }
    Item added(const std::string& what = "mijn geboortedatum klopt niet") {
        Item item;
        item.requestId = request().id, item.what = what, item.addedBy = els;
        return store->items().add(item);
    }
    ItemDecision decision(const Item& item, const Id& by) {
        ItemDecision it;
        it.itemId = item.id, it.choice = "fact-corrected", it.answer = "granted", it.fields = {{"was", "2 mei"}, {"becomes", "3 \"mei\""}}, it.decidedBy = by;
        return it;
    }
    WorkOrder order(const Item& item, const std::string& kind) {
        WorkOrder it;
        it.requestId = request().id, it.itemId = item.id, it.partnerId = document.partnerId, it.kind = kind, it.dueOn = Date{std::chrono::year{2026}, std::chrono::April, std::chrono::day{1}};
        return it;
    }
};

TEST_F(ItemsTest, AreNumberedAndWithdrawnWithAReasonButNeverRewritten) {
    const auto first = added(), second = added("mijn adres ook");
    EXPECT_EQ(second.number, 2);
    store->items().withdraw(first.id, "staat er twee keer", els);
    EXPECT_EQ(store->items().ofRequest(request().id).at(0).withdrawnWhy, "staat er twee keer");
    EXPECT_EQ(refusal([&] { store->items().withdraw(first.id, "nog eens", els); }), "forbiddenByRule");
    EXPECT_EQ(refusal([&] { store->items().withdraw(second.id, "", els); }), "forbiddenByRule");
    EXPECT_THROW(raw("UPDATE request_item SET what = 'iets anders'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM request_item"), std::runtime_error);
}

TEST_F(ItemsTest, DecisionsFollowEachOtherAndTwoPeopleAtOnceAreTold) {
    const auto item = added();
    store->items().decide(decision(item, els), 0);
    EXPECT_EQ(refusal([&] { store->items().decide(decision(item, jan), 0); }), "conflict");
    auto second = decision(item, jan);
    second.choice = "fact-refused", second.answer = "refused", second.fields = {{"why", "het klopt"}};
    store->items().decide(second, 1);
    EXPECT_EQ(store->items().latest(request().id).at(item.id).choice, "fact-refused");
    EXPECT_EQ(store->items().history(item.id).at(0).fields.at("becomes"), "3 \"mei\"");
    EXPECT_THROW(raw("UPDATE item_decision SET answer = 'granted'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM item_decision"), std::runtime_error);
    store->items().withdraw(item.id, "ingetrokken door verzoeker", els);
    EXPECT_TRUE(store->items().latest(request().id).empty());
    EXPECT_EQ(refusal([&] { store->items().decide(second, 2); }), "forbiddenByRule");
}

TEST_F(ItemsTest, WhoDecidedOnAPointDoesNotSign) {
    decideEverything();
    store->items().decide(decision(added(), officer), 0);
    store->reviews().finish(request().id, els);
    buildPackage();
    EXPECT_FALSE(store->signOffs().maySign(request().id, officer));
    EXPECT_THROW(raw("INSERT INTO sign_off (id, request_id, package_hash, signed_by, signed_at) VALUES ('s', '" + request().id + "', 'hash-1', '" + officer + "', '2026-03-02T09:00:00Z')"),
                 std::runtime_error);
    EXPECT_TRUE(store->signOffs().maySign(request().id, secondOfficer));
}

TEST_F(ItemsTest, APointThatIsAddedOrAnotherFormVoidsTheSignature) {
    for (const std::function<void()>& change : {std::function<void()>([&] { added(); }), std::function<void()>([&] {
             store->answerForms().choose({request().id, "inspection", "dat vroeg zij", els, {}});
         })}) {
        signedPackage();
        change();
        EXPECT_FALSE(store->signOffs().standing(request().id));
        store->reviews().reopen(request().id);
    }
}

TEST_F(ItemsTest, AnOrderIsConfirmedOnceWithWhoSaysSoAndHoldsTheCaseOpen) {
    const auto item = added();
    EXPECT_TRUE(store->items().order(order(item, "correct")));
    EXPECT_FALSE(store->items().order(order(item, "correct")));
    EXPECT_TRUE(store->items().mustTell(request().id, item.id, "basisschool De Regenboog"));
    EXPECT_FALSE(store->items().mustTell(request().id, item.id, "basisschool De Regenboog"));
    EXPECT_TRUE(store->items().hasOpenWork(request().id));
    EXPECT_THROW(raw("UPDATE privacy_request SET step = 'closed'"), std::runtime_error);
    auto confirmed = store->items().orders(request().id).at(0);
    confirmed.confirmedOn = confirmed.dueOn, confirmed.recordedBy = els;
    EXPECT_EQ(refusal([&] { store->items().confirm(confirmed); }), "forbiddenByRule") << "nobody at the partner says so";
    confirmed.confirmedBy = "T. Beheer, applicatiebeheer";
    store->items().confirm(confirmed);
    EXPECT_EQ(refusal([&] { store->items().confirm(confirmed); }), "forbiddenByRule");
    EXPECT_TRUE(store->items().openOrders().empty());
    auto told = store->items().recipients(request().id).at(0);
    told.recordedBy = els;
    EXPECT_EQ(refusal([&] { store->items().settle(told); }), "forbiddenByRule") << "neither told nor why not";
    told.impossibleWhy = "de school bestaat niet meer";
    store->items().settle(told);
    EXPECT_FALSE(store->items().hasOpenWork(request().id));
    EXPECT_NO_THROW(raw("UPDATE privacy_request SET step = 'closed'"));
}

TEST_F(ItemsTest, ExcessiveIsSaidByOneAndConfirmedByAnotherWhoIsAPrivacyOfficer) {
    ExcessiveClaim claim;
    claim.requestId = request().id, claim.kind = "repeated", claim.why = "derde keer", claim.offered = "een gesprek", claim.proposedBy = officer;
    const auto id = store->answerForms().propose(claim).id;
    for (const auto& by : {officer, els}) EXPECT_EQ(refusal([&] { store->answerForms().confirm(id, by); }), "forbiddenByRule");
    store->answerForms().confirm(id, secondOfficer);
    EXPECT_EQ(store->answerForms().claim(request().id)->confirmedBy, secondOfficer);
    EXPECT_THROW(raw("UPDATE excessive_claim SET why = 'anders'"), std::runtime_error);
}

TEST_F(ItemsTest, AnInspectionIsHeldOnceAndOnlyWhatWasSigned) {
    Inspection planned;
    planned.requestId = request().id, planned.partnerId = document.partnerId, planned.day = Date{std::chrono::year{2026}, std::chrono::March, std::chrono::day{20}};
    planned.time = "14:00", planned.place = "Stadhuis", planned.plannedBy = els;
    auto held = store->answerForms().plan(planned);
    held.heldOn = held.day, held.present = "vader en zijn tolk", held.shown = "stukken 1 tot en met 4", held.recordedBy = els;
    EXPECT_EQ(refusal([&] { store->answerForms().hold(held); }), "forbiddenByRule") << "nothing was signed";
    signedPackage();
    store->answerForms().hold(held);
    EXPECT_EQ(store->answerForms().inspections(request().id).at(0).present, "vader en zijn tolk");
    EXPECT_EQ(refusal([&] { store->answerForms().hold(held); }), "forbiddenByRule");
}

TEST_F(ItemsTest, ARegisterIsFollowedNotChanged) {
    EXPECT_EQ(store->answerForms().registerOf(document.partnerId), "");
    store->answerForms().setRegister(document.partnerId, "{\"a\":1}", els);
    store->answerForms().setRegister(document.partnerId, "{\"a\":2}", els);
    EXPECT_EQ(store->answerForms().registerOf(document.partnerId), "{\"a\":2}");
    EXPECT_THROW(raw("UPDATE partner_register SET fields = '{}'"), std::runtime_error);
}

}  // namespace service::store
