#include "service/casework/letter_reading.h"

#include <gtest/gtest.h>

namespace service::casework {
namespace {

const redaction::household::Date today{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(9)};

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
    const auto guesses = guessesFrom(letter, &known, today);
    EXPECT_EQ(valuesOf(guesses, "right"), std::vector<std::string>{"access"});
    EXPECT_EQ(valuesOf(guesses, "letterDate"), std::vector<std::string>{"2026-03-03"});
    EXPECT_EQ(valuesOf(guesses, "requesterId"), std::vector<std::string>{"vader"});
    EXPECT_EQ(valuesOf(guesses, "subjectIds"), (std::vector<std::string>{"kind", "vader"}));
    EXPECT_EQ(valuesOf(guesses, "capacity"), std::vector<std::string>{"parent"});
}

TEST(LetterReading, TakesADateBesideAStampAsTheDayOfReceipt) {
    EXPECT_EQ(valuesOf(guessesFrom("Ingekomen 5 maart 2026", nullptr, today), "receivedOn"), std::vector<std::string>{"2026-03-05"});
    EXPECT_TRUE(valuesOf(guessesFrom("Utrecht, 5 maart 2026", nullptr, today), "receivedOn").empty());
}

TEST(LetterReading, GuessesNothingFromNonsense) {
    const auto known = household();
    EXPECT_TRUE(guessesFrom("", &known, today).empty());
    EXPECT_TRUE(guessesFrom("99 99 9999 \xff\xfe", &known, today).empty());
}

}  // namespace
}  // namespace service::casework
