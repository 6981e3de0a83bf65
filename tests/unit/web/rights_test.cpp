// The five rights besides access, each to its end over HTTP: points entered, decided with what the law asks, signed by
// another, handed out, carried out by the partner and confirmed.
#include "tests/unit/web/rights.h"

using service::store::FactKind;
using tests::Form;
using tests::has;
using tests::Rights;

TEST_F(Rights, RectificationPerPointCorrectedRefusedAndAStatementAdded) {
    log("rectification");
    auto& reviewer = as("beoordelaar");
    const auto overview = reviewer.get(page);
    EXPECT_TRUE(has(overview, "Leg de punten van het verzoek vast"));
    EXPECT_FALSE(has(overview, "Vraag de partners om stukken")) << "nothing is collected first";
    EXPECT_FALSE(has(overview, ">Stukken</a>"));
    point(reviewer, "mijn geboortedatum klopt niet", {{"place", "verslag van 12 februari"}, {"wish", "3 mei 1984"}});
    point(reviewer, "er staat dat ik agressief ben");
    point(reviewer, "ik was er die dag niet");
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "beslis over punt 2"));
    const auto choices = reviewer.get(page + "/punten/" + item(1));
    EXPECT_TRUE(has(choices, "Wat er komt te staan")) << "what is asked is visible before anything is sent";
    EXPECT_TRUE(has(reviewer.get(page + "/punten/" + item(1) + "?keuze=fact-corrected"), "3 mei 1984"));
    EXPECT_EQ(decide(reviewer, 1, "fact-corrected", {{"was", "2 mei 1984"}, {"becomes", "3 mei 1984"}, {"recipients", "basisschool De Regenboog"}}).status, 303);
    const auto blocked = decide(reviewer, 2, "opinion-statement", {{"whose", "de jeugdbeschermer"}, {"about", "other"}, {"statement", "ik was rustig"}, {"recipients", "niemand"}});
    EXPECT_EQ(blocked.status, 422);
    EXPECT_TRUE(has(blocked, "zonder vermelde grondslag, moet weg")) << "P10";
    EXPECT_TRUE(has(blocked, "ik was rustig")) << "what was typed stays";
    EXPECT_EQ(decide(reviewer, 2, "opinion-statement", {{"whose", "de jeugdbeschermer"}, {"about", "client"}, {"statement", "ik was rustig"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 3, "fact-refused", {{"why", "de presentielijst van 4 juni heeft uw handtekening"}}).status, 303);
    finishSignAndHandOut();
    for (const char* name : {"beslissing.pdf", "punt-1.pdf", "punt-2.pdf", "punt-3.pdf"}) EXPECT_TRUE(inPackage(name)) << name;
    EXPECT_FALSE(inPackage("inventarislijst.pdf"));
    EXPECT_TRUE(letter("beslissing.pdf").starts_with("%PDF"));
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad"), "Volg de opdrachten aan de partner")) << "decided, and not over";
    as("balie").post(page + "/afsluiten", {});
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::released) << "work is open at the partner";
    confirm(reviewer, "correct");
    confirm(reviewer, "add-statement");
    const auto recipient = region.store->items().recipients(id).at(0).id;
    EXPECT_TRUE(reviewer.get(page + "/ontvangers/" + recipient + "/brief.pdf").body.starts_with("%PDF"));
    EXPECT_EQ(reviewer.post(page + "/ontvangers/" + recipient, {}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/ontvangers/" + recipient, {{"on", today}, {"how", "per brief"}}).status, 303);
    as("balie").post(page + "/afsluiten", {});
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::closed);
}

TEST_F(Rights, ErasureRefusedOnlyWithAllFiveFieldsAndReasonsOfThisFile) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    const auto stock = decide(reviewer, 1, "interest-refused", {{"needed", "Wij bewaren 20 jaar."}});
    EXPECT_EQ(stock.status, 422);
    for (const char* lack : {"Wie is de ander? Vul dit in", "Welk belang is het? Vul dit in", "Uit welke feiten in dit dossier blijkt dat? Vul dit in", "De bewaartermijn alleen is geen reden. Noem", "Wanneer was de laatste melding? Vul dit in"})
        EXPECT_TRUE(has(stock, lack)) << lack;
    EXPECT_TRUE(region.store->items().latest(id).empty());
    EXPECT_TRUE(has(stock, "20 jaar na de laatste wijziging")) << "the retention table stands beside it";
    EXPECT_EQ(decide(reviewer, 1, "interest-refused", {{"who", "halfzus Noor"}, {"interest", "rust en toezicht thuis bij haar moeder"}, {"facts", "drie meldingen van school in 2023 over blauwe plekken"},
                                                       {"needed", "zonder de meldingen van 2023 leest school een nieuw signaal als het eerste"}, {"last-report", "2023-11-14"}}).status, 303);
    finishSignAndHandOut();
    EXPECT_TRUE(region.store->items().orders(id).empty());
    EXPECT_FALSE(has(reviewer.get("/werkvoorraad"), region.store->requests().load(id).reference)) << "refused: nothing waits";
}

