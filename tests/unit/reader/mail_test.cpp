#include "tests/unit/reader/blocks.h"
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
              "Onderwerp: Gesprek – verslag\n\nBeste collega,\n\nHij is 7€ schuldig.\n> Eerder schreef u:\n> dag\n\nNiet dit");
    EXPECT_EQ(result.document.blocks.back().note, "andere weergave van deze e-mail (HTML)");
    EXPECT_TRUE(doubts(result.document, "opgemaakte weergave"));
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

TEST(ReadMail, TellsBlindCopiesAndHeaderLinesThatHide) {
    const std::string mail = header + "Bcc: oma@voorbeeld.example\r\nReply-To: tante@voorbeeld.example\r\nReturn-Path: <renee@school.example>\r\nX-Originating-IP: [10.0.0.7]\r\n"
                                      "Received: from a by b for <buurman@voorbeeld.example>; Fri, 14 Mar 2025 10:15:00 +0100\r\nX-Mailer: Iets\r\n\r\nDag\r\n";
    const auto blocks = blocksOf(program().read(mail, "x.eml").document);
    ASSERT_EQ(blocks.size(), 8u);
    EXPECT_EQ(blocks[5], (Found{BlockKind::hidden, "Bcc: oma@voorbeeld.example", "blinde kopie: voor de andere ontvangers niet te zien"}));
    EXPECT_EQ(blocks[7].kind, BlockKind::hidden);
    for (const char* told : {"Reply-To: tante@", "[10.0.0.7]", "buurman@"}) EXPECT_NE(blocks[7].text.find(told), std::string::npos) << told;
    for (const char* known : {"Return-Path", "Iets"}) EXPECT_EQ(blocks[7].text.find(known), std::string::npos) << known;
}

TEST(ReadMail, HtmlThatSaysTheSameIsNotToldTwice) {
    const std::string mail = header + "Content-Type: multipart/alternative; boundary=\"c\"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nDag Roos,\r\ntot morgen.\r\n"
                                      "--c\r\nContent-Type: multipart/related; boundary=\"d\"\r\n\r\n--d\r\nContent-Type: text/html\r\n\r\n<p>Dag Roos, <b>tot</b> morgen.</p>\r\n"
                                      "--d\r\nContent-Type: image/png; name=\"logo.png\"\r\n\r\nx\r\n--d--\r\n--c--\r\n";
    const auto result = program().read(mail, "x.eml");
    EXPECT_EQ(textOf(result.document).find("Dag Roos"), textOf(result.document).rfind("Dag Roos"));
    ASSERT_EQ(result.attachments.size(), 1u);
    EXPECT_EQ(result.attachments[0].name, "logo.png");
}

TEST(ReadMail, AWinmailFileIsADocumentToPutToAHuman) {
    const std::string mail = header + "Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAAAQAGAAAA\r\n";
    const auto result = program().read(mail, "x.eml");
    ASSERT_EQ(result.attachments.size(), 1u);
    EXPECT_NE(whyNot(program(), result.attachments[0].bytes, "winmail.dat").find("met de hand toe"), std::string::npos);
}

TEST(ReadMail, AnEncryptedMailIsRefused) {
    EXPECT_NE(whyNot(program(), header + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nAAAA", "x.eml").find("versleuteld"), std::string::npos);
}

TEST(ReadMail, TextThatIsNoMailIsRefused) { EXPECT_NE(whyNot(program(), "Zomaar tekst\nzonder kop", "x.eml").find("niet wat de naam belooft"), std::string::npos); }

TEST(ReadHtml, GivesBlocksWithoutScripts) {
    const auto document = program().read("<!DOCTYPE html><html><head><meta charset=utf-8><title>Mijn pagina</title></head><body><h1>Eén</h1><p>Twee<br>drie   vier</p>"
                                         "<table><tr><td>a</td><td>b</td></tr></table><!-- geheim --></body></html>", "x.html").document;
    EXPECT_EQ(textOf(document), "Eén\n\nTwee\ndrie vier\n\na\tb\n\ngeheim");
    EXPECT_EQ(document.title, "Mijn pagina");
    EXPECT_EQ(document.blocks[0].kind, BlockKind::heading);
    EXPECT_EQ(document.blocks[2].kind, BlockKind::tableRow);
}

TEST(ReadHtml, FindsWhatHides) {
    const auto document = program().read("<!DOCTYPE html><html><head><meta name=author content=\"Ilse\"><style>p.intern, #x { display:none } @media print { .druk { visibility: hidden } }</style></head><body>"
                                         "<p>Open <span style=\"color:#FFF\">wit</span></p><p style=\"background:#333;color:#fff\">leesbaar</p><p class=\"a intern\">klasse</p><div id=x>op naam</div><b class=druk>druk</b>"
                                         "<p><img alt=\"foto van Roos\" src=x><a href=\"mailto:oma@voorbeeld.example?subject=x\">mail oma</a></p><!-- niet vergeten: Tom --><noscript>zonder script</noscript>"
                                         "<!--[if mso]><xml><o:x>96</o:x></xml><p>voor Outlook</p><![endif]--><form><input type=hidden value=zaak77><input value=ingevuld><input type=checkbox checked value=geweld>"
                                         "<select><option>vader</select></form></body></html>", "x.html").document;
    std::vector<std::string> hidden;
    std::string shown;
    for (const auto& block : blocksOf(document)) {
        if (block.kind == BlockKind::hidden) hidden.push_back(block.text);
        else shown += block.text + "|";
    }
    EXPECT_EQ(shown, "Open|leesbaar|mail oma|ingevuld☒|");
    EXPECT_EQ(hidden, (std::vector<std::string>{"Ilse", "wit", "klasse", "op naam", "druk", "foto van Roos", "oma@voorbeeld.example?subject=x", "niet vergeten: Tom", "zonder script", "voor Outlook", "zaak77", "geweld", "vader"}));
    EXPECT_TRUE(doubts(document, "niet te zien"));
}

TEST(ReadText, GoesThroughTheReaderToo) {
    const auto document = program().read("Notitie\r\nvan één dag\n", "notitie.txt").document;
    EXPECT_EQ(document.text, U"Notitie\r\nvan één dag\n");
    EXPECT_TRUE(document.pages.empty());
}
