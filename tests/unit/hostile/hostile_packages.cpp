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

std::string laughs() {
    std::string kinds = "<!DOCTYPE w:document [<!ENTITY a0 \"Corrie Zwaan \">";
    for (int level = 1; level < 12; ++level)
        kinds += "<!ENTITY a" + std::to_string(level) + " \"" + repeated("&a" + std::to_string(level - 1) + ";", 10) + "\">";
    return samples::zipOf({{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
                           {"word/document.xml", "<?xml version=\"1.0\"?>" + kinds + "]>" + part("document", "<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body>").substr(21)}});
}

std::string mail(const std::string& headers, const std::string& body) { return "From: a@voorbeeld.nl\r\nTo: b@voorbeeld.nl\r\nSubject: Verslag\r\n" + headers + "\r\n" + body; }

std::string nestedMail(int levels) {
    std::string inner = mail("", "Het gesprek was prettig. Corrie Zwaan belde.\r\n");
    for (int level = 0; level < levels; ++level) inner = mail("MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n", inner);
    return inner;
}

}  // namespace

std::vector<Input> packages() {
    const auto secretRun = paragraph(run("Daarna belde Corrie Zwaan weer."));
    return {{"in a Word document", "a.docx", docx(secretRun)},
            {"in runs of a letter each", "a.docx", docx(paragraph(run("Cor") + run("rie ") + run("Z") + run("waan")))},
            {"in a header", "a.docx", docx("", {{"word/header1.xml", part("hdr", secretRun)}})},
            {"in a footnote", "a.docx", docx("", {{"word/footnotes.xml", part("footnotes", "<w:footnote w:id=\"2\">" + secretRun + "</w:footnote>")}})},
            {"in a remark of a Word document", "a.docx", docx("", {{"word/comments.xml", part("comments", "<w:comment w:id=\"1\" w:author=\"Corrie Zwaan\">" + secretRun + "</w:comment>")}}), Fate::doubted},
            {"in what was deleted", "a.docx", docx(paragraph("<w:del w:author=\"Corrie Zwaan\"><w:r><w:delText>Corrie Zwaan</w:delText></w:r></w:del>")), Fate::doubted},
            {"in a hidden run", "a.docx", docx(paragraph(run("Corrie Zwaan", "<w:vanish/>"))), Fate::doubted},
            {"in white letters", "a.docx", docx(paragraph(run("Corrie Zwaan", "<w:color w:val=\"FFFFFF\"/>")))},
            {"in a field", "a.docx", docx(paragraph("<w:r><w:instrText>HYPERLINK \"https://voorbeeld.nl/Corrie%20Zwaan\"</w:instrText></w:r>" + run("hier")))},
            {"in the properties of a Word document", "a.docx", docx("", {{"docProps/core.xml", "<cp xmlns=\"a\"><creator>Corrie Zwaan</creator></cp>"}})},
            {"in a part nobody reads", "a.docx", docx("", {{"customXml/item1.xml", "<a>Corrie Zwaan</a>"}})},
            {"in an object inside", "a.docx", docx("", {{"word/embeddings/oleObject1.bin", "Corrie Zwaan"}}), Fate::doubted},
            {"in a description of a picture", "a.docx", docx("<w:p><w:r><w:drawing><wp:docPr xmlns:wp=\"a\" descr=\"Corrie Zwaan\"/></w:drawing></w:r></w:p>")},
            {"in a text box", "a.docx", docx("<w:p><w:r><w:pict><w:txbxContent>" + secretRun + "</w:txbxContent></w:pict></w:r></w:p>")},
            {"in a file elsewhere", "a.docx", samples::zipOf({{"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
                {"word/document.xml", "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + part("document", "<w:body>" + greeting + "<w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>").substr(21)}}), Fate::refused},
            {"a billion laughs", "a.docx", laughs(), Fate::refused},
            {"a file outside the package", "a.docx", docx("", {{"../../../tmp/lakwerk-uitbraak", "Corrie Zwaan"}}), Fate::doubted},
            {"a Word document deep as a well", "a.docx", docx(repeated("<w:sdt><w:sdtContent>", 20'000) + secretRun + repeated("</w:sdtContent></w:sdt>", 20'000)), Fate::refused},
            {"in a mail", "a.eml", mail("", "Het gesprek was prettig. Corrie Zwaan belde.\r\n")},
            {"in a header of a mail", "a.eml", mail("X-Van: Corrie Zwaan\r\nReply-To: \"Corrie Zwaan\" <c.zwaan@voorbeeld.nl>\r\n", "Het gesprek was prettig.\r\n")},
            {"in an encoded subject", "a.eml", mail("Comments: =?utf-8?B?Q29ycmllIFp3YWFu?=\r\n", "Het gesprek was prettig.\r\n")},
            {"in Base64", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n", "SGV0IGdlc3ByZWsgd2FzIHByZXR0aWcuIENvcnJpZSBad2FhbiBiZWxkZS4=\r\n")},
            {"in the other version of a mail", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n",
                "--x\r\nContent-Type: text/plain\r\n\r\nHet gesprek was prettig.\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Het gesprek was prettig.<span style='display:none'>Corrie Zwaan</span></p>\r\n--x--\r\n"), Fate::doubted},
            {"in an attachment of a mail", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n",
                "--x\r\nContent-Type: text/plain\r\n\r\nHet gesprek was prettig.\r\n--x\r\nContent-Type: text/plain; name=\"Corrie Zwaan.txt\"\r\nContent-Disposition: attachment; filename=\"Corrie Zwaan.txt\"\r\n\r\nCorrie Zwaan\r\n--x--\r\n")},
            {"in a mail within a mail", "a.eml", nestedMail(3), Fate::opened, false},
            {"in a mail a thousand mails deep", "a.eml", nestedMail(1000), Fate::opened, false}};
}

std::vector<Input> texts() {
    std::string wide = "\xFF\xFE";
    for (const char letter : std::string("Het gesprek was prettig. Corrie Zwaan belde.")) wide += std::string(1, letter) + '\0';
    return {{"in a text", "a.txt", "Het gesprek was prettig. Corrie Zwaan belde.\n"},
            {"in UTF-16", "a.txt", wide},
            {"with nothing between the letters that is wide", "a.txt", "Het gesprek was prettig. C\u200Bo\u200Br\u200Br\u200Bi\u200Be Z\u00ADw\u00ADa\u00ADa\u00ADn belde.\n"},
            {"in letters of another width", "a.txt", "Het gesprek was prettig. Ｃｏｒｒｉｅ Ｚｗａａｎ belde.\n"},
            {"from right to left", "a.txt", "Het gesprek was prettig. \u202Enaawz eirroc\u202C belde. Corrie Zwaan\n", Fate::opened},
            {"in a text with nulls", "a.txt", std::string("Het gesprek was prettig. Corrie\0Zwaan belde.\n", 46), Fate::refused},
            {"in what HTML does not show", "a.html", "<html><head><title>Corrie Zwaan</title><script>var a='Corrie Zwaan'</script></head><body><!-- Corrie Zwaan --><p>Het gesprek was prettig.</p>"
                                                     "<p style='display:none'>Corrie Zwaan</p><img alt='Corrie Zwaan'><input value='Corrie Zwaan'></body></html>", Fate::doubted},
            {"HTML deep as a well", "a.html", "<p>Het gesprek was prettig.</p>" + repeated("<div>", 50'000) + "Corrie Zwaan"},
            {"nothing at all", "a.txt", "", Fate::refused},
            {"noise", "a.bin", std::string("\x01\x02\x03\x00\x05", 5) + std::string(100, '\x07'), Fate::refused}};
}

}  // namespace hostile
