#include "redaction/detect/near_words.h"

#include <algorithm>

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

std::string asHeard(std::string_view word) {
    static const std::pair<std::string_view, char> sounds[] = {{"sch", 's'}, {"ij", 'y'}, {"ph", 'f'}, {"th", 't'}, {"dt", 't'}, {"ck", 'k'}, {"sz", 's'}, {"tz", 's'},
                                                               {"ts", 's'}, {"cz", 's'}, {"ch", 'g'}, {"kh", 'g'}, {"gh", 'g'}, {"sh", 's'}, {"oe", 'u'}, {"ou", 'u'}, {"ei", 'y'},
                                                               {"ie", 'i'}, {"ee", 'e'}, {"qu", 'k'}, {"dj", 'j'}, {"tj", 'j'}, {"rz", 'z'}};
    std::string heard;
    for (std::size_t i = 0; i < word.size();) {
        char c = word[i];
        std::size_t length = 1;
        for (const auto& [letters, sound] : sounds)
            if (letters[0] == c && word.substr(i, letters.size()) == letters) {
                c = sound;
                length = letters.size();
                break;
            }
        if (i == 0 && c == 'j') c = 'i';  // Jonas, Yonas
        i += length;
        if (length == 1) c = c == 'c' ? 'k' : c == 'z' ? 's' : c == 'q' ? 'k' : c == 'v' ? 'f' : c == 'y' ? 'i' : c;
        if (c == 'h' && !heard.empty()) continue;  // Mohammed, Hannah
        if (c == 'z' || c == 'y') c = c == 'z' ? 's' : 'i';
        if (heard.empty() || heard.back() != c) heard += c;
    }
    if (heard.size() > 3 && heard.back() == 'd') heard.back() = 't';
    return heard;
}

// "Kubus" for Kuba, "Oli" for Oliwier, "Femmie" for Femke: how family shortens or lengthens a given name.
bool isPetForm(std::string_view word, std::string_view name) {
    constexpr std::size_t kShared = 3;
    if (word.size() < kShared || name.size() < kShared || word == name || word.substr(0, kShared) != name.substr(0, kShared)) return false;
    if (word.size() < name.size() && name.substr(0, word.size()) == word) return true;
    static const std::string_view tails[] = {"tje", "pje", "je", "ke", "ie", "us", "usz", "uniu", "unia", "ulek", "ek", "ik", "ka", "cia", "sia", "ia", "sje", "sie", "mie", "y", "i", "o"};
    for (const auto tail : tails)
        if (word.size() >= kShared + tail.size() && word.substr(word.size() - tail.size()) == tail) {
            const auto stem = word.substr(0, word.size() - tail.size());
            if (name.substr(0, stem.size()) == stem) return true;
        }
    return false;
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
    auto it = std::lower_bound(known.begin(), known.end(), word.substr(0, 1));
    for (; it != known.end() && it->front() == word[0]; ++it)
        if (it->size() >= kShortest && it->size() + 1 >= word.size() && *it != word && isNear(*it, word)) result.push_back(*it);
    return result;
}

}  // namespace redaction::detect