TEST_F(Rights, ErasureGrantedInPartIsConfirmedToTheRequesterOnceThePartnerErased) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    point(reviewer, "en alles over mijn werk");
    EXPECT_EQ(decide(reviewer, 2, "own-erased", {{"own", "de twee alinea's over uw werk"}, {"rest", "de andere bladzijden gaan over het gezin van uw zus en haar kinderen"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "de huisarts\nbasisschool De Regenboog"}}).status, 303);
    finishSignAndHandOut();
    EXPECT_EQ(reviewer.get(page + "/verwijdering.pdf").status, 409) << "not before it is done";
    EXPECT_TRUE(reviewer.get(page + "/opdrachten/" + region.store->items().orders(id).at(0).id + "/brief.pdf").body.starts_with("%PDF"));
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad"), "nog 1"));
    region.clock.moveTo(region.clock.now() + std::chrono::days(40));
    browsers.clear();
    auto& later = as("beoordelaar");
    EXPECT_TRUE(has(later.get("/werkvoorraad"), "2 opdrachten aan Veilig Thuis Proefregio zijn nog niet bevestigd: ")) << "late";
    EXPECT_TRUE(has(later.get(page + "/punten"), "dagen te laat"));
    confirm(later, "erase");
    const auto recipients = region.store->items().recipients(id);
    ASSERT_EQ(recipients.size(), 2u);
    later.post(page + "/ontvangers/" + recipients[0].id, {{"on", today}, {"how", "per brief"}});
    EXPECT_EQ(later.get(page + "/verwijdering.pdf").status, 409);
    later.post(page + "/ontvangers/" + recipients[1].id, {{"impossible", "de school bestaat niet meer"}});
    EXPECT_TRUE(has(later.get(page + "/punten"), "Maak de bevestiging van de verwijdering"));
    EXPECT_TRUE(later.get(page + "/verwijdering.pdf").body.starts_with("%PDF"));
}

// P6: a parent asks erasure for the child without saying in what capacity.
TEST_F(Rights, ErasureForAChildIsTakenUpOnlyFromALegalRepresentativeWithTheOtherHeard) {
    log("erasure", "self", "kind1");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder alles over mijn kind", {{"about", "kind1"}});
    const auto closed = decide(reviewer, 1, "erased", {{"part", "alles"}, {"recipients", "niemand"}});
    EXPECT_EQ(closed.status, 422);
    EXPECT_TRUE(has(closed, "De verzoeker vraagt niet als ouder met gezag of voogd van dit kind"));
    EXPECT_EQ(decide(reviewer, 1, "child-not-taken-up", {{"why", "er is niet gezegd namens wie, en moeder is niet gehoord"}}).status, 303);
    point(reviewer, "en alles over mij", {{"about", "vader"}});
    EXPECT_EQ(decide(reviewer, 2, "erased", {{"part", "uw eigen verklaring"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "Rond de punten af"));
}

TEST_F(Rights, ErasureForAChildByAParentWithAuthorityHearsTheOtherHolder) {
    log("erasure", "parent", "kind1");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder alles over mijn kind", {{"about", "kind1"}});
    const auto unheard = decide(reviewer, 1, "erased", {{"part", "alles"}, {"recipients", "niemand"}});
    EXPECT_EQ(unheard.status, 422);
    EXPECT_TRUE(has(unheard, "Er is nog iemand met gezag. Hoor die eerst."));
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "alles"}, {"recipients", "niemand"}, {"other-heard", today}, {"other-view", "moeder vindt het goed"}}).status, 303);
}

