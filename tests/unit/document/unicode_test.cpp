#include <gtest/gtest.h>

#include "redaction/document/document.h"

using namespace redaction::document;

TEST(Unicode, GoesToCodePointsAndBack) {
    const std::string text = "José €5 \xF0\x9F\x98\x80 Łukasz";
    EXPECT_EQ(toUtf8(toCodePoints(text)), text);
    EXPECT_EQ(toCodePoints("é€\xF0\x9F\x98\x80"), U"é€\U0001F600");
}

TEST(Unicode, ReplacesInvalidBytesOneByOne) {
    const struct {
        std::string input;
        std::u32string expected;
    } rows[] = {
        {"a\xFFz", U"a\uFFFDz"},
        {"\xC3", U"\uFFFD"},
        {"\xC0\xAF", U"\uFFFD\uFFFD"},                // overlong
        {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},      // surrogate
        {"\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond U+10FFFF
        {"\xE2\x82z", U"\uFFFD\uFFFDz"},
    };
    for (const auto& row : rows) EXPECT_EQ(toCodePoints(row.input), row.expected) << row.input;
}

TEST(Unicode, NeverWritesASurrogate) { EXPECT_EQ(toUtf8(std::u32string{char32_t{0xD800}, char32_t{0x110000}}), "\uFFFD\uFFFD"); }
