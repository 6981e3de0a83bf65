// Whom a passage is about, who says it and what kind it is. Every row is a text of which the last passage is judged; the
// tables are meant to be added to.
#include <gtest/gtest.h>

#include "tests/unit/about/read_text.h"

namespace {

struct Row {
    const char* text;
    const char* about;         // who is in it: "kind1 vader"
    const char* speaker = "";  // who told it; "*": not looked at
    const char* cls = "*";
};

class About : public testing::TestWithParam<Row> {};
TEST_P(About, IsReadAsTheTableSays) {
    const auto& row = GetParam();
    const auto reading = read_text::read(row.text);
    ASSERT_FALSE(reading.passages.empty()) << row.text;
    const auto& p = reading.passages.back();
    EXPECT_EQ(read_text::aboutOf(p), row.about) << row.text << "\n  passage: " << reading.textOf(p);
    const auto asked = [](const std::string& expected, const std::string& is) { return expected == "*" ? is : expected; };
    EXPECT_EQ(p.speaker, asked(row.speaker, p.speaker)) << row.text;
    EXPECT_EQ(read_text::nameOf(p.cls), asked(row.cls, read_text::nameOf(p.cls))) << row.text;
}

INSTANTIATE_TEST_SUITE_P(Subject, About, testing::Values(
    Row{"Vader werkt weer vier dagen per week.", "vader"}, Row{"Gisteren bracht moeder Tijn naar school.", "kind1 moeder"},
    Row{"De leerkracht ziet dat Tijn meer lacht dan vorig jaar.", "kind1"}, Row{"Nadia Azzouzi belde met moeder over het formulier.", "moeder"},
    Row{"Tijn en Jinte gaan samen naar zwemles.", "kind1 kind2"}, Row{"Vader haalt Jinte om vijf uur op bij oma.", "kind2 vader"},
    Row{"Het lokaal team stuurt een brief.", ""}, Row{"Jinte is verdrietig omdat vader niet kwam.", "kind2 vader"}));

INSTANTIATE_TEST_SUITE_P(Passive, About, testing::Values(
    Row{"Door vader is het formulier niet ondertekend.", "vader"}, Row{"Bram werd door de leerkracht naar huis gestuurd.", "kind3"},
    Row{"Aan moeder is uitgelegd hoe het verder gaat.", "moeder"}, Row{"Met Jinte is afgesproken dat zij op vrijdag belt.", "kind2"}));

INSTANTIATE_TEST_SUITE_P(Continuation, About, testing::Values(
    Row{"Vader werkt weer.\nHij slaapt beter en eet op tijd.", "vader"}, Row{"Moeder werkt weer.\nZij slaapt beter en eet op tijd.", "moeder"},
    Row{"Moeder sprak met vader.\nZij was daarna moe.", "moeder"}, Row{"Jinte doet het goed op school.\nHaar cijfers zijn gestegen.", "kind2"},
    Row{"Vader werkt weer.\nDe brief is verstuurd.", "vader"}, Row{"12-01-2026 Vader belt.\nHij vraagt hoe laat het is.", "vader", "*"},
    Row{"12-01-2026 Vader belt.\n13-01-2026 Moeder belt.\nZij vraagt hoe laat het is.", "moeder", "*"}));

INSTANTIATE_TEST_SUITE_P(Speech, About, testing::Values(
    Row{"Vader vertelt dat Tijn slecht slaapt.", "kind1 vader", "vader", "statement"}, Row{"Volgens moeder kijkt vader veel op zijn telefoon.", "moeder vader", "moeder", "statement"},
    Row{"Over vader zegt Jinte dat hij lief is.", "kind2 vader", "kind2", "statement"}, Row{"\"Ik wil naar huis\", zegt Tijn tegen de juf.", "kind1", "kind1", "statement"},
    Row{"Moeder werkt weer.\nZij vertelt dat het haar goed doet.", "moeder", "moeder", "statement"}, Row{"Bram fluistert dat hij liever bij oma slaapt.", "kind3", "kind3", "statement"},
    Row{"Gesprek met Jinte, 3 februari 2026\nOver moeder zegt ze dat het beter gaat.", "kind2 moeder", "kind2", "statement"}, Row{"Moeder vindt de afspraken duidelijk.", "moeder", "moeder", "statement"}));

INSTANTIATE_TEST_SUITE_P(Turns, About, testing::Values(
    Row{"Gesprek met Jinte, 3 februari 2026\nJinte: Ik ga graag naar gym.", "kind2", "kind2", "statement"}, Row{"Berichten van januari 2026\n[8-1-2026 22:03] Gijs: ik ben naar de dokter geweest", "vader", "vader", "statement"},
    Row{"Gesprek met Bram, 3 februari 2026\nVraag: hoe gaat het? Bram: Ik slaap slecht.", "kind3", "kind3", "statement"}, Row{"Gesprek met Jinte, 3 februari 2026\nJinte: Mijn broer Tijn plast in bed.", "kind1 kind2", "kind2"}));

INSTANTIATE_TEST_SUITE_P(Letters, About, testing::Values(
    Row{"Van: Femke van der Plas\nAan: Nadia Azzouzi\nOnderwerp: vakantie\n\nIk wil in juli een week weg.", "moeder", "moeder", "statement"},
    Row{"Van: Gijs Brinkhuis\nAan: Nadia Azzouzi\n\nFemke zegt dat ik te laat was. Mijn bus reed niet.", "moeder vader", "vader", "statement"},
    Row{"Van: Nadia Azzouzi\nAan: Femke van der Plas\n\nU kunt het formulier maandag inleveren.", "moeder", ""},
    Row{"Brief van vader, ontvangen 3 maart 2026\n\nIk mis de kinderen iedere dag.", "vader", "vader"}));

INSTANTIATE_TEST_SUITE_P(Confidence, About, testing::Values(
    Row{"Jinte vertelt in vertrouwen dat zij spijbelt.", "kind2", "kind2", "confidential"}, Row{"Tijn zegt zacht: \"Niet tegen mama zeggen, ik ben bang in het donker.\"", "kind1", "kind1", "confidential"},
    Row{"Moeder wil niet dat vader weet dat zij een cursus volgt.", "moeder vader", "moeder", "confidential"}, Row{"Bram vroeg of ik het niet wil doorvertellen.", "kind3", "kind3", "confidential"},
    Row{"Gesprek met Jinte, 3 februari 2026\nOver moeder zegt ze: \"Zij huilt vaak. Dat moet je haar niet vertellen.\"", "kind2 moeder", "kind2", "confidential"},
    Row{"Jinte vertelt over gym en zegt dat iedereen dat mag weten.", "kind2", "kind2", "statement"}, Row{"Vader mag de kinderen op zaterdag niet zien.", "kind1 kind2 kind3 vader", "", "neutral"},
    Row{"Bram vertelt dat hij een geheim heeft dat tussen ons blijft.", "kind3", "kind3", "confidential"}));

INSTANTIATE_TEST_SUITE_P(Kinds, About, testing::Values(
    Row{"Werkaantekening, niet voor het dossier: vader oogt moe.", "vader", "*", "worknote"}, Row{"Intern overleg van het team: hoe betrekken wij moeder?", "moeder", "*", "internal"},
    Row{"Politie: mutatie van 3 mei, vader is aangesproken.", "vader", "*", "police"}, Row{"Lopend onderzoek: vader wordt als verdachte gehoord.", "vader", "*", "investigation"},
    Row{"Melder hoorde zelf door de muur hoe vader riep.", "vader", "*", "reporter"}, Row{"Vader en moeder verwijten elkaar het geschreeuw.", "moeder vader", "*", "mixed"},
    Row{"VEILIGHEIDSPLAN\nDit plan is besproken met vader en moeder; beiden kregen hetzelfde exemplaar.\nOma past op vrijdag op.", "oma", "*", "joint-plan"}));

INSTANTIATE_TEST_SUITE_P(Tables, About, testing::Values(
    Row{"Datum | Wie | Wat\n10-11-2025 | NA | Telefoongesprek met vader. Hij werkt mee.", "vader", "*"}, Row{"Datum | Wie | Wat\n10-11-2025 | NA | Vader gebeld.\n11-11-2025 | NA | Tijn is ziek thuis.", "kind1", "*"}));

INSTANTIATE_TEST_SUITE_P(Pronouns, About, testing::Values(
    Row{"Jinte ging met oma mee.\nZij vond het gezellig.", "kind2", "*"}, Row{"Zij wil haar zoon weer zien.", "", "*"}, Row{"Moeder was er om negen uur.\nHaar zoon rende naar binnen.", "kind1 kind2 kind3", "*"}));

TEST(Passages, OfNotesAreALineEach) {
    const auto reading = read_text::read("losse notities\nma 12 jan. gijs gebeld, komt vrijdag langs op kantoor om te tekenen\nfemke heeft een nieuwe fiets\njinte wil op kamp in juli\n");
    ASSERT_EQ(reading.passages.size(), 4u);
    EXPECT_EQ(read_text::aboutOf(reading.passages[2]), "moeder");
    EXPECT_EQ(read_text::aboutOf(reading.passages[3]), "kind2");
}

TEST(Passages, OfAQuotedMailRunOnAlsoWhereTheAnswerIsWrappedOtherwise) {
    const auto reading = read_text::read(
        "Beste Nadia, dat lijkt me goed. Ik heb vader gebeld en hij komt dinsdag om drie uur naar het kantoor, samen met zijn broer en met de papieren van school.\n\n"
        "> Vader vroeg of hij Tijn op woensdag mag ophalen. Hij zei erbij dat\n"
        "> moeder dat weet, maar ik heb het haar nog niet gevraagd. Hoe kijk\n"
        "> jij daar tegenaan?\n");
    ASSERT_EQ(reading.passages.size(), 2u);
}

TEST(Passages, OfWrappedTextRunOnOverTheLineEnd) {
    const auto reading = read_text::read("Vader vertelde bij het eerste gesprek dat hij al jaren slecht slaapt en\ndaarom vaak te laat op zijn werk kwam. Sinds de zomer gaat dat beter en\nheeft hij weer plezier in wat hij doet.\n");
    EXPECT_EQ(reading.passages.size(), 1u);
}

TEST(Passages, HeadersSignaturesAndTitlesAreHeaders) {
    const auto reading = read_text::read("GESPREKSVERSLAG\nDatum: 3 maart 2026\n\nVader werkt weer.\n\nMet vriendelijke groet,\nNadia Azzouzi\n");
    ASSERT_EQ(reading.passages.size(), 5u);
    for (const auto i : {0u, 1u, 3u, 4u}) EXPECT_EQ(read_text::nameOf(reading.passages[i].cls), "header") << i;
    EXPECT_EQ(read_text::nameOf(reading.passages[2].cls), "neutral");
}

TEST(Passages, APoliceDocumentIsSoAsAWhole) {
    const auto reading = read_text::read("POLITIE-EENHEID PROEFSTREEK – MUTATIERAPPORT\nTer plaatse troffen wij een man aan.\nIn de gang stond Tijn.\n");
    for (const auto& p : reading.passages) EXPECT_TRUE(p.policeDocument) << reading.textOf(p);
}

TEST(Passages, OneOfSeveralPeopleStaysOpen) {
    const auto reading = read_text::read("Brinkhuis belde gisteren.");
    const auto& p = reading.passages.back();
    EXPECT_NE(p.find("vader"), nullptr);
    for (const auto& i : p.about) EXPECT_LE(i.certainty, 0.5) << i.subject;
}

}  // namespace