// P11: who lists the other parent gets nothing done about her, and the letter says so; once she authorised him it can be decided.
TEST_F(Rights, NothingIsCorrectedAboutAnotherAdultWithoutAnAuthorisation) {
    log("rectification", "self", "moeder");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "haar beroep klopt niet", {{"about", "moeder"}});
    point(reviewer, "mijn beroep klopt niet", {{"about", "vader"}});
    const Form corrected{{"was", "timmerman"}, {"becomes", "kok"}, {"recipients", "niemand"}};
    const auto closed = decide(reviewer, 1, "fact-corrected", corrected);
    EXPECT_EQ(closed.status, 422);
    EXPECT_TRUE(has(closed, "Dit punt gaat over iemand anders, en er is geen geldige machtiging"));
    EXPECT_TRUE(region.store->items().latest(id).empty());
    EXPECT_EQ(decide(reviewer, 1, "not-taken-up", {{"why", "moeder heeft hiervoor geen machtiging gegeven"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 2, "fact-corrected", corrected).status, 303);
    EXPECT_EQ(decide(reviewer, 2, "not-taken-up", {{"why", "liever niet"}}).status, 422) << "about himself it is decided";
    finishSignAndHandOut();
    EXPECT_EQ(region.store->items().orders(id).size(), 1u) << "only his own data change";
    EXPECT_TRUE(inPackage("punt-1.pdf")) << "why not, in a letter of its own";
}

// Rule R23: exactly what the authorisation covers. One to inspect grants no erasure, and what nobody recorded is asked of a human.
TEST_F(Rights, AnAuthorisationToInspectErasesNothing) {
    auto& households = region.store->households();
    const auto authorise = [&](const char* body) { households.addFact(region.householdId, households.loadHousehold(region.householdId).version, FactKind::consent, body, region.accounts["officer"]); };
    authorise(R"({"person":"moeder","to":"vader","scope":"machtiging, alleen inzage","given":"2026-01-01","withdrawn":null})");
    log("erasure", "representative", "moeder");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder haar verklaring", {{"about", "moeder"}});
    const Form erased{{"part", "de verklaring van 2 maart"}, {"recipients", "niemand"}};
    const auto closed = decide(reviewer, 1, "erased", erased);
    EXPECT_EQ(closed.status, 422);
    EXPECT_TRUE(has(closed, "er is geen geldige machtiging"));
    EXPECT_FALSE(has(reviewer.get(page), "Uit de machtiging blijkt niet"));
    authorise(R"({"person":"moeder","to":"vader","scope":"getekende volmacht","given":"2026-01-01","withdrawn":null})");
    EXPECT_TRUE(has(decide(reviewer, 1, "erased", erased), "maar daaruit blijkt niet dat zij ook voor dit recht bij deze partner geldt"));
    authorise(R"({"person":"moeder","to":"vader","scope":"getekende volmacht van maart","rights":["erasure"],"given":"2026-01-01","withdrawn":null})");
    EXPECT_EQ(decide(reviewer, 1, "erased", erased).status, 303);
    change(FactKind::consent, {"moeder", "vader"}, "withdrawn", "2026-01-02");
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "er ontbreekt iets") && has(reviewer.get(page + "/punten"), "er is geen geldige machtiging")) << "and what it is that lacks";
}

// Nobody recorded what it is for: nothing goes out until somebody did, or it goes on with the requester's own data, and then
// also for the engine.
TEST_F(Rights, AnAuthorisationThatSaysNotForWhatStopsTheCaseFromTheStart) {
    auto& households = region.store->households();
    households.addFact(region.householdId, households.loadHousehold(region.householdId).version, FactKind::consent, R"({"person":"moeder","to":"vader","scope":"getekende volmacht","given":"2026-01-01","withdrawn":null})", region.accounts["officer"]);
    log("access", "representative", "moeder");
    EXPECT_TRUE(has(as("beoordelaar").get(page), "Uit de machtiging blijkt niet dat zij hiervoor geldt"));
    const auto stops = region.store->turns().stops(id);
    ASSERT_EQ(stops.size(), 1u);
    EXPECT_EQ(region.store->requests().accessRequest(id).subjects, (std::vector<std::string>{"vader", "moeder"}));
    region.store->turns().settle(stops[0].id, "own-data", "moeder is niet bereikbaar", region.accounts["officer"]);
    EXPECT_TRUE(region.store->requests().accessRequest(id).subjects == std::vector<std::string>{"vader"});
    EXPECT_EQ(region.store->requests().load(id).subjects.size(), 2u) << "what was asked stays";
}

