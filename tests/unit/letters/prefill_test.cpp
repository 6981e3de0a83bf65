#include "service/letters/prefill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "service/letters/read_words.h"

namespace service::letters {
namespace {

using requests::Date;
Date on(const std::string& iso) { return requests::parseIso(iso).value(); }

const std::vector<KnownPerson> family{{"vader", {"Koen Verbeek", "K. Verbeek"}, on("1984-02-01")},
                                      {"moeder", {"Sanne Dorst", "S. Dorst", "Sanne"}, on("1986-07-09")},
                                      {"kind1", {"Daan Verbeek", "Daan"}, on("2017-06-30")},
                                      {"kind2", {"Fenna Verbeek", "Fenna"}, on("2012-11-02")}};

// "field=value" of the guesses with a certainty of at least one half, and "field~value" of the others.
std::vector<std::string> told(std::string_view letter) {
    std::vector<std::string> all;
    for (const auto& guess : prefill(letter, family, on("2026-03-10"))) {
        all.push_back(guess.field + (guess.certainty >= 0.5 ? "=" : "~") + guess.value);
        EXPECT_FALSE(guess.quote.empty()) << guess.field;
        EXPECT_GT(guess.certainty, 0);
        EXPECT_LT(guess.certainty, 1);
    }
    return all;
}

TEST(Prefill, ReadsAFathersLetter) {
    EXPECT_THAT(told(R"(Koen Verbeek
Kastanjelaan 4
1234 AB Voorbeeldstad

Aan: Gemeente Voorbeeldstad
Postbus 100
1234 XX Voorbeeldstad

Voorbeeldstad, 2 maart 2026

Betreft: verzoek om inzage

Geachte heer, mevrouw,

Hierbij vraag ik inzage in mijn dossier en dat van mijn zoon Daan,
geboren op 30 juni 2017. Ik ben ouder met gezag.

Met vriendelijke groet,

K. Verbeek)"),
                testing::IsSupersetOf({"right=access", "requester=vader", "sender-name=K Verbeek", "capacity=parent", "capacity=self", "subject=kind1", "subject=vader",
                                       "letter-date=2026-03-02", "address=Kastanjelaan 4, 1234 AB Voorbeeldstad"}));
}

TEST(Prefill, ReadsThroughMisreadCharacters) {
    EXPECT_THAT(told(R"(Voorbeeldstad, O2-O3-2O26

0nderwerp: inzaqe

Ondergetekende, Koen Verbeck, verzoekt om inzage in het dossier van zijn
dochter Fenna Verbeek (geb. 02-ll-2012).

Hoogachtend,
Koen Verbeck)"),
                testing::IsSupersetOf({"right=access", "requester=vader", "subject=kind2", "letter-date=2026-03-02", "sender-name=Koen Verbeck"}));
}

TEST(Prefill, ReadsARequestToEraseByAMother) {
    const auto all = told(R"(Betreft: verwij-
dering van gegevens

Ik wil dat u alle gegevens over mij verwijdert en wist. Wat er staat klopt niet.

met vriendelijke groeten
Sanne Dorst
7 maart 2026)");
    EXPECT_THAT(all, testing::IsSupersetOf({"right=erasure", "other-right=rectification", "requester=moeder", "subject=moeder", "capacity=self", "letter-date=2026-03-07"}));
    EXPECT_EQ(all.front(), "right=erasure");
}

TEST(Prefill, ReadsALawyersLetter) {
    EXPECT_THAT(told(R"(Advocatenkantoor Zomerdijk
Zomerdijk 12, 4321 ZX Elders

Elders, 9 maart 2026

Namens mijn cliënt Koen Verbeek, geboren 1 februari 1984, doe ik een beroep op artikel 15 AVG.
De machtiging is bijgevoegd.

Hoogachtend,
mr. P. van der Zomerdijk)"),
                testing::IsSupersetOf({"right=access", "capacity=representative", "subject=vader", "letter-date=2026-03-09", "address=Zomerdijk 12, 4321 ZX Elders"}));
}

TEST(Prefill, ReadsAnUnknownSenderAndAnUnknownChild) {
    EXPECT_THAT(told(R"(Mijn naam is Roderick ten Hove. Ik wil graag een afschrift van alles over mijn dochter,
geboortedatum 14-05-2019.

Met vriendelijke groet,
Roderick ten Hove)"),
                testing::IsSupersetOf({"right=access", "sender-name=Roderick ten Hove", "child-birthdate=2019-05-14", "capacity=parent"}));
}

TEST(Prefill, GuessesNothingFromNothing) {
    EXPECT_TRUE(told("").empty());
    EXPECT_TRUE(told("Ik heb een vraag over de afvalcontainer.\n\n\n").empty());
}

TEST(Prefill, TakesNoDateAfterTodayAndNoAddressItIsSentTo) {
    for (const auto& guess : told("Gemeente Voorbeeldstad\nStadsplein 1\n1234 AA Voorbeeldstad\n\n12 april 2026\n30-02-2026\n")) ADD_FAILURE() << guess;
}

TEST(Prefill, DoesNotTakeOrdinaryWordsForNames) {
    const std::vector<KnownPerson> roos{{"kind", {"Roos Bloem", "Roos"}, {}}};
    for (const auto& guess : prefill("mijn dochter houdt van een roos in de tuin", roos, on("2026-03-10"))) EXPECT_NE(guess.value, "kind");
}

TEST(Prefill, NamesTheLineItRestsOn) {
    const auto guesses = prefill("Geachte,\n\nIk wil mijn dossier inzien.\n", family, on("2026-03-10"));
    ASSERT_FALSE(guesses.empty());
    EXPECT_EQ(guesses[0].line, 2u);
    EXPECT_EQ(guesses[0].quote, "Ik wil mijn dossier inzien.");
    EXPECT_EQ(guesses[0].words, "inzage");
}

TEST(Prefill, SaysEachThingOnce) {
    std::vector<std::string> all = told("Ik vraag inzage voor mijn zoon Daan, geboren 30-06-2017.\nInzage dus, voor mijn zoon Daan Verbeek.\n");
    std::ranges::sort(all);
    EXPECT_EQ(std::ranges::adjacent_find(all), all.end());
}

TEST(Likeness, AllowsLookAlikesAndLittleElse) {
    struct Row {
        const char *read, *meant;
        double like;
    };
    for (const auto& row : {Row{"verbeek", "verbeek", 1}, Row{"inzaqe", "inzage", 0.8}, Row{"5em", "sem", 0.9}, Row{"rnaart", "maart", 0.9}, Row{"daan", "baan", 0}, Row{"verbeek", "verheul", 0},
                            Row{"", "inzage", 0}, Row{"ondergetckend", "ondergetekende", 0.7}})
        EXPECT_DOUBLE_EQ(likeness(row.read, row.meant), row.like) << row.read;
}

TEST(Prefill, ReadsNoMoreThanALetterCanHold) {
    std::string text;
    for (int line = 0; line < 5000; ++line) text += "ik wil graag inzage in het dossier van mijn zoon Daan Verbeek, 1-2-2026\n";
    const auto read = readWords(text);
    EXPECT_LE(read.words.size(), maxWords + 20);
    EXPECT_FALSE(prefill(text, family, on("2026-03-10")).empty());
}

}  // namespace
}  // namespace service::letters
