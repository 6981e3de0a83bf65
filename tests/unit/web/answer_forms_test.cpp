// An access request answered otherwise than with documents, and a request that is manifestly excessive, over HTTP.
#include <set>

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "service/casework/law_of_request.h"
#include "service/casework/file_terms.h"
#include "tests/unit/web/rights.h"

namespace {

// White space as one space, so that a line that breaks differently reads the same.
std::string textOf(const std::string& pdf) {
    const auto file = std::filesystem::temp_directory_path() / ("letter-" + std::to_string(::getpid()) + ".pdf");
    std::ofstream(file, std::ios::binary) << pdf;
    std::string text;
    FILE* pipe = ::popen(("pdftotext -q " + file.string() + " -").c_str(), "r");
    if (!pipe) return {};
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        const bool space = c == ' ' || c == '\n' || c == '\f';
        if (!space || text.empty() || text.back() != ' ') text += space ? ' ' : char(c);
    }
    ::pclose(pipe);
    std::filesystem::remove(file);
    return text;
}

}  // namespace

using tests::Form;
using tests::has;
using tests::Region;
using tests::Rights;

TEST_F(Rights, WhatYouDoWithMyDataIsAnsweredWithoutDocumentsFromTheRegister) {
    log("access");
    auto& admin = as("beheer");
    EXPECT_TRUE(has(as("beoordelaar").get(page + "/antwoordvorm"), "Van deze partners is het register leeg"));
    EXPECT_TRUE(has(admin.get("/beheer/partners/vt/register"), "meldingen van huiselijk geweld en kindermishandeling onderzoeken")) << "what is usual stands beside it";
    EXPECT_EQ(admin.post("/beheer/partners/vt/register", {{"nl-purposes", "onderzoek doen in de Proefregio"}}).status, 303);
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "processing"}}).status, 422) << "with a reason";
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "processing"}, {"why", "vader vraagt alleen wat wij met zijn gegevens doen"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afronden", {}).status, 303);
    work();
    signAndHandOut();
    EXPECT_EQ(files(), (std::vector<std::string>{"beslissing-1.pdf", "manifest.json"}));
    const auto words = textOf(letter("beslissing-1.pdf"));
    EXPECT_TRUE(words.find("onderzoek doen in de Proefregio") != words.npos) << words;
    EXPECT_TRUE(words.find("huiselijk geweld en kindermishandeling onderzoeken") == words.npos) << "what is usual is not what this partner says\n" << words;
    EXPECT_FALSE(has(reviewer.get(page + "/antwoordvorm"), "het register leeg"));
    EXPECT_TRUE(region.store->collections().ofRequest(id).empty());
}

// The table of the region: per partner and kind of dossier, and otherwise what is usual for the kind of partner.
TEST_F(Rights, HowLongAPartnerKeepsADossierIsFilledInInItsRegister) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "Veilig Thuis bewaart het dossier 20 jaar"));
    auto& admin = as("beheer");
    const std::string where = "/beheer/partners/vt/register";
    const Form first{{"term-dossier-0", "adviesdossier"}, {"term-years-0", "2"}, {"term-source-0", "privacyreglement art. 9"}};
    for (const auto* years : {"", "twee", "0", "121", "2,5"}) {
        const auto refused = admin.post(where, {first[0], {"term-years-0", years}, first[2]});
        EXPECT_EQ(refused.status, 422) << years;
        EXPECT_TRUE(has(refused, "adviesdossier")) << "nothing typed is lost";
    }
    EXPECT_EQ(admin.post(where, first).status, 303);
    auto second = first;
    second.insert(second.end(), {{"term-dossier-1", "meldingsdossier"}, {"term-years-1", "20"}, {"term-source-1", "Wmo 2015 art. 5.3.4"}});
    EXPECT_EQ(admin.post(where, second).status, 303);
    for (const auto& there : {page + "/punten", page + "/punten/" + item(1)}) {
        const auto shown = reviewer.get(there);
        EXPECT_TRUE(has(shown, "‘adviesdossier’ 2 jaar") && has(shown, "‘meldingsdossier’ 20 jaar") && has(shown, "privacyreglement art. 9")) << there;
        EXPECT_FALSE(has(shown, "Veilig Thuis bewaart het dossier 20 jaar")) << there;
    }
    for (const auto* kind : {"behandelaar", "ggz", "huisarts"}) {
        auto partner = region.store->partners().load("vt");
        partner.id = "arts", partner.kind = kind;
        region.store->partners().save(partner);
        EXPECT_EQ(service::casework::fileTermsOf(*region.office, "arts").at(0).years, 20) << kind;
    }
}