// Basis: BW art. 1:302 (rule R24): the institution holds the guardianship, one of its people asks
TEST_F(Rights, AGuardianInstitutionHasTheDataOfItsWardErasedLikeAParent) {
    auto& households = region.store->households();
    const auto add = [&](FactKind kind, const char* body) { households.addFact(region.householdId, households.loadHousehold(region.householdId).version, kind, body, region.accounts["officer"]); };
    add(FactKind::person, R"({"id":"jeugdbeschermer","kind":"professional","given":["Lot"],"called":"Lot","family":"Berg","partner":"gi"})");
    for (const auto* parent : {"vader", "moeder"}) change(FactKind::authority, {"kind1", parent}, "to", "2026-01-01");
    add(FactKind::authority, R"({"child":"kind1","holder":"gi","type":"guardian","from":"2026-01-01","to":null})");
    log("erasure", "guardian", "kind1", "jeugdbeschermer");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart", {{"about", "kind1"}});
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}).status, 303) << "and nobody else with authority has to be heard";
    finishSignAndHandOut();
    EXPECT_EQ(region.store->items().orders(id).at(0).kind, "erase");
}

TEST_F(Rights, AnObjectionIsWeighedWhileTheDataAreNotUsed) {
    log("objection");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik mijn gegevens niet voor het onderzoek");
    ASSERT_EQ(region.store->items().orders(id).size(), 1u) << "restricted while it is weighed, at once";
    const Form grounds{{"interest", "zicht houden op de veiligheid van Kim thuis"}, {"facts", "de twee meldingen van de huisarts van april"}, {"weighed", "uw wens om rust weegt minder dan het onderzoek dat nu tien dagen loopt"}};
    const auto early = decide(reviewer, 1, "objection-refused", grounds);
    EXPECT_EQ(early.status, 422);
    EXPECT_TRUE(has(early, "De partner heeft nog niet bevestigd dat de gegevens niet worden gebruikt"));
    confirm(reviewer, "restrict");
    EXPECT_EQ(decide(reviewer, 1, "objection-refused", grounds).status, 303);
    point(reviewer, "deel niets meer met de school");
    EXPECT_EQ(decide(reviewer, 2, "consent-withdrawn", {{"consent", "delen met de school"}, {"withdrawn-on", "2026-03-01"}, {"recipients", "basisschool De Regenboog"}}).status, 303);
    finishSignAndHandOut();
    std::set<std::string> open;
    for (const auto& order : region.store->items().orders(id))
        if (!order.confirmedOn) open.insert(order.kind);
    EXPECT_TRUE(open.contains("lift"));
    EXPECT_TRUE(open.contains("stop-sharing"));
    const auto consents = region.store->households().load(region.householdId).consents;
    const auto withdrawn = std::find_if(consents.begin(), consents.end(), [](const auto& it) { return it.scope == "delen met de school"; });
    ASSERT_NE(withdrawn, consents.end()) << "the household knows";
    EXPECT_EQ(withdrawn->person + " " + withdrawn->to, "vader vt");
    ASSERT_TRUE(withdrawn->withdrawn);
    EXPECT_EQ(redaction::household::toIso(*withdrawn->withdrawn), "2026-03-01");
    log("access");
    EXPECT_TRUE(has(reviewer.get(page), "trok op 1 maart 2026 toestemming in: delen met de school")) << "a later request sees it";
}

