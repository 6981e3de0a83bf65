#include "redaction/detect/word_signs.h"

#include "redaction/detect/text_view.h"

namespace redaction::detect {

std::span<const WordSigns::Sign> WordSigns::of(std::size_t number, std::string_view word) {
    if (number >= lists_.size()) lists_.resize(2 * number + 16);
    auto& list = lists_[number];
    if (list.count == kUnknown) read(list, word);
    return {signs_.data() + list.first, list.count};
}

void WordSigns::read(List& list, std::string_view word) {
    list.first = static_cast<std::uint32_t>(signs_.size());
    for (const auto& [literal, from] : expressions_.signsIn(word)) {
        const auto text = expressions_.literal(literal);
        const bool inside = from >= 0 && static_cast<std::size_t>(from) + text.size() <= word.size();
        if (!inside || word.substr(static_cast<std::size_t>(from), text.size()) == text) signs_.push_back({literal, from, inside});
    }
    list.count = static_cast<std::uint32_t>(signs_.size()) - list.first;
}

PossibleExpressions::PossibleExpressions(const words::Expressions& expressions, const TextView& view) : v_(view), signs_(view.signsFor(expressions)), possible_(expressions) {}

const std::vector<int>& PossibleExpressions::in(std::size_t start, std::size_t end) {
    const auto& tokens = v_.tokens();
    const std::string_view text = v_.slice(start, end);
    possible_.begin();
    if (token_ >= tokens.size() || tokens[token_].end > start) token_ = v_.tokenAt(start);
    while (token_ < tokens.size() && tokens[token_].end <= start) ++token_;
    for (auto i = token_; i < tokens.size() && tokens[i].start < end; ++i)
        for (const auto& sign : signs_.of(tokens[i].word, v_.word(i))) {
            const auto from = static_cast<std::ptrdiff_t>(tokens[i].start - start) + sign.from;
            const auto literal = signs_.expressions().literal(sign.literal);
            if (sign.inside || (from >= 0 && text.substr(std::min(static_cast<std::size_t>(from), text.size()), literal.size()) == literal)) possible_.see(sign.literal);
        }
    return possible_.found();
}

}  // namespace redaction::detect
