// The terms tab beyond suspending and extending: several parts at once, days that people tell, a refusal in time, where each date
// comes from.
#include "tests/unit/web/parted_region.h"

namespace {

using namespace tests;

class TermDays : public PartedRegion {
  protected:
    // One letter with two rights towards one partner: two parts, each with its own clock.
    TermDays() {
        setPartners({"vt", "gi"});
        parts = logged({{"also", "erasure"}, {"identity_method", "not-yet"}});
        for (const auto& it : region.store->requests().ofApplication(application))
            if (it.partnerId == "vt") (it.right == "access" ? access : erasure) = it.id;
        for (const auto& id : {access, erasure}) {
            auto request = region.store->requests().load(id);
            request.identityMethod = "not-yet", request.identityOn.reset();
            region.store->requests().change(request);
        }
    }
    std::size_t suspensions(const std::string& id) { return region.store->requests().suspensions(id).size(); }
    std::string terms(const std::string& id) { return signedIn("beoordelaar").get("/verzoeken/" + id + "/termijnen").body; }
    static bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

    std::map<std::string, service::store::Request> parts;
    std::string access, erasure;
};

}  // namespace

TEST_F(TermDays, OneQuestionStopsTheClockOfEachPartItHoldsForAndEachIsUndoneByItself) {
    auto reviewer = signedIn("beoordelaar");
    const auto form = reviewer.get("/verzoeken/" + access + "/termijn/opschorten");
    EXPECT_TRUE(holds(form, "value=\"" + erasure + "\" checked")) << "all that may, at first";
    EXPECT_TRUE(holds(form, "Deze grond geldt niet bij dit recht")) << "why not on every ground";
    EXPECT_FALSE(holds(form, parts.at("gi").reference)) << "of a partner that handles itself";
    const Form identity{{"ground", "identity"}, {"from", "2026-03-12"}, {"how", "otherwise"}, {"reason", "onbekende stem"}, {"parts", erasure}};
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/termijn/opschorten", identity).status, 303);
    EXPECT_EQ(suspensions(access), 1u);
    EXPECT_EQ(suspensions(erasure), 1u);
    EXPECT_TRUE(has(terms(access), "Ook voor " + region.store->requests().load(erasure).reference));
    const auto one = region.store->requests().suspensions(erasure).front().id;
    EXPECT_EQ(reviewer.post("/verzoeken/" + erasure + "/opschortingen/" + one + "/ongedaan", {{"why", "alleen de inzage"}}).status, 303);
    EXPECT_EQ(suspensions(erasure), 0u);
    EXPECT_EQ(suspensions(access), 1u) << "undone by itself";
}

TEST_F(TermDays, APartThatTheGroundDoesNotHoldForIsLeftOutWithWhy) {
    auto reviewer = signedIn("beoordelaar");
    const Form clarification{{"ground", "clarification"}, {"from", "2026-03-12"}, {"how", "otherwise"}, {"reason", "veel stukken"}, {"documents", "400"}, {"parts", erasure}};
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/termijn/opschorten", clarification).status, 303);
    EXPECT_EQ(suspensions(access), 1u);
    EXPECT_EQ(suspensions(erasure), 0u);
    EXPECT_TRUE(has(terms(access), "Niet voor " + region.store->requests().load(erasure).reference + ": Deze grond geldt niet bij dit recht."));
}

TEST_F(TermDays, PartsAreExtendedTogetherAndTheAnswerReachesThoseThatWait) {
    auto reviewer = signedIn("beoordelaar");
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/termijn/verlengen", {{"told_on", "2026-03-12"}, {"how", "otherwise"}, {"reason", "veel stukken"}, {"parts", erasure}}).status, 303);
    for (const auto& id : {access, erasure}) EXPECT_TRUE(region.store->requests().findExtension(id)) << id;
    EXPECT_EQ(reviewer.post("/verzoeken/" + erasure + "/termijn/verlenging/ongedaan", {{"why", "kan gewoon op tijd"}}).status, 303);
    EXPECT_TRUE(region.store->requests().findExtension(access));
    EXPECT_TRUE(holds(reviewer.get("/verzoeken/" + erasure + "/termijn/verlengen"), parts.at("vt").reference.substr(0, 12))) << "the other cannot come along, and it says so";
}

