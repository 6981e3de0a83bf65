// Where the words of a document stand: its own words where it has pages, runs without white space elsewhere.
#pragma once

#include <cstddef>
#include <vector>

namespace redaction::document {
struct Document;
}

namespace redaction::marks {

struct Span {
    std::size_t start = 0, end = 0;  // code points, end exclusive
    bool operator==(const Span&) const = default;
};

bool isSpace(char32_t character);  // white space, line and page breaks, zero-width characters

// Ordered, disjoint; together they cover every code point that is not white space.
std::vector<Span> wordSpans(const document::Document& document);

}  // namespace redaction::marks
