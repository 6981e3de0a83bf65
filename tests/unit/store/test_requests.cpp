#include <algorithm>

#include "tests/unit/store/fresh_store.h"

namespace service::store {

using namespace std::chrono;

using RequestsTest = FreshStore;

TEST_F(RequestsTest, GetsTheNextReferenceOfItsYear) {
    EXPECT_EQ(request().reference, "LW-2026-0001");
    NewRequest next = request();
    next.id.clear(), next.applicationId.clear();
    EXPECT_EQ(store->requests().add(next).reference, "LW-2026-0002");
    clock.moveTo(sys_days{year{2026} / 12 / 31} + hours(23));  // midnight has passed in Amsterdam
    EXPECT_EQ(store->requests().add(next).reference, "LW-2027-0001");
    EXPECT_EQ(store->requests().findByReference("LW-2026-0002")->receivedOn, Date(year{2026} / 2 / 27));
}

TEST_F(RequestsTest, IsGivenToTheEngineAsItAsks) {
    const auto asked = store->requests().accessRequest(request().id);
    EXPECT_EQ(asked.requester, "vader");
    EXPECT_EQ(asked.subjects, (std::vector<std::string>{"vader", "kind1"}));
    EXPECT_EQ(asked.received, Date(year{2026} / 2 / 27));
    EXPECT_EQ(asked.addressedTo, "vt");
}

TEST_F(RequestsTest, ASecondLetterOfTheSameIsPointedOut) {
    NewRequest again = request();
    again.id.clear();
    again.subjects = {"kind1"};
    EXPECT_EQ(store->requests().similar(again).size(), 1u);
    again.subjects = {"moeder"};
    EXPECT_TRUE(store->requests().similar(again).empty());
    again.subjects = {"kind1"};
    again.requesterId = "moeder";
    EXPECT_TRUE(store->requests().similar(again).empty());
}

TEST_F(RequestsTest, MovesOnlyFromWhereItStands) {
    const auto id = request().id;
    store->requests().moveTo(id, Step::logged, Step::collecting);
    EXPECT_EQ(refusal([&] { store->requests().moveTo(id, Step::logged, Step::review); }), "conflict");
    EXPECT_EQ(refusal([&] { store->requests().moveTo("geen", Step::logged, Step::review); }), "notFound");
    EXPECT_EQ(store->requests().load(id).step, Step::collecting);
}

TEST_F(RequestsTest, TheSecondOfTwoWhoCorrectAtOnceIsRefused) {
    auto seen = request();
    seen.remarks = "belde na";
    EXPECT_EQ(store->requests().change(seen).version, 2);
    EXPECT_EQ(refusal([&] { store->requests().change(seen); }), "conflict");
}

TEST_F(RequestsTest, IsExtendedOnceAndSuspendedWithAGround) {
    const auto id = request().id;
    store->requests().extend({id, year{2026} / 3 / 20, "veel stukken", "els", {}});
    EXPECT_EQ(refusal([&] { store->requests().extend({id, year{2026} / 4 / 1, "nog meer", "els", {}}); }), "conflict");
    EXPECT_EQ(store->requests().findExtension(id)->reason, "veel stukken");
    const auto added = store->requests().addSuspension({"", id, "identity", year{2026} / 3 / 3, {}, "geen bewijs", "els", {}});
    store->requests().endSuspension(added.id, year{2026} / 3 / 10, "belde terug");
    EXPECT_EQ(store->requests().suspensions(id)[0].until, Date(year{2026} / 3 / 10));
    EXPECT_EQ(refusal([&] { store->requests().endSuspension(added.id, year{2026} / 3 / 11, ""); }), "conflict");
}

// What was a mistake is withdrawn with a reason: it stays to be seen and counts no more, and the term can be extended anew.
TEST_F(RequestsTest, EventsOfATermAreWithdrawnAndNeverRewritten) {
    const auto id = request().id;
    auto& requests = store->requests();
    const auto added = requests.addSuspension({"", id, "identity", year{2026} / 3 / 3, {}, "geen bewijs", "els", {}});
    EXPECT_EQ(refusal([&] { requests.withdrawSuspension(added.id, " ", "els"); }), "forbiddenByRule");
    requests.withdrawSuspension(added.id, "verkeerde zaak", "els");
    EXPECT_TRUE(requests.suspensions(id).empty());
    ASSERT_EQ(requests.suspensionHistory(id).size(), 1u);
    EXPECT_EQ(requests.suspensionHistory(id)[0].withdrawn.why, "verkeerde zaak");
    EXPECT_EQ(refusal([&] { requests.endSuspension(added.id, year{2026} / 3 / 9, ""); }), "conflict");
    requests.extend({id, year{2026} / 3 / 20, "veel stukken", "els", {}});
    requests.withdrawExtension(id, "verkeerde zaak", "els");
    EXPECT_FALSE(requests.findExtension(id));
    EXPECT_EQ(refusal([&] { requests.withdrawExtension(id, "nog eens", "els"); }), "notFound");
    requests.extend({id, year{2026} / 3 / 24, "toch veel", "els", {}});
    EXPECT_EQ(requests.extensionHistory(id).size(), 2u);
    for (const auto* sql : {"DELETE FROM suspension", "UPDATE suspension SET from_day = '2026-03-01'", "DELETE FROM term_extension", "UPDATE term_extension SET told_on = '2026-03-01'"})
        EXPECT_ANY_THROW(raw(sql)) << sql;
}

TEST_F(RequestsTest, NoticesAreShownUntilTheirOwnReaderSawThem) {
    const auto els = someone("els2", Role::professional), jan = someone("jan2", Role::professional);
    const auto notice = store->notices().add({"", els, request().id, "clock-changed", "De uiterste dag is verschoven.", {}, {}});
    store->notices().markSeen(notice.id, jan);
    EXPECT_EQ(store->notices().unseen(els).size(), 1u);
    EXPECT_TRUE(store->notices().unseen(jan).empty());
    store->notices().markSeen(notice.id, els);
    EXPECT_TRUE(store->notices().unseen(els).empty());
    EXPECT_EQ(store->notices().ofRequest(request().id).size(), 1u);
}

// Handled together, and then one of them decides for itself: what it delivered is for nobody here any more.
TEST_F(RequestsTest, APartnerThatLeavesTakesWhatItDeliveredWithIt) {
    auto wanted = NewRequest(request());
    wanted.id.clear(), wanted.applicationId.clear(), wanted.partnerId.clear(), wanted.togetherWith = {"vt", "gi"};
    Partner other;
    other.id = "gi", other.name = "Jeugdbescherming Proef", other.kind = "gecertificeerde-instelling";
    store->partners().save(other);
    const auto els = someone("els4", Role::professional);
    const auto together = store->requests().add(wanted);
    std::vector<Id> pieces;
    for (const char* partner : {"gi", "vt"}) {
        NewFragment piece;
        piece.requestId = together.id, piece.partnerId = partner, piece.externalId = "1", piece.title = "verslag", piece.fileName = "v.txt", piece.mediaType = "text/plain", piece.sha256 = "ab";
        piece.sourceBlob = store->blobs().write(together.id, "verslag");
        pieces.push_back(store->fragments().add(piece).id);
        Collection asked;
        asked.requestId = together.id, asked.partnerId = partner, asked.state = CollectionState::done;
        store->collections().save(asked);
    }
    ASSERT_EQ(store->fragments().load(pieces[1]).duplicateOf, pieces[0]);
    EXPECT_EQ(refusal([&] { store->requests().leave(together.id, "gi", " ", els); }), "forbiddenByRule");
    store->requests().leave(together.id, "gi", "beslist zelf", els);
    EXPECT_EQ(store->requests().partnersOf(store->requests().load(together.id)), std::vector<Id>{"vt"});
    const auto left = store->fragments().ofRequest(together.id);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].id, pieces[1]);
    EXPECT_TRUE(left[0].duplicateOf.empty()) << "what it was the same as is here no more";
    EXPECT_FALSE(store->fragments().find(pieces[0]));
    EXPECT_EQ(store->collections().ofRequest(together.id).size(), 1u);
    EXPECT_FALSE(store->collections().find(together.id, "gi"));
    EXPECT_EQ(refusal([&] { store->requests().leave(together.id, "gi", "nog eens", els); }), "conflict");
    EXPECT_EQ(refusal([&] { store->requests().leave(together.id, "vt", "de laatste", els); }), "forbiddenByRule");
    EXPECT_ANY_THROW(raw("DELETE FROM left_together"));
    EXPECT_ANY_THROW(raw("UPDATE left_together SET partner_id = 'vt'"));
}

