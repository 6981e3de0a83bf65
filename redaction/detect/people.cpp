#include "redaction/detect/people.h"

#include <algorithm>
#include <array>
#include <set>

#include "redaction/detect/near_words.h"

namespace redaction::detect {

namespace {

using household::Person;

struct SplitName {
    std::string prefix;              // words of the tussenvoegsel, glued
    std::vector<std::string> words;  // the rest
};

SplitName splitSurname(std::string_view prefix, std::string_view name) {
    SplitName split;
    for (const auto& word : foldedWords(prefix)) split.prefix += word;
    auto words = foldedWords(name);
    std::size_t i = 0;
    while (i + 1 < words.size() && isNamePrefix(words[i])) split.prefix += words[i++];
    split.words.assign(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
    return split;
}

std::string firstLetters(const std::vector<std::string>& words) {
    std::string letters;
    for (const auto& word : words)
        if (!word.empty()) letters += word[0];
    return letters;
}

const std::array<std::string_view, 22> kFemaleWords{
    "moeder", "mama", "mevrouw", "oma", "tante", "dochter", "zus", "vrouw", "echtgenote", "beppe", "babcia", "babaanne",
    "stiefmoeder", "pleegmoeder", "grootmoeder", "nicht", "schoonmoeder", "buurvrouw", "vriendin", "ex-vrouw", "zusje", "kleindochter"};
const std::array<std::string_view, 20> kMaleWords{
    "vader", "papa", "meneer", "opa", "oom", "zoon", "broer", "man", "echtgenoot", "pake", "dziadek", "dede",
    "stiefvader", "pleegvader", "grootvader", "neef", "schoonvader", "buurman", "broertje", "kleinzoon"};

}  // namespace

bool isNamePrefix(std::string_view w) {
    static const std::set<std::string_view> prefixes{"van", "de", "der", "den", "ter", "ten", "te", "t", "el", "al", "la", "le",
                                                     "von", "op", "in", "aan", "v", "d", "vd", "vander", "vd", "da", "dos", "di",
                                                     "du", "bin", "ben", "ait", "s", "het", "zum", "zu", "o", "mac", "af", "uit", "uijt"};
    return prefixes.count(w) != 0;
}

People::People(const household::Case& household) : household_(household), known_(household.persons) {
    for (std::size_t i = 0; i < persons().size(); ++i) {
        const auto& person = persons()[i];
        if (ids_.add(person.id) == firstOf_.size()) firstOf_.push_back(i);
        staff_.push_back(person.kind == "professional");
        family_.push_back(person.kind != "professional" && person.kind != "reporter" && person.kind != "informant");
    }
    genders_.resize(persons().size(), Gender::unknown);
    idWords_.resize(persons().size());
    for (std::size_t i = 0; i < persons().size(); ++i) addPerson(i);
    for (std::size_t i = 0; i < persons().size(); ++i) minor_.push_back(minorByCase(i));
    for (const auto& relation : household_.relations)
        if (const auto from = indexOf(relation.from), to = indexOf(relation.to); from < persons().size() && to < persons().size()) relations_.push_back({from, to, relation.type});
    votes_.resize(persons().size());
    for (const auto gender : genders_) told_.push_back(gender != Gender::unknown);
    std::vector<std::string> all;
    for (const auto& [word, parts] : collected_) {
        all.push_back(word);
        scanned_[asScanned(word)].push_back(word);
        heard_[asHeard(word)].push_back(word);
        const auto isGiven = [&](const NamePart& p) { return (p.part == Part::given || p.part == Part::nickname) && p.words.size() == 1 && isFamily(p.person); };
        if (word.size() > 3 && std::any_of(parts.begin(), parts.end(), isGiven)) openings_[word.substr(0, 3)].push_back(word);
    }
    twoLetters_.resize(256 * 256);
    for (const auto& word : all) twoLetters_[openingOf(word)] = twoLetters_[openingOf(word.substr(0, 1))] = true;
    std::sort(all.begin(), all.end());
    for (const auto& word : all) {
        words_.add(word);
        parts_.push_back(std::move(collected_[word]));
    }
    collected_.clear();
}

void People::addPart(NamePart part) {
    if (part.words.empty() || part.words[0].size() < 2) return;
    auto& list = collected_[part.words[0]];
    const auto same = [&](const NamePart& p) { return p.person == part.person && p.words == part.words && p.part == part.part; };
    if (std::none_of(list.begin(), list.end(), same)) list.push_back(std::move(part));
}

void People::addSurname(std::size_t index, std::string_view prefix, std::string_view name, Part part) {
    if (name.empty()) return;
    const auto split = splitSurname(prefix, name);
    if (split.words.empty()) return;
    // A double name ("Beek-Wolters", "Jong - Smit") is also met in halves; a name in words ("Oude Hengel") is not.
    std::vector<std::vector<std::string>> halves;
    if (name.find('-') != std::string_view::npos) {
        for (std::size_t from = 0; from <= name.size();) {
            const auto dash = std::min(name.find('-', from), name.size());
            addSurname(index, from == 0 ? prefix : std::string_view(), name.substr(from, dash - from), part);
            from = dash + 1;
        }
        return;
    }
    addPart({index, part, split.words, split.prefix});
    std::string glued;
    for (const auto& word : split.words) glued += word;
    if (!split.prefix.empty() || split.words.size() > 1) addPart({index, Part::glued, {split.prefix + glued}, ""});
    const auto shortPrefix = firstLetters(foldedWords(prefix));  // "femke_vdplas"
    if (shortPrefix.size() > 1) addPart({index, Part::glued, {shortPrefix + glued}, ""});
    const auto& person = persons()[index];
    std::vector<std::string> given;
    for (const auto& g : person.given)
        for (const auto& w : foldedWords(g)) given.push_back(w);
    const auto called = fold(person.called);
    for (const auto& start : {firstLetters(given), firstLetters(given).substr(0, 1), called, called.substr(0, 1)})
        if (!start.empty())
            for (const auto& end : {split.prefix + glued, glued})
                if (start.size() + end.size() > 4) addPart({index, Part::glued, {start + end}, ""});
}

void People::addPerson(std::size_t index) {
    const auto& person = persons()[index];
    for (const auto& given : person.given) {
        const auto words = foldedWords(given);
        if (words.size() == 1) addPart({index, Part::given, words, ""});
        for (const auto& word : words)
            if (words.size() > 1 && word.size() > 2) addPart({index, Part::given, {word}, ""});
    }
    for (const auto& word : foldedWords(person.called))
        if (!isNamePrefix(word)) addPart({index, Part::nickname, {word}, ""});
    for (const auto& nickname : person.nicknames) {
        const auto words = foldedWords(nickname);
        if (!words.empty()) addPart({index, Part::nickname, words, ""});
        if (words.size() == 2 && words[1].size() > 2) addPart({index, Part::nickname, {words[1]}, ""});
    }
    addSurname(index, person.prefix, person.family, Part::family);
    addSurname(index, "", person.partnerName, Part::partnerFamily);
    addInitials(index);
    guessGender(index);
}

void People::addInitials(std::size_t index) {
    const auto& person = persons()[index];
    std::vector<std::string> given;
    for (const auto& g : person.given)
        for (const auto& w : foldedWords(g)) given.push_back(w);
    const auto called = foldedWords(person.called);
    std::set<std::string> starts{firstLetters(given), firstLetters(given).substr(0, 1), firstLetters(called)};
    std::set<std::string> surnames;
    const auto own = splitSurname(person.prefix, person.family), other = splitSurname("", person.partnerName);
    const auto forms = [](const std::string& prefixText, const SplitName& split) {
        std::set<std::string> result{firstLetters(split.words), split.prefix + firstLetters(split.words)};
        result.insert(firstLetters(foldedWords(prefixText)) + firstLetters(split.words));
        return result;
    };
    const auto owns = forms(person.prefix, own);
    std::string otherPrefix = person.partnerName.substr(0, person.partnerName.find_last_of(' ') + 1);
    const auto others = forms(otherPrefix, other);
    for (const auto& a : owns) {
        surnames.insert(a);
        for (const auto& b : others) surnames.insert({a + b, b + a, b});
    }
    for (const auto& start : starts)
        for (const auto& surname : surnames) {
            if (surname.empty()) continue;
            for (const auto& letters : {start + surname, surname}) {
                if (letters.size() < 2) continue;
                auto& list = initials_[letters];
                if (std::find(list.begin(), list.end(), index) == list.end()) list.push_back(index);
            }
        }
}

void People::guessGender(std::size_t index) {
    const auto& person = persons()[index];
    auto word = fold(person.id);
    while (!word.empty() && (word.back() < 'a' || word.back() > 'z')) word.pop_back();
    idWords_[index] = word;
    std::vector<std::string> words{word};
    for (const auto& nickname : person.nicknames)
        for (const auto& w : foldedWords(nickname)) words.push_back(w);
    for (const auto& w : words) {
        if (std::find(kFemaleWords.begin(), kFemaleWords.end(), w) != kFemaleWords.end()) genders_[index] = Gender::female;
        if (std::find(kMaleWords.begin(), kMaleWords.end(), w) != kMaleWords.end()) genders_[index] = Gender::male;
    }
}

void People::learnGenders(const TextView& view) {
    constexpr std::size_t kReach = 12;  // words after the name
    for (std::size_t i = 0; i < view.tokens().size(); ++i) {
        const auto* parts = view.tokens()[i].capital ? partsOf(view.word(i)) : nullptr;
        if (!parts || parts->front().part == Part::family || parts->front().part == Part::partnerFamily || told_[parts->front().person]) continue;
        auto& votes = votes_[parts->front().person];
        for (auto k = i + 1; k < view.tokens().size() && k < i + kReach && view.between(k - 1).find('\n') == std::string_view::npos; ++k) {
            const auto word = view.word(k);
            if (view.tokens()[k].capital && partsOf(word)) break;
            if (word == "hij" || word == "hem") ++votes.male;
            if (word == "zij" || word == "haar") ++votes.female;
            if (word == "hij" || word == "zij" || word == "hem" || word == "haar") break;
        }
        genders_[parts->front().person] = votes.male > 2 * votes.female ? Gender::male : votes.female > 2 * votes.male ? Gender::female : Gender::unknown;
    }
}

const std::vector<std::string>* People::scannedAs(std::string_view scanned) const {
    const auto found = scanned_.find(std::string(scanned));
    return found == scanned_.end() ? nullptr : &found->second;
}

const std::vector<std::string>* People::heardAs(std::string_view heard) const {
    const auto found = heard_.find(std::string(heard));
    return found == heard_.end() ? nullptr : &found->second;
}

const std::vector<std::string>* People::petFormOf(std::string_view word) const {
    const auto found = openings_.find(std::string(word.substr(0, 3)));
    return found == openings_.end() ? nullptr : &found->second;
}

const std::vector<std::size_t>* People::byInitials(std::string_view letters) const {
    const auto found = initials_.find(std::string(letters));
    return found == initials_.end() ? nullptr : &found->second;
}

bool People::minorByCase(std::size_t person) const {
    const auto& p = persons()[person];
    if (p.birthdate && household_.referenceDate) return household::ageOn(*p.birthdate, *household_.referenceDate) < 18;
    return idWords_[person] == "kind";
}

std::vector<std::size_t> People::related(std::size_t person, std::string_view type, bool forward) const {
    std::vector<std::size_t> result;
    for (const auto& relation : relations_)
        if ((forward ? relation.from : relation.to) == person && relation.type == type) result.push_back(forward ? relation.to : relation.from);
    return result;
}

}  // namespace redaction::detect
