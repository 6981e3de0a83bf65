#include "tests/unit/reader/blocks.h"
#include "tests/unit/reader/msg_samples.h"
#include "tests/unit/reader/reader_fixture.h"

using namespace reader_tests;
using document::BlockKind;
using samples::storageNode;
using samples::streamNode;

using namespace samples::msg;

TEST(ReadMsg, GivesHeaderTextAndAttachments) {
    const auto inner = storageNode("__substg1.0_3701000D", {table(24, property(0x0039, 0x40, sent)), text("0037", "Eerder"), text("1000", "Oud bericht")});
    const auto result = program().read(messageOf({text("001A", "IPM.Note"), text("0037", "Gesprek – verslag"), text("0C1A", "Renée de Vries"), text("5D01", "renee@school.example"), text("0C1F", "/O=SCHOOL/CN=R"),
                                                  text("1000", "Beste collega,\r\n\r\nHij komt \U0001F600 morgen.\r\n"), recipient(0, "Wijkteam", "team@gemeente.example", 1), recipient(1, "a@b.example", "a@b.example", 2),
                                                  recipient(2, "Oma", "oma@voorbeeld.example", 3), text("007D", "Received: x\r\nReply-To: Tante\r\n <tante@voorbeeld.example>\r\n"),
                                                  storageNode("__attach_version1.0_#00000000", {table(8, property(0x3705, 3, 1)), text("3707", "verslag.pdf"), text("370E", "application/pdf"), binary("3701", "%PDF-1.7")}),
                                                  storageNode("__attach_version1.0_#00000001", {table(8, property(0x3705, 3, 5)), text("3001", "Eerder"), inner}),
                                                  storageNode("__attach_version1.0_#00000002", {table(8, property(0x3705, 3, 7)), text("3707", "elders.docx")})}),
                                       "bericht.msg");
    EXPECT_EQ(blocksOf(result.document), (std::vector<Found>{{BlockKind::header, "Van: Renée de Vries <renee@school.example>", ""}, {BlockKind::header, "Aan: Wijkteam <team@gemeente.example>", ""},
                                                             {BlockKind::header, "Cc: a@b.example", ""}, {BlockKind::header, "Datum: 14-03-2025 10:15", ""}, {BlockKind::header, "Onderwerp: Gesprek – verslag", ""},
                                                             {BlockKind::hidden, "Bcc: Oma <oma@voorbeeld.example>", "blinde kopie: voor de andere ontvangers niet te zien"},
                                                             {BlockKind::paragraph, "Beste collega,", ""}, {BlockKind::paragraph, "Hij komt \U0001F600 morgen.", ""},
                                                             {BlockKind::hidden, "Reply-To: Tante <tante@voorbeeld.example>", "kopregels die een mailprogramma niet toont"}}));
    EXPECT_EQ(result.document.title, "Gesprek – verslag");
    ASSERT_EQ(result.attachments.size(), 2u);
    EXPECT_EQ(result.attachments[0].name, "verslag.pdf");
    EXPECT_EQ(result.attachments[0].bytes, "%PDF-1.7");
    EXPECT_EQ(result.attachments[1].name, "Eerder.msg");
    EXPECT_EQ(textOf(program().read(result.attachments[1].bytes, "Eerder.msg").document), "Datum: 14-03-2025 10:15\nOnderwerp: Eerder\n\nOud bericht");
    EXPECT_TRUE(doubts(result.document, "zit niet in het bestand"));
}

TEST(ReadMsg, ReadsHtmlAndRtfWhereThereIsNoText) {
    EXPECT_EQ(blocksOf(program().read(messageOf({binary("1013", "<p>Zo\xEB</p><p style='display:none'>stil</p>")}), "x.msg").document),
              (std::vector<Found>{{BlockKind::header, "Datum: 14-03-2025 10:15", ""}, {BlockKind::paragraph, "Zoë", ""}, {BlockKind::hidden, "stil", "verborgen tekst"}}));
    const std::string wrapped = R"({\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Zo\'eb is \u8364?5 \{kwijt\}\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}{\*\mhtmltag72 nooit}})";
    const auto html = blocksOf(program().read(messageOf({binary("1009", packed(wrapped))}), "x.msg").document);
    ASSERT_EQ(html.size(), 2u);
    EXPECT_EQ(html[1].text, "Zoë is €5 {kwijt}");
    const std::string plain = R"({\rtf1\ansi{\info{\author Ilse}}Eerste\par\par Tweede \'e9\tab slot{\*\generator x}\par})";
    EXPECT_EQ(textOf(program().read(messageOf({binary("1009", packed(plain))}), "x.msg").document), "Datum: 14-03-2025 10:15\n\nEerste\n\nTweede é\tslot");
    EXPECT_TRUE(doubts(program().read(messageOf({binary("1009", packed(plain).substr(0, 30))}), "x.msg").document, "kon niet worden gelezen"));
}

TEST(ReadMsg, ReferencesIntoTheWindowAreUnpacked) {
    // MS-OXRTFCP 3.1.1: the example of the specification itself.
    const std::string example("\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\x72\x63\x70\x67\x31\x32\x35\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\x05\xb0\x6c\x64\x7d\x0a\x80\x0f\xa0", 49);
    EXPECT_NE(textOf(program().read(messageOf({binary("1009", example)}), "x.msg").document).find("hello world"), std::string::npos);
}

TEST(ReadMsg, OlderMessagesHaveOneByteTexts) {
    const auto document = program().read(messageOf({narrow("0037", "Caf\xE9"), narrow("1000", "Zo\xEB belde"), binary("1013", "<p>Zo\xEB belde <i>Tom</i></p>")}), "x.msg").document;
    EXPECT_NE(textOf(document).find("Onderwerp: Café\n\nZoë belde"), std::string::npos) << textOf(document);
    EXPECT_TRUE(doubts(document, "opgemaakte weergave"));
}

TEST(ReadMsg, RefusesWhatIsLockedOrCutOff) {
    EXPECT_NE(whyNot(program(), messageOf({text("001A", "IPM.Note.SMIME")}), "x.msg").find("versleuteld"), std::string::npos);
    EXPECT_NE(whyNot(program(), messageOf({text("1000", std::string(9000, 'x'))}).substr(0, 700), "x.msg").find("afgebroken"), std::string::npos);
    EXPECT_NE(whyNot(program(), "Gewone tekst", "x.msg").find("niet wat de naam belooft"), std::string::npos);
    EXPECT_TRUE(doubts(program().read(messageOf({text("001A", "IPM.Appointment"), text("0037", "Afspraak")}), "x.msg").document, "geen gewone e-mail"));
}