// The answer is nothing but the register: what nobody said is no answer.
TEST_F(Rights, AnEmptyRegisterIsNoAnswer) {
    log("access");
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "processing"}, {"why", "vader vraagt alleen wat wij met zijn gegevens doen"}}).status, 303);
    reviewer.post(page + "/antwoordvorm/afronden", {});
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::logged);
    EXPECT_TRUE(has(reviewer.get(page + "/antwoordvorm"), "dat van Veilig Thuis Proefregio is leeg")) << "why it was refused";
    EXPECT_EQ(as("beheer").post("/beheer/partners/vt/register", {{"en-purposes", "investigate"}}).status, 303);
    reviewer.post(page + "/antwoordvorm/afronden", {});
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::logged) << "the letter is in Dutch";
}

// P5: a doctor or psychologist decides; the disciplinary board stands beside the petition of UAVG 35 and has no term.
TEST_F(Rights, ADoctorsDecisionNamesTheDisciplinaryBoardBesideTheCourt) {
    auto& admin = as("beheer");
    for (const char* kind : {"jeugdhulp", "wmo-aanbieder", "gemeente", "ggz", "huisarts", "behandelaar"})
        EXPECT_TRUE(has(admin.get("/beheer/partners/nieuw"), "value=\"" + std::string(kind) + "\"")) << kind;
    EXPECT_EQ(admin.post("/beheer/partners/vt", {{"name", "Psychologenpraktijk Proef"}, {"kind", "behandelaar"}, {"legal_form", "praktijk"}, {"address", "Plein 2, 1234 AA Proefstad"}, {"active", "ja"}}).status, 303);
    EXPECT_EQ(admin.post("/beheer/partners/vt/register", {{"nl-purposes", "behandelen"}}).status, 303);
    ASSERT_EQ(region.store->partners().load("vt").kind, "behandelaar");
    log("access");
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "processing"}, {"why", "vader vraagt alleen wat wij met zijn gegevens doen"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afronden", {}).status, 303);
    work();
    signAndHandOut();
    const auto text = textOf(letter("beslissing-1.pdf"));
    const auto says = [&](const char* words) { return text.find(words) != text.npos; };
    EXPECT_TRUE(says("Regionaal Tuchtcollege")) << text;
    EXPECT_TRUE(says("UAVG art. 35"));
    EXPECT_FALSE(says("bezwaarschrift"));
    const auto terms = reviewer.get(page + "/termijnen");
    EXPECT_TRUE(has(terms, "Verzoekschrift bij de rechtbank"));
    EXPECT_FALSE(has(terms, "Tuchtcollege")) << "no term runs for it";
}

TEST_F(Rights, ExcessiveTakesAReasonAndASecondPerson) {
    log("access");
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/buitensporig", {{"kind", "repeated"}, {"why", "te veel"}, {"offered", "een gesprek"}}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/buitensporig", {{"kind", "repeated"}, {"why", "derde keer in twee maanden dezelfde stukken, zonder dat er iets bij kwam"}, {"earlier", "LW-2026-0001 en LW-2026-0002, niets veranderd"}, {"offered", "alleen het nieuwe verslag"}}).status, 303);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::logged) << "nothing happens by itself";
    EXPECT_EQ(reviewer.post(page + "/buitensporig/bevestigen", {}).status, 403);
    EXPECT_EQ(as("officer").post(page + "/buitensporig/bevestigen", {}).status, 303);
    work();
    signAndHandOut();
    EXPECT_EQ(files().front(), "beslissing-1.pdf");
}

// Whatever was decided on a point before: what is not taken up is not carried out.
TEST_F(Rights, WhatIsNotTakenUpIsNotCarriedOut) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "de huisarts"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/buitensporig", {{"kind", "repeated"}, {"why", "derde keer in twee maanden hetzelfde verzoek, zonder dat er iets bij kwam"}, {"earlier", "LW-2026-0001 en LW-2026-0002, niets veranderd"}, {"offered", "een gesprek"}}).status, 303);
    EXPECT_EQ(as("officer").post(page + "/buitensporig/bevestigen", {}).status, 303);
    work();
    signAndHandOut();
    EXPECT_TRUE(region.store->items().orders(id).empty());
    EXPECT_TRUE(region.store->items().recipients(id).empty());
}

