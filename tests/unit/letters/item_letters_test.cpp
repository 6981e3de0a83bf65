// The letters of the five other rights: every answer in both languages against golden files, printed and tagged.
#include "service/letters/item_letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/letters/printed_text.h"
#include "tests/unit/web/dutch_words.h"

namespace service::letters {
namespace {

using requests::Answer;
using requests::Right;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

// Something to fill in for every field of every answer, in the language of the letter.
std::string typed(const requests::ItemField& field, Language language) {
    if (field.kind == requests::ItemField::choice) return field.options.front();
    if (field.kind == requests::ItemField::day) return "2025-11-14";
    if (field.name == "recipients") return language == Language::dutch ? "basisschool De Regenboog" : "Rainbow school";
    if (field.name == "data") return "naam: K. Verbeek";
    if (field.name == "whose") return language == Language::dutch ? "de jeugdbeschermer" : "the youth protection worker";
    const std::string text = language == Language::dutch ? "Dit vulde de beslisser in bij " + field.name : "This the decider filled in at " + field.name;
    return field.kind == requests::ItemField::line ? text : text + ".";
}

LetterItem itemFor(const requests::ItemChoice& choice, int number, Language language) {
    LetterItem item;
    item.number = number, item.choice = choice.id, item.answer = choice.answer;
    item.what = language == Language::dutch ? "mijn punt " + std::to_string(number) : "my point " + std::to_string(number);
    item.place = language == Language::dutch ? "gespreksverslag van 12 februari" : "report of 12 February";
    for (const auto& field : choice.fields) item.fields[field.name] = typed(field, language);
    requests::ItemFacts facts;
    facts.right = choice.right, facts.partner = requests::PartnerKind::safeHome, facts.client = true;
    item.law = requests::lawOf(choice, facts);
    return item;
}

Frame frameIn(Language language, Reader reader = Reader::adult) {
    auto frame = someFrame();
    if (language == Language::english) frame.contactName = "Privacy team", frame.addresseeName = "K. Verbeek", frame.salutation = "Sir or Madam Verbeek", frame.signerFunction = "privacy officer";
    if (reader == Reader::child) frame.addresseeName = "Sam";
    return frame;
}

ItemDecisionLetter decisionOn(Right right, Language language, Reader reader = Reader::adult) {
    ItemDecisionLetter letter{.frame = frameIn(language, reader), .controller = someDecision().controller, .right = right, .about = {language == Language::dutch ? "uzelf" : "yourself"},
                              .received = on("2026-03-03"), .sent = on("2026-04-01"), .items = {}, .explanations = {}, .reasons = {}, .terms = {}, .calendar = requests::Calendar{}, .reader = reader};
    letter.controller.decidingOrgan = "het bestuur van Example", letter.controller.standing = requests::Standing::other;
    for (const auto* choice : requests::choicesFor(right)) letter.items.push_back(itemFor(*choice, int(letter.items.size()) + 1, language));
    return letter;
}

std::vector<std::pair<std::string, Letter>> allLetters(Language language) {
    std::vector<std::pair<std::string, Letter>> letters;
    for (const auto right : {Right::rectification, Right::erasure, Right::restriction, Right::objection, Right::portability})
        for (const auto reader : {Reader::adult, Reader::child}) {
            const auto letter = itemDecision(book(), language, decisionOn(right, language, reader));
            letters.emplace_back(letter.name, letter);
        }
    const auto rectification = decisionOn(Right::rectification, language);
    const auto frame = frameIn(language);
    letters.emplace_back("rectification-item", rectificationItem(book(), language, rectification, rectification.items.front()));
    const auto addConfirmation = [&](const char* more, const ErasureConfirmation& it) {
        auto letter = erasureConfirmation(book(), language, it);
        letters.emplace_back(letter.name + more, letter);
    };
    for (const auto reader : {Reader::adult, Reader::child})
        addConfirmation("", {frameIn(language, reader), "Example", on("2026-04-01"), {{rectification.items.front().what, on("2026-04-09")}}, {}, true, {"Example"}, reader});
    const auto erasure = decisionOn(Right::erasure, language);
    for (const auto reader : {Reader::adult, Reader::child}) {
        ErasureConfirmation keeps{frameIn(language, reader), "Example", on("2026-04-01"), {{erasure.items.front().what, on("2026-04-09")}}, {}, true, {}, reader};
        for (const auto& item : erasure.items)
            if (const auto why = keptBecause(book(), language, reader, item); !why.empty()) keeps.kept.push_back({item.what, why});
        addConfirmation("-kept", keeps);
    }
    for (const auto reader : {Reader::adult, Reader::child}) {
        const auto lifted = restrictionLifted(book(), language, {frameIn(language, reader), decisionOn(Right::restriction, language).controller, on("2026-04-01"), on("2026-06-05"), on("2026-05-29"), "Example", "Example", {}, requests::Calendar{}, reader});
        letters.emplace_back(lifted.name, lifted);
    }
    letters.emplace_back("recipient-notice", recipientNotice(book(), language, {frame, "Example", "K. Verbeek", rectification.items.front()}));
    letters.emplace_back("work-order", workOrder(book(), language, {frame, "Daan Verbeek", "K. Verbeek", requests::Work::correct, rectification.items.front(), on("2026-04-15")}));
    for (const auto reader : {Reader::adult, Reader::child}) {
        const auto invited = inspection(book(), language, {frameIn(language, reader), "Example", on("2026-03-03"), on("2026-03-20"), "14.00", "Example", reader});
        letters.emplace_back(invited.name, invited);
    }
    return letters;
}

// With LAKWERK_GOLDEN set the files are written anew; with LAKWERK_LETTERS_OUT the PDFs are kept, to look at.
TEST(ItemLetters, SayWhatTheGoldenFilesSay) {
    for (const auto language : {Language::dutch, Language::english})
        for (const auto& [name, letter] : allLetters(language)) {
            const fs::path file = fs::path{LAKWERK_SOURCE_DIR} / "tests/data/letters/answers" / (name + "." + toText(language) + ".txt");
            if (std::getenv("LAKWERK_GOLDEN")) std::ofstream{file, std::ios::binary} << printedText(letter);
            std::ifstream in{file, std::ios::binary};
            std::ostringstream golden;
            golden << in.rdbuf();
            EXPECT_EQ(printedText(letter), golden.str()) << file;
            if (const char* folder = std::getenv("LAKWERK_LETTERS_OUT")) std::ofstream{std::string{folder} + "/" + name + "-" + toText(language) + ".pdf", std::ios::binary} << letter.print().pdf;
        }
}

TEST(ItemLetters, LeaveNoSlotOpenAndHoldNoDutchInEnglish) {
    for (const auto language : {Language::dutch, Language::english})
        for (const auto& [name, letter] : allLetters(language)) {
            EXPECT_THAT(letter.html, Not(testing::ContainsRegex("[{}|]"))) << name;
            if (language == Language::dutch) continue;
            std::istringstream lines(letter.html);
            for (std::string line; std::getline(lines, line);) {
                const bool quoted = line.find(" lid ") != line.npos || line.find("Juridisch") != line.npos || line.find("Autoriteit") != line.npos || line.find("rechtbank") != line.npos || line.find("gegevens.json") != line.npos;
                EXPECT_EQ(quoted ? "" : tests::dutchIn(line), "") << name << ": " << line;
            }
        }
}

TEST(ItemLetters, ArePrintedWithTheirSubject) {
    const auto letter = itemDecision(book(), Language::dutch, decisionOn(Right::erasure, Language::dutch));
    EXPECT_EQ(letter.subject, "Beslissing op uw verzoek om verwijdering");
    EXPECT_TRUE(letter.print().pdf.starts_with("%PDF"));
}

TEST(ItemLetters, SayGrantedRefusedOrPartlyOverAllPoints) {
    auto letter = decisionOn(Right::rectification, Language::dutch);
    EXPECT_THAT(itemDecision(book(), Language::dutch, letter).html, HasSubstr("Wij doen een deel van wat u vraagt."));
    letter.items = {letter.items.at(0)};
    EXPECT_THAT(itemDecision(book(), Language::dutch, letter).html, HasSubstr("Wij doen wat u vraagt."));
    letter.items = {decisionOn(Right::rectification, Language::dutch).items.at(1)};
    EXPECT_THAT(itemDecision(book(), Language::dutch, letter).html, HasSubstr("Wij doen niet wat u vraagt."));
    letter.items.clear();
    EXPECT_THROW(itemDecision(book(), Language::dutch, letter), LetterError);
}

// Every answer to a child is in its own words; nothing it gets says "u".
TEST(ItemLetters, SpeakToAChildOfEveryAnswer) {
    for (const auto right : {Right::rectification, Right::erasure, Right::restriction, Right::objection, Right::portability}) {
        const auto text = printedText(itemDecision(book(), Language::dutch, decisionOn(right, Language::dutch, Reader::child)));
        EXPECT_THAT(text, Not(testing::ContainsRegex("[^a-zA-Z][Uu]w?[^a-zA-Z]"))) << text;
        EXPECT_THAT(text, testing::AllOf(HasSubstr("Beste Sam,"), HasSubstr("Kindertelefoon"), HasSubstr("Je vroeg: mijn punt 1")));
        for (const auto& route : {"Naar de rechter", "Een klacht bij ons"}) EXPECT_THAT(text, HasSubstr(route));
    }
    const auto rectification = decisionOn(Right::rectification, Language::dutch, Reader::child);
    EXPECT_THAT(printedText(rectificationItem(book(), Language::dutch, rectification, rectification.items.front())), HasSubstr("Punt 1 van jouw vraag"));
}

// The five other rights are changed before signing like access: what is no decision, law, reason or remedy.
TEST(ItemLetters, HaveBlocksThatAHumanMayWriteOtherwise) {
    for (const auto right : {Right::rectification, Right::erasure, Right::restriction, Right::objection, Right::portability})
        for (const auto reader : {Reader::adult, Reader::child}) {
            auto letter = decisionOn(right, Language::dutch, reader);
            const auto before = itemDecision(book(), Language::dutch, letter);
            std::vector<std::string> names;
            for (const auto& block : blocksOf(before)) names.push_back(block.name), letter.edits[block.name] = "Met eigen woorden.";
            EXPECT_THAT(names, testing::IsSupersetOf({"opening", "contact"})) << before.name;
            const auto after = printedText(itemDecision(book(), Language::dutch, letter));
            EXPECT_THAT(after, HasSubstr("Met eigen woorden.\n"));
            EXPECT_THAT(after, testing::AllOf(HasSubstr("punt 1"), HasSubstr("AVG art."), HasSubstr("Naar de rechter"), HasSubstr("M. Jansma"))) << before.name;
        }
}

// P9: where the act gives the right to its client only, the letter says so and cites the GDPR alone.
TEST(ItemLetters, ExplainThatTheActIsNotOpen) {
    auto letter = decisionOn(Right::erasure, Language::dutch);
    letter.controller.kind = requests::PartnerKind::youthProtection;
    letter.items.resize(1);
    letter.items[0].law = {"AVG art. 17", false};
    const auto html = itemDecision(book(), Language::dutch, letter).html;
    EXPECT_THAT(html, HasSubstr("De Jeugdwet geeft dit recht alleen aan degene die de hulp krijgt"));
    EXPECT_THAT(html, Not(HasSubstr("7.3.9")));
}

TEST(ItemLetters, PromiseNoMessageToRecipientsWhereThereAreNone) {
    auto letter = decisionOn(Right::rectification, Language::dutch);
    letter.items.resize(1);
    EXPECT_THAT(itemDecision(book(), Language::dutch, letter).html, HasSubstr("organisaties die deze gegevens van ons hebben gekregen"));
    letter.items[0].fields["recipients"] = "niemand";
    EXPECT_THAT(itemDecision(book(), Language::dutch, letter).html, Not(HasSubstr("organisaties die deze gegevens van ons hebben gekregen")));
}

}  // namespace
}  // namespace service::letters