TEST_F(RequestsTest, ADelayIsToldOnceToAPersonAndExplainedOnce) {
    const auto els = someone("els2", Role::professional);
    Escalation slipped{request().id, "review", year{2026} / 3 / 9, 1, els, {}, Mail::waiting, ""};
    EXPECT_TRUE(store->delays().escalate(slipped));
    EXPECT_FALSE(store->delays().escalate(slipped));
    ASSERT_EQ(store->delays().waitingForMail().size(), 1u);
    store->delays().setMail(slipped, Mail::failed, "de mailserver weigert");
    EXPECT_TRUE(store->delays().waitingForMail().empty());
    EXPECT_EQ(store->delays().escalations(request().id)[0].mailError, "de mailserver weigert");
    EXPECT_EQ(refusal([&] { store->delays().explain({request().id, " ", els, {}}); }), "forbiddenByRule");
    store->delays().explain({request().id, "partner was laat", els, {}});
    EXPECT_EQ(refusal([&] { store->delays().explain({request().id, "toch niet", els, {}}); }), "conflict");
    store->delays().explain({request().id, "de weigering was te laat", els, {}, "staff", Lateness::refusal});  // another lateness
    const auto reasons = store->delays().explanations(request().id);
    ASSERT_EQ(reasons.size(), 2u);
    EXPECT_TRUE(std::any_of(reasons.begin(), reasons.end(), [](const auto& it) { return it.explains == Lateness::refusal && it.cause == "staff"; }));
    EXPECT_ANY_THROW(raw("UPDATE late_decision SET reason = 'anders'"));
    EXPECT_ANY_THROW(raw("DELETE FROM late_decision"));
}

