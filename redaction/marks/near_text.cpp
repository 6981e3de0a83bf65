#include "redaction/marks/near_text.h"

#include <algorithm>

namespace redaction::marks {

namespace {

constexpr std::size_t oneWrong = 6, twoWrong = 10;  // folded letters and digits from which on that many may be wrong
constexpr std::size_t oneWrongNotQuiteSure = 4;     // the same, where a confidence is below `quiteSure`
constexpr std::size_t twoWrongNotQuiteSure = 5;
constexpr double quiteSure = 0.9, unsure = 0.6;     // ordinary words on a clean page are above the first; below unsure one more may be wrong
constexpr double unread = 0.3;                      // below it the letters say nothing
constexpr std::size_t aboutAsLong = 2;              // letters more or less
constexpr std::size_t wordsTogether = 8;            // of which a string may consist

}  // namespace

std::size_t lettersApart(const std::u32string& one, const std::u32string& other, std::size_t most) {
    if (one.size() > other.size() + most || other.size() > one.size() + most) return most + 1;
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t at = 0; at <= other.size(); ++at) row[at] = at;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t diagonal = row[0], least = row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const auto changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > most) return most + 1;
    }
    return std::min(row.back(), most + 1);
}

NearText::NearText(const document::Document& document, Misread misread) : misread_(misread) {
    for (const auto& page : document.pages)
        for (const auto& word : page.words) {
            if (word.confidence >= 1) continue;
            const FoldedText folded(std::u32string_view(document.text).substr(word.start, word.end - word.start));
            if (!folded.characters().empty()) words_.push_back({{word.start, word.end}, folded.characters(), word.confidence});
        }
}

void NearText::find(const FoldedText& needle, Kind kind, std::vector<Span>& found) const {
    const auto& wanted = needle.characters();
    const bool often = misread_ == Misread::often;
    if (!often && wanted.size() < oneWrong) return;
    for (const auto& word : words_)
        if (often && word.confidence < unread && word.folded.size() <= wanted.size() + aboutAsLong && wanted.size() <= word.folded.size() + aboutAsLong) found.push_back(word.span);
    const auto mayBeWrong = [&](double confidence) -> std::size_t {
        const std::size_t more = confidence < unsure ? 1 : 0;
        if (kind == Kind::number) return wanted.size() < oneWrong ? 0 : more;
        if (wanted.size() < oneWrongNotQuiteSure) return more;
        if (wanted.size() < oneWrong) return confidence < quiteSure ? (wanted.size() < twoWrongNotQuiteSure ? 1 : 2) + more : 0;
        return (wanted.size() < twoWrong ? 1 : 2) + more;
    };
    for (std::size_t first = 0; first < words_.size(); ++first) {
        std::u32string together;
        double least = 1;
        for (auto last = first; last < std::min(words_.size(), first + wordsTogether); ++last) {
            together += words_[last].folded;
            least = std::min(least, words_[last].confidence);
            const auto most = mayBeWrong(least);
            if (together.size() > wanted.size() + most) break;
            if ((most == 0 && wanted.size() < oneWrong) || lettersApart(wanted, together, most) > most) continue;
            for (auto at = first; at <= last; ++at) found.push_back(words_[at].span);
            break;
        }
    }
}

}  // namespace redaction::marks
