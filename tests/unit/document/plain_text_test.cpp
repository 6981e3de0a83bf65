#include "redaction/document/plain_text.h"

#include <gtest/gtest.h>

using namespace redaction::document;

TEST(PlainText, KeepsThePositionsOfAUtf8File) {
    const std::string file = "Regel één\r\n\r\nŁukasz belt.\tEinde\n";
    const Document document = readPlainText(file);
    EXPECT_EQ(document.text, U"Regel één\r\n\r\nŁukasz belt.\tEinde\n");
    EXPECT_EQ(toUtf8(document.text), file);
    EXPECT_TRUE(document.doubts.empty());
    EXPECT_TRUE(document.pages.empty());
}

TEST(PlainText, ReadsOtherEncodings) {
    using namespace std::string_literals;
    const struct {
        std::string bytes, encoding;
        std::u32string text;
    } rows[] = {
        {"\xEF\xBB\xBF" "één", "UTF-8", U"één"},
        {"\xE9\xE9n \x80 5", "windows-1252", U"één € 5"},
        {"\xFF\xFE\xE9\x00n\x00"s, "UTF-16LE", U"én"},
        {"\xFE\xFF\x00\xE9\x00n"s, "UTF-16BE", U"én"},
        {"D\x00""e\x00 \x00m\x00""e\x00l\x00""d\x00"s, "UTF-16LE", U"De meld"},
        {"\x00""D\x00""e\x00 \x00m\x00""e"s, "UTF-16BE", U"De me"},
        {"\xFF\xFE\0\0é\0\0"s.replace(4, 2, "\xE9\0"s), "UTF-32LE", U"é"},
        {"D\0\0\0e\0\0\0 \0\0\0m\0\0\0"s, "UTF-32LE", U"De m"},
        {"\0\0\0D\0\0\0e\0\0\0 \0\0\0m"s, "UTF-32BE", U"De m"},
        {"Zij betaalt \xA4 5 aan Zo\xEB", "ISO-8859-15", U"Zij betaalt € 5 aan Zoë"},
        {"Zo\x91 belde om \x8E\x8En uur, zei oma Andr\x8E", "macintosh", U"Zoë belde om één uur, zei oma André"},
        {"Zo\x89 belde om \x82\x82n uur, zei oma Andr\x82", "ibm-850", U"Zoë belde om één uur, zei oma André"},
        {"Zo\xEB zei: \x91kom\x92 \x96 \x93nu\x94 \x85", "windows-1252", U"Zoë zei: ‘kom’ – “nu” …"},
    };
    for (const auto& row : rows) {
        const DecodedText decoded = decodeText(row.bytes);
        EXPECT_EQ(decoded.text, row.text) << row.encoding;
        EXPECT_EQ(decoded.encoding, row.encoding);
        EXPECT_TRUE(readPlainText(row.bytes).doubts.empty()) << row.encoding;
    }
}

TEST(PlainText, LosesNothingWhereEncodingsAreMixed) {
    const DecodedText decoded = decodeText("Zoë en Čedo, één café; Andr\xE9 niet");
    EXPECT_EQ(decoded.text, U"Zoë en Čedo, één café; André niet");
    EXPECT_FALSE(decoded.certain);
}

TEST(PlainText, ReadsOtherScripts) {
    const std::string russian = "\xCC\xE0\xEC\xE0 \xE8 \xEF\xE0\xEF\xE0 \xE6\xE8\xE2\xF3\xF2 \xE2 \xE1\xEE\xEB\xFC\xF8\xEE\xEC \xE4\xEE\xEC\xE5 \xED\xE0 \xFD\xF2\xEE\xE9 \xF3\xEB\xE8\xF6\xE5, \xE8 \xEE\xED\xE8 \xE3\xEE\xE2\xEE\xF0\xFF\xF2, \xF7\xF2\xEE \xF0\xE5\xE1\xB8\xED\xEE\xEA \xE4\xE0\xE2\xED\xEE \xED\xE5 \xF5\xEE\xE4\xE8\xF2 \xE2 \xF8\xEA\xEE\xEB\xF3. \xCA\xEE\xE3\xE4\xE0 \xF3\xF7\xE8\xF2\xE5\xEB\xFC \xEF\xF0\xE8\xF8\xB8\xEB \xEA \xED\xE8\xEC, \xED\xE8\xEA\xF2\xEE \xED\xE5 \xEE\xF2\xEA\xF0\xFB\xEB. ";
    EXPECT_EQ(decodeText(russian).text.substr(0, 14), U"Мама и папа жи");
    EXPECT_FALSE(decodeText(russian).certain);
}

TEST(PlainText, DoubtsWhatItCannotDecode) {
    EXPECT_FALSE(readPlainText("Jans\x81n en Peters\x9Dn").doubts.empty());
    EXPECT_FALSE(readPlainText(std::string_view("tekst\0met nul, lang genoeg om geen UTF-16 te zijn", 50)).doubts.empty());
}

TEST(PlainText, TrustsAnEncodingGivenByName) {
    EXPECT_EQ(decodeTextAs("\xA4", "ISO-8859-15").text, U"€");
    EXPECT_EQ(decodeTextAs("\x80", "iso-8859-1").text, U"€");
    EXPECT_EQ(decodeTextAs("é", "bestaat-niet").text, U"é");
}

TEST(PlainText, AnEmptyFileIsAnEmptyText) { EXPECT_TRUE(readPlainText("").text.empty()); }
