#include "redaction/detect/owners.h"

#include <algorithm>

namespace redaction::detect {

std::string digitsOf(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

void dropAnchors(Reading& reading) {
    reading.anchors.clear();
    for (const auto& m : reading.found)
        if ((m.kind == Kind::name || m.kind == Kind::role || (m.kind == Kind::initials && !m.inFunction)) && !m.subject.empty()) reading.anchors.push_back({m.start, m.subject});
    std::sort(reading.anchors.begin(), reading.anchors.end());
}

namespace {

constexpr std::size_t kLongestLine = 4000;
constexpr std::size_t kReach = 700;  // code points back in which "zij" looks for who was named

// The last "hij", "zij", "zijn", "haar" of the sentence between from and at.
Gender pronounBetween(const TextView& v, std::size_t from, std::size_t at) {
    constexpr std::size_t kMostWords = 30;
    auto gender = Gender::unknown;
    std::size_t words = 0;
    for (auto i = v.tokenAt(at); i > 0 && v.tokens()[i - 1].start >= from && words < kMostWords; --i, ++words) {
        const auto word = v.word(i - 1);
        if (word == "hij" || word == "hem") gender = Gender::male;
        else if (word == "zij" || word == "ze" || word == "patiente" || word == "clientte") gender = Gender::female;
        else if (word == "zijn" && gender == Gender::unknown && v.word(i).size() > 3) gender = Gender::male;
        else if (word == "haar" && gender == Gender::unknown) gender = Gender::female;
        if (gender != Gender::unknown || v.tokens()[i - 1].sentenceStart) return gender;
    }
    return gender;
}

// Whom "zij" means: the last one named before who can be.
std::string namedBefore(const Reading& r, std::size_t at, Gender gender) {
    auto next = std::lower_bound(r.anchors.begin(), r.anchors.end(), at, [](const auto& anchor, std::size_t value) { return anchor.first < value; });
    while (next != r.anchors.begin()) {
        --next;
        if (at - next->first > kReach) break;
        const auto person = r.people.indexOf(next->second);
        if (person >= r.people.persons().size() || !r.people.isFamily(person)) continue;
        if (r.people.genderOf(person) == gender || r.people.genderOf(person) == Gender::unknown) return next->second;
    }
    return {};
}

// Nobody named in the line: the one person of the family that the piece of text around it names, if it is only one.
std::string onlyOneAround(const Reading& r, std::size_t at) {
    const auto before = r.view.slice(at > kReach ? at - kReach : 0, at), after = r.view.slice(at, std::min(r.view.size(), at + kReach));
    const auto gap = before.rfind("\n\n");
    const auto open = at - before.size() + (gap == std::string_view::npos ? 0 : gap), close = at + std::min(after.find("\n\n"), after.size());
    auto next = std::lower_bound(r.anchors.begin(), r.anchors.end(), open, [](const auto& anchor, std::size_t value) { return anchor.first < value; });
    std::string only;
    for (; next != r.anchors.end() && next->first < close; ++next) {
        const auto person = r.people.indexOf(next->second);
        if (person >= r.people.persons().size() || !r.people.isFamily(person)) continue;
        if (!only.empty() && only != next->second) return {};
        only = next->second;
    }
    return only;
}

}  // namespace

std::string nearestPerson(const Reading& reading, std::size_t at) {
    const auto next = std::upper_bound(reading.anchors.begin(), reading.anchors.end(), at, [](std::size_t value, const auto& anchor) { return value < anchor.first; });
    const bool any = next != reading.anchors.begin();
    const auto before = reading.view.slice(at > kLongestLine ? at - kLongestLine : 0, at);  // linear, also in a text of one line
    const auto line = before.rfind('\n');
    const auto lineStart = at - before.size() + (line == std::string_view::npos ? 0 : line + 1);
    const bool inLine = any && std::prev(next)->first >= lineStart;
    const auto gender = pronounBetween(reading.view, inLine ? std::prev(next)->first : lineStart, at);
    if (!inLine) return gender == Gender::unknown ? onlyOneAround(reading, at) : namedBefore(reading, at, gender);
    const auto& anchor = *std::prev(next);
    const auto person = reading.people.indexOf(anchor.second);
    if (gender == Gender::unknown || person >= reading.people.persons().size()) return anchor.second;
    const auto is = reading.people.genderOf(person);
    if (is == gender || is == Gender::unknown) return anchor.second;
    const auto other = namedBefore(reading, anchor.first, gender);
    return other.empty() ? anchor.second : other;
}

std::string ownerOnRecord(const Reading& reading, std::size_t at, const std::function<bool(const household::Person&)>& has) {
    std::vector<std::string> owners;
    for (const auto& person : reading.people.persons())
        if (has(person)) owners.push_back(person.id);
    if (owners.empty()) return {};
    const auto near = nearestPerson(reading, at);
    return std::find(owners.begin(), owners.end(), near) != owners.end() ? near : owners.front();
}

void addMention(Reading& reading, std::size_t start, std::size_t end, Kind kind, const std::string& subject, int strength, double certainty) {
    Mention m;
    m.start = start;
    m.end = end;
    m.kind = kind;
    m.subject = subject;
    m.strength = strength;
    m.certainty = certainty;
    reading.found.push_back(std::move(m));
}

}  // namespace redaction::detect
