#include "service/casework/letter_reading.h"

#include <gtest/gtest.h>

namespace service::casework {
namespace {

redaction::household::Case household() {
    redaction::household::Case known;
    redaction::household::Person father, mother, child;
    father.id = "vader", father.kind = "family", father.given = {"Pieter"}, father.called = "Piet", father.prefix = "van", father.family = "Dalen";
    mother.id = "moeder", mother.kind = "family", mother.given = {"Sanne"}, mother.family = "Kuiper";
    child.id = "kind", child.kind = "family", child.called = "Tijn", child.family = "Kuiper";
    child.birthdate = redaction::household::parseDate("2018-05-02");
    known.persons = {father, mother, child};
    known.relations = {{"parent", "vader", "kind", {}, {}, {}}, {"parent", "moeder", "kind", {}, {}, {}}};
    return known;
}

std::vector<std::string> valuesOf(const std::vector<Guess>& guesses, const std::string& field) {
    std::vector<std::string> values;
    for (const auto& guess : guesses)
        if (guess.field == field) values.push_back(guess.value);
    return values;
}

const char* const letter =
    "Utrecht, 3 maart 2026\nGeachte heer of mevrouw,\nHierbij vraag ik inzage in de gegevens die u heeft over mijzelf en "
    "over mijn zoon Tijn (geboren 02-05-2018).\nMet vriendelijke groet,\nPiet van Dalen\nINGEKOMEN 5 mrt 2026";

TEST(LetterReading, GuessesTheRightTheDatesAndThePeople) {
    const auto known = household();
    const auto guesses = guessesFrom(letter, &known);
    EXPECT_EQ(valuesOf(guesses, "right"), std::vector<std::string>{"access"});
    EXPECT_EQ(valuesOf(guesses, "letterDate"), std::vector<std::string>{"2026-03-03"});
    EXPECT_EQ(valuesOf(guesses, "requesterId"), std::vector<std::string>{"vader"});
    EXPECT_EQ(valuesOf(guesses, "subjectIds"), (std::vector<std::string>{"kind", "vader"}));
    EXPECT_EQ(valuesOf(guesses, "capacity"), std::vector<std::string>{"parent"});
}

TEST(LetterReading, TakesADateBesideAStampAsTheDayOfReceipt) {
    EXPECT_EQ(valuesOf(guessesFrom("Ingekomen 5 maart 2026", nullptr), "receivedOn"), std::vector<std::string>{"2026-03-05"});
    EXPECT_TRUE(valuesOf(guessesFrom("Utrecht, 5 maart 2026", nullptr), "receivedOn").empty());
}

TEST(LetterReading, GuessesNothingFromNonsense) {
    const auto known = household();
    EXPECT_TRUE(guessesFrom("", &known).empty());
    EXPECT_TRUE(guessesFrom("99 99 9999 \xff\xfe", &known).empty());
}

TEST(LetterReading, TellsOneRightFromAnother) {
    const std::pair<const char*, const char*> cases[] = {{"Ik wil mijn dossier laten vernietigen", "erasure"},
        {"Ik maak bezwaar tegen", "objection"}, {"Graag een afschrift van", "access"}, {"verzoek tot correctie", "rectification"}};
    for (const auto& [text, right] : cases) EXPECT_EQ(valuesOf(guessesFrom(text, nullptr), "right"), std::vector<std::string>{right}) << text;
}

}  // namespace
}  // namespace service::casework
