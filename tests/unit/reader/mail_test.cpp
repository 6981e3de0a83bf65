#include "tests/unit/reader/reader_fixture.h"

using namespace reader_tests;
using document::BlockKind;

namespace {

const std::string header =
    "From: =?iso-8859-1?Q?Ren=E9e?= de Vries <renee@school.example>\r\nTo: Wijkteam <team@gemeente.example>\r\nCc: a@b.example\r\n"
    "Date: Fri, 14 Mar 2025 10:15:00 +0100\r\nSubject: =?utf-8?B?R2VzcHJlayDigJMgdmVyc2xhZw==?=\r\nMIME-Version: 1.0\r\n";

}  // namespace

TEST(ReadMail, GivesHeaderTextAndAttachments) {
    const std::string mail = header +
        "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=\"c\"\r\n\r\n"
        "--c\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "Beste collega,\r\n\r\nHij is 7=80 schuldig.\r\n> Eerder schreef u:\r\n> dag\r\n"
        "--c\r\nContent-Type: text/html\r\n\r\n<p>Niet dit</p>\r\n--c--\r\n"
        "--b\r\nContent-Type: application/pdf; name=\"verslag.pdf\"\r\nContent-Disposition: attachment; filename=\"verslag.pdf\"\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjc=\r\n"
        "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@y.example\r\nSubject: Eerder\r\n\r\nOud bericht\r\n--b--\r\n";
    const auto result = program().read(mail, "bericht.eml");
    EXPECT_EQ(textOf(result.document),
              "Van: Renée de Vries <renee@school.example>\nAan: Wijkteam <team@gemeente.example>\nCc: a@b.example\nDatum: 14-03-2025 10:15\n"
              "Onderwerp: Gesprek – verslag\n\nBeste collega,\n\nHij is 7€ schuldig.\n> Eerder schreef u:\n> dag");
    EXPECT_EQ(result.document.blocks[0].kind, BlockKind::header);
    EXPECT_EQ(result.document.title, "Gesprek – verslag");
    ASSERT_EQ(result.attachments.size(), 2u);
    EXPECT_EQ(result.attachments[0].name, "verslag.pdf");
    EXPECT_EQ(result.attachments[0].mediaType, "application/pdf");
    EXPECT_EQ(result.attachments[0].bytes, "%PDF-1.7");
    EXPECT_EQ(result.attachments[1].name, "Eerder.eml");
    EXPECT_NE(program().read(result.attachments[1].bytes, result.attachments[1].name).document.text.find(U"Oud bericht"), std::u32string::npos);
}

TEST(ReadMail, ReadsHtmlWhereThereIsNoText) {
    const std::string mail = header + "Content-Type: text/html; charset=iso-8859-15\r\n\r\n<html><head><style>p{}</style></head><body><h2>Kop</h2>"
                                      "<p>Bedrag:&nbsp;\xA4 5</p><script>alert(1)</script><div style=\"display: none\">geheim</div><ul><li>punt</li></ul></body></html>";
    const auto document = program().read(mail, "x").document;
    EXPECT_NE(textOf(document).find("Kop\n\nBedrag: € 5\n\ngeheim\n\npunt"), std::string::npos) << textOf(document);
    EXPECT_EQ(textOf(document).find("alert"), std::string::npos);
    EXPECT_TRUE(std::any_of(document.blocks.begin(), document.blocks.end(), [](const auto& block) { return block.kind == BlockKind::hidden; }));
    EXPECT_TRUE(doubts(document, "niet te zien"));
}

TEST(ReadMail, AnEncryptedMailIsRefused) {
    EXPECT_NE(whyNot(program(), header + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nAAAA", "x.eml").find("versleuteld"), std::string::npos);
}

TEST(ReadMail, TextThatIsNoMailIsRefused) { EXPECT_NE(whyNot(program(), "Zomaar tekst\nzonder kop", "x.eml").find("niet wat de naam belooft"), std::string::npos); }

TEST(ReadHtml, GivesBlocksWithoutScripts) {
    const auto document = program().read("<!DOCTYPE html><html><head><meta charset=utf-8><title>Mijn pagina</title></head><body><h1>Eén</h1><p>Twee<br>drie   vier</p>"
                                         "<table><tr><td>a</td><td>b</td></tr></table><!-- geheim --></body></html>", "x.html").document;
    EXPECT_EQ(textOf(document), "Eén\n\nTwee\ndrie vier\n\na\tb");
    EXPECT_EQ(document.title, "Mijn pagina");
    EXPECT_EQ(document.blocks[0].kind, BlockKind::heading);
    EXPECT_EQ(document.blocks[2].kind, BlockKind::tableRow);
}

TEST(ReadText, GoesThroughTheReaderToo) {
    const auto document = program().read("Notitie\r\nvan één dag\n", "notitie.txt").document;
    EXPECT_EQ(document.text, U"Notitie\r\nvan één dag\n");
    EXPECT_TRUE(document.pages.empty());
}
