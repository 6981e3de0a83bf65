#include "redaction/detect/kinship.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "redaction/words/set.h"
#include "redaction/words/words.h"

namespace redaction::detect {

namespace {

using List = std::vector<std::size_t>;

void add(List& list, const List& more) {
    for (const auto p : more)
        if (std::find(list.begin(), list.end(), p) == list.end()) list.push_back(p);
}

List ofGender(const People& people, List list, Gender gender) {
    if (gender == Gender::unknown) return list;
    List sure, maybe;
    for (const auto p : list) {
        if (people.genderOf(p) == gender) sure.push_back(p);
        else if (people.genderOf(p) == Gender::unknown) maybe.push_back(p);
    }
    return sure.empty() ? maybe : sure;
}

List both(const People& people, std::size_t p, std::string_view type) {
    auto list = people.related(p, type, true);
    add(list, people.related(p, type, false));
    return list;
}

List siblings(const People& people, std::size_t owner) {
    auto list = both(people, owner, "sibling");
    add(list, both(people, owner, "half-sibling"));
    for (const auto parent : people.related(owner, "parent", false)) add(list, people.related(parent, "parent", true));
    list.erase(std::remove(list.begin(), list.end(), owner), list.end());
    return list;
}

List exes(const People& people, std::size_t owner) {
    auto list = both(people, owner, "ex-partner");
    if (!list.empty()) return list;
    for (const auto child : people.related(owner, "parent", true)) add(list, people.related(child, "parent", false));
    list.erase(std::remove(list.begin(), list.end(), owner), list.end());
    return list;
}

// The partners of a person, also those of before and the other parent of the children.
List couples(const People& people, std::size_t owner) {
    auto list = both(people, owner, "partner");
    add(list, both(people, owner, "spouse"));
    add(list, exes(people, owner));
    return list;
}

List childrenOf(const People& people, const List& parents) {
    List list;
    for (const auto p : parents) add(list, people.related(p, "parent", true));
    return list;
}

List parentsOf(const People& people, const List& children) {
    List list;
    for (const auto p : children) add(list, people.related(p, "parent", false));
    return list;
}

List siblingsInLaw(const People& people, std::size_t owner) {
    List list;
    for (const auto p : couples(people, owner)) add(list, siblings(people, p));
    for (const auto p : siblings(people, owner)) add(list, couples(people, p));
    return list;
}

List auntsAndUncles(const People& people, std::size_t owner) {
    auto list = people.related(owner, "aunt", false);
    add(list, people.related(owner, "uncle", false));
    for (const auto parent : people.related(owner, "parent", false)) add(list, siblings(people, parent));
    return list;
}

List cousins(const People& people, std::size_t owner) {
    auto list = childrenOf(people, auntsAndUncles(people, owner));
    add(list, childrenOf(people, siblings(people, owner)));
    add(list, people.related(owner, "aunt", true));
    add(list, people.related(owner, "uncle", true));
    return list;
}

using KinWords = std::unordered_map<std::string_view, KinWord>;

KinWords readKinWords() {
    static const std::tuple<const char*, Kin, Gender> sections[] = {
        {"mother", Kin::mother, Gender::female}, {"father", Kin::father, Gender::male}, {"grandmother", Kin::grandmother, Gender::female},
        {"grandfather", Kin::grandfather, Gender::male}, {"son", Kin::son, Gender::male}, {"daughter", Kin::daughter, Gender::female},
        {"child", Kin::child, Gender::unknown}, {"brother", Kin::brother, Gender::male}, {"sister", Kin::sister, Gender::female},
        {"exPartner", Kin::exPartner, Gender::unknown}, {"exPartnerMale", Kin::exPartner, Gender::male}, {"exPartnerFemale", Kin::exPartner, Gender::female},
        {"partner", Kin::partner, Gender::unknown}, {"partnerMale", Kin::partner, Gender::male}, {"partnerFemale", Kin::partner, Gender::female},
        {"aunt", Kin::aunt, Gender::female}, {"uncle", Kin::uncle, Gender::male}, {"stepFather", Kin::stepParent, Gender::male},
        {"stepMother", Kin::stepParent, Gender::female}, {"fosterFather", Kin::fosterParent, Gender::male}, {"fosterMother", Kin::fosterParent, Gender::female},
        {"grandson", Kin::grandson, Gender::male}, {"granddaughter", Kin::granddaughter, Gender::female}, {"fatherInLaw", Kin::parentInLaw, Gender::male},
        {"motherInLaw", Kin::parentInLaw, Gender::female}, {"brotherInLaw", Kin::siblingInLaw, Gender::male}, {"sisterInLaw", Kin::siblingInLaw, Gender::female},
        {"sonInLaw", Kin::childInLaw, Gender::male}, {"daughterInLaw", Kin::childInLaw, Gender::female}, {"nephew", Kin::cousin, Gender::male},
        {"niece", Kin::cousin, Gender::female}, {"madam", Kin::madam, Gender::female}, {"sir", Kin::sir, Gender::male},
        {"outsiderFemale", Kin::outsider, Gender::female}, {"outsiderMale", Kin::outsider, Gender::male}, {"outsider", Kin::outsider, Gender::unknown}};
    KinWords words;
    for (const auto& [section, kin, gender] : sections)
        for (const std::string_view line : words::linesOf("kin", section)) {
            const bool weak = line.back() == '?';
            const auto word = line.substr(0, line.size() - (weak ? 1 : 0));
            words.emplace(word, KinWord{kin, gender, weak, word});
        }
    return words;
}

}  // namespace

const KinWord* findKinWord(std::string_view word) {
    static const auto words = readKinWords();
    auto found = words.find(word);
    if (found == words.end() && word.size() > 4 && word.back() == 's') found = words.find(word.substr(0, word.size() - 1));
    return found == words.end() ? nullptr : &found->second;
}

KinWord kinWord(std::string_view word) {
    const auto* found = findKinWord(word);
    return found ? *found : KinWord{};
}

std::vector<std::size_t> kinOf(const People& people, std::size_t owner, KinWord word) {
    List list;
    switch (word.kin) {
        case Kin::mother: case Kin::father: list = people.related(owner, "parent", false); break;
        case Kin::grandmother: case Kin::grandfather:
            list = people.related(owner, "grandparent", false);
            for (const auto parent : people.related(owner, "parent", false)) add(list, people.related(parent, "parent", false));
            break;
        case Kin::son: case Kin::daughter: case Kin::child: list = people.related(owner, "parent", true); break;
        case Kin::brother: case Kin::sister: list = siblings(people, owner); break;
        case Kin::exPartner: list = exes(people, owner); break;
        case Kin::partner:
            list = both(people, owner, "partner");
            add(list, both(people, owner, "spouse"));
            break;
        case Kin::aunt: case Kin::uncle: list = auntsAndUncles(people, owner); break;
        case Kin::stepParent: list = people.related(owner, "stepparent", false); break;
        case Kin::fosterParent: list = people.related(owner, "foster-parent", false); break;
        case Kin::grandson: case Kin::granddaughter:
            list = people.related(owner, "grandparent", true);
            add(list, childrenOf(people, people.related(owner, "parent", true)));
            break;
        case Kin::parentInLaw: list = parentsOf(people, couples(people, owner)); break;
        case Kin::siblingInLaw: list = siblingsInLaw(people, owner); break;
        case Kin::childInLaw:
            for (const auto child : people.related(owner, "parent", true)) add(list, couples(people, child));
            break;
        case Kin::cousin: list = cousins(people, owner); break;
        default: return {};
    }
    return ofGender(people, list, word.gender);
}

namespace {
bool anyAlive(const People& people, const List& list) {
    return std::any_of(list.begin(), list.end(), [&](std::size_t p) { return !people.persons()[p].deceased; });
}
}  // namespace

std::vector<std::size_t> bareKin(const People& people, KinWord word) {
    List minors, adults, family;
    for (std::size_t p = 0; p < people.persons().size(); ++p) {
        if (!people.isFamily(p)) continue;
        family.push_back(p);
        (people.isMinor(p) ? minors : adults).push_back(p);
    }
    List list;
    if ((word.kin == Kin::madam || word.kin == Kin::sir) && !minors.empty()) {  // the parent the file is about
        for (const auto p : minors) add(list, people.related(p, "parent", false));
        list = ofGender(people, list, word.gender);
        if (anyAlive(people, list)) return list;
    }
    if (word.kin == Kin::madam || word.kin == Kin::sir) {  // the couple of a household without children
        for (const auto p : adults)
            if (!both(people, p, "spouse").empty() || people.genderWordOf(p) == "mevrouw" || people.genderWordOf(p) == "meneer") add(list, {p});
        list = ofGender(people, list, word.gender);
        if (anyAlive(people, list)) list.erase(std::remove_if(list.begin(), list.end(), [&](std::size_t p) { return people.persons()[p].deceased.has_value(); }), list.end());
        return list;
    }
    // The viewpoint is the child's: of the minors, or of everybody's children where there are none.
    auto viewpoints = minors;
    if (viewpoints.empty())
        for (const auto p : adults)
            if (!people.related(p, "parent", false).empty()) viewpoints.push_back(p);
    if (word.kin == Kin::son || word.kin == Kin::daughter || word.kin == Kin::partner || word.kin == Kin::grandson || word.kin == Kin::granddaughter ||
        word.kin == Kin::parentInLaw || word.kin == Kin::siblingInLaw || word.kin == Kin::childInLaw || word.kin == Kin::exPartner || word.kin == Kin::child) {
        viewpoints.clear();
        for (const auto p : adults)
            if (!both(people, p, "spouse").empty() || !people.related(p, "parent", true).empty()) viewpoints.push_back(p);
    }
    for (const auto viewpoint : viewpoints) add(list, kinOf(people, viewpoint, word));
    if (word.kin == Kin::child && !minors.empty())  // "de oudste": of the children the file is about
        list.erase(std::remove_if(list.begin(), list.end(), [&](std::size_t p) { return !people.isMinor(p); }), list.end());
    // A person whose id is the very word ("moeder") is who the file calls so; else one whose id is a word for the same.
    for (const auto p : list)
        if (!word.word.empty() && people.persons()[p].id == word.word) return {p};
    for (const auto p : list)
        if (kinWord(people.genderWordOf(p)).kin == word.kin && people.genderWordOf(p) + "" == people.persons()[p].id) return {p};
    return list;
}

bool namesSomebody(std::string_view word) {
    static const words::Set people{"man", "vrouw", "mevrouw", "meneer", "jongen", "meisje", "dame", "heer", "vent", "jongeman", "mevrouwtje", "mannetje", "vrouwtje"};
    return people.count(word) != 0;
}

}  // namespace redaction::detect
