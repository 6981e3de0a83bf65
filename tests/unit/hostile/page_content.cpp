// What the content of a page can hide.
#include <algorithm>
#include <cstdio>

#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/hostile/name_as_shapes.h"
#include "tests/unit/reader/samples.h"

namespace hostile {

namespace {

using samples::PdfParts;
using samples::stream;
using samples::textAt;

const std::string greeting = textAt(72, 760, "Het gesprek was prettig.");

const std::string secondFont = "/Font << /F1 5 0 R /F2 6 0 R >>";  // the last of two counts

std::string page(const std::string& content) { return samples::pdfOf({greeting + content, "", "", "", {}}); }
// resources: behind /Font; objects: from number 6 on.
std::string page(const std::string& content, const std::string& resources, std::vector<std::string> objects, const std::string& entries = "") {
    return samples::pdfOf({greeting + content, resources, entries, "", std::move(objects)});
}

std::string form(const std::string& content, const std::string& resources, const std::string& more = "") {
    return stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + more + " /Resources << /Font << /F1 5 0 R >> " + resources + " >>", content);
}

const std::string name = textAt(72, 600, secret);

std::string letterByLetter() {
    std::string content = "BT /F1 12 Tf 72 600 Td\n";
    for (const char letter : std::string(secret)) content += std::string("(") + letter + ") Tj 8 0 Td\n";
    return content + "ET\n";
}

std::string kerned() {
    std::string content = "BT /F1 12 Tf 72 600 Td [";
    for (const char letter : std::string(secret)) content += std::string("(") + letter + ")-40 ";
    return content + "] TJ ET\n";
}

std::string drawnWith(const std::string& matrix) { return "BT /F1 14 Tf " + matrix + " Tm (" + secret + ") Tj ET\n"; }

// Codes of letters behind which a table says other letters.
std::string tableOf(const std::string& from, const std::string& to) {
    std::string rows;
    char row[32];
    for (std::size_t at = 0; at < from.size(); ++at) {
        if (from.find(from[at]) != at) continue;
        snprintf(row, sizeof row, "<%02x> <%04x>\n", static_cast<unsigned char>(from[at]), static_cast<unsigned char>(to[at]));
        rows += row;
    }
    return stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n" +
                          std::to_string(std::count(rows.begin(), rows.end(), '\n')) + " beginbfchar\n" + rows + "endbfchar\nendcmap end end\n");
}

// /F2 draws what is asked and says something else.
std::string lying(const std::string& drawn, const std::string& said) {
    return page("BT /F2 14 Tf 72 600 Td (" + drawn + ") Tj ET\n", secondFont, {"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>", tableOf(drawn, said)});
}

// A Type 3 font of one glyph that is the whole name, or whose letters are boxes with a table that says the name.
std::string typeThree(const std::string& glyph, const std::string& more) {
    return page("BT /F2 1 Tf 72 600 Td (A) Tj ET\n", secondFont,
                         {"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 100] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 65 /Widths [90] "
                          "/Encoding << /Type /Encoding /Differences [65 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /F1 5 0 R >> >> " + more + " >>",
                          stream("", "90 0 d0 " + glyph)});
}

std::string nested() {
    std::vector<std::string> forms;
    for (int level = 0; level < 5; ++level) forms.push_back(form("/X Do\n", "/XObject << /X " + std::to_string(7 + level) + " 0 R >>"));
    forms.push_back(form(name, ""));
    return page("/X Do\n", "/XObject << /X 6 0 R >>", forms);
}

std::string pattern() {
    return page("/Pattern cs /P scn 60 590 300 30 re f\n", "/Pattern << /P 6 0 R >>",
                {stream("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842 /Resources << /Font << /F1 5 0 R >> >>", name)});
}

// The name as the light of a mask through which a black box is seen.
std::string softMask() {
    return page("/G gs 0 g 60 590 300 30 re f\n", "/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>",
                {form(textAt(72, 600, secret, "1 g"), "", "/Group << /S /Transparency /CS /DeviceGray >>")});
}

std::string layered() {
    return samples::pdfOf({greeting + "/OC /L BDC " + name + "EMC\n", "/Properties << /L 6 0 R >>", "",
                           "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", {"<< /Type /OCG /Name (Corrie Zwaan) >>"}});
}

}  // namespace

