// Streets with and without a house number: the case's own in every abbreviation, others by the ending of their name.
#include <algorithm>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kLongestStreet = 16;  // words of a street's name

// " 9", ". nr": quicker than the expression, and nearly always no.
bool mayBeNumber(std::string_view text) {
    std::size_t first = 0;
    while (first < text.size() && (text[first] == ' ' || text[first] == '.')) ++first;
    return first > 0 && first < text.size() && (isDigit(text[first]) || text.substr(first).starts_with("nr"));
}

// House number with its suffix: "9-II", "44B", "8 bis", "51-hs", "4-A1", "7/2", "2, k. 12". Not "24/7".
std::size_t numberEnd(const Reading& r, std::size_t at, const Line& line) {
    static const Pattern number(R"(^([ .]{1,2}(?:nr\.? ?)?\d{1,5}(?:[ -]?bis\b|[ -]?(?:i{1,3}|iv|v)\b|[ /-]?[a-z]\b|[/-]?[a-z]\d{1,3}\b|[/-]\d{1,4}[a-z]?\b)?(?:[ -]?(?:hs|rd|bg|zw|huis|boven|beneden|zwart|rood)\b)?(?:,? ?(?:k\.|kamer|app\.?|appartement|chalet|unit|caravan|plaats|bus|woning|flat|etage|verdieping|nr\.?|kavel|ligplaats) ?\d{1,4}[a-z]?)?))");
    std::size_t end = at;
    if (at >= line.end || (r.view.folded()[at] != ' ' && r.view.folded()[at] != '.')) return end;
    if (!mayBeNumber(r.view.slice(at, std::min(line.end, at + 4)))) return end;
    const std::string rest(r.view.slice(at, std::min(line.end, at + 40)));
    number.each(rest, 0, rest.size(), [&](std::size_t, std::size_t b) { end = at + b; });
    static constexpr std::string_view always = " 24/7";
    return r.view.slice(at, end) == always ? at : end;
}

std::string ownerOfStreet(const Reading& r, std::size_t token, const std::string& number, std::size_t at, std::size_t& firstToken) {
    std::vector<std::string> owners;
    for (const auto& street : r.people.known().streetsAt(r.view.word(token))) {
        if (!number.empty() && !street.number.empty() && street.number.rfind(number.substr(0, 1), 0) != 0) continue;
        auto first = token;
        for (auto k = street.words.size() - 1; k > 0 && first > 0; --k) {
            const auto before = r.view.word(first - 1);
            if (before == street.words[k - 1] || (before.size() == 1 && before[0] == street.words[k - 1][0])) --first;
            else break;
        }
        firstToken = std::min(firstToken, first);
        owners.push_back(street.person);
    }
    if (owners.empty()) return {};
    const auto near = nearestPerson(r, at);
    return std::find(owners.begin(), owners.end(), near) != owners.end() ? near : owners.front();
}

std::size_t startOfStreet(const Reading& r, std::size_t token) {  // "Burgemeester IJssel de Schepper|straat"
    auto first = token;
    while (first > 0 && first + kLongestStreet > token) {
        const auto sep = r.view.between(first - 1);
        if (sep != " " && sep != ". " && sep != "-") break;
        const auto& t = r.view.tokens()[first - 1];
        const bool titleLike = t.capital && !t.digits;
        if (titleLike && !(t.sentenceStart && first - 1 != token && (r.view.word(first - 1) == "adres" || isJobWord(r.view.word(first - 1))))) { --first; continue; }
        if (isNamePrefix(r.view.word(first - 1)) && first >= 2 && r.view.between(first - 2) == " " && r.view.tokens()[first - 2].capital && !r.view.tokens()[first - 2].sentenceStart) { --first; continue; }
        break;
    }
    return first;
}

// "Op den Dries 4", "aan de Hoogeveense Vaart": a street by the list, with its number or after such words. The first
// token of it; after `token`: none.
std::size_t listedStreet(const Reading& r, std::size_t token, bool numbered) {
    constexpr std::size_t kMostWords = 4;
    const auto& v = r.view;
    if (!v.tokens()[token].capital || isStreetEnding(v.word(token)) || r.people.partsOf(v.word(token)) || v.tokens()[token].allCaps) return token + 1;
    auto first = token;
    for (std::size_t k = 0; k + 1 < kMostWords && first > 0 && (v.between(first - 1) == " " || v.between(first - 1) == ". ") && (v.tokens()[first - 1].capital || isNamePrefix(v.word(first - 1))); ++k) --first;
    for (; first <= token; ++first) {
        if (!v.tokens()[first].capital || !lexicon().streets.has(v.slice(v.tokens()[first].start, v.tokens()[token].end))) continue;
        const auto before = first > 0 ? v.word(first - 1) : Word(), earlier = first > 1 ? v.word(first - 2) : Word();
        const bool announced = (before == "de" || before == "het") && (earlier == "aan" || earlier == "op") && first < token;
        const bool alone = first == token && (lexicon().ordinary.has(v.word(token)) || lexicon().familyNames.has(v.word(token)) || lexicon().givenNames.has(v.word(token)) || isCalendarWord(v.word(token)));
        if (numbered ? !alone && !isCalendarWord(v.word(first)) : announced) return first;
    }
    return token + 1;
}

