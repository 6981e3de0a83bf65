// A source that is tagged is released with the same elements: tables with their cells, lists, headings by level.
#include <gmock/gmock.h>

#include "redaction/apply/rebuild/rebuild.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/promises.h"
#include "tests/unit/apply/reading.h"
#include "tests/unit/reader/samples.h"

namespace {

using namespace redaction;
using testing::HasSubstr;
using testing::Not;

std::string rebuilt(const std::string& source, const std::vector<std::string>& hidden) {
    const auto document = reading::read(source);
    const auto marks = reading::hide(document, hidden);
    return apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[A]"), "Stuk", {}).bytes;
}

// Elements and their text, without what pdfinfo says of them.
std::string structureOf(const std::string& pdf) {
    const other::Folder folder;
    auto text = other::run("pdfinfo -struct-text " + folder.write("a.pdf", pdf).string() + " 2>&1");
    for (const std::string said : {" (block)", " (inline)"})
        for (auto at = text.find(said); at != text.npos; at = text.find(said, at)) text.erase(at, said.size());
    return text;
}

class Tag {
  public:
    Tag(cairo_t* pen, const char* name) : pen_(pen), name_(name) { cairo_tag_begin(pen, name, nullptr); }
    ~Tag() { cairo_tag_end(pen_, name_); }
    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

  private:
    cairo_t* pen_;
    const char* name_;
};

void tagged(cairo_t* pen, const char* tag, double x, double y, const char* text) {
    const Tag element(pen, tag);
    drawn::text(pen, x, y, text);
}

void row(cairo_t* pen, const char* cell, double y, const std::vector<const char*>& texts) {
    const Tag element(pen, "TR");
    for (std::size_t at = 0; at < texts.size(); ++at) tagged(pen, cell, 72 + 150.0 * double(at), y, texts[at]);
}

std::string report() {
    return drawn::typed([](cairo_t* pen) {
        tagged(pen, "H4", 72, 80, "Contacten in mei");  // as large as the rest
        {
            const Tag table(pen, "Table");
            row(pen, "TH", 110, {"Datum", "Wie", "Wat"});
            row(pen, "TD", 128, {"3 mei", "Corrie Zwaan", "belde over school"});
            row(pen, "TD", 146, {"9 mei", "", "kwam langs"});
        }
        const Tag list(pen, "L");
        for (const auto* text : {"• Corrie Zwaan belt maandag", "• vader komt dinsdag"}) {
            const Tag item(pen, "LI");
            tagged(pen, "LBody", 72, text[4] == 'C' ? 190 : 208, text);
        }
    });
}

TEST(SourceTags, KeepTablesListsAndHeadings) {
    const auto pdf = rebuilt(report(), {"Corrie Zwaan"});
    const auto structure = structureOf(pdf);
    EXPECT_THAT(structure, HasSubstr("H4\n    \"Contacten in mei \"\n  Table\n    TR\n      TH\n        \"Datum \"\n      TH\n        \"Wie \"\n      TH\n        \"Wat \"\n"
                                     "    TR\n      TD\n        \"3 mei \"\n      TD\n        Span\n          \"[A] \"\n      TD\n        \"belde over school \"\n"
                                     "    TR\n      TD\n        \"9 mei \"\n      TD\n"));
    EXPECT_THAT(structure, HasSubstr("      TD\n        \"kwam langs \"\n  L\n    LI\n      Lbl\n        \"• \"\n      LBody\n        Span\n          \"[A] \""));
    EXPECT_THAT(structure, Not(HasSubstr("Zwaan")));
    EXPECT_THAT(promises::broken(pdf), testing::IsEmpty());
}

// Pieces inside one text object, as some programs write them, under names of their own.
std::string insideOneText() {
    const std::string content = "BT /F1 12 Tf 72 700 Td /Cel <</MCID 0>> BDC (Datum) Tj EMC 150 0 Td /Cel <</MCID 1>> BDC (Wie) Tj EMC\n"
                                "-150 -18 Td /Cel <</MCID 2>> BDC (3 mei) Tj EMC 150 0 Td /Cel <</MCID 3>> BDC (Corrie Zwaan) Tj EMC ET\n";
    const auto cell = [](int row, int number) {
        return "<< /Type /StructElem /S /Cel /P " + std::to_string(row) + " 0 R /Pg 3 0 R /K " + std::to_string(number) + " >>";
    };
    return samples::pdfOf({content, "", "/StructParents 0", "/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R",
                           {"<< /Type /StructTreeRoot /K 7 0 R /RoleMap << /Cel /TD /Tabel /Table >> /ParentTree << /Nums [0 [10 0 R 11 0 R 12 0 R 13 0 R]] >> >>",
                            "<< /Type /StructElem /S /Tabel /P 6 0 R /K [8 0 R 9 0 R] >>", "<< /Type /StructElem /S /TR /P 7 0 R /K [10 0 R 11 0 R] >>",
                            "<< /Type /StructElem /S /TR /P 7 0 R /K [12 0 R 13 0 R] >>", cell(8, 0), cell(8, 1), cell(9, 2), cell(9, 3)}});
}

TEST(SourceTags, AreFollowedInsideATextAndUnderOtherNames) {
    EXPECT_THAT(structureOf(rebuilt(insideOneText(), {"Corrie Zwaan"})),
                HasSubstr("Table\n    TR\n      TD\n        \"Datum \"\n      TD\n        \"Wie \"\n    TR\n      TD\n        \"3 mei \"\n      TD\n        Span\n          \"[A] \""));
}

// A tree that runs in a circle, or whose cells belong to no table.
// Two lines as far apart as paragraphs are.
TEST(SourceTags, ALineWellBelowTheOtherIsOfTheParagraphItsSourceSays) {
    const auto far = [](const std::vector<const char*>& tags) {
        return structureOf(rebuilt(drawn::typed([&](cairo_t* pen) {
            std::size_t line = 0;
            for (const auto* text : {"Toen belde Corrie Zwaan over de", "vakantie en de nieuwe school"}) {
                if (line < tags.size()) cairo_tag_begin(pen, tags[line], nullptr);
                drawn::text(pen, 72, 100 + 40 * double(line++), text);
                if (line == 2 || tags.size() == 2) cairo_tag_end(pen, "P");
            }
        }), {}));
    };
    EXPECT_EQ(far({"P"}), "Document\n  P\n    \"Toen belde Corrie Zwaan over de vakantie en de nieuwe school \"\n");
    EXPECT_EQ(far({"P", "P"}), "Document\n  P\n    \"Toen belde Corrie Zwaan over de \"\n  P\n    \"vakantie en de nieuwe school \"\n");
}

TEST(SourceTags, ThatCannotBeFollowedAreNone) {
    auto circle = insideOneText();
    for (const std::string change : {"/S /Tabel /P 6 0 R", "/RoleMap << /Cel"}) {
        auto broken = circle;
        broken.replace(broken.find(change), change.size(), change[1] == 'S' ? "/S /TR    /P 7 0 R" : "/RoleMap << /Cek");
        const auto pdf = rebuilt(broken, {"Corrie Zwaan"});
        EXPECT_THAT(structureOf(pdf), Not(HasSubstr("Table")));
        EXPECT_THAT(promises::broken(pdf), testing::IsEmpty());
        EXPECT_THAT(other::pdfText(pdf), HasSubstr("Datum"));
    }
}

}  // namespace
