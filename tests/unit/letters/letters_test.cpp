#include "service/letters/letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "redaction/policy/rules.h"
#include "service/letters/application_letters.h"
#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/letters/printed_text.h"

namespace service::letters {
namespace {

using requests::PartnerKind;
using requests::Standing;
using testing::HasSubstr;
using testing::Not;

// With LAKWERK_LETTERS_OUT set, the letters are also written there, to look at.
void keep(const std::string& name, const redaction::apply::typeset::Typeset& printed) {
    if (const char* folder = std::getenv("LAKWERK_LETTERS_OUT")) std::ofstream{std::string{folder} + "/" + name + ".pdf", std::ios::binary} << printed.pdf;
}

// What another program reads in the file.
std::string pdfinfo(const std::string& pdf) {
    const std::string path = testing::TempDir() + "/lakwerk_letter.pdf";
    std::ofstream{path, std::ios::binary} << pdf;
    std::string said;
    FILE* pipe = popen(("pdfinfo " + path).c_str(), "r");
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) said += static_cast<char>(c);
    pclose(pipe);
    return said;
}

TEST(Letters, ArePrintedAsTaggedPdfInBothLanguages) {
    for (const auto language : {Language::dutch, Language::english}) {
        const std::vector<Letter> letters{
            acknowledgement(book(), language, someAcknowledgement()), decision(book(), language, someDecision()),
            inventory(book(), language, someInventory()), completeness(book(), language, someCompleteness()),
            extension(book(), language, {.frame = someFrame(), .right = requests::Right::access, .received = on("2026-03-03"), .newDue = on("2026-06-03"), .reason = "Uw verzoek gaat over veel stukken bij vier organisaties."}),
            suspension(book(), language, {.frame = someFrame(), .right = requests::Right::access, .received = on("2026-03-03"), .asked = on("2026-03-05"), .ground = {}, .question = "Kunt u ons bellen?"})};
        for (const auto& letter : letters) {
            const auto printed = letter.print();
            keep(letter.name + "-" + toText(language), printed);
            EXPECT_TRUE(printed.pdf.starts_with("%PDF")) << letter.name;
            const auto said = pdfinfo(printed.pdf);
            EXPECT_TRUE(testing::Value(said, testing::ContainsRegex("Tagged: +yes"))) << letter.name;
            EXPECT_TRUE(testing::Value(said, testing::ContainsRegex("Pages: +" + std::to_string(printed.pages)))) << letter.name;
            EXPECT_TRUE(testing::Value(said, HasSubstr(letter.subject))) << letter.name;
        }
    }
}

// Whatever is in the book, filled with its own example.
TEST(Letters, EveryLetterOfTheBookIsPrintedAsTaggedPdf) {
    ASSERT_GT(book().names().size(), 30u);
    for (const auto& name : book().names())
        for (const auto language : {Language::dutch, Language::english}) {
            const auto letter = book().write(name, language, someFrame(), book().example(name, language));
            EXPECT_TRUE(testing::Value(pdfinfo(letter.print().pdf), testing::ContainsRegex("Tagged: +yes"))) << name << " " << toText(language);
        }
}

TEST(Acknowledgement, NamesTheEndDateAndAsksForNoCopy) {
    auto letter = someAcknowledgement();
    EXPECT_EQ(acknowledgement(book(), Language::dutch, letter).subject, "Bevestiging van uw verzoek om inzage");
    EXPECT_THAT(acknowledgement(book(), Language::dutch, letter).html, HasSubstr("<strong>dinsdag 7 april 2026</strong>"));
    EXPECT_THAT(acknowledgement(book(), Language::english, letter).html, HasSubstr("<strong>Tuesday 7 April 2026</strong>"));
    letter.identityMethod = "not-yet";
    EXPECT_THAT(acknowledgement(book(), Language::dutch, letter).html, HasSubstr("Stuur ons geen kopie"));
}

TEST(Acknowledgement, KnowsEveryWayOfIdentification) {
    auto letter = someAcknowledgement();
    for (const auto& choice : requests::identityChoices()) {
        letter.identityMethod = choice.code;
        EXPECT_NO_THROW(acknowledgement(book(), Language::english, letter)) << choice.code;
    }
    for (const auto& kind : requests::documentKinds()) {
        letter.identityMethod = kind.code;
        EXPECT_NO_THROW(acknowledgement(book(), Language::dutch, letter)) << kind.code;
    }
}

// A child that asks itself is written to in its own words, whatever is told and in whatever way it was identified.
TEST(ChildLetters, AcknowledgeExtendAndSuspendWithoutAnyU) {
    for (const auto right : {requests::Right::access, requests::Right::rectification, requests::Right::erasure, requests::Right::restriction, requests::Right::objection, requests::Right::portability}) {
        auto letter = someAcknowledgement();
        letter.right = right, letter.reader = Reader::child, letter.about = {"jezelf"}, letter.remarks = {}, letter.frame.addresseeName = "Sam";
        std::vector<Letter> letters{
            extension(book(), Language::dutch, {.frame = letter.frame, .right = right, .received = on("2026-03-03"), .newDue = on("2026-06-03"), .reason = "Er zijn veel papieren.", .reader = Reader::child})};
        for (const auto ground : {requests::SuspensionGround::identityInDoubt, requests::SuspensionGround::clarificationOfLargeQuantity})
            letters.push_back(suspension(book(), Language::dutch, {.frame = letter.frame, .right = right, .received = on("2026-03-03"), .asked = on("2026-03-05"), .ground = ground, .question = "Kun je bellen?", .reader = Reader::child}));
        for (const auto& choice : requests::identityChoices())
            if (choice.code != "document-seen") letter.identityMethod = choice.code, letters.push_back(acknowledgement(book(), Language::dutch, letter));
        for (const auto& kind : requests::documentKinds()) letter.identityMethod = kind.code, letters.push_back(acknowledgement(book(), Language::dutch, letter));
        for (const auto& written : letters) {
            const auto text = printedText(written);
            EXPECT_THAT(text, Not(testing::ContainsRegex("[^a-zA-Z][Uu]w?[^a-zA-Z]"))) << text;
            EXPECT_THAT(text, testing::AllOf(HasSubstr("Beste Sam,"), HasSubstr("Kindertelefoon"))) << written.name;
        }
    }
}

TEST(Acknowledgement, TellsOfDocumentsOnlyWhereAccessIsAsked) {
    auto letter = someAcknowledgement();
    EXPECT_THAT(acknowledgement(book(), Language::dutch, letter).html, HasSubstr("bekijkt wat u mag zien"));
    letter.right = requests::Right::erasure;
    EXPECT_THAT(acknowledgement(book(), Language::dutch, letter).html, testing::AllOf(Not(HasSubstr("bekijkt wat u mag zien")), HasSubstr("elk punt dat u noemt")));
    letter.alsoRights = {requests::Right::access};
    EXPECT_THAT(acknowledgement(book(), Language::dutch, letter).html, HasSubstr("bekijkt wat u mag zien"));
}

TEST(Decision, CitesOnlyTheLawOfItsPartner) {
    struct Row {
        PartnerKind kind;
        std::vector<std::string> never;
    };
    for (const auto& row : {Row{PartnerKind::safeHome, {"Jeugdwet", "BW art. 7"}}, Row{PartnerKind::youthProtection, {"Wmo", "BW art. 7"}}, Row{PartnerKind::localTeam, {"Jeugdwet", "BW art. 7"}},
                            Row{PartnerKind::childProtectionBoard, {"Wmo", "Jeugdwet", "BW art. 7"}}, Row{PartnerKind::careSafetyHouse, {"Wmo", "Jeugdwet", "BW art. 7"}}, Row{PartnerKind::treatment, {"Wmo", "Jeugdwet"}}}) {
        auto letter = someDecision();
        letter.controller.kind = row.kind;
        letter.grounds.clear();
        for (const auto& ground : requests::groundIds()) letter.grounds.push_back({ground, 1});
        for (const auto language : {Language::dutch, Language::english})
            for (const auto& law : row.never) EXPECT_THAT(decision(book(), language, letter).html, Not(HasSubstr(law)));
    }
}

TEST(Decision, RestsOnThePrivacyLawAloneForWhoIsNotTheClient) {
    auto letter = someDecision();
    letter.controller.kind = PartnerKind::youthProtection;
    letter.position = Position::ownDataOnly;
    EXPECT_THAT(decision(book(), Language::dutch, letter).html, HasSubstr("Deze beslissing rust op: AVG art. 15."));
}

TEST(Decision, NamesTheRightRemedy) {
    auto letter = someDecision();
    letter.controller.standing = Standing::publicBody;
    const auto body = decision(book(), Language::dutch, letter);
    EXPECT_EQ(body.subject, "Besluit op uw verzoek om inzage");
    EXPECT_THAT(body.html, HasSubstr("tot en met 13 mei 2026"));
    EXPECT_THAT(body.html, Not(HasSubstr("verzoekschrift")));
    letter.controller.standing = Standing::other;
    const auto foundation = decision(book(), Language::dutch, letter);
    EXPECT_EQ(foundation.subject, "Beslissing op uw verzoek om inzage");
    EXPECT_THAT(foundation.html, HasSubstr("verzoekschrift aan de rechtbank Voorbeeldland"));
    EXPECT_THAT(foundation.html, Not(HasSubstr("bezwaarschrift")));
    letter.controller.standing = Standing::contested;
    EXPECT_THAT(decision(book(), Language::dutch, letter).html, testing::AllOf(HasSubstr("bezwaarschrift"), HasSubstr("verzoekschrift"), HasSubstr("Awb art. 6:15")));
}

// Every answer a partner can give, to be read by who asked.
TEST(Decision, SaysInEachCaseWhatTheRequesterGetsAndCanDo) {
    struct Case {
        const char* name;
        Outcome outcome;
        Standing standing;
        std::vector<std::string> hopes;
    };
    const Case cases[] = {{"whole-private", Outcome::granted, Standing::other, {"alle stukken", "verzoekschrift", "UAVG art. 35, AVG art. 79", "Autoriteit Persoonsgegevens"}},
                          {"part-public", Outcome::partly, Standing::publicBody, {"een deel van de stukken", "bezwaar maken", "binnen zes weken"}},
                          {"refused-contested", Outcome::refused, Standing::contested, {"geen inzage", "bezwaar maken", "verzoekschrift"}},
                          {"nothing-held", Outcome::nothingHeld, Standing::publicBody, {"geen gegevens over u gevonden", "waar wij nog kunnen zoeken"}},
                          {"nothing-visible", Outcome::nothingVisible, Standing::other, {"niet zeker dat ze er niet zijn", "waar wij nog kunnen zoeken"}}};
    for (const auto& it : cases) {
        auto letter = someDecision();
        letter.outcome = it.outcome, letter.controller.standing = it.standing;
        const bool nothing = it.outcome == Outcome::nothingHeld || it.outcome == Outcome::nothingVisible;
        if (!nothing && it.outcome != Outcome::refused) letter.explanations = {"U hebt gezag over Daan. Daarom mag u ook zien wat er over Daan is vastgelegd."};
        if (nothing || it.outcome == Outcome::granted) letter.grounds.clear(), letter.reasons.clear();
        if (nothing) letter.releasedWhole = letter.releasedPartly = letter.withheldWhole = 0;
        if (it.outcome == Outcome::refused) letter.releasedWhole = letter.releasedPartly = 0;
        if (it.outcome == Outcome::granted) letter.releasedPartly = letter.withheldWhole = 0;
        const auto written = decision(book(), Language::dutch, letter);
        keep(std::string("decision-") + it.name, written.print());
        for (const auto& hope : it.hopes) EXPECT_THAT(written.html, HasSubstr(hope)) << it.name;
        EXPECT_EQ(written.html.find("waar wij nog kunnen zoeken") != std::string::npos, nothing) << it.name;
    }
}

TEST(Completeness, SaysOpenlyThatNotEverythingIsNamedAndWhatToDoWithoutAnAnswer) {
    auto statement = someCompleteness();
    EXPECT_THAT(completeness(book(), Language::dutch, statement).html, Not(HasSubstr("noemen in dit overzicht niet alles")));
    statement.completely = Named::notEverything;
    statement.partners.front().answer = "no-answer", statement.partners.front().whatNow = book().word("no-answer", "other", Language::dutch);
    const auto written = completeness(book(), Language::dutch, statement);
    keep("completeness-not-all", written.print());
    EXPECT_THAT(written.html, HasSubstr("noemen in dit overzicht niet alles"));
    EXPECT_THAT(written.html, HasSubstr("Daarvoor geldt geen termijn (UAVG art. 35"));
}

TEST(Decision, IsNeverARefusalWithoutReasons) {
    for (const auto outcome : {Outcome::refused, Outcome::partly, Outcome::notTakenUp}) {
        auto letter = someDecision();
        letter.outcome = outcome;
        letter.grounds.clear();
        EXPECT_THROW(decision(book(), Language::dutch, letter), LetterError);
        letter.reasons = {"Uw verzoek gaat over een ander."};
        EXPECT_NO_THROW(decision(book(), Language::dutch, letter));
    }
    auto letter = someDecision();
    letter.grounds = {{"unheard-of", 1}};
    EXPECT_THROW(decision(book(), Language::dutch, letter), LetterError);
}

TEST(Decision, HoldsTheInformationOfArticle15OrThePartnersOwn) {
    auto letter = someDecision();
    EXPECT_THAT(decision(book(), Language::dutch, letter).html, testing::AllOf(HasSubstr("Waarvoor wij gegevens gebruiken"), HasSubstr("20 jaar"), HasSubstr("Waar de gegevens vandaan komen")));
    letter.processing.retention = "precies 7 jaar";
    EXPECT_THAT(decision(book(), Language::dutch, letter).html, HasSubstr("precies 7 jaar"));
    letter.outcome = Outcome::nothingHeld;
    letter.releasedWhole = letter.releasedPartly = letter.withheldWhole = 0;
    letter.grounds.clear();
    EXPECT_THAT(decision(book(), Language::dutch, letter).html, testing::AllOf(HasSubstr("geen gegevens over u gevonden"), Not(HasSubstr("Waarvoor wij gegevens gebruiken"))));
}

// Who is under 16 and asks itself is told "je", also when its question is handed on and of all answers together.
TEST(ChildLetters, OfHandingOnAndOfTheOverviewSayJe) {
    auto frame = someFrame();
    frame.addresseeName = "Sam";
    TransferLetter handed{.frame = frame, .right = requests::Right::access, .received = on("2026-03-03"), .sent = on("2026-03-05"), .due = on("2026-04-07"), .partner = "Example", .from = "Example", .requester = "Sam",
                          .reason = "Zij schreven het op.", .clock = "Uw termijn.", .addressLines = {}, .about = {}, .reader = Reader::child};
    Overview all{.frame = frame, .received = on("2026-03-03"), .decisions = {}, .open = {{"Example", requests::Right::access, on("2026-04-07")}}, .terms = {}, .calendar = requests::Calendar{}, .reader = Reader::child};
    for (const auto standing : {requests::Standing::publicBody, requests::Standing::other, requests::Standing::contested}) {
        all.decisions.push_back({someDecision().controller, requests::Right::access, "partly", on("2026-04-01")});
        all.decisions.back().controller.standing = standing;
    }
    for (const auto& letter : {transfer(book(), Language::dutch, handed), overview(book(), Language::dutch, all)}) {
        const auto text = printedText(letter);
        EXPECT_THAT(letter.name, testing::EndsWith("-child"));
        EXPECT_THAT(text, testing::AllOf(HasSubstr("Beste Sam,"), HasSubstr("Kindertelefoon"), Not(testing::ContainsRegex("[^a-zA-Z][Uu]w?[^a-zA-Z]"))));
    }
    EXPECT_THAT(printedText(overview(book(), Language::dutch, all)), testing::AllOf(HasSubstr("ja, voor een deel"), HasSubstr("Kies de eerste dag"), HasSubstr("Postbus 93374")));
    handed.reader = Reader::adult;
    EXPECT_THAT(printedText(transfer(book(), Language::dutch, handed)), HasSubstr("uw verzoek"));
}

// Basis: Jeugdwet art. 7.3.8; Wmo 2015 art. 5.3.4; BW art. 7:454
TEST(Decision, TellsOfEachKindOfPartnerWhatItDoesItselfAndHowLongItKeeps) {
    using enum requests::PartnerKind;
    for (const auto& [kind, purpose, retention, young] : {std::tuple{youthCare, "jeugdhulp geven aan een kind", "20 jaar na de laatste wijziging, of langer als zorgvuldige jeugdhulp dat vraagt (Jeugdwet art. 7.3.8 lid 3)", "20 jaar nadat"},
                                                          {wmoProvider, "ondersteuning geven die de gemeente heeft toegewezen", "15 jaar na de laatste wijziging, of langer als zorgvuldig werk dat vraagt (Wmo 2015 art. 5.3.4)", "15 jaar nadat"},
                                                          {treatment, "u onderzoeken, behandelen of begeleiden", "20 jaar na de laatste wijziging, of langer als goede zorg dat vraagt (BW art. 7:454 lid 3)", "20 jaar nadat"}}) {
        auto letter = someDecision();
        letter.controller.kind = kind;
        EXPECT_THAT(decision(book(), Language::dutch, letter).html, testing::AllOf(HasSubstr(purpose), HasSubstr(retention), Not(HasSubstr("de taak uitvoeren waarvoor"))));
        EXPECT_THAT(decision(book(), Language::english, letter).html, Not(HasSubstr("carrying out the task for which")));
        letter.reader = Reader::child;
        EXPECT_THAT(decision(book(), Language::dutch, letter).html, testing::AllOf(HasSubstr(young), Not(HasSubstr("doen waarvoor je bij ons kwam"))));
    }
}

TEST(Decision, IsWrittenForEveryRightAndOutcome) {
    for (const auto right : {requests::Right::access, requests::Right::rectification, requests::Right::erasure, requests::Right::restriction, requests::Right::objection, requests::Right::portability})
        for (const auto outcome : {Outcome::granted, Outcome::partly, Outcome::refused, Outcome::nothingHeld, Outcome::nothingVisible, Outcome::notTakenUp})
            for (const auto language : {Language::dutch, Language::english}) {
                auto letter = someDecision();
                letter.right = right;
                letter.outcome = outcome;
                EXPECT_NO_THROW(decision(book(), language, letter));
            }
}

TEST(Completeness, SaysThatInvisibleIsNotAbsent) {
    EXPECT_THAT(completeness(book(), Language::dutch, someCompleteness()).html,
                testing::AllOf(HasSubstr("Voor ons was hier niets te zien. Dat betekent niet zeker dat er niets is"), HasSubstr("nog geen antwoord"), HasSubstr("het bestand was beschadigd")));
}

// What the inventory says of a letter is what the marks in the documents carry.
TEST(Inventory, ExplainsTheLettersOfTheMarks) {
    const auto rules = redaction::policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    for (const auto language : {Language::dutch, Language::english})
        for (const auto& ground : rules.grounds()) EXPECT_EQ(book().word("mark", ground.id, language), ground.mark) << ground.id;
    EXPECT_THAT(inventory(book(), Language::dutch, someInventory()).html, HasSubstr("<dt>rechten van anderen (A)</dt>"));
}

TEST(Inventory, CountsAndExplainsWhatItLists) {
    const auto html = inventory(book(), Language::dutch, someInventory()).html;
    EXPECT_THAT(html, HasSubstr("Er staan 34 stukken in: 21 geheel verstrekt, 11 deels verstrekt en 2 niet verstrekt."));
    EXPECT_THAT(html, HasSubstr("<td>in vertrouwen verteld, rechten van anderen</td>"));
    EXPECT_NO_THROW(inventory(book(), Language::dutch, {.frame = someFrame(), .items = {}}));
}

TEST(Letters, KeepMarkupOutOfNames) {
    auto letter = someAcknowledgement();
    letter.frame.addresseeName = "J. <script> & Zn. \"Ö\"";
    letter.about = {"<p>uzelf</p>"};
    const auto written = acknowledgement(book(), Language::dutch, letter);
    EXPECT_THAT(written.html, HasSubstr("&lt;p&gt;uzelf&lt;/p&gt;"));
    EXPECT_NO_THROW(written.print());
}

}  // namespace
}  // namespace service::letters
