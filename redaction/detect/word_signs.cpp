#include "redaction/detect/word_signs.h"

#include <algorithm>
#include <cstring>

#include "redaction/detect/text_view.h"

namespace redaction::detect {

void WordSigns::read(List& list, std::string_view word) {
    std::vector<Sign> signs;
    for (const auto& [literal, from] : expressions_.signsIn(word)) {
        const auto sign = signOf(literal, from, expressions_.literal(literal), word.size());
        if (!sign.inside || word.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(sign.length)) == expressions_.literal(literal)) signs.push_back(sign);
    }
    std::stable_sort(signs.begin(), signs.end(), [](const Sign& a, const Sign& b) { return a.next < b.next; });
    const auto others = std::stable_partition(signs.begin(), signs.end(), [&](const Sign& sign) { return expressions_.isKey(sign.literal); });
    list.first = static_cast<std::uint32_t>(signs_.size());
    list.keys = static_cast<std::uint32_t>(others - signs.begin());
    list.others = static_cast<std::uint32_t>(signs.end() - others);
    signs_.insert(signs_.end(), signs.begin(), signs.end());
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
    if (behind >= 2) sign.next = static_cast<unsigned char>(text[static_cast<std::size_t>(sign.length - behind + 1)]);
    return sign;
}

bool PossibleExpressions::stands(const WordSigns::Sign& sign, std::size_t word, std::size_t start, std::size_t end) const {
    const auto from = static_cast<std::ptrdiff_t>(word) + sign.from;
    if (from < static_cast<std::ptrdiff_t>(start) || from + sign.length > static_cast<std::ptrdiff_t>(end)) return false;
    const char* at = v_.folded().data() + from;
    return at[sign.edgeAt] == sign.edge && std::memcmp(at, signs_.expressions().literal(sign.literal).data(), static_cast<std::size_t>(sign.length)) == 0;
}

PossibleExpressions::PossibleExpressions(const words::Expressions& expressions, const TextView& view) : v_(view), signs_(view.signsFor(expressions)), possible_(signs_.possible()) {}

// Of the signs that reach the word behind only those are looked at that begin it as it begins.
template <class Take>
void PossibleExpressions::eachThatStands(std::span<const WordSigns::Sign> signs, std::size_t token, std::size_t start, std::size_t end, Take take) const {
    const auto at = std::size_t{v_.tokens()[token].start}, behind = std::size_t{v_.tokens()[token].end} + 1;
    const auto next = static_cast<unsigned char>(behind < v_.size() ? v_.folded()[behind] : '\0');
    auto sign = signs.begin();
    for (; sign != signs.end() && sign->next == 0; ++sign)
        if (sign->inside || stands(*sign, at, start, end)) take(sign->literal, at + static_cast<std::size_t>(std::ptrdiff_t{sign->from}));
    if (next == 0) return;
    sign = std::lower_bound(sign, signs.end(), next, [](const WordSigns::Sign& one, unsigned char letter) { return one.next < letter; });
    for (; sign != signs.end() && sign->next == next; ++sign)
        if (stands(*sign, at, start, end)) take(sign->literal, at + static_cast<std::size_t>(std::ptrdiff_t{sign->from}));
}

const std::vector<words::Possible::Found>& PossibleExpressions::in(std::size_t start, std::size_t end) {
    const auto& tokens = v_.tokens();
    possible_.begin(v_.folded(), start, end);
    if (token_ >= tokens.size() || tokens[token_].end > start) token_ = v_.tokenAt(start);
    while (token_ < tokens.size() && tokens[token_].end <= start) ++token_;
    later_.clear();
    for (auto i = token_; i < tokens.size() && tokens[i].start < end; ++i) {
        const auto list = signs_.of(tokens[i].word, [&] { return v_.word(i); });
        if (list.keys > 0) eachThatStands(signs_.keysOf(list), i, start, end, [&](std::uint32_t literal, std::size_t at) { possible_.see(literal, at); });
        if (list.others > 0) later_.push_back({i, list});
    }
    if (possible_.anyKey())
        for (const auto& [token, list] : later_) eachThatStands(signs_.othersOf(list), token, start, end, [&](std::uint32_t literal, std::size_t) { possible_.note(literal); });
    return possible_.found();
}

}  // namespace redaction::detect