TEST_F(Rights, AnObjectionThatWasGrantedStandsInTheHouseholdForWhatComesLater) {
    log("objection");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik mijn gegevens niet voor onderzoek");
    EXPECT_EQ(decide(reviewer, 1, "use-stopped", {{"use", "de gegevens over uw werk in het onderzoek van de universiteit"}}).status, 303);
    finishSignAndHandOut();
    const auto relations = region.store->households().load(region.householdId).relations;
    const auto objection = std::find_if(relations.begin(), relations.end(), [](const auto& it) { return it.type == "objection"; });
    ASSERT_NE(objection, relations.end());
    EXPECT_EQ(objection->from + " " + objection->to, "vader vt");
    EXPECT_NE(objection->source.text.find("onderzoek van de universiteit"), std::string::npos);
    EXPECT_TRUE(has(reviewer.get("/huishoudens/" + region.householdId), "heeft bezwaar tegen gebruik door Veilig Thuis Proefregio"));
    log("access");
    EXPECT_TRUE(has(reviewer.get(page), "maakte bezwaar tegen gebruik van gegevens"));
}

// Who is a partner's client is a dated fact; where it is recorded, nobody else can be decided about as one (P10).
TEST_F(Rights, AnOpinionIsAboutAClientOnlyWhenTheHouseholdSaysSo) {
    auto& reviewer = as("beoordelaar");
    const auto add = [&](const std::string& who, const std::string& until) {
        return reviewer.post("/huishoudens/" + region.householdId + "/feiten", {{"kind_of_fact", "relation"}, {"type", "client"}, {"from", who}, {"to", "vt"}, {"since", "2024-01-01"}, {"until", until}, {"source", "dossier"}, {"version", ""}}).status;
    };
    EXPECT_EQ(add("kind1", ""), 303);
    EXPECT_TRUE(has(reviewer.get("/huishoudens/" + region.householdId), "cliënt van Veilig Thuis Proefregio"));
    log("rectification");
    point(reviewer, "er staat dat ik agressief ben");
    const Form statement{{"whose", "de jeugdbeschermer"}, {"about", "client"}, {"statement", "ik was rustig"}, {"recipients", "niemand"}};
    const auto refused = decide(reviewer, 1, "opinion-statement", statement);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused, "geen cliënt van deze partner"));
    EXPECT_EQ(add("vader", "2025-01-01"), 303);
    EXPECT_EQ(decide(reviewer, 1, "opinion-statement", statement).status, 422) << "no longer";
    EXPECT_EQ(add("vader", ""), 303);
    EXPECT_EQ(decide(reviewer, 1, "opinion-statement", statement).status, 303);
}