// The case's own street "'t Lansink" and its people called Lansink: without number or article it is the person.
bool isSurname(const Reading& r, std::size_t token) {
    const auto* parts = r.people.partsOf(r.view.word(token));
    return parts && std::any_of(parts->begin(), parts->end(), [](const NamePart& p) { return p.part == Part::family || p.part == Part::partnerFamily; }) && !isStreetEnding(r.view.word(token));
}

// "op de |Dijk| 3", "aan de |Markt| 7"; not "mevrouw Dijk 3 keer".
bool isBareStreet(const Reading& r, std::size_t i) {
    static const words::Set names{"dijk", "markt", "haven", "brink", "singel", "gracht", "dreef", "steeg", "ring", "wal", "park", "pad"};
    static const words::Set before{"de", "het", "aan", "op", "in", "adres", "t"};
    if (i == 0 || !r.view.tokens()[i].capital || !names.count(r.view.word(i)) || r.people.partsOf(r.view.word(i))) return false;
    return before.count(r.view.word(i - 1)) != 0 && !r.view.tokens()[i].sentenceStart;
}

// Quicker than to look for a number behind every word.
bool mayEndStreet(const Reading& r, std::size_t i) {
    const auto word = r.view.word(i);
    return r.view.tokens()[i].capital || isStreetEnding(word) || word.is(Fact::rarerStreet) || r.people.known().endsStreet(word);
}

// "Bjorn |van nummer 18|": the same street as the one who is spoken of. Not "nummer 2 van de lijst".
void findNeighbour(Reading& r, const Line& line) {
    static const Pattern pattern(R"(\b(van (?:huis)?(?:nummer|nr\.?) ?\d{1,4}[a-z]?)(?:[.,;:)!?]|$| (?:en|die|dat|is|was|heeft|had|kwam|komt|ging|gaat|belt|belde|zag|ziet|hoorde|hoort|zegt|zei)\b))");
    if (r.view.slice(line.start, line.end).find("van ") == std::string_view::npos) return;
    pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { addMention(r, a, b, Kind::address, nearestPerson(r, a), 3, 0.7); });
}

}  // namespace

void findAddresses(Reading& r) {
    for (const auto& line : r.view.lines()) {
        if (line.digits > 0) findNeighbour(r, line);
        for (auto i = line.firstToken; i < line.lastToken; ++i) {
            const auto& t = r.view.tokens()[i];
            if (t.digits || t.length() < 4) continue;
            if (!mayEndStreet(r, i)) continue;
            const bool dot = t.end < line.end && r.view.folded()[t.end] == '.' && t.end + 1 < line.end && r.view.folded()[t.end + 1] == ' ';
            const auto end = numberEnd(r, t.end + (dot ? 1 : 0), line);
            const bool numbered = end > t.end + (dot ? 1u : 0u);
            const auto number = numbered ? compact(r.view.slice(t.end, end)) : std::string();
            auto first = i;
            auto owner = ownerOfStreet(r, i, number, t.start, first);
            const auto stop = numbered ? end : t.end;
            if (!owner.empty() && !numbered && first == i && isSurname(r, i)) continue;
            if (!owner.empty()) {
                addMention(r, r.view.tokens()[first].start, stop, Kind::address, owner, 15, 0.97);
            } else if (const auto street = listedStreet(r, i, numbered); street < i + 1) {
                addMention(r, r.view.tokens()[street].start, stop, Kind::address, nearestPerson(r, t.start), numbered ? 14 : 4, numbered ? 0.8 : 0.5);
            } else if ((isStreetEnding(r.view.word(i)) || (numbered && (r.view.word(i).is(Fact::rarerStreet) || isBareStreet(r, i)))) && (t.capital || startOfStreet(r, i) < i) && (numbered || t.length() > 8)) {
                addMention(r, r.view.tokens()[startOfStreet(r, i)].start, stop, Kind::address, numbered ? nearestPerson(r, t.start) : "", numbered ? 14 : 4, numbered ? 0.85 : 0.5);
            }
        }
    }
}

}  // namespace redaction::detect