TEST_F(Rights, AnObjectionThatIsNotTakenUpLeavesNothingRestricted) {
    log("objection");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik mijn gegevens niet voor het onderzoek");
    EXPECT_EQ(reviewer.post(page + "/buitensporig", {{"kind", "repeated"}, {"why", "derde keer in twee maanden hetzelfde bezwaar, zonder dat er iets bij kwam"}, {"earlier", "LW-2026-0001 en LW-2026-0002, niets veranderd"}, {"offered", "een gesprek"}}).status, 303);
    EXPECT_EQ(as("officer").post(page + "/buitensporig/bevestigen", {}).status, 303);
    work();
    signAndHandOut();
    std::set<std::string> kinds;
    for (const auto& order : region.store->items().orders(id)) kinds.insert(order.kind);
    EXPECT_EQ(kinds, (std::set<std::string>{"restrict", "lift"}));
}

TEST_F(Rights, InspectionOnLocationEndsInAWrittenDecisionThatTellsWhatWasShown) {
    log("access");
    auto& reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm", {{"form", "inspection"}, {"why", "vader wil de stukken op het stadhuis lezen"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken", {{"day", "2026-03-01"}, {"time", "14:00"}, {"place", "Stadhuis"}}).status, 422) << "a day that is over";
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken", {{"day", today}, {"time", "14:00"}, {"place", "Stadhuis, kamer 2"}}).status, 303);
    const auto visit = region.store->answerForms().inspections(id).at(0).id;
    EXPECT_TRUE(reviewer.get(page + "/antwoordvorm/afspraken/" + visit + "/brief.pdf").body.starts_with("%PDF"));
    const Form held{{"on", today}, {"present", "vader, zijn tolk en Bram Oordeel"}, {"shown", "de verantwoording en de beslissing"}};
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken/" + visit + "/gehouden", held).status, 409) << "nothing was signed";
    reviewedWithNothingHeld();
    auto& officer = as("officer");
    officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", tests::hidden(officer.get(page + "/vrijgave").body, "hash")}});
    as("balie").post(page + "/verstrekken", handing());
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::signOff) << "nothing goes out before it was shown";
    EXPECT_TRUE(has(reviewer.get(page + "/verstrekking"), "Er gaat geen pakket uit voordat"));
    const auto signedAt = region.clock.now();
    region.clock.moveTo(signedAt + std::chrono::hours(24));  // it is read days after the signature, which stands
    EXPECT_TRUE(reviewer.signIn("beoordelaar"));
    EXPECT_FALSE(has(reviewer.get("/"), "het pakket is van gisteren"));
    EXPECT_FALSE(has(reviewer.get(page + "/verstrekking"), "/pakket/opnieuw"));
    region.clock.moveTo(signedAt);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken/" + visit + "/gehouden", {{"on", today}, {"present", "vader"}}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/afspraken/" + visit + "/gehouden", held).status, 303);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::packaging);
    EXPECT_FALSE(region.store->signOffs().standing(id)) << "the officer reads what is written of it";
    work();
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
    signAndHandOut();
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    EXPECT_TRUE(region.store->releases().latest(id)->releasedAt) << "remedies, breaches and figures count from it";
    for (const auto& file : files()) EXPECT_FALSE(file.starts_with("stukken/")) << "no copy goes along: " << file;
    EXPECT_TRUE(has(reviewer.get(page + "/antwoordvorm"), "vader, zijn tolk en Bram Oordeel"));
}

