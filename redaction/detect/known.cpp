#include "redaction/detect/known.h"

#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_words.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

constexpr std::pair<std::string_view, std::string_view> kStreetEndings[] = {{"str", "straat"}, {"ln", "laan"}, {"plants", "plantsoen"}, {"pln", "plein"}, {"wg", "weg"}, {"sngl", "singel"}};

bool endsWith(std::string_view word, std::string_view tail) { return word.size() >= tail.size() && word.substr(word.size() - tail.size()) == tail; }

std::string canonicalStreetWord(const std::string& word) {
    for (const auto& [tail, full] : kStreetEndings)
        if (word.size() > tail.size() + 2 && endsWith(word, tail)) return word.substr(0, word.size() - tail.size()) + std::string(full);
    return word;
}

// Every way to write the last word of a street.
std::vector<std::string> writtenAs(const std::string& word) {
    std::vector<std::string> all{word};
    for (const auto& [tail, full] : kStreetEndings)
        if (endsWith(word, full)) all.push_back(word.substr(0, word.size() - full.size()) + std::string(tail));
    std::erase_if(all, [&](const std::string& written) { return canonicalStreetWord(written) != word; });
    return all;
}

bool isTypeWord(const std::string& word) {
    static const words::Set more{"montage", "transport", "b", "bv", "locatie", "afdeling", "jeugd", "ggz", "de", "het", "t", "van", "drs", "dr", "openbare", "christelijke", "rk"};
    return namesOrganisation(word) || more.count(word) != 0 || isNamePrefix(word);
}

std::vector<KnownValue> valuesOf(const household::Person& person) {
    std::vector<KnownValue> values;
    const std::pair<const std::string*, Kind> fields[] = {{&person.school, Kind::school}, {&person.employer, Kind::employer}, {&person.gp, Kind::gp}, {&person.institution, Kind::institution}};
    for (const auto& [text, kind] : fields) {
        KnownValue value{person.id, kind, {}, true, false};
        for (const auto& word : foldedWords(*text)) {
            if (word == "de" || word == "het") value.article = true;
            if (isTypeWord(word)) continue;
            value.words.push_back(word);
            if (!lexicon().ordinary.has(word) && (value.article || !lexicon().familyNames.has(word)) && word.size() > 3) value.needsType = false;
        }
        if (!value.words.empty()) values.push_back(std::move(value));
    }
    for (const auto& address : person.addresses) {
        auto words = foldedWords(address.city);
        if (words.empty()) continue;
        const bool common = words.size() == 1 && (lexicon().ordinary.has(words[0]) || words[0].size() < 4);
        values.push_back({person.id, Kind::place, std::move(words), common, false});
    }
    return values;
}

template <class Entry>
const std::vector<Entry>& at(const std::vector<std::vector<Entry>>& all, std::size_t number) {
    static const std::vector<Entry> none;
    return number < all.size() ? all[number] : none;
}

}  // namespace

std::string compact(std::string_view folded) {
    std::string result;
    for (const char c : folded)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
    return result;
}

Known::Known(const std::vector<household::Person>& persons) {
    for (const auto& person : persons) {
        for (auto& value : valuesOf(person)) addValue(std::move(value));
        for (const auto& address : person.addresses)
            if (auto words = foldedWords(address.street); !words.empty()) {
                words.back() = canonicalStreetWord(words.back());
                addStreet({person.id, std::move(words), compact(fold(address.number))});
            }
    }
}

void Known::addValue(KnownValue value) {
    const auto number = firstWords_.add(value.words[0]);
    values_.resize(firstWords_.words().size());
    values_[number].push_back(std::move(value));
}

void Known::addStreet(KnownStreet street) {
    for (const auto& written : writtenAs(street.words.back())) {
        const auto number = lastWords_.add(written);
        streets_.resize(lastWords_.words().size());
        streets_[number].push_back(street);
    }
}

const std::vector<KnownValue>& Known::valuesAt(const Word& first) const { return at(values_, firstWords_.find(first)); }
const std::vector<KnownStreet>& Known::streetsAt(const Word& last) const { return at(streets_, lastWords_.find(last)); }

}  // namespace redaction::detect
