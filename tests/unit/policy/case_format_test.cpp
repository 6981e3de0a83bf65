// A line that is not written as it should be is refused with the file, the line and what is wrong with it, in Dutch.
#include <gtest/gtest.h>

#include "redaction/document/document.h"
#include "tests/unit/policy/case_file.h"
#include "tests/unit/policy/case_words.h"

namespace {

const std::string kHouseholds = std::string(LAKWERK_SOURCE_DIR) + "/tests/data/cases/households";
const std::string kHead = "== timmer: vader vraagt voor zichzelf bij vt op 2026-03-02; stuk van vt: journaal\n";

std::string refusal(const std::string& text) {
    try {
        cases::parseCases("proef.txt", text, kHouseholds);
    } catch (const cases::CaseError& e) {
        return e.what();
    }
    return "";
}

TEST(CaseFormat, SaysWhereAndWhatIsWrong) {
    const std::vector<std::pair<std::string, std::string>> all{
        {"verstrekken | Vader kwam.\n", "proef.txt:1: boven deze regel staat nog geen kop"},
        {"== nergens: vader vraagt voor zichzelf bij vt op 2026-03-02; stuk van vt: x\n", "proef.txt:1: er is geen gezin"},
        {"== timmer: vader wil iets\n", "proef.txt:1: de kop moet zijn"},
        {"== timmer: piet vraagt voor zichzelf bij vt op 2026-03-02; stuk van vt: x\n", "proef.txt:1: \"piet\" hoort niet bij dit gezin"},
        {"== timmer: vader vraagt voor zichzelf bij xx op 2026-03-02; stuk van vt: x\n", "proef.txt:1: \"xx\" is geen partner"},
        {"== timmer: vader vraagt voor zichzelf bij vt op 2 maart; stuk van vt: x\n", "proef.txt:1: "},
        {kHead + "* zonder gezak: vader\n", "proef.txt:2: de wijziging"},
        {kHead + "* afgeschermd: moeder\n", "proef.txt:2: na de dubbele punt"},
        {kHead + "verstrekken | Een.\n* zonder gezag: vader\n", "proef.txt:3: een wijziging staat direct onder de kop"},
        {kHead + "verstrekken Vader kwam.\n", "proef.txt:2: hier ontbreekt de streep"},
        {kHead + "\nmisschien | Vader kwam.\n", "proef.txt:3: \"misschien\" is geen"},
        {kHead + "lakken | Vader kwam.\n", "proef.txt:2: bij lakken en wegen hoort een grond"},
        {kHead + "lakken zomaar | Vader kwam.\n", "proef.txt:2: de grond \"zomaar\" bestaat niet"},
        {kHead + "verstrekken veiligheid | Vader kwam.\n", "proef.txt:2: bij verstrekken hoort geen grond"},
        {kHead + "verstrekken | \n", "proef.txt:2: achter de streep"},
        {kHead + "gegevens | Vader kwam.\n", "proef.txt:2: bij \"gegevens\""},
        {kHead + "gegevens | [Jan|opa] kwam.\n", "proef.txt:2: \"opa\" hoort niet bij dit gezin"},
        {kHead + "gegevens | [Jan|vader:hoed] kwam.\n", "proef.txt:2: \"hoed\" is geen soort gegeven"},
        {kHead + "gegevens | [Jan|vader|x|y] kwam.\n", "proef.txt:2: tussen haken hoort"},
        {kHead + "> 12 mei\n\n", "proef.txt:3: onder de regels met >"},
        {kHead + "| Vader kwam.\n", "proef.txt:2: een regel zonder beslissing"},
    };
    for (const auto& [text, expected] : all) {
        const auto found = refusal(text);
        EXPECT_EQ(found.substr(0, expected.size()), expected) << text;
    }
}

TEST(CaseFormat, ReadsContextLinesAndMarks) {
    const auto file = cases::parseCases("proef.txt", kHead + "# uitleg\n> 12-05 Bezoek\n>\nnog niet: lakken veiligheid (R13) | Bij [Goor|moeder:plaats|lakken veiligheid] [sic].\n| En verder.\n\nverstrekken | Twee.\n", kHouseholds);
    ASSERT_EQ(file.pieces.size(), 2u);
    const auto& piece = file.pieces[0];
    EXPECT_EQ(redaction::document::toUtf8(piece.text), "12-05 Bezoek\n\nBij Goor [sic].\nEn verder.");
    ASSERT_EQ(piece.lines.size(), 1u);
    const auto& line = piece.lines[0];
    EXPECT_EQ(line.number, 5);
    EXPECT_EQ(line.state, cases::State::notYet);
    EXPECT_EQ(cases::inDutch(*line.expected), "lakken veiligheid (R13)");
    EXPECT_EQ(redaction::document::toUtf8(piece.text.substr(line.start, line.end - line.start)), "Bij Goor [sic].\nEn verder.");
    ASSERT_EQ(line.marks.size(), 1u);
    EXPECT_EQ(line.marks[0].kind, "place");
    EXPECT_EQ(redaction::document::toUtf8(piece.text.substr(line.marks[0].start, 4)), "Goor");
}

TEST(CaseFormat, ChangesAHouseholdInWords) {
    const auto file = cases::parseCases("proef.txt", kHead + "* zonder gezag: vader over Tobi\n* overleden: oma 2025-12-01\n* toestemming: Lente aan vader schoolverslag van maart 2026-01-01\nverstrekken | Een.\n", kHouseholds);
    const auto& c = file.settings[0].household;
    for (const auto& a : c.authority) EXPECT_EQ(a.type, a.holder == "vader" && a.child == "kind1" ? "none" : "joint");
    EXPECT_TRUE(redaction::household::findPerson(c, "oma")->deceased.has_value());
    ASSERT_EQ(c.consents.size(), 1u);
    EXPECT_EQ(c.consents[0].scope, "schoolverslag van maart");
}

}  // namespace
