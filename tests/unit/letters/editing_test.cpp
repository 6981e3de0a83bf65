// Letters that a human changed before signing, and the letter a child of 12 to 15 gets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/letters/html_blocks.h"
#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/letters/printed_text.h"

namespace service::letters {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string blockOf(const Letter& letter, const std::string& name) {
    for (const auto& block : blocksOf(letter))
        if (block.name == name) return block.text;
    return {};
}

TEST(EditedLetters, HaveTheOtherWordsInPrintAndNothingElseChanged) {
    auto decided = someDecision();
    const auto before = decision(book(), Language::dutch, decided);
    ASSERT_THAT(blockOf(before, "opening"), HasSubstr("U vroeg om inzage"));
    decided.edits = {{"opening", "Wij spraken u <gisteren> & beloofden dit.\n\nHier is het."}};
    const auto after = decision(book(), Language::dutch, decided);
    EXPECT_EQ(blockOf(after, "opening"), "Wij spraken u <gisteren> & beloofden dit.\n\nHier is het.");
    const auto words = printedText(after);
    EXPECT_THAT(words, HasSubstr("<gisteren> & beloofden"));
    EXPECT_THAT(words, Not(HasSubstr("U vroeg om inzage.")));
    EXPECT_THAT(words, HasSubstr("Onze beslissing"));
    EXPECT_EQ(after.text.blocks.size(), before.text.blocks.size() + 1);
}

TEST(EditedLetters, CannotLoseTheOutcomeGroundsRemediesOrTheSignature) {
    auto decided = someDecision();
    for (const auto& block : blocksOf(decision(book(), Language::dutch, decided))) decided.edits[block.name] = "Niets.";
    for (const char* name : {"outcome", "grounds", "routes", "law", "signer", "help"}) decided.edits[name] = "Weggehaald.";
    const auto letter = decision(book(), Language::dutch, decided);
    const auto words = wordsOf(letter.html);
    EXPECT_THAT(words, Not(HasSubstr("Weggehaald")));
    for (const char* stays : {"Wij geven u inzage in een deel", "Deze beslissing rust op", "Dit gaat over iemand anders", "Bezwaar maken", "Naar de rechter", "Autoriteit Persoonsgegevens"})
        EXPECT_THAT(words, HasSubstr(stays));
    EXPECT_THAT(printedText(letter), HasSubstr("cliëntondersteuner"));
}

TEST(EditedLetters, AChangeToABlockThatIsNoLongerThereIsLeftOut) {
    auto decided = someDecision();
    decided.edits = {{"nothing", "Zoek nog eens."}};
    EXPECT_THAT(decision(book(), Language::dutch, decided).html, Not(HasSubstr("Zoek nog eens")));
}

TEST(ChildDecision, SpeaksToTheChildAndNamesEveryWayAndDay) {
    auto decided = someDecision();
    decided.reader = Reader::child, decided.about = {"jezelf"};
    decided.frame.addresseeName = "Sam";
    const auto letter = decision(book(), Language::dutch, decided);
    const auto words = wordsOf(letter.html);
    EXPECT_THAT(words, Not(testing::ContainsRegex("[^a-z][Uu]w? ")));
    EXPECT_THAT(words, HasSubstr("Je vroeg ons te laten zien"));
    EXPECT_THAT(words, HasSubstr("Een kind heeft dit in vertrouwen verteld"));
    EXPECT_THAT(words, HasSubstr("Naar de rechter"));
    EXPECT_THAT(words, HasSubstr("tot en met 13 mei 2026")) << "six weeks from 1 April, as for an adult";
    EXPECT_THAT(printedText(letter), HasSubstr("Kindertelefoon"));
    EXPECT_THAT(printedText(letter), HasSubstr("Beste Sam,"));
    EXPECT_THAT(wordsOf(decision(book(), Language::english, decided).html), HasSubstr("You asked us to show"));
}

TEST(ChildDecision, HasWordsForEveryGroundAndOutcome) {
    auto decided = someDecision();
    decided.reader = Reader::child;
    decided.grounds.clear();
    for (const auto& ground : requests::groundIds()) decided.grounds.push_back({ground, 1});
    for (const auto outcome : {Outcome::granted, Outcome::partly, Outcome::refused, Outcome::nothingHeld, Outcome::nothingVisible, Outcome::notTakenUp})
        for (const auto right : {requests::Right::access, requests::Right::erasure, requests::Right::objection})
            for (const auto language : {Language::dutch, Language::english}) {
                decided.outcome = outcome, decided.right = right;
                EXPECT_NO_THROW(decision(book(), language, decided));
            }
}

TEST(PartnerLetters, AskWithTheDayAndRemindWithTheDayOfTheFirstQuestion) {
    PartnerAsk ask{someFrame(), requests::Right::access, "K. Verbeek", {"Daan Verbeek, geboren op 3 juni 2016"}, on("2026-03-03"), on("2026-03-16"), {}, on("2026-04-07")};
    EXPECT_THAT(requestToPartner(book(), ask).html, HasSubstr("maandag 16 maart 2026"));
    EXPECT_THROW(chaser(book(), ask), LetterError);
    ask.asked = on("2026-03-05");
    EXPECT_THAT(chaser(book(), ask).html, HasSubstr("5 maart 2026"));
    EXPECT_THAT(printedText(chaser(book(), ask)), HasSubstr("Geachte collega,"));
}

}  // namespace
}  // namespace service::letters