// AVG art. 12(4): an extension is to decide; a refusal is told within the first month all the same.
TEST_F(TermDays, ARefusalKeepsItsMonthWhenTheTermIsExtended) {
    auto reviewer = signedIn("beoordelaar");
    EXPECT_FALSE(has(terms(access), "Een weigering meedelen"));
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/termijn/verlengen", {{"told_on", "2026-03-12"}, {"how", "otherwise"}, {"reason", "veel stukken"}}).status, 303);
    const auto page = terms(access);
    EXPECT_TRUE(has(page, "Een weigering meedelen"));
    EXPECT_TRUE(has(page, "AVG art. 12 lid 4"));
    EXPECT_TRUE(has(page, "Als u weigert: meedelen uiterlijk vr 10 april 2026"));
    EXPECT_FALSE(holds(reviewer.get("/werkvoorraad?wie=team"), "weigeren kan nog"));
    moveTo("2026-04-07T08:00:00Z");
    EXPECT_TRUE(holds(signedIn("beoordelaar").get("/werkvoorraad?wie=team"), "weigeren kan nog tot en met 10 april 2026"));
    moveTo("2026-04-13T08:00:00Z");
    EXPECT_TRUE(holds(signedIn("beoordelaar").get("/werkvoorraad?wie=team"), "weigeren is nu te laat"));
}

// Wmo 2015 art. 5.3.1: four weeks from the day of recording, whenever the request came.
TEST_F(TermDays, VeiligThuisTellsTheFamilyFromTheDayItRecorded) {
    auto reviewer = signedIn("beoordelaar");
    const auto form = "/verzoeken/" + access + "/termijn/dag";
    EXPECT_FALSE(has(terms(access), "Het gezin inlichten over vastgelegde gegevens")) << "nobody said that anything was recorded";
    EXPECT_EQ(reviewer.get(form + "?soort=inform-extended").status, 404) << "nothing to extend";
    EXPECT_EQ(reviewer.post(form, {{"kind", "recorded"}, {"partner", "vt"}, {"day", "2026-03-13"}}).status, 422) << "the future";
    EXPECT_EQ(reviewer.post(form, {{"kind", "recorded"}, {"partner", "vt"}, {"day", "2026-03-02"}}).status, 303);
    EXPECT_TRUE(has(terms(access), "ma 30 maart 2026"));
    EXPECT_EQ(reviewer.post(form, {{"kind", "inform-extended"}, {"partner", "vt"}, {"day", "2026-03-12"}, {"reason", ""}}).status, 422);
    EXPECT_EQ(reviewer.post(form, {{"kind", "inform-extended"}, {"partner", "vt"}, {"day", "2026-03-12"}, {"reason", "het kind is nog niet veilig"}}).status, 303);
    EXPECT_TRUE(has(terms(access), "ma 13 april 2026"));
    EXPECT_EQ(reviewer.post(form, {{"kind", "inform-extended"}, {"partner", "vt"}, {"day", "2026-03-12"}, {"reason", "het kind is nog niet veilig"}}).status, 303);
    EXPECT_TRUE(has(terms(access), "di 28 april 2026")) << "27 April is King's Day";
    moveTo("2026-04-30T08:00:00Z");
    EXPECT_TRUE(holds(signedIn("beoordelaar").get("/werkvoorraad?wie=team"), "het gezin inlichten is te laat; het kon tot en met 28 april 2026"));
    EXPECT_EQ(signedIn("beoordelaar").post(form, {{"kind", "family-told"}, {"partner", "vt"}, {"day", "2026-04-29"}}).status, 303);
    EXPECT_FALSE(holds(signedIn("beoordelaar").get("/werkvoorraad?wie=team"), "het gezin inlichten"));
    EXPECT_TRUE(has(terms(access), "▲ 1 dag te laat")) << "done, and late";
    const auto days = region.store->clockDays().ofRequest(access);
    EXPECT_EQ(signedIn("beoordelaar").post("/verzoeken/" + access + "/termijn/dagen/" + days.at(1).id + "/ongedaan", {{"why", "dubbel"}}).status, 303);
    EXPECT_TRUE(has(terms(access), "ma 13 april 2026")) << "as before";
}