TEST_F(Rights, AtTheRaadNothingIsErasedThatTheSelectionListKeeps) {
    EXPECT_EQ(as("beheer").post("/beheer/partners/vt", {{"name", "Raad Proef"}, {"kind", "raad-voor-de-kinderbescherming"}, {"legal_form", "ministerie"}, {"address", "Plein 2, 1234 AA Proefstad"}, {"active", "ja"}}).status, 303);
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies");
    const auto closed = decide(reviewer, 1, "erased", {{"part", "alles"}, {"recipients", "niemand"}});
    EXPECT_EQ(closed.status, 422);
    EXPECT_TRUE(has(closed, "valt onder de Archiefwet"));
    EXPECT_EQ(decide(reviewer, 1, "archive-erased", {{"part", "het advies van 2 maart 2004"}, {"list", "categorie 12.3"}, {"lapsed-on", "2041-01-01"}, {"recipients", "niemand"}}).status, 422) << "not yet";
    EXPECT_EQ(decide(reviewer, 1, "archive-erased", {{"part", "het advies van 2 maart 2004"}, {"list", "categorie 12.3"}, {"lapsed-on", "2025-01-01"}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    EXPECT_EQ(region.store->items().orders(id).at(0).kind, "erase");
}

TEST_F(Rights, TheDayAnOrderIsDueOpensToHowItCameAbout) {
    log("rectification");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "mijn geboortedatum klopt niet");
    EXPECT_EQ(decide(reviewer, 1, "fact-corrected", {{"was", "2 mei 1984"}, {"becomes", "3 mei 1984"}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    const auto points = reviewer.get(page + "/punten");
    EXPECT_TRUE(has(points, "De opdracht is gegeven op donderdag 12 maart 2026"));
    EXPECT_TRUE(has(points, "10 werkdagen later is donderdag 26 maart 2026"));
    EXPECT_TRUE(has(points, "werkafspraak van de regio"));
}

TEST_F(Rights, PortabilityGivesARealFileOrAPlainRefusal) {
    log("portability");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "mijn antwoorden in het vragenformulier");
    point(reviewer, "de rest van het dossier");
    EXPECT_EQ(decide(reviewer, 1, "exported", {{"what", "uw antwoorden van 2 maart"}, {"rests-on", "consent"}, {"data", "geen naam"}}).status, 422);
    EXPECT_EQ(decide(reviewer, 1, "exported", {{"what", "uw antwoorden van 2 maart"}, {"rests-on", "consent"}, {"data", "naam: Koen Verbeek\nvraag 1: \"ja\""}}).status, 303);
    EXPECT_EQ(decide(reviewer, 2, "not-portable", {{"fails", "not-provided"}, {"why", "anderen schreven deze verslagen op"}}).status, 303);
    finishSignAndHandOut();
    ASSERT_TRUE(inPackage("gegevens.json"));
    const auto json = letter("gegevens.json");
    EXPECT_NE(json.find("\"naam\": \"vraag 1\""), json.npos);
    EXPECT_NE(json.find("\\\"ja\\\""), json.npos);
}

TEST_F(Rights, WhatIsProtectedStopsALetterThatSaysIt) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    const auto known = region.store->households().load(region.householdId);
    std::string secret;
    for (const auto& protection : known.protections)
        for (const auto& person : known.persons)
            if (person.id == protection.person && !person.addresses.empty()) secret = person.addresses.front().street + " " + person.addresses.front().number;
    ASSERT_FALSE(secret.empty());
    point(reviewer, "verwijder alles");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het verslag van het bezoek aan de " + secret}, {"recipients", "niemand"}}).status, 422);
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het verslag van het bezoek aan de Dorpsweg 3"}, {"recipients", "niemand"}}).status, 303);
    for (const auto& fact : region.store->households().facts(region.householdId)) {  // she moves there
        auto body = nlohmann::json::parse(fact.body);
        if (body.value("id", "") != "moeder" || !body.contains("addresses")) continue;
        body["addresses"][0]["street"] = "Dorpsweg", body["addresses"][0]["number"] = "3";
        region.store->households().changeFact(fact.id, region.store->households().loadHousehold(region.householdId).version, body.dump(), region.accounts["beoordelaar"]);
    }
    EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
    work();
    EXPECT_EQ(region.store->releases().latest(id)->state, service::store::ReleaseState::refused);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::review);
}

// Nobody who reviewed can change what the officer wrote: it stays with the officer, with what was typed.
TEST_F(Rights, AParagraphThatSaysWhatIsProtectedComesBackToWhoWroteIt) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder alles");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het verslag van mei"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
    work();
    auto& officer = as("officer");
    const std::string slip = "Wij spraken haar aan het Verborgenpad 7 in mei.";
    const auto write = [&](const std::string& text) { return officer.post(page + "/partners/vt/alinea", {{"text", text}}).status; };
    EXPECT_EQ(write(slip), 303);
    work();
    EXPECT_EQ(region.store->releases().latest(id)->state, service::store::ReleaseState::refused);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
    const auto back = officer.get(page + "/vrijgave");
    EXPECT_TRUE(has(back, "De eigen alinea in de brief van Veilig Thuis Proefregio"));
    EXPECT_TRUE(has(back, page + "/vrijgave#alinea-vt"));
    EXPECT_TRUE(has(back, slip)) << "what was typed is still there";
    EXPECT_FALSE(has(officer.get(page + "/verstrekking"), "Verborgenpad"));
    officer.post(page + "/vrijgeven", {{"password", std::string(tests::Region::password)}, {"hash", region.store->releases().latest(id)->packageHash}});
    EXPECT_FALSE(region.store->signOffs().standing(id)) << "what is refused is not signed";
    EXPECT_EQ(write("Wij spraken haar in mei."), 303);
    work();
    EXPECT_FALSE(has(officer.get(page + "/vrijgave"), "De eigen alinea in de brief van"));
    signAndHandOut();
}

// A name of one or two letters stands everywhere: no search tells whether it leaked, so whoever signs looks.
TEST_F(Rights, WhatIsTooShortToSearchIsToldToWhoSigns) {
    log("access");
    reviewedWithNothingHeld();
    EXPECT_FALSE(has(as("officer").get(page + "/vrijgave"), "data-too-short"));
    const auto made = *region.store->releases().latest(id);
    service::store::NewRelease again;
    again.requestId = id, again.packageHash = made.packageHash, again.packageBlob = made.packageBlob, again.passed = true, again.contents = made.contents;
    again.verification = R"({"passed":true,"strings":4,"too-short":2,"files":1,"programs":[],"hits":[]})";
    region.store->releases().add(again);
    const auto summary = as("officer").get(page + "/vrijgave");
    EXPECT_TRUE(has(summary, "data-too-short") && has(summary, "2 ")) << summary.status;
}

TEST_F(Rights, RestrictionSentBackByTheOfficerDecidedAgainAndHandedOut) {
    log("restriction");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik het verslag niet");
    point(reviewer, "en het advies ook niet");
    EXPECT_EQ(decide(reviewer, 2, "restricted", {{"ground", "accuracy"}, {"what", "het advies van 4 juni"}, {"until", "tot de feiten zijn nagegaan"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 1, "restriction-refused", {{"ground", "accuracy"}, {"why", "u noemt geen feit dat niet klopt"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 1, "restriction-refused", {{"ground", "accuracy"}, {"why", "u noemt geen feit dat niet klopt"}}).status, 422) << "decided meanwhile";
    reviewer.post(page + "/punten/afronden", {});
    work();
    auto& officer = as("officer");
    EXPECT_TRUE(has(officer.get(page + "/vrijgave"), "u noemt geen feit dat niet klopt"));
    EXPECT_EQ(officer.post(page + "/terugsturen", {{"remark", "kijk nog eens naar bladzijde twee"}}).status, 303);
    const auto back = reviewer.get(page + "/punten");
    EXPECT_TRUE(has(back, "kijk nog eens naar bladzijde twee"));
    EXPECT_FALSE(has(back, "Rond de punten af"));
    const auto remark = region.store->reviews().remarks(id).at(0).id;
    EXPECT_EQ(reviewer.post(page + "/opmerkingen/" + remark + "/afgehandeld", {}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "Rond de punten af"));
    EXPECT_EQ(reviewer.post(page + "/punten/" + item(1), {{"choice", "restriction-refused"}, {"seen", "1"}, {"ground", "accuracy"}, {"why", "op bladzijde twee staat uw eigen verklaring van 4 juni"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), "1 eerdere beslissing"));
    finishSignAndHandOut();
    EXPECT_EQ(region.store->items().orders(id).at(0).kind, "restrict");
}

TEST_F(Rights, AMixedRequestBecomesPartsThatEachHaveTheirOwnCourse) {
    const Form form{{"household", region.householdId}, {"requester", "vader"}, {"subject", "vader"}, {"right", "access"}, {"also", "rectification"}, {"capacity", "self"}, {"received_on", "2026-03-02"},
                    {"channel", "letter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-02"}, {"do", "log"}};
    EXPECT_EQ(as("balie").post("/verzoeken/nieuw", form).status, 303);
    const auto all = region.store->requests().all();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].applicationId, all[1].applicationId) << "one case";
    auto& reviewer = as("beoordelaar");
    for (const auto& request : all) {
        id = request.id, page = "/verzoeken/" + id;
        const auto overview = reviewer.get(page);
        EXPECT_EQ(has(overview, "Vraag de partners om stukken"), request.right == "access");
        EXPECT_EQ(has(overview, "Leg de punten van het verzoek vast"), request.right == "rectification");
        EXPECT_EQ(reviewer.get(page + "/punten").status, request.right == "access" ? 404 : 200);
        if (request.right == "rectification") point(reviewer, "er staat een verkeerde naam");
    }
    EXPECT_EQ(region.store->requests().load(all[0].id).step == service::store::Step::review, all[0].right == "rectification");
    EXPECT_EQ(region.store->requests().load(all[1].id).step == service::store::Step::review, all[1].right == "rectification");
}
