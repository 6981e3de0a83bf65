#include "redaction/detect/entry_codes.h"

#include <algorithm>
#include <map>
#include <set>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_words.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kLongest = 5, kFewestEntries = 3;

bool isCodeWord(const TextView& v, std::size_t i) {
    const auto& t = v.tokens()[i];
    const auto word = v.word(i);
    return !t.digits && t.length() >= 2 && t.length() <= kLongest && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isDayWord(const Word& w) { return isCalendarWord(w) || w == "ma" || w == "di" || w == "wo" || w == "do" || w == "vr" || w == "za" || w == "zo" || w == "uur" || w == "u"; }

// The token after the date and time with which a line opens; the line's first token where it opens with none.
std::size_t afterDate(const TextView& v, const Line& line) {
    auto i = line.firstToken;
    while (i < line.lastToken && (v.tokens()[i].digits || isDayWord(v.word(i)))) ++i;
    return i;
}

bool endsCode(const TextView& v, std::size_t i) {
    const auto between = v.between(i);
    return between == ". " || between == ": " || between == " - " || between == ", " || between == "] " || between == ") " || between == "; " || between == " / " || between == " | ";
}

std::vector<std::size_t> staffByLetters(const People& people, std::string_view letters) {
    std::vector<std::size_t> staff;
    if (const auto* owners = people.byInitials(letters))
        std::copy_if(owners->begin(), owners->end(), std::back_inserter(staff), [&](std::size_t p) { return people.isStaff(p); });
    return staff;
}

// "mw = Maartje W., lj = L.J.": the words the text itself explains.
std::set<std::string, std::less<>> explained(const TextView& v) {
    std::set<std::string, std::less<>> words;
    for (const auto& line : v.lines())
        for (auto i = line.firstToken; line.equals && i + 1 < line.lastToken; ++i)
            if (isCodeWord(v, i) && (v.between(i) == " = " || v.between(i) == "=") && v.tokens()[i + 1].capital) words.emplace(v.word(i));
    return words;
}

// "Aanwezig: Merel (M), Annelies (A)", "de heer N. al-Sabbagh (NS)": letters in brackets behind a name.
std::vector<std::size_t> inBrackets(const TextView& v) {
    constexpr std::size_t kLongestLabel = 3;
    std::vector<std::size_t> tokens;
    for (const auto& line : v.lines())
        for (auto i = std::max<std::size_t>(line.firstToken, 1); line.bracket && i < line.lastToken && i + 1 < v.tokens().size(); ++i) {
            const auto& t = v.tokens()[i];
            if (t.capital && !t.digits && t.length() <= kLongestLabel && (t.length() == 1 || t.allCaps) && v.between(i - 1) == " (" && v.between(i).starts_with(")")) tokens.push_back(i);
        }
    return tokens;
}

// Whom the words right before it name.
std::vector<std::size_t> namedBefore(const TextView& v, const People& people, std::size_t i) {
    constexpr std::size_t kMostWords = 4;
    for (std::size_t k = 1; k <= kMostWords && k <= i && (k == 1 || v.between(i - k).size() <= 2); ++k) {
        const auto* parts = people.partsOf(v.word(i - k));
        std::vector<std::size_t> who;
        if (parts)
            for (const auto& part : *parts)
                if (std::find(who.begin(), who.end(), part.person) == who.end() && fold(people.persons()[part.person].called).substr(0, 1) == v.word(i).substr(0, 1)) who.push_back(part.person);
        if (who.size() == 1) return who;
    }
    return {};
}

// "Y: Moe. Ik werk.", "HR: Hoe gaat het?": letters before what somebody says, more than once; by what the text explains
// ("Y = Yonas") or whose letters they are.
std::vector<EntryCode> speakerCodes(const TextView& v, const People& people, const std::vector<std::size_t>& bracketed) {
    constexpr std::size_t kLongestLabel = 3, kFewestTurns = 2;
    std::map<std::string, std::vector<std::size_t>, std::less<>> turns, owners;
    for (const auto& line : v.lines()) {
        const auto i = line.firstToken;
        if (i >= line.lastToken || v.tokens()[i].length() > kLongestLabel || v.tokens()[i].digits || !v.tokens()[i].capital || v.tokens()[i].start != line.start) continue;
        if (v.between(i) == ": " && (v.tokens()[i].length() == 1 || v.tokens()[i].allCaps)) turns[std::string(v.word(i))].push_back(i);
    }
    for (std::size_t i = 0; !turns.empty() && i + 1 < v.tokens().size(); ++i) {
        const auto said = v.between(i) == " = " ? turns.find(v.word(i)) : turns.end();
        const auto* parts = said == turns.end() ? nullptr : people.partsOf(v.word(i + 1));
        if (!parts) continue;
        owners[said->first] = {parts->front().person};
        said->second.push_back(i);
    }
    std::set<std::string, std::less<>> declared;
    for (const auto i : bracketed) {
        const std::string letters(v.word(i));
        const auto said = turns.find(letters);
        auto who = namedBefore(v, people, i);
        if (said == turns.end() || !(who.size() == 1 || v.tokens()[i - 1].capital)) continue;
        declared.insert(letters);
        owners.emplace(letters, std::move(who));
        said->second.push_back(i);
    }
    std::vector<EntryCode> codes;
    for (auto& [letters, at] : turns) {
        if (at.size() < kFewestTurns) continue;
        auto who = owners[letters];
        const bool stranger = who.empty() && declared.count(letters) != 0;
        if (const auto* known = !stranger && who.empty() && letters.size() > 1 ? people.byInitials(letters) : nullptr) who = *known;
        for (std::size_t p = 0; !stranger && who.empty() && letters.size() == 1 && p < people.persons().size(); ++p) {
            const auto name = fold(people.persons()[p].called);
            if (!name.empty() && name[0] == letters[0] && people.isFamily(p)) who = {p};
        }
        if (who.empty() && !stranger) continue;
        for (const auto token : at) codes.push_back({token, who});
    }
    return codes;
}

bool isLetters(const TextView& v, std::size_t i) {
    constexpr std::size_t kLongestCode = 4;
    const auto& t = v.tokens()[i];
    return !t.digits && t.capital && t.length() <= kLongestCode && (t.length() == 1 || t.allCaps);
}

// "L = jeugdige": the child of the family whose name begins so.
std::vector<std::size_t> youngByLetter(const People& people, std::string_view letters, std::string_view said) {
    static const words::Set young{"jeugdige", "kind", "jongere", "minderjarige", "meisje", "jongen", "leerling", "pupil"};
    std::vector<std::size_t> who;
    for (std::size_t p = 0; letters.size() == 1 && young.count(said) && p < people.persons().size(); ++p)
        if (people.isMinor(p) && people.isFamily(p) && fold(people.persons()[p].called).substr(0, 1) == letters) who.push_back(p);
    return who;
}

// "SL = Stef Jansen, LT = jeugdbeschermer", "Harm Jansen (HJ)": whose the letters are, wherever they stand in the text.
std::vector<EntryCode> declaredCodes(const TextView& v, const People& people, const std::vector<std::size_t>& bracketed) {
    std::map<std::string, std::vector<std::size_t>, std::less<>> owners;
    for (const auto& line : v.lines())
        for (auto i = line.firstToken; line.equals && i < line.lastToken && i + 1 < v.tokens().size(); ++i) {
            if (v.between(i) != " = " || !isLetters(v, i)) continue;
            const auto* parts = v.tokens()[i + 1].capital ? people.partsOf(v.word(i + 1)) : nullptr;
            const auto* known = parts || v.word(i).size() < 2 ? nullptr : people.byInitials(v.word(i));
            owners[std::string(v.word(i))] = parts ? std::vector<std::size_t>{parts->front().person} : known ? *known : youngByLetter(people, v.word(i), v.word(i + 1));
        }
    for (const auto i : bracketed) {
        auto who = v.word(i).size() > 1 ? namedBefore(v, people, i) : std::vector<std::size_t>();
        if (who.size() == 1) owners.emplace(std::string(v.word(i)), std::move(who));
    }
    std::vector<EntryCode> codes;
    for (std::size_t i = 0; !owners.empty() && i < v.tokens().size(); ++i) {
        const auto said = isLetters(v, i) ? owners.find(v.word(i)) : owners.end();
        if (said == owners.end() || (said->first.size() == 1 && v.between(i) != ": " && v.between(i) != " = " && !v.between(i).starts_with(" ("))) continue;
        codes.push_back({i, said->second});
    }
    return codes;
}

bool closesLine(const TextView& v, const Line& line, std::size_t i) {  // "(lj)", "/lj", "- MT" at the end of an entry
    if (i + 1 != line.lastToken || i == line.firstToken) return false;
    const auto before = v.between(i - 1);
    return !before.empty() && (before.back() == '(' || before.back() == '/' || before == " - " || before == ". - ");
}

}  // namespace