TEST_F(TermDays, TheDayTheLetterArrivedMakesThePetitionExact) {
    auto known = region.store->requests().load(access);
    known.identityMethod = "passport", known.identityOn = service::amsterdamDay(region.clock.now());
    region.store->requests().change(known);
    handOut(known, "beoordelaar", "officer");
    auto reviewer = signedIn("beoordelaar");
    EXPECT_TRUE(has(terms(access), "gerekend is met de dag van verzending"));
    EXPECT_TRUE(has(terms(access), "do 23 april 2026"));
    const auto form = "/verzoeken/" + access + "/termijn/dag";
    EXPECT_EQ(reviewer.post(form, {{"kind", "letter-received"}, {"partner", "vt"}, {"day", "2026-03-11"}}).status, 422) << "before it was sent";
    moveTo("2026-03-20T09:00:00Z");
    EXPECT_EQ(signedIn("beoordelaar").post(form, {{"kind", "letter-received"}, {"partner", "vt"}, {"day", "2026-03-16"}}).status, 303);
    EXPECT_TRUE(has(terms(access), "Het antwoord is ontvangen op maandag 16 maart 2026"));
    EXPECT_TRUE(has(terms(access), "di 28 april 2026")) << "six weeks later is King's Day";
    EXPECT_FALSE(has(terms(access), "gerekend is met de dag van verzending"));
}

// Who does not let anyone know who asks, does so for all that was asked: recorded once, for the parts that are chosen.
TEST_F(TermDays, ARefusalToBeIdentifiedIsRecordedForSeveralPartsAtOnce) {
    auto reviewer = signedIn("beoordelaar");
    const auto refused = [&](const std::string& id) {
        const auto checks = region.store->identities().ofRequest(id);
        return !checks.empty() && checks.front().outcome == "refused";
    };
    const auto form = reviewer.get("/verzoeken/" + access + "/identiteit");
    EXPECT_TRUE(holds(form, "value=\"" + erasure + "\" checked"));
    EXPECT_FALSE(holds(form, parts.at("gi").id)) << "of a partner that handles itself";
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/identiteit", {{"method", "refused"}, {"note", "wil niets laten zien"}}).status, 303);
    EXPECT_TRUE(refused(access));
    EXPECT_FALSE(refused(erasure)) << "not chosen";
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/identiteit", {{"method", "refused"}, {"note", "wil niets laten zien"}, {"parts", erasure}, {"parts", parts.at("gi").id}}).status, 422) << "guessed";
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/identiteit", {{"method", "refused"}, {"note", "wil niets laten zien"}, {"parts", erasure}}).status, 303);
    EXPECT_TRUE(refused(erasure));
    EXPECT_FALSE(refused(parts.at("gi").id));
    const auto known = region.store->identities().ofRequest(erasure).size();
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/identiteit", {{"method", "passport"}, {"on", "2026-03-12"}, {"parts", erasure}}).status, 303);
    EXPECT_EQ(region.store->requests().load(erasure).identityMethod, "passport") << "known for all, once";
    EXPECT_EQ(region.store->identities().ofRequest(erasure).size(), known + 1);
}

// One answer to one question ends it for each part that was asked the same, and for no other.
TEST_F(TermDays, OneAnswerReachesThePartsThatAreChosen) {
    auto reviewer = signedIn("beoordelaar");
    EXPECT_EQ(reviewer.post("/verzoeken/" + access + "/termijn/opschorten", {{"ground", "identity"}, {"from", "2026-03-11"}, {"how", "otherwise"}, {"reason", "onbekende stem"}, {"parts", erasure}}).status, 303);
    const auto question = [&](const std::string& id) { return region.store->requests().suspensions(id).at(0); };
    const auto page = "/verzoeken/" + access + "/opschortingen/" + question(access).id + "/antwoord";
    EXPECT_TRUE(holds(reviewer.get(page), "value=\"" + erasure + "\" checked"));
    EXPECT_EQ(reviewer.post(page, {{"day", "2026-03-12"}, {"answer", "kwam langs"}, {"parts", parts.at("gi").id}}).status, 422) << "guessed";
    EXPECT_FALSE(question(access).until);
    EXPECT_EQ(reviewer.post(page, {{"day", "2026-03-12"}, {"answer", "kwam langs"}, {"parts", erasure}}).status, 303);
    for (const auto& id : {access, erasure}) {
        ASSERT_TRUE(question(id).until) << id;
        EXPECT_EQ(question(id).answer, "kwam langs");
    }
    EXPECT_EQ(reviewer.post(page, {{"day", "2026-03-12"}, {"answer", "nog eens"}}).status, 422) << "once";
}

TEST_F(TermDays, AMilestoneOpensToHowItsDayCameAbout) {
    const auto page = terms(access);
    EXPECT_TRUE(has(page, "12 werkdagen eerder is"));
    EXPECT_TRUE(has(page, "Planning van de regio"));
}
