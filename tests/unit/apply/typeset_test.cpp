#include "redaction/apply/typeset/typeset.h"

#include <gmock/gmock.h>

#include <fstream>

#include "redaction/apply/finish/finish_pdf.h"
#include "tests/unit/apply/other_programs.h"

namespace {

using namespace redaction::apply;
using namespace redaction::apply::typeset;
using testing::HasSubstr;
using testing::Not;

Text letter() {
    Text text;
    text.title = "Beslissing op uw verzoek";
    text.headerLines = {"Veilig Thuis Voorbeeldstad", "Postbus 1, 1234 AB Voorbeeldstad"};
    text.footerLines = {"Kenmerk 2026-014"};
    text.blocks = {Lines{{"De heer A. Proef", "Teststraat 1", "1234 AB Voorbeeldstad"}},
                   KeyValues{{{"Kenmerk", plain("2026-014")}, {"Datum", plain("22 november 2026")}}},
                   Heading{1, "Beslissing op uw verzoek om inzage"},
                   Paragraph{{{"Wij hebben "}, {"alle", Style::bold}, {" stukken bekeken. Daarin belde "},
                              {"[naam · rechten van anderen]", Style::mark}, {" op een "}, {"vrijdag", Style::italic}, {"."}}},
                   Heading{2, "Wat u krijgt"},
                   List{{plain("het verslag van de school"), plain("twee e-mails")}, Numbering::bullets},
                   List{{plain("eerst dit"), plain("dan dat")}, Numbering::numbers},
                   Notice{plain("Een passage is niet verstrekt: rechten van anderen.")}};
    Table table{{"Stuk", "Partner", "Uitkomst"}, {}, {4, 3, 2}, "Overzicht"};
    for (int row = 1; row <= 60; ++row)
        table.rows.push_back({plain("Stuk nummer " + std::to_string(row) + " met een wat langere omschrijving"),
                              plain("Gemeente Voorbeeldstad"), plain("deels")});
    text.blocks.push_back(table);
    return text;
}

TEST(Typeset, WritesTextThatOtherProgramsRead) {
    const auto made = typeset::typeset(letter());
    const auto text = other::pdfText(made.pdf);
    EXPECT_THAT(text, HasSubstr("Beslissing op uw verzoek om inzage"));
    EXPECT_THAT(text, HasSubstr("[naam · rechten van anderen]"));
    EXPECT_THAT(text, HasSubstr("Stuk nummer 60"));
    EXPECT_THAT(text, HasSubstr("Pagina 2 van " + std::to_string(made.pages)));
    EXPECT_EQ(pageCount(made.pdf), made.pages);
}

TEST(Typeset, IsTaggedWithTitleAndLanguageAndSaysNothingElse) {
    const auto objects = other::qdf(typeset::typeset(letter()).pdf);
    for (const auto* expected : {"/Lang (nl)", "/MarkInfo", "/StructTreeRoot", "/DisplayDocTitle true", "/S /H1", "/S /LI", "/S /TH", "/S /TD", "/Outlines"})
        EXPECT_THAT(objects, HasSubstr(expected));
    for (const auto* absent : {"CreationDate", "ModDate", "/Producer", "/Creator", "cairo", "Pango"})
        EXPECT_THAT(objects, Not(HasSubstr(absent)));
}

TEST(Typeset, GivesTheSameBytesTwice) { EXPECT_EQ(typeset::typeset(letter()).pdf, typeset::typeset(letter()).pdf); }

TEST(Typeset, SurvivesTextFromOutside) {
    Text text;
    text.blocks = {Paragraph{plain(std::string("a\0b\x01" "c", 5) + std::string(4000, 'x'))}, Paragraph{{}}, List{}, Table{},
                   Heading{9, ""}, Table{{}, {{plain(std::string(9000, 'y'))}}, {}, ""}};
    EXPECT_GE(typeset::typeset(text).pages, 2u);
}

TEST(JoinPdfs, PutsTheAppendixBehind) {
    const auto first = typeset::typeset(letter());
    Text more;
    more.blocks = {Heading{1, "Toelichting op de gronden"}};
    const auto joined = joinPdfs(first.pdf, typeset::typeset(more).pdf, {"Samen", "nl"});
    EXPECT_EQ(pageCount(joined), first.pages + 1);
    EXPECT_THAT(other::pdfText(joined), HasSubstr("Toelichting op de gronden"));
}

}  // namespace
