// People by their letters: "S. de V.", "M.B.-W.", "LOH", "TvdM", "(J.)".
#include <algorithm>
#include <map>

#include "redaction/detect/recognisers.h"

namespace redaction::detect {

namespace {

bool hasDot(const TextView& view, std::size_t token) {
    const auto end = view.tokens()[token].end;
    return end < view.size() && view.folded()[end] == '.';
}

constexpr std::size_t kMostLetters = 32;  // words of one run; nobody has more

struct Letters {
    std::string text;
    std::size_t lastToken = 0;  // exclusive
    int count = 0;              // initials with a dot
};

Letters dottedLetters(const TextView& view, std::size_t i) {
    Letters letters;
    letters.lastToken = i;
    for (auto k = i; k < view.tokens().size() && k < i + kMostLetters; ++k) {
        const auto word = view.word(k);
        if (k > i && (view.between(k - 1).size() > 2 || view.between(k - 1).find('\n') != std::string_view::npos || view.between(k - 1).find(',') != std::string_view::npos)) break;
        if (word.size() == 1 && hasDot(view, k)) {
            ++letters.count;
            letters.lastToken = k + 1;
        } else if (!(isNamePrefix(word) && letters.count > 0)) {
            break;
        }
        letters.text += std::string(word);
    }
    // Tussenvoegsels at the end belong to what follows.
    std::string text;
    for (auto k = i; k < letters.lastToken; ++k) text += std::string(view.word(k));
    letters.text = text;
    return letters;
}

void add(Reading& reading, std::size_t start, std::size_t end, const std::vector<std::size_t>& people, double certainty) {
    Mention m;
    m.start = start;
    m.end = end;
    m.kind = Kind::initials;
    m.subject = reading.people.persons()[people[0]].id;
    m.inFunction = reading.people.isStaff(people[0]);
    m.certainty = people.size() == 1 ? certainty : 0.5;
    for (std::size_t i = 1; i < people.size(); ++i) m.candidates.push_back(reading.people.persons()[people[i]].id);
    m.strength = 6;
    reading.found.push_back(std::move(m));
}

// "W.S. - GK - A.W.": one of a row of letters or names.
bool standsInList(const TextView& view, std::size_t i) {
    const auto before = i > 0 ? view.between(i - 1) : words::Slice(), after = view.between(i);
    const auto separates = [](std::string_view s) { return s.find('-') != std::string_view::npos || s.find(',') != std::string_view::npos || s.find('/') != std::string_view::npos || s.find('&') != std::string_view::npos; };
    return separates(before) && (separates(after) || after.find('\n') != std::string_view::npos);
}

// "LOH", "TvdM": two capitals or more in one word, of somebody the case knows.
void undotted(Reading& reading, std::size_t i) {
    const auto& t = reading.view.tokens()[i];
    const auto word = reading.view.word(i);
    if (t.length() < 2 || t.length() > 6 || !t.capital || isAcronym(word)) return;
    std::size_t capitals = 0;
    for (auto k = t.start; k < t.end; ++k) capitals += reading.view.isUpper(k) ? 1u : 0u;
    if (capitals < 2) return;
    const auto* owners = reading.people.byInitials(word);
    if (!owners) return;
    std::vector<std::size_t> staff, others;
    for (const auto p : *owners) (reading.people.isStaff(p) ? staff : others).push_back(p);
    if (!staff.empty()) add(reading, t.start, t.end, staff, 0.9);
    else if (t.length() > 2 || !t.sentenceStart || standsInList(reading.view, i)) add(reading, t.start, t.end, others, 0.7);
}

// One letter with a dot stands for somebody only where it cannot begin a name: "(J.)", "S. en I.", "met A."
void single(Reading& reading, std::size_t i) {
    const auto& view = reading.view;
    const auto& t = view.tokens()[i];
    if (!t.capital || t.length() != 1 || t.digits || !hasDot(view, i)) return;
    const auto next = i + 1;
    if (next < view.tokens().size() && view.between(i) == ". " && view.tokens()[next].capital && !(t.end + 1 < view.size() && view.folded()[t.end + 1] == '\n')) return;
    if (next < view.tokens().size() && view.between(i).size() == 1) return;
    std::vector<std::size_t> owners;
    for (std::size_t p = 0; p < reading.people.persons().size(); ++p) {
        const auto& person = reading.people.persons()[p];
        const auto name = fold(person.called.empty() && !person.given.empty() ? person.given[0] : person.called);
        if (!name.empty() && name[0] == view.word(i)[0]) owners.push_back(p);
    }
    std::stable_partition(owners.begin(), owners.end(), [&](std::size_t p) { return reading.people.isFamily(p) && reading.people.isMinor(p); });
    if (!owners.empty()) add(reading, t.start, t.end + 1, owners, 0.6);
}

void addUnknown(Reading& reading, std::size_t first, std::size_t last) {
    const auto& tokens = reading.view.tokens();
    Mention m;
    m.start = tokens[first].start;
    m.end = std::min<std::size_t>(tokens[last - 1].end + 1, reading.view.size());
    m.kind = Kind::initials;
    m.subject = "~" + std::string(reading.view.slice(m.start, m.end));
    m.certainty = 0.6;
    m.strength = 4;
    reading.found.push_back(std::move(m));
}

void byEntryCode(Reading& reading, const EntryCode& code) {
    const auto& t = reading.view.tokens()[code.token];
    if (!code.people.empty()) return add(reading, t.start, t.end, code.people, 0.9);
    Mention m;
    m.start = t.start;
    m.end = t.end;
    m.kind = Kind::initials;
    m.subject = "~" + std::string(reading.view.word(code.token));
    m.inFunction = true;
    m.certainty = 0.6;
    m.strength = 6;
    reading.found.push_back(std::move(m));
}

}  // namespace

void findInitials(Reading& reading) {
    const auto& view = reading.view;
    for (const auto& code : reading.names.codes) byEntryCode(reading, code);
    for (std::size_t i = 0; i < view.tokens().size(); ++i) {
        const auto& t = view.tokens()[i];
        if (t.digits || (t.length() > 1 && !t.capital) || reading.names.isCode(i)) continue;
        if (t.length() > 1) {
            undotted(reading, i);
            continue;
        }
        const auto letters = dottedLetters(view, i);
        const auto* owners = letters.count >= 2 ? reading.people.byInitials(letters.text) : nullptr;
        if (owners) {
            const std::size_t end = view.tokens()[letters.lastToken - 1].end;
            add(reading, t.start, std::min(end + 1, view.size()), *owners, 0.9);
            i = letters.lastToken - 1;
        } else if (letters.count >= 2 && letters.lastToken - i > static_cast<std::size_t>(letters.count) && t.capital) {
            addUnknown(reading, i, letters.lastToken);  // "M. el K.", "J. van der B."
            i = letters.lastToken - 1;
        } else if (letters.count == 1) {
            single(reading, i);
        }
    }
}

}  // namespace redaction::detect