// Procedure P12: by a decision open to remedy, never by default; and not the end where it becomes known after all.
TEST_F(Rights, WhoDoesNotLetAnyoneKnowWhoTheyAreIsPutAsideByADecisionAndTakenUpAfterAll) {
    log("access");
    auto& reviewer = as("beoordelaar");
    const Form aside{{"asked", "Op 3 en 10 maart vroegen wij u om langs te komen of een code te noemen."}, {"until", "2026-03-11"}, {"why", "Wij kunnen anders niet zien of het dossier over u gaat."}};
    const auto put = [&](const Form& form) { return reviewer.post(page + "/identiteit/buiten-behandeling", form).status; };
    EXPECT_EQ(put(aside), 422) << "nobody refused yet";
    EXPECT_FALSE(has(reviewer.get(page + "/identiteit"), "/identiteit/buiten-behandeling"));
    EXPECT_EQ(reviewer.post(page + "/identiteit", {{"method", "refused"}, {"note", "wil niets laten zien"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/identiteit"), "/identiteit/buiten-behandeling"));
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::logged) << "nothing happens by itself";
    EXPECT_EQ(put({{"asked", "x"}, {"until", "2026-03-11"}}), 422) << "with reasons";
    for (const auto* day : {"", "2026-03-01", "2026-03-02", "2026-03-12", "2026-03-26"}) {
        const auto refused = reviewer.post(page + "/identiteit/buiten-behandeling", {aside[0], {"until", day}, aside[2]});
        EXPECT_EQ(refused.status, 422) << "a chance that is over: " << day;
        EXPECT_TRUE(has(refused, "Op 3 en 10 maart vroegen wij u")) << "nothing typed is lost";
        if (std::string(day) >= today) { EXPECT_TRUE(has(refused, "Wacht die dag af; daarna kunt u dit voorstellen.")) << day; }
    }
    EXPECT_FALSE(region.store->answerForms().standingAside(id));
    EXPECT_EQ(as("balie").post(page + "/identiteit/buiten-behandeling", aside).status, 403);
    // It becomes known before the letter goes out.
    EXPECT_EQ(put(aside), 303);
    work();
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
    EXPECT_EQ(reviewer.post(page + "/identiteit", {{"method", "passport"}, {"on", today}}).status, 303);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::logged) << "handled as usual";
    EXPECT_FALSE(region.store->answerForms().standingAside(id));
    // It does not.
    EXPECT_EQ(reviewer.post(page + "/identiteit", {{"method", "refused"}, {"note", "het paspoort was van een ander"}}).status, 303);
    EXPECT_EQ(put(aside), 303);
    work();
    EXPECT_TRUE(has(as("officer").get(page + "/vrijgave"), "Weeg of er geen lichtere manier is"));
    signAndHandOut();
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    EXPECT_EQ(files(), (std::vector<std::string>{"beslissing-1.pdf", "manifest.json"}));
    EXPECT_NE(textOf(letter("beslissing-1.pdf")).find("U kon dit doen tot en met 11 maart 2026."), std::string::npos);
    EXPECT_TRUE(has(reviewer.get(page + "/identiteit"), "11 maart 2026"));
    EXPECT_TRUE(has(reviewer.get("/aanvragen/" + region.store->requests().load(id).applicationId), "niet in behandeling genomen"));
    EXPECT_EQ(reviewer.post(page + "/na-de-beslissing", {{"kind", "petition"}, {"received_on", today}, {"about", "wil toch een antwoord"}}).status, 303) << "open to remedy";
    // Afterwards: a part that takes its place.
    EXPECT_EQ(reviewer.post(page + "/identiteit/opnieuw", {{"why", "kwam met een paspoort aan de balie"}}).status, 303);
    const auto parts = region.store->requests().ofApplication(region.store->requests().load(id).applicationId);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts.back().reopens, id);
    EXPECT_EQ(parts.back().identityMethod, "not-yet");
    EXPECT_EQ(reviewer.post(page + "/identiteit/opnieuw", {{"why", "nog eens"}}).status, 422) << "once";
}

// Basis: Awb art. 4:5 lid 4: within four weeks after the chance that was given. A private body has no such term.
TEST_F(Rights, APublicBodyPutsAsideWithinFourWeeks) {
    log("access");
    const auto put = [&] {
        return as("beoordelaar").post(page + "/identiteit/buiten-behandeling", {{"asked", "Wij vroegen u langs te komen."}, {"until", "2026-03-11"}, {"why", "Wij weten niet wie u bent."}});
    };
    EXPECT_EQ(as("beoordelaar").post(page + "/identiteit", {{"method", "refused"}, {"note", "wil niets laten zien"}}).status, 303);
    auto partner = region.store->partners().load("vt");
    partner.publicBody = true;
    region.store->partners().save(partner);
    region.clock.moveTo(service::momentFromIso("2026-04-09T09:00:00Z"));
    EXPECT_TRUE(as("beoordelaar").signIn("beoordelaar"));
    const auto late = put();
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(has(late, "binnen vier weken na die dag"));
    EXPECT_TRUE(has(late, "Wij vroegen u langs te komen.")) << "nothing typed is lost";
    partner.publicBody = partner.contested = false;
    region.store->partners().save(partner);
    EXPECT_EQ(put().status, 303);
}

// A question stops the clock, not the work. The answer never came, the decision did: that day is the last that counts.
TEST_F(Rights, WorkGoesOnWhileTheTermStandsStillAndTheDecisionEndsThat) {
    log("access");
    auto& reviewer = as("beoordelaar");
    ASSERT_EQ(reviewer.post(page + "/termijn/opschorten", {{"ground", "clarification"}, {"from", "2026-03-05"}, {"how", "otherwise"}, {"documents", "400"}, {"reason", "waar gaat het om"}}).status, 303);
    const auto clock = [&] { return service::casework::clockOf(*region.office, region.store->requests().load(id)); };
    EXPECT_TRUE(clock().suspended);
    const auto due = clock().due;
    const auto steps = [&] { return region.store->requests().load(id).step; };
    reviewer.post(page + "/vragen", {});
    work();
    reviewer.post(page + "/partners/vt/met-de-hand", {{"answer", "nothing-held"}, {"reason", "niets gevonden"}});
    work();
    reviewer.post(page + "/beoordeling-beginnen", {});
    work();
    EXPECT_EQ(steps(), service::store::Step::review);
    EXPECT_TRUE(clock().suspended) << "still no answer";
    reviewer.post(page + "/beoordeling-afronden", {});
    work();
    signAndHandOut();
    EXPECT_FALSE(clock().suspended);
    EXPECT_EQ(region.store->requests().suspensions(id).at(0).until, service::requests::parseIso(today));
    EXPECT_FALSE(has(reviewer.get(page + "/termijnen"), "voorlopig"));
    region.clock.moveTo(region.clock.now() + std::chrono::hours(24 * 10));
    EXPECT_EQ(clock().due, due);
    // As cases of before were left: open, and decided.
    auto open = region.store->requests().suspensions(id).at(0);
    open.until.reset();
    region.store->requests().addSuspension(open);
    EXPECT_EQ(clock().due, due) << "it no longer moves on";
}

// Signed in time, not handed out in time.
TEST_F(Rights, ALetterThatPutsAsideGoesNotOutAfterTheFourWeeks) {
    log("access");
    EXPECT_EQ(as("beoordelaar").post(page + "/identiteit", {{"method", "refused"}, {"note", "wil niets laten zien"}}).status, 303);
    EXPECT_EQ(as("beoordelaar").post(page + "/identiteit/buiten-behandeling", {{"asked", "Wij vroegen u langs te komen."}, {"until", "2026-03-11"}, {"why", "Wij weten niet wie u bent."}}).status, 303);
    work();
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
    region.clock.moveTo(service::momentFromIso("2026-04-09T09:00:00Z"));
    EXPECT_TRUE(as("balie").signIn("balie") && as("beoordelaar").signIn("beoordelaar"));
    as("beoordelaar").post(page + "/pakket/opnieuw", {});
    work();
    auto& officer = as("officer");
    const auto summary = officer.get(page + "/vrijgave");
    EXPECT_TRUE(has(summary, "Deze brief kon uit tot en met 8 april 2026")) << "what to do stands there";
    const auto identity = officer.get(page + "/identiteit");
    EXPECT_TRUE(has(identity, "class=\"derivation\"") && has(identity, "Awb art. 4:5 lid 4")) << "and how that day came about";
    officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", tests::hidden(summary.body, "hash")}});
    EXPECT_FALSE(region.store->signOffs().standing(id));
    region.store->signOffs().sign(id, region.store->releases().latest(id)->packageHash, region.accounts["officer"]);
    as("balie").post(page + "/verstrekken", handing());
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::signOff) << "nor is it handed out";
}

