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

void Pattern::each(const std::string& text, std::size_t from, std::size_t to, const std::function<void(std::size_t, std::size_t)>& visit) const {
    eachMatch(expression_, text, from, to, visit);
}

std::size_t Pattern::endAt(const std::string& text, std::size_t at, std::size_t to) const {
    re2::StringPiece whole;
    return expression_.Match({text.data(), to}, at, to, RE2::ANCHOR_START, &whole, 1) ? at + whole.size() : at;
}

void eachMatch(const RE2& expression, const std::string& text, std::size_t from, std::size_t to, const std::function<void(std::size_t, std::size_t)>& visit) {
    const re2::StringPiece all(text.data(), to);
    std::size_t at = from;
    const int asked = expression.NumberOfCapturingGroups() == 0 ? 0 : 1;
    re2::StringPiece groups[2];
    while (at <= to && expression.Match(all, at, to, RE2::UNANCHORED, groups, asked + 1)) {
        const auto whole = static_cast<std::size_t>(groups[0].data() - text.data());
        if (const auto& found = groups[asked]; found.data()) {
            const auto start = static_cast<std::size_t>(found.data() - text.data());
            visit(start, start + found.size());
        }
        at = std::max(whole + groups[0].size(), at + 1);
    }
}

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isDigit);
}

}  // namespace redaction::detect
