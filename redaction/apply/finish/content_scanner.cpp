#include "redaction/apply/finish/content_scanner.h"

#include <array>

namespace redaction::apply {

namespace {

enum class Sign : unsigned char { regular, white, special };

// Asked of each byte of each page.
constexpr std::array<Sign, 256> signs = [] {
    std::array<Sign, 256> all{};
    for (const char c : std::string_view(" \t\r\n\f\0", 6)) all[static_cast<unsigned char>(c)] = Sign::white;
    for (const char c : std::string_view("()<>[]{}/%")) all[static_cast<unsigned char>(c)] = Sign::special;
    return all;
}();

Sign signOf(char c) { return signs[static_cast<unsigned char>(c)]; }
bool isWhite(char c) { return signOf(c) == Sign::white; }
bool isRegular(char c) { return signOf(c) == Sign::regular; }
bool startsOperator(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || c == '"'; }

}  // namespace

std::size_t ContentScanner::skipString(std::size_t at) const {
    int depth = 0;
    for (; at < content_.size(); ++at) {
        if (content_[at] == '\\') ++at;
        else if (content_[at] == '(') ++depth;
        else if (content_[at] == ')' && --depth == 0) return at + 1;
    }
    return content_.size();
}

std::size_t ContentScanner::skipToken(std::size_t at) const {
    const char c = content_[at];
    if (c == '(') return skipString(at);
    if (c == '%') return content_.find_first_of("\r\n", at);
    if (c == '<' && content_.substr(at, 2) != "<<") return content_.find('>', at);  // the closing sign is a token of its own
    if (c != '/' && !isRegular(c)) return at + 1;
    for (++at; at < content_.size() && isRegular(content_[at]);) ++at;
    return at;
}

// Behind the EI of an inline image whose BI was just read.
std::size_t ContentScanner::skipImage(std::size_t at) const {
    for (at = content_.find("EI", at); at != content_.npos; at = content_.find("EI", at + 2)) {
        const bool before = at > 0 && isWhite(content_[at - 1]), after = at + 2 >= content_.size() || isWhite(content_[at + 2]);
        if (before && after) return at + 2;
    }
    return content_.size();
}

bool ContentScanner::next() {
    start_ = end_;
    for (auto at = start_; at < content_.size();) {
        if (isWhite(content_[at])) {
            ++at;
            continue;
        }
        const auto end = skipToken(at);
        if (end == content_.npos) return false;
        const auto token = content_.substr(at, end - at);
        at = end;
        if (!startsOperator(token[0]) || token == "true" || token == "false" || token == "null") continue;
        word_ = token;
        end_ = token == "BI" ? skipImage(end) : end;
        return true;
    }
    return false;
}

}  // namespace redaction::apply
