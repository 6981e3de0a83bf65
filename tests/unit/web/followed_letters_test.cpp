// The letters that follow a request under one of the five rights, as they are printed: to the partner, to who received the
// data, and to the requester.
#include <algorithm>
#include <functional>

#include "service/casework/overdue.h"
#include "service/casework/retention.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/web/rights.h"

using tests::Form;
using tests::has;
using tests::Rights;

namespace {

class FollowedLetters : public Rights {
  protected:
    std::string read(const tests::Answer& answer) {
        EXPECT_TRUE(answer.body.starts_with("%PDF")) << answer.status;
        return tests::pdfWords(answer.body, region.folder);
    }
    std::string orderLetter(const std::string& kind) {
        for (const auto& order : region.store->items().orders(id))
            if (order.kind == kind) return read(as("beoordelaar").get(page + "/opdrachten/" + order.id + "/brief.pdf"));
        return {};
    }
};

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

// A father asks for his child: who receives the data must know whose data changed, and not who asked.
TEST_F(FollowedLetters, NameThePersonWhomTheDataAreAbout) {
    log("rectification", "parent", "kind1");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "de geboorteplaats van Tobias klopt niet", {{"about", "kind1"}});
    point(reviewer, "mijn eigen adres klopt niet", {{"about", "vader"}});
    for (int number = 1; number <= 2; ++number)
        EXPECT_EQ(decide(reviewer, number, "fact-corrected", {{"was", "Almelo"}, {"becomes", "Hengelo"}, {"recipients", "basisschool De Regenboog"}, {"other-heard", today}, {"other-view", "eens"}}).status, 303);
    finishSignAndHandOut();
    std::size_t ofChild = 0, ofFather = 0;
    for (const auto& it : region.store->items().recipients(id)) {
        const auto words = read(reviewer.get(page + "/ontvangers/" + it.id + "/brief.pdf"));
        const bool child = it.itemId == item(1);
        EXPECT_EQ(says(words, "gegevens over Tobias Testman"), child) << words;
        EXPECT_EQ(says(words, "Bernhard Testman"), !child) << words;
        ++(child ? ofChild : ofFather);
    }
    EXPECT_EQ(ofChild, 1u);
    EXPECT_EQ(ofFather, 1u);
    const auto order = orderLetter("correct");
    EXPECT_TRUE(says(order, "gegevens van Tobias Testman")) << order;
    EXPECT_TRUE(says(order, "Het verzoek komt van")) << order;
}

