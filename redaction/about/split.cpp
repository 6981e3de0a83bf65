#include "redaction/about/split.h"

#include <algorithm>
#include <utility>

#include "redaction/detect/kinship.h"
#include "redaction/detect/name_words.h"

namespace redaction::about {

namespace {

using detect::Kind;

constexpr std::size_t kWrappedLine = 130, kNarrowest = 60, kOpening = 30, kFullLine = 40, kSlack = 8, kLongestLabel = 26, kShortForm = 110;

bool isData(Kind kind) {
    switch (kind) {
        case Kind::birthdate: case Kind::bsn: case Kind::address: case Kind::postcode: case Kind::phone: case Kind::email: case Kind::iban: return true;
        default: return false;
    }
}

Stretch trimmed(const detect::TextView& view, const detect::Line& line) {
    Stretch s;
    s.start = line.start;
    s.end = line.end;
    s.facts = line.facts;
    while (s.start < s.end && view.folded()[s.start] == ' ') ++s.start;
    while (s.end > s.start && view.folded()[s.end - 1] == ' ') --s.end;
    return s;
}

// Lines of a page or a mail that was wrapped: a full line (the next word would not have fitted) without an end of
// sentence goes on in the next.
bool goesOn(const detect::TextView& view, const Stretch& a, std::size_t lineStart, const Stretch& b, std::size_t width) {
    const auto word = view.folded().find_first_of(" \n", b.start);
    const auto next = (word == std::string::npos ? b.end : std::min(word, b.end)) - b.start;
    if (a.end - lineStart < kFullLine || a.end - lineStart + 1 + next + width / kSlack < width) return false;
    const char last = view.folded()[a.end - 1], first = view.folded()[b.start];
    if (std::string_view(".!?:;\")]").find(last) != std::string_view::npos) return false;
    return !(first == '-' || first == '*' || first == '[' || (first >= '0' && first <= '9'));
}

// "Agniesz-|ka": a word that was cut goes on, however short the line.
bool isCutWord(const detect::TextView& view, const Stretch& a, const Stretch& b) {
    const auto isLetter = [&](std::size_t at) { return view.folded()[at] >= 'a' && view.folded()[at] <= 'z'; };
    return a.end >= a.start + 2 && view.folded()[a.end - 1] == '-' && isLetter(a.end - 2) && isLetter(b.start) && !view.isUpper(b.start);
}

// How a text was wrapped; what a mail quotes may have been wrapped otherwise than what was written on top of it.
struct Wrapping {
    std::size_t longest = 0;  // line
    bool wrapped = false;
};
enum class Lines { written, quoted };

Lines sortOf(const detect::TextView& view, const detect::Line& line) {
    return line.start < line.end && view.folded()[line.start] == '>' ? Lines::quoted : Lines::written;
}

// In wrapped text most lines that another line follows are full; in notes of a line each they are not.
Wrapping wrappingOf(const detect::TextView& view, Lines sort) {
    Wrapping wrapping;
    std::size_t full = 0, followed = 0;
    for (const auto& line : view.lines())
        if (sortOf(view, line) == sort) wrapping.longest = std::max(wrapping.longest, line.end - line.start);
    if (wrapping.longest < kNarrowest || wrapping.longest > kWrappedLine) return wrapping;
    for (std::size_t i = 0; i + 1 < view.lines().size(); ++i) {
        const auto &line = view.lines()[i], &next = view.lines()[i + 1];
        if (line.start == line.end || next.start == next.end || sortOf(view, line) != sort) continue;
        ++followed;
        full += (line.end - line.start) * 10 >= wrapping.longest * 8 ? 1u : 0u;
    }
    wrapping.wrapped = full * 5 >= followed * 2;
    return wrapping;
}

// "Moeder: …", "Kind 2: …", "Adres: …"; not "Praktisch: …".
bool opensWithLabel(const detect::TextView& view, const Stretch& s) {
    const auto opening = view.slice(s.start, std::min(s.end, s.start + kLongestLabel));
    if (opening.find(':') == std::string_view::npos) return false;
    const auto colon = s.start + opening.find(':');
    for (auto i = view.tokenAt(s.start); i < view.tokens().size() && view.tokens()[i].start < colon; ++i)
        if (detect::kinWord(view.word(i)).kin != detect::Kin::none || detect::isFormLabel(view.word(i))) return true;
    return false;
}

bool startsUpper(const detect::TextView& view, const Stretch& s) { return view.isUpper(s.start); }

// A row of a table or a numbered item: of one person.
bool isRow(const detect::TextView& view, const Stretch& s) {
    const auto t = view.slice(s.start, s.end);
    if (t.find(" | ") != std::string_view::npos || std::count(t.begin(), t.end(), ';') >= 2) return true;
    return t.size() > 3 && t[0] == '(' && t[1] >= '0' && t[1] <= '9';
}

void shareMentions(std::vector<Stretch>& stretches, const std::vector<detect::Mention>& mentions) {
    std::size_t m = 0;
    for (auto& s : stretches) {
        while (m < mentions.size() && mentions[m].start < s.start) ++m;
        s.firstMention = m;
        while (m < mentions.size() && mentions[m].start < s.end) ++m;
        s.lastMention = m;
    }
}

// Is it a form line with somebody's data? From mention m up to the end of the line; returns whom the line begins with.
std::string readData(const detect::TextView& view, const std::vector<detect::Mention>& mentions, std::size_t& m, std::size_t lineEnd, Stretch& s) {
    int data = 0, born = 0;
    std::string opens;
    for (; m < mentions.size() && mentions[m].start < lineEnd; ++m) {
        if (opens.empty() && (mentions[m].kind == Kind::name || mentions[m].kind == Kind::role) && mentions[m].start < s.start + kOpening) opens = mentions[m].subject;
        data += isData(mentions[m].kind) ? 1 : 0;
        born += mentions[m].kind == Kind::birthdate || mentions[m].kind == Kind::bsn ? 1 : 0;
    }
    const bool dated = view.folded()[s.start] >= '0' && view.folded()[s.start] <= '9';
    s.personData = !dated && ((born >= 1 && (data >= 2 || s.end - s.start < kShortForm)) || (data >= 2 && opensWithLabel(view, s)));
    return opens;
}

}  // namespace

std::vector<Stretch> splitText(const detect::TextView& view, const std::vector<detect::Mention>& mentions, const std::optional<std::vector<std::size_t>>& goingOn) {
    std::vector<Stretch> result;
    std::size_t m = 0, lastLine = 0;  // lastLine: start of the line before
    const Wrapping wrappings[] = {wrappingOf(view, Lines::written), wrappingOf(view, Lines::quoted)};
    Lines sort = Lines::written;
    bool blank = true;
    std::string person;  // whose data the lines before gave
    for (const auto& line : view.lines()) {
        auto s = trimmed(view, line);
        if (s.start == s.end) {
            blank = true;
            continue;
        }
        s.afterBlank = blank;
        const bool sameSort = std::exchange(sort, sortOf(view, line)) == sort;
        const auto& wrapping = wrappings[static_cast<std::size_t>(sort)];
        const auto opens = readData(view, mentions, m, line.end, s);
        const bool shown = goingOn && std::binary_search(goingOn->begin(), goingOn->end(), s.start);
        if ((!blank || shown) && !result.empty()) {
            auto& last = result.back();
            const bool full = shown || (!blank && sameSort && isCutWord(view, last, s)) || (!goingOn && wrapping.wrapped && sameSort && goesOn(view, last, lastLine, s, wrapping.longest));
            const bool continues = full && !(startsUpper(view, s) && last.personData);
            const bool samePerson = opens.empty() || person.empty() || opens == person || !isRow(view, s);
            if (!opens.empty() && s.personData) person = opens;
            if (continues || (last.personData && s.personData && samePerson)) {
                last.end = s.end;
                last.facts |= s.facts;
                last.personData = last.personData || s.personData;
                lastLine = s.start;
                blank = false;
                continue;
            }
        }
        person = s.personData ? opens : std::string();
        result.push_back(s);
        lastLine = s.start;
        blank = false;
    }
    shareMentions(result, mentions);
    return result;
}

}  // namespace redaction::about