using CollectionsTest = FreshStore;

TEST_F(CollectionsTest, RemembersWhatWasAskedAndHowItEnded) {
    Collection asked;
    asked.requestId = request().id;
    asked.partnerId = "vt";
    store->collections().save(asked);
    asked.partnerId = "lt";
    store->collections().save(asked);
    asked.partnerId = "vt";
    asked.state = CollectionState::done;
    asked.answer = "delivered-in-part";
    asked.searchedIn = {"Zaken API"};
    asked.searchedWith = {"burgerservicenummer"};
    asked.missing = {{"doc-9", "Brief", "kon niet worden opgehaald"}};
    asked.nextAttemptAt = mondayMorning;
    store->collections().save(asked);
    const auto all = store->collections().ofRequest(request().id);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].partnerId, "vt");
    EXPECT_EQ(all[0].missing[0].reason, "kon niet worden opgehaald");
    EXPECT_EQ(all[0].searchedWith, std::vector<std::string>{"burgerservicenummer"});
    fragment();
    store->collections().countDelivered(request().id, "vt");
    EXPECT_EQ(store->collections().load(request().id, "vt").delivered, 1);
}

using FragmentsTest = FreshStore;

TEST_F(FragmentsTest, TheSameDocumentTwiceIsStoredOnce) {
    const auto first = fragment("doc-1"), again = fragment("doc-1"), second = fragment("doc-2");
    EXPECT_EQ(first.id, again.id);
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(second.number, 2);
    EXPECT_TRUE(store->fragments().has(request().id, "vt", "doc-2"));
    EXPECT_FALSE(store->fragments().has(request().id, "lt", "doc-2"));
    EXPECT_EQ(store->fragments().ofRequest(request().id).size(), 2u);
}

TEST_F(FragmentsTest, EqualBytesUnderAnotherNamePointToTheFirst) {
    const auto first = fragment("doc-1");
    NewFragment copy = first;
    copy.partnerId = "lt";
    EXPECT_EQ(store->fragments().add(copy).duplicateOf, first.id);
}

TEST_F(FragmentsTest, ADoubtAfterReadingNeedsAHuman) {
    const auto it = fragment();
    const auto model = store->blobs().write(request().id, "{}");
    store->fragments().setRead(it.id, model, "paged", 4, "");
    EXPECT_EQ(store->fragments().load(it.id).state, FragmentState::read);
    store->fragments().setRead(it.id, model, "paged", 4, "tekst onder een plaatje");
    EXPECT_EQ(store->fragments().load(it.id).state, FragmentState::needsHuman);
    store->fragments().addPageImage({it.id, 0, model, 100, 200});
    store->fragments().addPageImage({it.id, 0, model, 300, 400});
    ASSERT_EQ(store->fragments().pageImages(it.id).size(), 1u);
    EXPECT_EQ(store->fragments().findPageImage(it.id, 0)->width, 300);
}

}  // namespace service::store