// Basis: AVG art. 17, 12(4)
TEST_F(FollowedLetters, TheConfirmationOfErasureListsWhatWentAndWhatStaysAndWhy) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    point(reviewer, "en de meldingen van school");
    point(reviewer, "en alles over mijn werk");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 2, "interest-refused", {{"who", "halfzus Noor"}, {"interest", "rust en toezicht thuis bij haar moeder"}, {"facts", "drie meldingen van school in 2023 over blauwe plekken"},
                                                       {"needed", "zonder de meldingen van 2023 leest school een nieuw signaal als het eerste"}, {"last-report", "2023-11-14"}}).status, 303);
    EXPECT_EQ(decide(reviewer, 3, "own-erased", {{"own", "de twee alinea's over uw werk"}, {"rest", "De andere bladzijden gaan over het gezin van uw zus en haar kinderen."}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    confirm(reviewer, "erase");
    const auto words = read(reviewer.get(page + "/verwijdering.pdf"));
    for (const auto* part : {"het advies van 2 maart 2024", "de twee alinea's over uw werk", "Wat wij bewaren", "en de meldingen van school", "zwaar belang bij: rust en toezicht", "gaat over anderen"})
        EXPECT_TRUE(says(words, part)) << part << "\n" << words;
    EXPECT_LT(words.find("het advies van 2 maart 2024"), words.find("Wat wij bewaren")) << words;
}

// Basis: AVG art. 18(3): told before
TEST_F(FollowedLetters, ARestrictionEndsOnlyAfterTheRequesterWasTold) {
    log("restriction");
    auto& reviewer = as("beoordelaar");
    EXPECT_FALSE(has(reviewer.get(page + "/termijn/verlengen"), "Dit leest")) << "a grown reader";
    point(reviewer, "gebruik het advies niet");
    EXPECT_EQ(decide(reviewer, 1, "restricted", {{"ground", "accuracy"}, {"what", "het advies van 4 juni"}, {"until", "tot de feiten zijn nagegaan"}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    const auto lift = page + "/punten/" + item(1) + "/opheffen";
    EXPECT_FALSE(has(reviewer.get(page + "/punten"), lift)) << "not restricted yet";
    EXPECT_EQ(reviewer.post(lift, {{"from", "2026-03-20"}, {"why", "De feiten zijn nagegaan."}}).status, 422);
    confirm(reviewer, "restrict");
    EXPECT_TRUE(has(reviewer.get(page + "/punten"), lift));
    const auto holds = [&](const char* what) {
        const auto all = service::casework::holdsOf(*region.office, region.store->requests().load(id));
        return std::any_of(all.begin(), all.end(), [&](const auto& it) { return it.id == what; });
    };
    EXPECT_TRUE(holds("restriction")) << "nothing of it is destroyed while it stands";
    const auto atOnce = reviewer.post(lift, {{"from", today}, {"why", "De feiten zijn nagegaan."}});
    EXPECT_EQ(atOnce.status, 422);
    EXPECT_TRUE(has(atOnce, "Kies een dag na vandaag"));
    EXPECT_EQ(reviewer.post(lift, {{"from", "2026-03-20"}, {"why", ""}}).status, 422);
    EXPECT_EQ(reviewer.post(lift, {{"from", "2026-03-20"}, {"why", "De feiten zijn nagegaan."}}).status, 303);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    const auto words = read(reviewer.get(lift + ".pdf"));
    for (const auto* part : {"het advies van 4 juni", "vrijdag 20 maart 2026", "De feiten zijn nagegaan.", "AVG art. 18 lid 3", "tot en met 23 april 2026", "Een klacht bij ons", "een klacht indienen bij de Autoriteit Persoonsgegevens, Postbus 93374"}) EXPECT_TRUE(says(words, part)) << part << "\n" << words;
    EXPECT_EQ(reviewer.post(lift, {{"from", "2026-03-25"}, {"why", "Nog eens."}}).status, 422) << "once";
    std::string order;
    for (const auto& it : region.store->items().orders(id))
        if (it.kind == "lift") order = it.id;
    ASSERT_FALSE(order.empty());
    region.clock.moveTo(service::momentFromIso("2026-03-19T09:00:00Z"));
    browsers.clear();
    auto& later = as("beoordelaar");
    const auto early = later.post(page + "/opdrachten/" + order, {{"on", "2026-03-19"}, {"by", "T. Beheer"}});
    EXPECT_EQ(early.status, 422);
    EXPECT_TRUE(has(early, "De verzoeker is verteld dat de gegevens tot 20 maart 2026 niet worden gebruikt"));
    region.clock.moveTo(service::momentFromIso("2026-03-20T09:00:00Z"));
    browsers.clear();
    EXPECT_EQ(as("beoordelaar").post(page + "/opdrachten/" + order, {{"on", "2026-03-20"}, {"by", "T. Beheer"}}).status, 303);
    EXPECT_FALSE(holds("restriction") || holds("work-order"));
}

// It goes out by mail, and the name of a partner may tell where somebody stays.
TEST_F(FollowedLetters, AnOrderThatIsLateIsToldWithoutItsPartner) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    region.clock.moveTo(service::momentFromIso("2026-06-20T09:00:00Z"));
    const auto late = service::casework::overdueOf(*region.office, region.store->requests().load(id));
    ASSERT_FALSE(late.empty());
    for (const auto& it : late) EXPECT_FALSE(says(it.subject + it.words, "Veilig Thuis Proefregio")) << it.words;
}

// It goes out months after the decision: what is protected by then counts, in what is typed and in who sends it.
TEST_F(FollowedLetters, ThatARestrictionEndsIsNotToldWithWhatIsProtected) {
    log("restriction");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "gebruik het advies niet");
    EXPECT_EQ(decide(reviewer, 1, "restricted", {{"ground", "accuracy"}, {"what", "het advies van 4 juni"}, {"until", "tot de feiten zijn nagegaan"}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    confirm(reviewer, "restrict");
    const auto lift = page + "/punten/" + item(1) + "/opheffen";
    const auto lifted = [&] {
        const auto orders = region.store->items().orders(id);
        return std::any_of(orders.begin(), orders.end(), [](const auto& it) { return it.kind == "lift"; });
    };
    const std::string slip = "Wij spraken moeder aan het Verborgenpad 7.";
    const auto said = reviewer.post(lift, {{"from", "2026-03-20"}, {"why", slip}});
    EXPECT_EQ(said.status, 422);
    EXPECT_TRUE(has(said, "Deze brief gaat niet uit"));
    EXPECT_TRUE(has(said, slip)) << "what was typed is still there";
    auto partner = region.store->partners().load("vt");
    partner.revealsPlace = true;
    region.store->partners().save(partner);
    const auto nameless = reviewer.post(lift, {{"from", "2026-03-20"}, {"why", "De feiten zijn nagegaan."}});
    EXPECT_EQ(nameless.status, 422) << "its sender tells the place by now, and nobody else can send it";
    EXPECT_TRUE(has(nameless, "Vraag de beheerder om die in te vullen (Beheer, Regio), of laat een privacy officer deze persoon zelf bericht geven"));
    EXPECT_FALSE(lifted());
    region.store->settings().set("region.name", "Regio Proefdelta");
    EXPECT_EQ(reviewer.post(lift, {{"from", "2026-03-20"}, {"why", "De feiten zijn nagegaan."}}).status, 303);
    EXPECT_TRUE(lifted());
    const auto words = read(reviewer.get(lift + ".pdf"));
    EXPECT_TRUE(says(words, "Regio Proefdelta")) << words;
    EXPECT_TRUE(says(words, "Een klacht bij ons")) << words;
    EXPECT_FALSE(says(words, partner.name)) << words;
}

// The same for what was erased.
TEST_F(FollowedLetters, WhatWasErasedIsConfirmedByTheRegionWhereThePartnerIsNotNamed) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    confirm(reviewer, "erase");
    auto partner = region.store->partners().load("vt");
    partner.revealsPlace = true;
    region.store->partners().save(partner);
    EXPECT_TRUE(has(reviewer.get(page + "/verwijdering.pdf"), "De organisatie waarvan deze brief komt, mag voor deze persoon niet worden genoemd"));
    region.store->settings().set("region.name", "Regio Proefdelta");
    const auto words = read(reviewer.get(page + "/verwijdering.pdf"));
    EXPECT_TRUE(says(words, "Regio Proefdelta")) << words;
    EXPECT_TRUE(says(words, "het advies van 2 maart 2024")) << words;
    EXPECT_FALSE(says(words, partner.name)) << words;
}

// Basis: rule R13: the town and the practice tell where somebody stays, as the street does.
TEST_F(FollowedLetters, TheTownAndThePracticeThatAreHiddenStopWhatSomebodyTyped) {
    const auto& by = region.accounts["beoordelaar"];
    const auto change = [&](const std::string& person, const std::function<void(nlohmann::json&)>& how) {
        for (const auto& fact : region.store->households().facts(region.householdId)) {
            auto body = nlohmann::json::parse(fact.body);
            if (body.value("id", "") != person && (body.value("person", "") != person || !body.contains("hide"))) continue;
            how(body);
            region.store->households().changeFact(fact.id, region.store->households().loadHousehold(region.householdId).version, body.dump(), by);
        }
    };
    change("moeder", [](auto& body) {
        if (body.contains("hide")) body["hide"].push_back("gp");
        else body["gp"] = "Huisartsenpraktijk De Berkentuin";
    });
    log("access");
    const auto extend = [&](const std::string& reason) { return as("beoordelaar").post(page + "/termijn/verlengen", {{"told_on", today}, {"reason", reason}, {"how", "letter"}}); };
    for (const std::string slip : {"Er zijn veel stukken: zij woont nu in Schuildorp.", "De Berkentuin moet nog antwoorden.", "Wij wachten op huisartsenpraktijk De Berkentuin."}) {
        const auto said = extend(slip);
        EXPECT_EQ(said.status, 422) << slip;
        EXPECT_TRUE(has(said, "Deze brief gaat niet uit")) << slip;
        EXPECT_TRUE(has(said, slip)) << "what was typed is still there";
    }
    // Where the supervisory authority is, stands in every letter.
    change("moeder", [](auto& body) { if (body.contains("addresses")) body["addresses"][0]["city"] = "Den Haag"; });
    EXPECT_EQ(extend("Er zijn veel stukken.").status, 303);
    EXPECT_EQ(as("beoordelaar").post(page + "/termijn/verlenging/ongedaan", {{"why", "vergissing"}}).status, 303);
    // A town that is an ordinary word as well stops no ordinary sentence.
    change("moeder", [](auto& body) { if (body.contains("addresses")) body["addresses"][0]["city"] = "Best"; });
    EXPECT_EQ(extend("Zij woont nu in Best.").status, 422);
    EXPECT_EQ(extend("Wij doen ons best, en het zijn veel stukken.").status, 303);
}

TEST_F(FollowedLetters, ALetterOfAPartnerInTheHiddenTownStillGoes) {
    auto partner = region.store->partners().load("vt");
    partner.address = "Postbus 7, 9999 AA Schuildorp";
    region.store->partners().save(partner);
    log("erasure");
    point(as("beoordelaar"), "verwijder alles");
    EXPECT_EQ(decide(as("beoordelaar"), 1, "erased", {{"part", "het advies van 4 juni"}, {"recipients", "niemand"}}).status, 303);
    finishSignAndHandOut();
    EXPECT_TRUE(says(tests::pdfWords(letter("beslissing.pdf"), region.folder), "Schuildorp"));
}

// Who hides often does so in a town where the region and its partners are too: their name and address are no secret there,
// that she is there is.
TEST_F(FollowedLetters, ATownWhereARegionIsIsStillHiddenInWhatSomebodyTyped) {
    auto partner = region.store->partners().load("vt");
    partner.name = "Veilig Thuis Schuildorp", partner.address = "Postbus 7, 9999 AA Schuildorp";
    region.store->partners().save(partner);
    region.store->settings().set("region.place", "Schuildorp");
    region.store->settings().set("region.address", "Dorpsstraat 1, 9999 AB Schuildorp");
    log("erasure");
    auto& reviewer = as("beoordelaar");
    const auto extend = [&](const std::string& reason) { return reviewer.post(page + "/termijn/verlengen", {{"told_on", today}, {"reason", reason}, {"how", "letter"}}); };
    const auto said = extend("Het kost tijd: zij woont nu in Schuildorp.");
    EXPECT_EQ(said.status, 422);
    EXPECT_TRUE(has(said, "er staat iets in dat voor deze verzoeker verborgen moet blijven"));
    EXPECT_EQ(extend("Veilig Thuis Schuildorp zoekt nog in het archief aan de Dorpsstraat 1, 9999 AB Schuildorp.").status, 303);
    point(reviewer, "verwijder het advies van maart");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
    work();
    const auto state = [&] { return region.store->releases().latest(id)->state; };
    const auto built = service::store::ReleaseState::built, refused = service::store::ReleaseState::refused;
    EXPECT_EQ(state(), built) << "the name and the address of the partner may stand there";
    auto& officer = as("officer");
    officer.post(page + "/partners/vt/alinea", {{"text", "Wij spraken haar in Schuildorp."}});
    work();
    EXPECT_EQ(state(), refused);
    EXPECT_TRUE(has(officer.get(page + "/vrijgave"), page + "/vrijgave#alinea-vt"));
    officer.post(page + "/partners/vt/alinea", {{"text", "Wij spraken haar in mei."}});
    officer.post(page + "/brieven/wijzigen", {{"partner", "vt"}, {"letter", "decision-erasure"}, {"block", "opening"}, {"text", "Moeder belde ons uit Schuildorp."}});
    work();
    officer.post(page + "/brieven/wijzigen", {{"partner", "vt"}, {"letter", "decision-erasure"}, {"block", "opening"}, {"text", "Moeder belde ons uit Schuildorp."}});
    work();
    EXPECT_EQ(state(), refused);
    officer.post(page + "/brieven/wijzigen", {{"partner", "vt"}, {"letter", "decision-erasure"}, {"block", "opening"}, {"text", "Veilig Thuis Schuildorp nam uw verzoek in behandeling."}});
    work();
    EXPECT_EQ(state(), built);
}

// Points are in no paragraph that can be changed afterwards: what may not be said is refused at its field.
TEST_F(FollowedLetters, APointIsNotDecidedInWordsThatSayWhereSomebodyHides) {
    region.store->settings().set("region.place", "Schuildorp");
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder alles");
    const auto said = decide(reviewer, 1, "erased", {{"part", "het verslag over Schuildorp"}, {"recipients", "niemand"}});
    EXPECT_EQ(said.status, 422);
    EXPECT_TRUE(has(said, "het noemt iets dat voor deze verzoeker verborgen moet blijven"));
    EXPECT_TRUE(has(said, "het verslag over Schuildorp")) << "what was typed is still there";
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het verslag van mei"}, {"recipients", "niemand"}}).status, 303);
}

// In our letter it is a confirmation, also of what the requester typed.
TEST_F(FollowedLetters, APointThatNamesTheHiddenTownItselfIsEnteredInOtherWords) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder dat zij in Schuildorp woont");
    const Form erased{{"part", "het verslag van mei"}, {"recipients", "niemand"}};
    const auto said = decide(reviewer, 1, "erased", erased);
    EXPECT_EQ(said.status, 422);
    EXPECT_TRUE(has(said, "de brief herhaalt die woorden"));
    EXPECT_TRUE(region.store->items().latest(id).empty());
    point(reviewer, "verwijder waar zij woont");
    EXPECT_EQ(decide(reviewer, 2, "erased", erased).status, 303);
}

// The reason that a partner gave is repeated too, whoever wrote it down.
TEST_F(FollowedLetters, APartnersReasonDoesNotSayWhereSomebodyHides) {
    region.store->settings().set("region.place", "Schuildorp");
    log("access");
    auto& reviewer = as("beoordelaar");
    reviewer.post(page + "/vragen", {});
    work();
    const auto byHand = [&](const std::string& reason) { return reviewer.post(page + "/partners/vt/met-de-hand", {{"answer", "refused"}, {"reason", reason}}); };
    byHand("Het gezin woont nu in Schuildorp.");
    EXPECT_TRUE(has(reviewer.get(page), "het noemt iets dat voor deze verzoeker verborgen moet blijven"));
    EXPECT_EQ(byHand("Er is geen dossier meer.").status, 303);
    auto answered = *region.store->collections().find(id, "vt");
    answered.explanation = "Het gezin woont nu in Schuildorp.";  // as its own system answers
    region.store->collections().save(answered);
    work();
    reviewer.post(page + "/beoordeling-beginnen", {});
    work();
    reviewer.post(page + "/beoordeling-afronden", {});
    work();
    EXPECT_EQ(region.store->releases().latest(id)->state, service::store::ReleaseState::refused);
    EXPECT_EQ(region.store->requests().load(id).step, service::store::Step::review) << "where the reason can be written down again";
    EXPECT_EQ(byHand("Er is geen dossier meer.").status, 303);
}

TEST_F(FollowedLetters, ADecisionOnPointsIsChangedBeforeSigningWithTheChangeToSee) {
    log("erasure");
    auto& reviewer = as("beoordelaar");
    point(reviewer, "verwijder het advies van maart");
    EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
    work();
    const auto editing = reviewer.get(page + "/brieven/wijzigen");
    for (const auto* block : {"Begin van de brief", "Wat wij nu doen", "Uitnodiging om te bellen"}) EXPECT_TRUE(has(editing, block)) << block;
    EXPECT_EQ(reviewer.post(page + "/brieven/wijzigen", {{"partner", "vt"}, {"letter", "decision-erasure"}, {"block", "routes"}, {"text", "Er is geen weg."}}).status, 404);
    EXPECT_EQ(reviewer.post(page + "/brieven/wijzigen", {{"partner", "vt"}, {"letter", "decision-erasure"}, {"block", "opening"}, {"text", "Wij spraken elkaar dinsdag over uw verzoek."}}).status, 303);
    work();
    const auto summary = as("officer").get(page + "/vrijgave");
    EXPECT_TRUE(has(summary, "Wij spraken elkaar dinsdag")) << "the signer sees what changed";
    EXPECT_TRUE(has(summary, "U vroeg ons om gegevens te verwijderen")) << "and what stood there";
    signAndHandOut();
    const auto words = tests::pdfWords(letter("beslissing.pdf"), region.folder);
    EXPECT_TRUE(says(words, "Wij spraken elkaar dinsdag over uw verzoek.")) << words;
    EXPECT_FALSE(says(words, "U vroeg ons om gegevens te verwijderen")) << words;
    EXPECT_TRUE(says(words, "Autoriteit Persoonsgegevens")) << words;
}

// A child that asks itself is written to as a child, under every right; younger than twelve it hears who may ask for it.
TEST_F(FollowedLetters, AChildThatAsksItselfIsWrittenToInItsOwnWords) {
    for (const auto& [born, young] : {std::pair{"2012-05-04", false}, {"2016-05-04", true}}) {
        const std::string json = std::string(R"({"case":"gezin Kind","reference_date":"2026-03-02","partners":[{"id":"vt","name":"Veilig Thuis Proefregio","kind":"veilig-thuis","public_body":false}],
 "persons":[{"id":"kind1","kind":"family","given":["Sam"],"called":"Sam","family":"Proefkind","birthdate":")") + born + R"("}],"relations":[],"authority":[],"protections":[],"consents":[]})";
        const auto household = region.store->households().importCase(redaction::household::parseCase(json), region.accounts["beoordelaar"]).id;
        region.store->assignments().assign(household, region.accounts["beoordelaar"], region.accounts["officer"]);
        EXPECT_EQ(as("balie").post("/verzoeken/nieuw", {{"household", household}, {"requester", "kind1"}, {"subject", "kind1"}, {"right", "erasure"}, {"capacity", "self"}, {"received_on", "2026-03-02"},
                                                        {"channel", "letter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-02"}, {"do", "log"}}).status, 303);
        id = region.store->requests().ofHousehold(household).front().id, page = "/verzoeken/" + id;
        const auto received = read(as("balie").get(page + "/ontvangstbevestiging.pdf"));
        EXPECT_TRUE(says(received, "Beste Sam")) << received;
        EXPECT_TRUE(says(received, "Je hebt je paspoort laten zien")) << received;
        EXPECT_FALSE(says(received, "Geachte")) << received;
        EXPECT_EQ(says(received, "Je bent nog geen 12 jaar"), young) << received;
        auto& reviewer = as("beoordelaar");
        point(reviewer, "haal weg wat er over de ruzie staat");
        const std::string warned = std::string("Dit leest Sam Proefkind, ") + (young ? "9" : "13") + " jaar. Schrijf met ‘je’ en korte zinnen.";
        for (const auto* form : {"/termijn/verlengen", "/termijn/opschorten"}) EXPECT_TRUE(has(reviewer.get(page + form), warned)) << form;
        EXPECT_TRUE(has(reviewer.get(page + "/punten/" + item(1) + "?keuze=" + (young ? "child-not-taken-up" : "erased")), warned));
        if (young) EXPECT_EQ(decide(reviewer, 1, "child-not-taken-up", {{"why", "Je vader, moeder of voogd moet dit voor jou vragen."}}).status, 303);
        else EXPECT_EQ(decide(reviewer, 1, "erased", {{"part", "het verslag over de ruzie"}, {"recipients", "niemand"}}).status, 303);
        EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
        work();
        const auto decided = tests::pdfWords(letter("beslissing.pdf"), region.folder);
        EXPECT_TRUE(says(decided, young ? "hier doen wij nu niets mee" : "Wij halen dit weg")) << decided;
        EXPECT_EQ(says(decided, "Je bent nog geen 12 jaar"), young) << decided;
        EXPECT_TRUE(says(decided, "Kindertelefoon")) << decided;
        EXPECT_FALSE(says(decided, " uw ")) << decided;
        if (young) continue;
        signAndHandOut();
        confirm(reviewer, "erase");
        const auto erased = read(reviewer.get(page + "/verwijdering.pdf"));
        EXPECT_TRUE(says(erased, "Wij hebben weggehaald wat je vroeg")) << erased;
        EXPECT_FALSE(says(erased, " uw ")) << erased;
    }
}

// Basis: Privacyprotocol art. 9.4
TEST_F(FollowedLetters, SayWhereIndependentHelpIsAsTheRegionRecordedIt) {
    log("erasure");
    const auto before = read(as("balie").get(page + "/ontvangstbevestiging.pdf"));
    EXPECT_TRUE(says(before, "Vraag ernaar bij uw gemeente")) << before;
    EXPECT_EQ(as("beheer").post("/beheer/regio", {{"name", "Regio Proef"}, {"place", "Proefstad"}, {"address", "Plein 1"}, {"email", "privacy@proef.example"}, {"support-name", "Steunpunt Proef"},
                                                  {"support-address", "Kade 8, 1234 AB Proefstad"}, {"support-phone", "088 111 11 11"}, {"support-site", "www.steunpunt.example"}}).status, 303);
    const auto after = read(as("balie").get(page + "/ontvangstbevestiging.pdf"));
    EXPECT_TRUE(says(after, "Steunpunt Proef, Kade 8, 1234 AB Proefstad, telefoon 088 111 11 11, www.steunpunt.example")) << after;
}
