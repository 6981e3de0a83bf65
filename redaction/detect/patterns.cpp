#include "redaction/detect/patterns.h"

#include <algorithm>

namespace redaction::detect {

namespace {
RE2::Options options() {
    RE2::Options o;
    o.set_encoding(RE2::Options::EncodingLatin1);
    o.set_log_errors(false);  // texts are personal data
    return o;
}
}  // namespace

Pattern::Pattern(const std::string& expression) : expression_(expression, options()) {}

std::size_t Pattern::endAt(const std::string& text, std::size_t at, std::size_t to) const {
    re2::StringPiece whole;
    return expression_.Match({text.data(), to}, at, to, RE2::ANCHOR_START, &whole, 1) ? at + whole.size() : at;
}

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isDigit);
}

}  // namespace redaction::detect
