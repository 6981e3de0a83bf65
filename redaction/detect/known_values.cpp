// What the case knows of schools, employers, GPs, institutions and towns, in full and in the short forms people use.
#include <algorithm>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/owners.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

bool matches(const Reading& r, const KnownValue& value, std::size_t i) {
    for (std::size_t k = 0; k < value.words.size(); ++k) {
        if (r.view.word(i + k) != value.words[k]) return false;
        if (k > 0 && r.view.between(i + k - 1).size() > 2) return false;
    }
    return true;
}

bool isPlacePreposition(const Word& w) {
    static const words::Set words{"in", "te", "uit", "naar", "vanaf", "vanuit", "van", "via", "bij", "richting", "rond", "tot", "nr", "door"};
    return words.count(w) != 0;
}

// Is the word the town and not the surname or the ordinary word?
bool placeStands(const Reading& r, const KnownValue& value, std::size_t i) {
    const auto& t = r.view.tokens()[i];
    const auto before = i > 0 ? r.view.word(i - 1) : Word();
    if (isPlacePreposition(before) && r.view.between(i - 1) == " ") return t.capital || r.names.hurried[i];
    if (t.capital) return !value.needsType || !t.sentenceStart;
    return !value.needsType && r.names.hurried[i];
}

// Takes along the words of its kind before and after: "obs De |Letterbeam|", "|Vaarwater| College".
void widen(const Reading& r, std::size_t& first, std::size_t& last, bool& typed, bool withArticle) {
    for (int i = 0; i < 3 && first > 0 && r.view.between(first - 1).size() == 1 && r.view.between(first - 1) != "\n"; ++i) {
        const auto before = r.view.word(first - 1);
        if (namesOrganisation(before)) typed = true;
        else if (!(isNamePrefix(before) && before != "in" && before != "op" && before != "aan" && before != "uit" && before != "te")) break;
        const bool article = !namesOrganisation(before);
        if (article && !r.view.tokens()[first - 1].capital && !withArticle && !(first >= 2 && namesOrganisation(r.view.word(first - 2)))) break;
        --first;
    }
    while (last < r.view.tokens().size() && r.view.between(last - 1) == " " && namesOrganisation(r.view.word(last)) && r.view.tokens()[last].capital) {
        typed = true;
        ++last;
    }
}

}  // namespace

void findKnownValues(Reading& r) {
    for (std::size_t i = 0; i < r.view.tokens().size(); ++i) {
        if (!r.people.known().opensValue(r.view.word(i))) continue;
        const auto& known = r.people.known().valuesAt(r.view.word(i));
        std::vector<const KnownValue*> hits;
        for (const auto& value : known)
            if (matches(r, value, i)) hits.push_back(&value);
        std::size_t first = i, last = i;
        bool typed = false;
        std::vector<std::string> owners;
        Kind kind = Kind::place;
        for (const auto* value : hits) {
            auto a = i, b = i + value->words.size();
            bool withType = false;
            const bool article = value->article && i > 0 && (r.view.word(i - 1) == "de" || r.view.word(i - 1) == "het") && r.view.tokens()[i - 1].capital && r.view.tokens()[i].capital && !r.people.partsOf(value->words[0]);
            if (article) withType = true;
            if (value->kind == Kind::place ? !placeStands(r, *value, i) : (widen(r, a, b, withType, value->article && r.names.hurried[i]), value->needsType && !withType)) continue;
            if (b - a > last - first) first = a, last = b;
            typed = typed || withType;
            kind = value->kind;
            owners.push_back(value->person);
        }
        if (owners.empty()) continue;
        const auto near = nearestPerson(r, r.view.tokens()[first].start);
        const auto owner = std::find(owners.begin(), owners.end(), near) != owners.end() ? near : owners.front();
        addMention(r, r.view.tokens()[first].start, r.view.tokens()[last - 1].end, kind, owner, kind == Kind::place ? 5 : 9, owner == near || owners.size() == 1 ? 0.95 : 0.6);
        for (const auto& other : owners)
            if (other != owner) r.found.back().candidates.push_back(other);
        i = last - 1;
    }
}

}  // namespace redaction::detect