std::vector<EntryCode> entryCodes(const TextView& v, const People& people) {
    const auto legend = explained(v);
    std::vector<EntryCode> codes;
    std::map<std::string, std::size_t, std::less<>> entries;
    for (const auto& line : v.lines()) {
        if (line.firstToken == line.lastToken) continue;
        const auto first = afterDate(v, line);
        for (auto i = legend.empty() ? std::min(first, line.lastToken - 1) : line.firstToken; i < line.lastToken; i = legend.empty() && i == first ? std::max(i + 1, line.lastToken - 1) : i + 1) {  // a code opens or closes its line, unless the text tells
            if (!isCodeWord(v, i)) continue;
            const auto word = v.word(i);
            const bool told = legend.count(word) != 0;
            const bool opens = i == first && first > line.firstToken && endsCode(v, i);
            if (!(opens || closesLine(v, line, i) || (told && v.between(i).find('=') != std::string_view::npos))) continue;
            if (!told && (titleOf(word) != Title::none || kinWord(word).kin != Kin::none || isAcronym(word))) continue;
            auto staff = staffByLetters(people, word);
            if (staff.empty() && (!opens || lexicon().ordinary.has(word) || lexicon().givenNames.has(word) || people.partsOf(word))) continue;
            if (staff.empty()) ++entries[std::string(word)];
            codes.push_back({i, std::move(staff)});
        }
    }
    const auto tooRare = [&](const EntryCode& code) { return code.people.empty() && entries[std::string(v.word(code.token))] < kFewestEntries; };
    codes.erase(std::remove_if(codes.begin(), codes.end(), tooRare), codes.end());
    const auto bracketed = inBrackets(v);
    for (auto& code : declaredCodes(v, people, bracketed)) codes.push_back(std::move(code));
    for (auto& code : speakerCodes(v, people, bracketed)) codes.push_back(std::move(code));
    std::stable_sort(codes.begin(), codes.end(), [](const EntryCode& a, const EntryCode& b) { return a.token < b.token; });
    codes.erase(std::unique(codes.begin(), codes.end(), [](const EntryCode& a, const EntryCode& b) { return a.token == b.token; }), codes.end());
    return codes;
}

}  // namespace redaction::detect
