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
    };
    for (const auto& row : rows) {
        const DecodedText decoded = decodeText(row.bytes);
        EXPECT_EQ(decoded.text, row.text) << row.encoding;
        EXPECT_EQ(decoded.encoding, row.encoding);
        EXPECT_TRUE(readPlainText(row.bytes).doubts.empty()) << row.encoding;
    }
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
