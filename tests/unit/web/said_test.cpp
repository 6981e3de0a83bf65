// What the parts of Lakwerk say, put together as they say it, holds no Dutch once it is put into English.
#include <curl/curl.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "connectors/common/settings.h"
#include "connectors/export_drop/export_words.h"
#include "connectors/http/trouble.h"
#include "connectors/scan_folder/scan_words.h"
#include "connectors/zgw/collection_words.h"
#include "redaction/document/reading.h"
#include "service/casework/words.h"
#include "service/letters/phrases.h"
#include "service/requests/clock.h"
#include "service/requests/intake.h"
#include "service/requests/remaining.h"
#include "tests/unit/web/dutch_words.h"

namespace {

namespace requests = service::requests;
using requests::AuthorityKind;
using requests::Capacity;
using requests::ConsentFacts;
using requests::Date;

const service::letters::Phrases& phrases() {
    static const auto loaded = service::letters::Phrases::load(std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates/text/phrases.en.txt");
    return loaded;
}

void expectEnglish(const std::string& dutch) {
    if (dutch.empty()) return;
    const auto english = phrases().translate(dutch);
    EXPECT_EQ(tests::dutchIn(english), "") << dutch << "\n=> " << english;
}

Date on(const std::string& iso) { return *requests::parseIso(iso); }

// A parent, a child of some age, and everything that can be recorded between them.
requests::IntakeInput family(int age, Capacity capacity, std::optional<AuthorityKind> authority) {
    requests::IntakeInput input;
    input.today = on("2026-03-12");
    input.received = on("2026-03-10");
    input.requester = "a";
    input.capacity = capacity;
    input.subjects = {"a", "k"};
    input.persons = {{"a", "Ben", on("1980-01-02"), {}, "", {}, false}, {"k", "Tobi", Date{on("2026-01-01").year() - std::chrono::years{age}, std::chrono::May, std::chrono::day{9}}, {}, "", {}, false},
                     {"b", "Rina", on("1982-02-03"), {}, "", {}, false}};
    if (authority) input.authority = {{"k", "a", *authority, {}, {}}, {"k", "b", AuthorityKind::joint, {}, {}}};
    return input;
}

void expectEnglish(const requests::IntakeInput& input) {
    for (const auto& finding : requests::findings(input)) {
        expectEnglish(finding.title);
        expectEnglish(finding.explanation);
    }
    for (const auto& choice : requests::capacityChoices(input)) {
        expectEnglish(choice.words);
        expectEnglish(choice.consequence);
    }
}

void expectEnglish(const requests::Clock& clock) {
    expectEnglish(clock.title);
    for (const auto& step : clock.steps) expectEnglish(step.sentence);
}

void expectEnglish(const connectors::Statement& statement) {
    expectEnglish(statement.explanation);
    for (const auto& words : statement.searchedIn) expectEnglish(words);
    for (const auto& words : statement.searchedWith) expectEnglish(words);
    for (const auto& missing : statement.missing) expectEnglish(missing.title + ": " + missing.reason);
}

}  // namespace

TEST(Said, AtIntakeOfEveryFamilyIsEnglish) {
    const std::optional<AuthorityKind> kinds[] = {{}, AuthorityKind::joint, AuthorityKind::sole, AuthorityKind::guardian, AuthorityKind::none, AuthorityKind::suspended};
    for (const int age : {5, 11, 13, 15, 16, 17, 20})
        for (const auto capacity : {Capacity::self, Capacity::parent, Capacity::guardian, Capacity::representative})
            for (const auto& kind : kinds) {
                auto input = family(age, capacity, kind);
                expectEnglish(input);
                input.right = requests::Right::erasure;
                input.relations = {{"parent", "a", "k"}};
                input.consents = {{"k", "a", "alles", on("2026-01-01"), {}}};
                expectEnglish(input);
                input.consents.front().withdrawn = on("2026-02-01");
                input.persons[1].able = false;
                expectEnglish(input);
                input.persons[1].deceased = on("2025-12-01");
                input.persons[1].objectionRecorded = true;
                expectEnglish(input);
                input.requester = "k", input.subjects = {"k"};  // the child asks
                input.persons[1].deceased.reset();
                expectEnglish(input);
            }
}

TEST(Said, AtIntakeOfEveryLetterIsEnglish) {
    auto input = family(9, Capacity::parent, AuthorityKind::joint);
    requests::IntakeInput nothing;
    nothing.today = input.today;
    expectEnglish(nothing);
    for (const auto* day : {"2026-03-13", "2018-01-01", "2026-01-05", "1979-01-01"}) {
        input.received = on(day);
        expectEnglish(input);
    }
    input.received = on("2026-03-10");
    input.persons[0].bsn = "123";
    input.persons[1].birthdate.reset();
    for (const auto& choice : requests::identityChoices()) {
        input.identity = choice.method;
        expectEnglish(choice.words);
        expectEnglish(choice.explanation);
        expectEnglish(input);
    }
    for (const auto& kind : requests::documentKinds()) expectEnglish(kind.words);
    input.protections = {{"b", {"a"}, {"address", "postcode", "place"}, {}, {}}, {"k", {"a"}, {"address", "postcode", "place"}, {}, {}}};
    expectEnglish(input);
    input.protections.push_back({"k", {"a"}, {"school", "employer", "phone", "email", "gp", "name", "institution"}, {}, {}});
    input.protections.push_back({"b", {"a"}, {}, {}, {}});
    expectEnglish(input);
    input.earlier = {{"LW-2026-0001", input.right, "a", {"k"}, on("2026-02-01"), true}, {"LW-2026-0002", input.right, "a", {"k"}, on("2026-02-02"), false}};
    for (const auto right : {requests::Right::access, requests::Right::rectification, requests::Right::erasure}) {
        input.right = right;
        input.text = "Een Woo-verzoek voor de rechtbank om vervangende toestemming, en een klacht.";
        for (const auto* word : {" inzage", " correctie", " wissen"}) {
            auto asked = input;
            asked.text += word;
            const auto found = requests::findings(asked);
            for (const auto& finding : found) {
                expectEnglish(finding.title);
                if (!finding.code.starts_with("mixed-request")) expectEnglish(finding.explanation);  // it quotes the letter's own word
            }
        }
        expectEnglish(requests::dutchName(right));
    }
}

TEST(Said, OfEveryClockIsEnglish) {
    const requests::Terms terms;
    const requests::Calendar calendar;
    for (const auto* received : {"2026-01-31", "2026-03-05", "2026-04-01", "2026-11-25", "2025-12-01"}) {
        requests::Course course{.received = on(received), .suspensions = {}, .extension = {}, .today = {}, .ownTermDays = 14};
        const auto day = [&](int days) { return requests::addDays(course.received, days); };
        course.today = day(12);
        for (int which = 0; which < 5; ++which) {
            if (which == 1) course.suspensions = {{day(2), day(6), requests::SuspensionGround::identityInDoubt}};
            if (which == 2) course.suspensions.push_back({day(8), {}, requests::SuspensionGround::clarificationOfLargeQuantity});
            if (which == 3) course.suspensions = {{day(-2), {}, {}}, {day(5), day(3), {}}, {day(90), {}, {}}}, course.extension = requests::Extension{day(10), "Reason."};
            if (which == 4) course.extension = requests::Extension{day(60), ""};
            const auto clock = requests::decideBy(course, terms, calendar);
            for (const auto* one : {&clock.due, &clock.law, &clock.first}) expectEnglish(*one);
            if (clock.partnerOwn) expectEnglish(*clock.partnerOwn);
            expectEnglish(clock.extensionProblem);
            for (const auto& ignored : clock.ignored) expectEnglish(ignored);
            for (const int later : {0, 3, 31, 40}) {
                const auto left = requests::remaining(clock, day(later));
                expectEnglish(left.due);
                expectEnglish(left.left);
            }
            expectEnglish(requests::barOf(course, clock, day(12)).words);
            for (const auto& one : requests::planBackwards(clock.due, course.received, requests::usualMilestones(), {{"collect", day(4)}}, day(12), calendar)) expectEnglish(one.words);
        }
        expectEnglish(requests::objectionBy(course.received, terms, calendar));
        expectEnglish(requests::petitionBy(course.received, terms, calendar));
        expectEnglish(requests::petitionBy({}, terms, calendar));
        expectEnglish(requests::destroyBy(course.received, terms, calendar));
        expectEnglish(requests::informFamilyBy(course.received, 2, terms, calendar));
        const auto notice = requests::defaultNoticeBy(course.received, day(3), terms, calendar);
        ASSERT_TRUE(notice);
        expectEnglish(*notice);
        expectEnglish(requests::penaltyPeriod(*notice, terms));
    }
}

TEST(Said, ByEveryPartnerIsEnglish) {
    const std::vector<connectors::Missing> missing{{"1", "Letter 4", "het document is leeg"}};
    for (const std::size_t count : {0u, 1u, 3u})
        for (const bool stopped : {false, true})
            for (const bool lacks : {false, true}) {
                connectors::zgw::Progress zgw;
                zgw.cases = zgw.delivered = zgw.hidden = zgw.overLimit = zgw.withoutBsn = count;
                zgw.stopped = stopped;
                zgw.searchedWith = {"burgerservicenummer", "zaaknummer"};
                if (lacks) zgw.missing = missing, zgw.hidden = 0, zgw.withheld = 1;
                expectEnglish(connectors::zgw::statementOf(zgw));
                zgw.searchedWith.clear();
                expectEnglish(connectors::zgw::statementOf(zgw));
                connectors::export_drop::Findings drop;
                drop.sought = 3, drop.exports = drop.matching = drop.possible = drop.incomplete = drop.delivered = drop.unlisted = drop.overLimit = count;
                drop.systems = {"WIJZ"};
                drop.stopped = stopped;
                if (lacks) drop.matching = 0;
                expectEnglish(connectors::export_drop::statementOf(drop));
                connectors::scan_folder::Findings scans;
                scans.dossiers = scans.matching = scans.possible = scans.undescribed = scans.delivered = scans.overLimit = count;
                scans.searchedByNumber = stopped, scans.stopped = lacks;
                expectEnglish(connectors::scan_folder::statementOf(scans));
            }
}

TEST(Said, OfEveryTroubleWithAPartnerIsEnglish) {
    const std::string system = "het zaaksysteem";
    for (const int code : {CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT, CURLE_RECV_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_BAD_FUNCTION_ARGUMENT}) {
        const auto trouble = connectors::http::transportTrouble(code, system);
        expectEnglish(trouble.what());
        expectEnglish(trouble.whoMustAct());
        expectEnglish("De koppeling werkt niet. " + std::string(trouble.what()) + " Wie dit kan oplossen: " + trouble.whoMustAct() + ".");
    }
    for (const long status : {301, 400, 401, 403, 404, 429, 503}) expectEnglish(connectors::http::statusTrouble(status, system).what());
    expectEnglish(connectors::http::tooLarge(system).what());
    for (const auto* what : {"een webpagina (een aanmeld- of storingspagina?)", "een lijst zonder einde", "onleesbare tekst"}) expectEnglish(connectors::http::nonsense(system, what).what());
    for (const auto* what : {"ontbreekt", "is geen volledig pad", "wijst niet naar een leesbaar geheimbestand"}) expectEnglish(connectors::badSetting("folder", what).what());
}

TEST(Said, OfEveryFileThatCannotBeReadIsEnglish) {
    using redaction::document::Failure;
    using redaction::document::Format;
    for (int failure = 0; failure <= static_cast<int>(Failure::unsupported); ++failure)
        for (int format = 0; format <= static_cast<int>(redaction::document::lastFormat); ++format) expectEnglish(redaction::document::explain(static_cast<Failure>(failure), static_cast<Format>(format)));
    expectEnglish("Een deel van dit pdf-bestand kon niet worden gelezen. Vergelijk met het bronbestand of vraag het stuk opnieuw op.");
    expectEnglish("Pagina 3 is geschreven in een lettertype dat uit tekeningen bestaat of andere letters toont dan het zegt. Gelezen is het beeld. Vergelijk met het bronbestand.");
    expectEnglish("Pagina 3 is een scan met een onzichtbare tekstlaag die iets anders zegt dan het beeld. Gelezen is het beeld.");
    expectEnglish("a.pdf: tekst (pdftotext -raw), pagina 3 en verder – niet te controleren");
    expectEnglish("a.pdf: in het bestand zit een koppeling naar buiten");
    expectEnglish("1.204 verborgen tekstdelen gezocht in 12 bestanden met 8 programma's: 3 keer iets gevonden");
    expectEnglish("Schrijven naar de schijf lukt niet: de schijf is vol. Maak ruimte vrij en probeer het opnieuw; wat al bewaard was, is er nog.");
    expectEnglish("Persons[0].bsn: dit is geen geldig BSN (elfproef)");
    expectEnglish("persons[0]: De geboortedatum ligt in de toekomst (na 12 maart 2026). Controleer dag, maand en jaar.");
    expectEnglish("Afronden kan nog niet: stuk 3: kijk zelf. Pagina 2 kon niet worden gelezen. Vergelijk met het bronbestand.");
    expectEnglish("Afronden kan nog niet: stuk 3 wordt nog gelezen.");
    expectEnglish("beslis in stuk 4: Gaat over vader en zoon. Dit is een persoonlijke werkaantekening; iemand moet beoordelen of zij bij het dossier hoort.");
    expectEnglish("15 van 15 beslist");
    expectEnglish("Zaaksysteem Noord: 3 van 10 stukken");
    expectEnglish("Ben en Rina mogen niet weten: adres, postcode en plaats van Tobi, omdat it is not safe vanaf 3 maart 2026 tot 4 april 2027");
}

TEST(Said, WithOneWordIsEnglish) {
    namespace casework = service::casework;
    for (const auto* code : {"logged", "collecting", "reading", "review", "packaging", "sign-off", "released", "closed"}) expectEnglish(casework::stepWords(code));
    for (const auto* code : {"waiting", "asking", "retrying", "done", "needs-someone", "cancelled"}) EXPECT_TRUE(phrases().knows(casework::collectionStateWords(code))) << code;
    for (const auto* code : {"release", "redact", "judge", "withdrawn"}) EXPECT_TRUE(phrases().knows(casework::decisionWords(code))) << code;
    for (const auto* code : {"none", "building", "built", "refused", "signed", "released", "void", "failed"}) EXPECT_TRUE(phrases().knows(casework::packageStateWords(code))) << code;
    for (const auto* code : {"fetched", "reading", "read", "needs-human", "withheld-whole", "by-hand"}) EXPECT_TRUE(phrases().knows(casework::fragmentStateWords(code))) << code;
    for (const auto& [code, words] : casework::spanKinds())
        EXPECT_TRUE(words == "school" || words == "postcode" || phrases().knows(words)) << words;
    EXPECT_EQ(phrases().translate("kreeg antwoord van partner vt: volledig geleverd"), "got an answer from partner vt: delivered in full");
}