// Basis: Jeugdwet art. 7.3.15; Wmo 2015 art. 5.3.2 lid 2; rule R9
class YoungRequester : public Rights {
  protected:
    YoungRequester() {
        auto& desk = as("balie");
        EXPECT_EQ(desk.post("/verzoeken/nieuw", {{"household", region.householdId}, {"requester", "kind1"}, {"subject", "kind1"}, {"right", "access"}, {"capacity", "self"}, {"received_on", "2026-03-02"},
                                                 {"channel", "counter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-02"}, {"do", "log"}}).status, 303);
        id = region.store->requests().all().front().id, page = "/verzoeken/" + id;
    }
};

TEST_F(YoungRequester, HearsWhoMayAskForItAndGetsNothingElse) {
    auto& reviewer = as("beoordelaar");
    EXPECT_TRUE(has(reviewer.get(page + "/antwoordvorm"), "nog geen 12 jaar"));
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/jong", {{"choice", "to-child"}, {"why", "het wil het graag"}}).status, 422) << "only a privacy officer";
    EXPECT_EQ(reviewer.post(page + "/antwoordvorm/jong", {{"choice", "representative"}, {"why", ""}}).status, 422);
    ASSERT_EQ(reviewer.post(page + "/antwoordvorm/jong", {{"choice", "representative"}, {"why", "moeder heeft gezag en kan het vragen"}}).status, 303);
    ASSERT_EQ(reviewer.post(page + "/antwoordvorm/afronden", {}).status, 303);
    work();
    signAndHandOut();
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    EXPECT_EQ(files(), (std::vector<std::string>{"beslissing-1.pdf", "manifest.json"}));
    const auto text = textOf(letter("beslissing-1.pdf"));
    for (const char* words : {"Je mag het niet lezen", "Je vader, moeder of voogd mag het voor jou vragen", "Wij sturen je daarom nu geen papieren"}) EXPECT_NE(text.find(words), text.npos) << text;
}

