// What Word documents, mails and their like can hide.
#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/reader/samples.h"

namespace hostile {

namespace {

const std::string greeting = "<w:p><w:r><w:t>Het gesprek was prettig.</w:t></w:r></w:p>";
const std::string open = "<?xml version=\"1.0\"?><w:%1 xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

std::string part(std::string kind, const std::string& inside) {
    auto opened = open;
    opened.replace(opened.find("%1"), 2, kind);
    return opened + inside + "</w:" + kind + ">";
}

std::string run(const std::string& text, const std::string& properties = "") { return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>"; }
std::string paragraph(const std::string& inside) { return "<w:p>" + inside + "</w:p>"; }
std::string docx(const std::string& body, const samples::Entries& more = {}) { return samples::docxOf(greeting + body, more); }

std::string repeated(const std::string& part, std::size_t times) {
    std::string all;
    for (std::size_t at = 0; at < times; ++at) all += part;
    return all;
}

std::string laughing() {
    return samples::zipOf({{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
                           {"word/document.xml", "<?xml version=\"1.0\"?>" + laughs("w:document") + part("document", "<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body>").substr(21)}});
}

std::string nestedMail(int levels) {
    std::string inner = mail("", "Het gesprek was prettig. Corrie Zwaan belde.\r\n");
    for (int level = 0; level < levels; ++level) inner = mail("MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n", inner);
    return inner;
}

}  // namespace

std::vector<Input> packages() {
    const auto secretRun = paragraph(run("Daarna belde Corrie Zwaan weer."));
    return {{"in een Word-document", "a.docx", docx(secretRun)},
            {"in losse stukjes van een letter", "a.docx", docx(paragraph(run("Cor") + run("rie ") + run("Z") + run("waan")))},
            {"in een koptekst", "a.docx", docx("", {{"word/header1.xml", part("hdr", secretRun)}})},
            {"in een voetnoot", "a.docx", docx("", {{"word/footnotes.xml", part("footnotes", "<w:footnote w:id=\"2\">" + secretRun + "</w:footnote>")}})},
            {"in een opmerking in de kantlijn", "a.docx", docx("", {{"word/comments.xml", part("comments", "<w:comment w:id=\"1\" w:author=\"Corrie Zwaan\">" + secretRun + "</w:comment>")}}), Fate::doubted},
            {"in wat als verwijderd is bijgehouden", "a.docx", docx(paragraph("<w:del w:author=\"Corrie Zwaan\"><w:r><w:delText>Corrie Zwaan</w:delText></w:r></w:del>")), Fate::doubted},
            {"in verborgen letters", "a.docx", docx(paragraph(run("Corrie Zwaan", "<w:vanish/>"))), Fate::doubted},
            {"in witte letters", "a.docx", docx(paragraph(run("Corrie Zwaan", "<w:color w:val=\"FFFFFF\"/>")))},
            {"in een veld", "a.docx", docx(paragraph("<w:r><w:instrText>HYPERLINK \"https://voorbeeld.nl/Corrie%20Zwaan\"</w:instrText></w:r>" + run("hier")))},
            {"in de eigenschappen van een Word-document", "a.docx", docx("", {{"docProps/core.xml", "<cp xmlns=\"a\"><creator>Corrie Zwaan</creator></cp>"}})},
            {"in een deel dat niemand leest", "a.docx", docx("", {{"customXml/item1.xml", "<a>Corrie Zwaan</a>"}})},
            {"in een ingesloten object", "a.docx", docx("", {{"word/embeddings/oleObject1.bin", "Corrie Zwaan"}}), Fate::doubted},
            {"in de beschrijving van een afbeelding", "a.docx", docx("<w:p><w:r><w:drawing><wp:docPr xmlns:wp=\"a\" descr=\"Corrie Zwaan\"/></w:drawing></w:r></w:p>")},
            {"in een tekstvak", "a.docx", docx("<w:p><w:r><w:pict><w:txbxContent>" + secretRun + "</w:txbxContent></w:pict></w:r></w:p>")},
            {"een verwijzing naar een bestand van deze computer", "a.docx", samples::zipOf({{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
                {"word/document.xml", "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + part("document", "<w:body>" + greeting + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>").substr(21)}}), Fate::refused},
            {"een miljard keer lachen", "a.docx", laughing(), Fate::refused},
            {"een deel buiten het bestand", "a.docx", docx("", {{"../../../tmp/lakwerk-uitbraak", "Corrie Zwaan"}}), Fate::doubted},
            {"een Word-document zo diep als een put", "a.docx", docx(repeated("<w:sdt><w:sdtContent>", 20'000) + secretRun + repeated("</w:sdtContent></w:sdt>", 20'000)), Fate::refused},
            {"in een mail", "a.eml", mail("", "Het gesprek was prettig. Corrie Zwaan belde.\r\n")},
            {"in een kopregel van een mail", "a.eml", mail("X-Van: Corrie Zwaan\r\nReply-To: \"Corrie Zwaan\" <c.zwaan@voorbeeld.nl>\r\n", "Het gesprek was prettig.\r\n")},
            {"in een gecodeerde kopregel", "a.eml", mail("Comments: =?utf-8?B?Q29ycmllIFp3YWFu?=\r\n", "Het gesprek was prettig.\r\n")},
            {"in Base64", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n", "SGV0IGdlc3ByZWsgd2FzIHByZXR0aWcuIENvcnJpZSBad2FhbiBiZWxkZS4=\r\n")},
            {"onzichtbaar in de opgemaakte versie van een mail", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n",
                "--x\r\nContent-Type: text/plain\r\n\r\nHet gesprek was prettig.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Het gesprek was prettig.<span style='display:none'>Corrie Zwaan</span></p>\r\n--x--\r\n"), Fate::doubted},
            {"in een bijlage van een mail", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n",
                "--x\r\nContent-Type: text/plain\r\n\r\nHet gesprek was prettig.\r\n--x\r\nContent-Type: text/plain; name=\"Corrie Zwaan.txt\"\r\nContent-Disposition: attachment; filename=\"Corrie Zwaan.txt\"\r\n\r\nCorrie Zwaan\r\n--x--\r\n")},
            {"in een mail in een mail", "a.eml", nestedMail(3), Fate::opened, false},
            {"in een mail duizend mails diep", "a.eml", nestedMail(1000), Fate::opened, false}};
}

std::vector<Input> texts() {
    std::string wide = "\xFF\xFE";
    for (const char letter : std::string("Het gesprek was prettig. Corrie Zwaan belde.")) wide += std::string(1, letter) + '\0';
    return {{"in een tekst", "a.txt", "Het gesprek was prettig. Corrie Zwaan belde.\n"},
            {"in UTF-16", "a.txt", wide},
            {"met tekens zonder breedte tussen de letters", "a.txt", "Het gesprek was prettig. C\u200Bo\u200Br\u200Br\u200Bi\u200Be Z\u00ADw\u00ADa\u00ADa\u00ADn belde.\n"},
            {"in letters van een andere breedte", "a.txt", "Het gesprek was prettig. Ｃｏｒｒｉｅ Ｚｗａａｎ belde.\n"},
            {"van rechts naar links", "a.txt", "Het gesprek was prettig. \u202Enaawz eirroc\u202C belde. Corrie Zwaan\n", Fate::opened},
            {"in een tekst met nullen", "a.txt", std::string("Het gesprek was prettig. Corrie\0Zwaan belde.\n", 46), Fate::refused},
            {"in wat HTML niet toont", "a.html", "<html><head><title>Corrie Zwaan</title><script>var a='Corrie Zwaan'</script></head><body><!-- Corrie Zwaan --><p>Het gesprek was prettig.</p>"
                                                     "<p style='display:none'>Corrie Zwaan</p><img alt='Corrie Zwaan'><input value='Corrie Zwaan'></body></html>", Fate::doubted},
            {"HTML zo diep als een put", "a.html", "<p>Het gesprek was prettig.</p>" + repeated("<div>", 50'000) + "Corrie Zwaan"},
            {"een leeg bestand", "a.txt", "", Fate::refused},
            {"ruis", "a.bin", std::string("\x01\x02\x03\x00\x05", 5) + std::string(100, '\x07'), Fate::refused}};
}

}  // namespace hostile
