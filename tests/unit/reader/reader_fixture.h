// The real reader program, and shorthand to look at what it read.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "redaction/document/document.h"
#include "redaction/reader/reader_process.h"

namespace reader_tests {

using namespace redaction;

inline reader::ReaderProcess program(reader::Limits limits = {}) { return reader::ReaderProcess(LAKWERK_BUILD_DIR "/lakwerk-reader", limits); }

inline std::string textOf(const document::Document& document) { return document::toUtf8(document.text); }

// The visible words, or the invisible ones, joined by spaces.
enum class Seen { visible, invisible };
inline std::string wordsOf(const document::Document& document, Seen seen) {
    std::string words;
    for (const auto& page : document.pages)
        for (const auto& word : page.words)
            if (word.visible == (seen == Seen::visible))
                words += (words.empty() ? "" : " ") + document::toUtf8(std::u32string_view(document.text).substr(word.start, word.end - word.start));
    return words;
}

inline bool doubts(const document::Document& document, const std::string& about) {
    return std::any_of(document.doubts.begin(), document.doubts.end(), [&](const std::string& doubt) { return doubt.find(about) != std::string::npos; });
}

// Reads, and says why it could not.
inline std::string whyNot(const reader::ReaderProcess& reader, std::string_view bytes, std::string_view name) {
    try {
        reader.read(bytes, name);
    } catch (const reader::ReadError& error) {
        return error.what();
    }
    return "read";
}

}  // namespace reader_tests
