// What a PDF can hold beside the content of its pages.
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/reader/samples.h"

namespace hostile {

namespace {

using samples::stream;
using samples::textAt;

const std::string greeting = textAt(72, 760, "Het gesprek was prettig.");

std::string annotated(const std::string& annotation, std::vector<std::string> objects = {}) {
    return samples::pdfOf({greeting, "", "/Annots [" + annotation + "]", "", std::move(objects)});
}
std::string catalogued(const std::string& entries, std::vector<std::string> objects = {}) {
    return samples::pdfOf({greeting, "", "", entries, std::move(objects)});
}
std::string paged(const std::string& entries, std::vector<std::string> objects = {}) {
    return samples::pdfOf({greeting, "", entries, "", std::move(objects)});
}

std::string appearance() {
    return stream("/Type /XObject /Subtype /Form /BBox [0 0 300 30] /Resources << /Font << /F1 5 0 R >> >>", "BT /F1 12 Tf 5 10 Td (Corrie Zwaan) Tj ET");
}

// The page showed the name once; a later revision replaced its content.
std::string revised() {
    auto pdf = samples::pdfOf({greeting + textAt(72, 600, secret), "", "", "", {}});
    const auto start = pdf.substr(pdf.rfind("startxref\n") + 10);
    const auto at = pdf.size();
    pdf += "4 0 obj\n" + stream("", greeting) + "\nendobj\n";
    const auto table = pdf.size();
    char row[32];
    snprintf(row, sizeof row, "%010zu 00000 n \n", at);
    return pdf + "xref\n4 1\n" + row + "trailer << /Size 6 /Root 1 0 R /Prev " + start.substr(0, start.find('\n')) + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

std::string informed() {
    auto pdf = samples::pdfOf({greeting, "", "", "", {"<< /Title (Corrie Zwaan) /Author (Corrie Zwaan) /Keywords (Corrie Zwaan) >>"}});
    const std::string root = "/Root 1 0 R";
    return pdf.replace(pdf.rfind(root), root.size(), root + " /Info 6 0 R");
}

std::string inObjectStream() {
    const other::Folder folder;
    const auto in = folder.write("a.pdf", catalogued("/Los 6 0 R", {"<< /N (Corrie Zwaan) >>"}));
    other::run("qpdf --object-streams=generate " + in.string() + " " + (folder.path() / "b.pdf").string());
    return other::slurp(folder.path() / "b.pdf");
}

}  // namespace

std::vector<Input> besidePageContent() {
    const std::string file = "<< /Type /Filespec /F (Corrie Zwaan.txt) /EF << /F 7 0 R >> >>", attached = stream("/Type /EmbeddedFile", "Over Corrie Zwaan");
    return {{"in de eigenschappen", "a.pdf", informed()},
            {"in XMP", "a.pdf", catalogued("/Metadata 6 0 R", {stream("/Type /Metadata /Subtype /XML", "<x:xmpmeta xmlns:x='adobe:ns:meta/'>Corrie Zwaan</x:xmpmeta>")})},
            {"in een bijlage", "a.pdf", catalogued("/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", {file, attached})},
            {"in een bijlage op de bladzijde", "a.pdf", annotated("<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30] /FS 6 0 R >>", {file, attached})},
            {"in een opmerking", "a.pdf", annotated("<< /Type /Annot /Subtype /Text /Rect [300 300 320 320] /Contents (Corrie Zwaan) /T (Corrie Zwaan) >>"), Fate::doubted},
            {"in een opmerking die op de bladzijde staat", "a.pdf", annotated("<< /Type /Annot /Subtype /FreeText /Rect [72 500 372 530] /DA (/F1 12 Tf) /Contents (Corrie Zwaan) /AP << /N 6 0 R >> >>", {appearance()}), Fate::doubted},
            {"in een verborgen stempel", "a.pdf", annotated("<< /Type /Annot /Subtype /Stamp /F 2 /Rect [72 500 372 530] /AP << /N 6 0 R >> >>", {appearance()}), Fate::doubted},
            {"in de waarde van een invulveld", "a.pdf", samples::pdfOf({greeting, "", "/Annots [6 0 R]", "/AcroForm << /Fields [6 0 R] >>",
                {"<< /Type /Annot /Subtype /Widget /FT /Tx /T (veld) /V (Corrie Zwaan) /Rect [72 500 372 530] >>"}}), Fate::doubted},
            {"in een invulveld dat te zien is", "a.pdf", samples::pdfOf({greeting, "", "/Annots [6 0 R]", "/AcroForm << /Fields [6 0 R] >>",
                {"<< /Type /Annot /Subtype /Widget /FT /Tx /T (veld) /V (Corrie Zwaan) /Rect [72 500 372 530] /AP << /N 7 0 R >> >>", appearance()}}), Fate::doubted},
            {"in programmacode", "a.pdf", catalogued("/OpenAction << /S /JavaScript /JS (app.alert\\(\"Corrie Zwaan\"\\)) >>"), Fate::doubted},
            {"in een bladwijzer", "a.pdf", catalogued("/Outlines 6 0 R", {"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>", "<< /Title (Corrie Zwaan) /Parent 6 0 R /Dest [3 0 R /Fit] >>"})},
            {"in een plaats met een naam", "a.pdf", catalogued("/Names << /Dests << /Names [(Corrie Zwaan) [3 0 R /Fit]] >> >>")},
            {"in de nummering van bladzijden", "a.pdf", catalogued("/PageLabels << /Nums [0 << /P (Corrie Zwaan) >>] >>")},
            {"in een verwijzing", "a.pdf", annotated("<< /Type /Annot /Subtype /Link /Rect [72 750 300 780] /A << /S /URI /URI (https://voorbeeld.nl/Corrie%20Zwaan) >> >>")},
            {"in een verwijzing naar een bestand", "a.pdf", annotated("<< /Type /Annot /Subtype /Link /Rect [72 750 300 780] /A << /S /Launch /F (Corrie Zwaan.exe) >> >>")},
            {"in een miniatuur", "a.pdf", paged("/Thumb 6 0 R", {stream("/Width 12 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", secret)})},
            {"in wat een ander programma bewaart", "a.pdf", paged("/PieceInfo << /P << /Private (Corrie Zwaan) >> >>")},
            {"in de structuur", "a.pdf", catalogued("/StructTreeRoot << /Type /StructTreeRoot /K << /Type /StructElem /S /P /T (Corrie Zwaan) /ActualText (Corrie Zwaan) >> >>")},
            {"in een eerdere versie", "a.pdf", revised()},
            {"in een onderdeel dat niets gebruikt", "a.pdf", paged("", {"(Corrie Zwaan)"})},
            {"in een ingepakt onderdeel", "a.pdf", inObjectStream()},
            {"in commentaar van het bestand", "a.pdf", paged("% Corrie Zwaan\n")},
            {"achter het einde van het bestand", "a.pdf", paged("") + "Corrie Zwaan\n"}};
}

}  // namespace hostile
