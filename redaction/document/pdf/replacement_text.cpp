#include "redaction/document/pdf/replacement_text.h"

#include <cstdlib>

#include "redaction/document/plain_text.h"

namespace redaction::document::pdf {
namespace {

// <FEFF0041…> as writers make it.
std::u32string hexText(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::strtol(std::string(hex.substr(i, 2)).c_str(), nullptr, 16));
    return decodeText(bytes).text;
}

std::u32string literalText(std::string_view literal) {
    std::string bytes;
    for (std::size_t i = 0; i < literal.size(); ++i) {
        if (literal[i] == '\\' && i + 1 < literal.size()) ++i;
        bytes += literal[i];
    }
    return decodeText(bytes).text;
}

bool isRegular(char c) { return std::string_view(" \r\n\t\f<>()[]{}/%").find(c) == std::string_view::npos && c != '\0'; }

}  // namespace

std::u32string withoutSpaces(std::u32string_view text) {
    std::u32string dense;
    for (const char32_t c : text)
        if (c > U' ' && c != 0xA0 && c != 0xAD) dense += c;
    return dense;
}

ReplacementText replacementText(std::string_view contents, std::string_view key) {
    ReplacementText found;
    for (std::size_t at = contents.find(key); at != std::string_view::npos; at = contents.find(key, at + 1)) {
        const std::size_t behind = at + key.size();
        if (behind < contents.size() && isRegular(contents[behind])) continue;  // another, longer name
        const std::size_t open = contents.find_first_not_of(" \r\n\t", behind);
        const bool hex = open != std::string_view::npos && contents[open] == '<', literal = open != std::string_view::npos && contents[open] == '(';
        const std::size_t close = hex || literal ? contents.find(hex ? '>' : ')', open) : std::string_view::npos;
        if (close == std::string_view::npos) {
            found.understood = false;
            continue;
        }
        const std::string_view inside = contents.substr(open + 1, close - open - 1);
        found.texts.push_back(hex ? hexText(inside) : literalText(inside));
    }
    return found;
}

}  // namespace redaction::document::pdf
