// Names people write under in a chat: "12-01 16:04 zonnetje08: hoi". Once met, found wherever they stand.
#include <algorithm>
#include <map>
#include <set>

#include "redaction/detect/owners.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kShortest = 5, kMostBefore = 8;  // words of a date and a time

// Letters, then digits: "zonnetje08"; no time, number or class.
bool isScreenName(std::string_view word) {
    constexpr std::size_t kFewestLetters = 4;
    const auto letters = std::find_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) - word.begin();
    return word.size() >= kShortest && static_cast<std::size_t>(letters) >= kFewestLetters && static_cast<std::size_t>(letters) < word.size();
}

bool opensTurn(const TextView& v, const Line& line, std::size_t i) {
    return v.between(i) == ": " && std::all_of(v.tokens().begin() + static_cast<std::ptrdiff_t>(line.firstToken), v.tokens().begin() + static_cast<std::ptrdiff_t>(i), [](const Token& t) { return t.digits || t.length() <= 3; });
}

// Who of the family is named right before it where it stands first: "gesprek met Merel, schermnaam zonnetje08".
std::string ownerOf(const Reading& r, std::size_t first) {
    constexpr std::size_t kNear = 200;
    auto next = std::lower_bound(r.anchors.begin(), r.anchors.end(), first, [](const auto& anchor, std::size_t at) { return anchor.first < at; });
    while (next != r.anchors.begin() && first - (--next)->first <= kNear)
        if (const auto person = r.people.indexOf(next->second); person < r.people.persons().size() && r.people.isFamily(person)) return next->second;
    return {};
}

}  // namespace

void findScreenNames(Reading& r) {
    const auto& v = r.view;
    std::map<std::size_t, std::string> names;  // by number of the word, whose
    for (const auto& line : v.lines())
        for (auto i = line.firstToken; line.digits > 0 && i < std::min(line.lastToken, line.firstToken + kMostBefore); ++i)
            if (!v.tokens()[i].digits && isScreenName(v.word(i)) && opensTurn(v, line, i)) names.emplace(v.tokens()[i].word, "");
    std::set<std::size_t> met;
    for (std::size_t i = 0; !names.empty() && i < v.tokens().size(); ++i) {
        const auto& t = v.tokens()[i];
        const auto known = t.digits ? names.end() : names.find(t.word);
        if (known == names.end()) continue;
        if (met.insert(t.word).second) known->second = ownerOf(r, t.start);
        addMention(r, t.start, t.end, Kind::username, known->second, 12, 0.8);
    }
}

}  // namespace redaction::detect