std::vector<Input> inPageContent() {
    const auto black = "0 g 60 590 300 30 re f\n";
    return {{"gewoon te lezen", "a.pdf", page(textAt(72, 600, "Daarna belde Corrie Zwaan weer."))},
            {"wit op wit", "a.pdf", page(textAt(72, 600, secret, "1 g")), Fate::doubted},
            {"bijna wit op wit", "a.pdf", page(textAt(72, 600, secret, "0.99 g")), Fate::doubted},
            {"zwart op zwart", "a.pdf", page(black + name), Fate::doubted},
            {"in letters die niet worden getekend", "a.pdf", page("q 3 Tr " + name + "Q\n"), Fate::doubted},
            {"als gat waar een zwart vlak doorheen schijnt", "a.pdf", page("q BT /F1 30 Tf 7 Tr 72 600 Td (Corrie Zwaan) Tj ET 0 g 60 580 300 50 re f Q\n"), Fate::opened, true, true},
            {"buiten de bladzijde", "a.pdf", page(textAt(72, 2000, secret)), Fate::doubted},
            {"buiten de uitsnede van de bladzijde", "a.pdf", page(textAt(72, 100, secret), "", {}, "/CropBox [0 400 595 842]"), Fate::doubted},
            {"buiten het vlak waarin getekend mag worden", "a.pdf", page("q 0 0 5 5 re W n " + name + "Q\n"), Fate::opened},
            {"onder een zwart vlak", "a.pdf", page(name + black), Fate::doubted},
            {"onder een wit vlak", "a.pdf", page(name + "1 g 60 590 300 30 re f\n"), Fate::doubted},
            {"doorzichtig", "a.pdf", page("q /G gs " + name + "Q\n", "/ExtGState << /G << /ca 0 /CA 0 >> >>", {}), Fate::doubted},
            {"vermengd met het papier", "a.pdf", page("q /G gs " + name + "Q\n", "/ExtGState << /G << /BM /Multiply >> >>", {})},
            {"als krommen, zonder letters", "a.pdf", page(nameAsShapes(72, 600)), Fate::opened, true, true},
            {"als witte krommen", "a.pdf", page("1 g " + nameAsShapes(72, 600)), Fate::opened, true, true},
            {"letter voor letter geplaatst", "a.pdf", page(letterByLetter())},
            {"letter voor letter aangeschoven", "a.pdf", page(kerned())},
            {"met ruimte tussen alle letters", "a.pdf", page("BT /F1 12 Tf 9 Tc 72 600 Td (Corrie Zwaan) Tj ET\n")},
            {"afgebroken over twee regels", "a.pdf", page(textAt(72, 600, "Daarna belde Cor-") + textAt(72, 585, "rie Zwaan weer."))},
            {"in octale codes", "a.pdf", page(textAt(72, 600, "\\103orrie \\132waan"))},
            {"in hexadecimale codes", "a.pdf", page("BT /F1 12 Tf 72 600 Td <436F72726965205A7761616E> Tj ET\n")},
            {"met de zeldzame opdrachten ' en \"", "a.pdf", page("BT /F1 12 Tf 14 TL 72 600 Td (Corrie) ' 1 1 (Zwaan) \" ET\n")},
            {"in spiegelbeeld", "a.pdf", page(drawnWith("-1 0 0 1 300 600")), Fate::opened, true, true},
            {"naar boven", "a.pdf", page(drawnWith("0 1 -1 0 100 400"))},
            {"ondersteboven", "a.pdf", page(drawnWith("-1 0 0 -1 300 600"))},
            {"schuin", "a.pdf", page(drawnWith("0.8 0.6 -0.6 0.8 100 400"))},
            {"een halve punt hoog", "a.pdf", page(drawnWith("0.05 0 0 0.05 100 600")), Fate::opened},
            {"zo groot als de bladzijde", "a.pdf", page(drawnWith("6 0 0 6 40 400"))},
            {"vijf tekeningen in elkaar diep", "a.pdf", nested()},
            {"in een patroon", "a.pdf", pattern(), Fate::opened, true, true},
            {"in een zacht masker", "a.pdf", softMask(), Fate::opened, true, true},
            {"in een verborgen laag", "a.pdf", layered(), Fate::doubted},
            {"als tekst die wordt voorgelezen in plaats van wat er staat", "a.pdf", page("/Span << /ActualText (Corrie Zwaan) >> BDC " + textAt(72, 600, "Moeder") + "EMC\n"), Fate::doubted},
            {"als beschrijving voor wie niet ziet", "a.pdf", page("/Span << /Alt (Corrie Zwaan) /E (Corrie Zwaan) >> BDC " + textAt(72, 600, "Moeder") + "EMC\n"), Fate::opened},
            {"in een lettertype dat andere letters zegt dan het tekent", "a.pdf", lying("Corrie Zwaan", "Moeder lacht"), Fate::doubted, true, true},
            {"in wat een lettertype zegt, maar niet tekent", "a.pdf", lying("Moeder lacht", "Corrie Zwaan"), Fate::doubted, true, true},
            {"in een lettertype waarvan één teken de hele naam is", "a.pdf", typeThree("BT /F1 14 Tf 0 0 Td (Corrie Zwaan) Tj ET", ""), Fate::doubted, true, true},
            {"in de naam van een lettertype", "a.pdf", typeThree("0 0 80 10 re f", "/Name /Corrie_Zwaan"), Fate::doubted}};
}

}  // namespace hostile