TEST_F(YoungRequester, GetsItItselfOnlyWhenAPrivacyOfficerWroteWhy) {
    reviewedWithNothingHeld();
    auto& officer = as("officer");
    const auto stopped = officer.get(page + "/vrijgave");
    EXPECT_TRUE(has(stopped, "Dit kind is nog geen 12 jaar en vraagt zelf.")) << "and what to do";
    officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", tests::hidden(stopped.body, "hash")}});
    EXPECT_FALSE(region.store->signOffs().standing(id));
    region.store->signOffs().sign(id, region.store->releases().latest(id)->packageHash, region.accounts["officer"]);
    as("balie").post(page + "/verstrekken", handing());
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff) << "signed before the rule: it does not go out";
    EXPECT_EQ(as("beoordelaar").post(page + "/antwoordvorm/jong", {{"choice", "to-child"}, {"why", "het wil het graag"}}).status, 422);
    ASSERT_EQ(officer.post(page + "/antwoordvorm/jong", {{"choice", "to-child"}, {"why", "het woont bij zijn oma en begrijpt het goed"}}).status, 303);
    EXPECT_FALSE(region.store->signOffs().standing(id)) << "what was signed is another letter";
    as("beoordelaar").post(page + "/pakket/opnieuw", {});
    work();
    EXPECT_TRUE(has(officer.get(page + "/vrijgave"), "het woont bij zijn oma en begrijpt het goed"));
    signAndHandOut();
    ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    EXPECT_EQ(textOf(letter("beslissing-1.pdf")).find("Daarom mogen wij jou dit niet zelf geven"), std::string::npos);
}

// "You need not send it again", says the letter: what was asked comes along, and an objection is weighed with the data at rest.
TEST_F(Rights, APartThatTakesThePlaceOfOnePutAsideHasItsPoints) {
    log("objection");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik in het wijkteam", {{"place", "verslag van 3 februari"}, {"wish", "niet meer gebruiken"}});
    point(reviewer, "vergissing");
    EXPECT_EQ(reviewer.post(page + "/punten/" + item(2) + "/intrekken", {{"why", "dubbel"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/identiteit", {{"method", "refused"}, {"note", "wil niets laten zien"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/identiteit/buiten-behandeling", {{"asked", "Wij vroegen u langs te komen."}, {"until", "2026-03-11"}, {"why", "Wij weten niet wie u bent."}}).status, 303);
    work();
    signAndHandOut();
    EXPECT_EQ(reviewer.post(page + "/identiteit/opnieuw", {{"why", "kwam met een paspoort aan de balie"}}).status, 303);
    const auto made = region.store->requests().ofApplication(region.store->requests().load(id).applicationId).back();
    ASSERT_EQ(made.reopens, id);
    const auto points = region.store->items().ofRequest(made.id);
    ASSERT_EQ(points.size(), 1u) << "not the one that was withdrawn";
    EXPECT_EQ(points[0].what + "/" + points[0].place + "/" + points[0].wish, "gebruik in het wijkteam/verslag van 3 februari/niet meer gebruiken");
    EXPECT_EQ(made.step, service::store::Step::review);
    const auto orders = region.store->items().orders(made.id);
    ASSERT_EQ(orders.size(), 1u);
    EXPECT_EQ(orders[0].kind, "restrict");
}
