#include "redaction/detect/near_words.h"

namespace redaction::detect {

namespace {
constexpr std::size_t kShortest = 4;  // shorter names have too many neighbours

bool sameFrom(std::string_view a, std::size_t i, std::string_view b, std::size_t j) { return a.substr(i) == b.substr(j); }
}  // namespace

std::string asScanned(std::string_view word) {
    std::string result;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i], next = i + 1 < word.size() ? word[i + 1] : '\0';
        if ((c == 'r' && next == 'n') || (c == 'v' && next == 'v')) {
            result += c == 'r' ? 'm' : 'w';
            ++i;
        } else {
            result += c == '1' || c == 'i' || c == '|' ? 'l' : c == '0' ? 'o' : c == '5' ? 's' : c;
        }
    }
    return result;
}

bool isNear(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) return isNear(b, a);
    if (b.size() - a.size() > 1) return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    if (i == a.size()) return true;
    if (a.size() + 1 == b.size()) return sameFrom(a, i, b, i + 1);
    if (sameFrom(a, i + 1, b, i + 1)) return true;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && sameFrom(a, i + 2, b, i + 2);
}

std::vector<std::string> nearWords(const std::vector<std::string>& known, std::string_view word) {
    std::vector<std::string> result;
    for (const auto& candidate : known)
        if (candidate.size() >= kShortest && candidate.size() + 1 >= word.size() && candidate != word && candidate[0] == word[0] && isNear(candidate, word))
            result.push_back(candidate);
    return result;
}

}  // namespace redaction::detect
