#include "redaction/detect/word_signs.h"

#include <cstring>

#include "redaction/detect/text_view.h"

namespace redaction::detect {

void WordSigns::read(List& list, std::string_view word) {
    list.first = static_cast<std::uint32_t>(signs_.size());
    for (const auto& [literal, from] : expressions_.signsIn(word)) {
        const auto sign = signOf(literal, from, expressions_.literal(literal), word.size());
        if (!sign.inside || word.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(sign.length)) == expressions_.literal(literal)) signs_.push_back(sign);
    }
    list.count = static_cast<std::uint32_t>(signs_.size()) - list.first;
}

WordSigns::Sign WordSigns::signOf(std::uint32_t literal, std::int32_t from, std::string_view text, std::size_t wordLength) {
    Sign sign;
    sign.literal = literal;
    sign.from = from;
    sign.length = static_cast<std::int32_t>(text.size());
    const auto behind = from + sign.length - static_cast<std::int32_t>(wordLength);  // letters behind the word
    sign.inside = from >= 0 && behind <= 0;
    sign.edgeAt = behind >= -from ? sign.length - 1 : 0;
    sign.edge = text[static_cast<std::size_t>(sign.edgeAt)];
    return sign;
}

bool PossibleExpressions::stands(const WordSigns::Sign& sign, std::size_t word, std::size_t start, std::size_t end) const {
    const auto from = static_cast<std::ptrdiff_t>(word) + sign.from;
    if (from < static_cast<std::ptrdiff_t>(start) || from + sign.length > static_cast<std::ptrdiff_t>(end)) return false;
    const char* at = v_.folded().data() + from;
    return at[sign.edgeAt] == sign.edge && std::memcmp(at, signs_.expressions().literal(sign.literal).data(), static_cast<std::size_t>(sign.length)) == 0;
}

PossibleExpressions::PossibleExpressions(const words::Expressions& expressions, const TextView& view) : v_(view), signs_(view.signsFor(expressions)), possible_(signs_.possible()) {}

const std::vector<int>& PossibleExpressions::in(std::size_t start, std::size_t end) {
    const auto& tokens = v_.tokens();
    possible_.begin();
    if (token_ >= tokens.size() || tokens[token_].end > start) token_ = v_.tokenAt(start);
    while (token_ < tokens.size() && tokens[token_].end <= start) ++token_;
    for (auto i = token_; i < tokens.size() && tokens[i].start < end; ++i)
        for (const auto& sign : signs_.of(tokens[i].word, [&] { return v_.word(i); }))
            if (sign.inside || stands(sign, tokens[i].start, start, end)) possible_.see(sign.literal);
    return possible_.found();
}

}  // namespace redaction::detect
