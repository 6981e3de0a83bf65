#include "redaction/detect/kinship.h"

#include <algorithm>
#include <unordered_map>

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

}  // namespace

KinWord kinWord(std::string_view word) {
    static const std::unordered_map<std::string_view, KinWord> words{
        {"moeder", {Kin::mother, Gender::female}}, {"mama", {Kin::mother, Gender::female}}, {"mam", {Kin::mother, Gender::female}},
        {"mamma", {Kin::mother, Gender::female}}, {"mem", {Kin::mother, Gender::female}}, {"heit", {Kin::father, Gender::male}},
        {"vader", {Kin::father, Gender::male}}, {"papa", {Kin::father, Gender::male}},
        {"pap", {Kin::father, Gender::male}}, {"baba", {Kin::father, Gender::male}}, {"pappa", {Kin::father, Gender::male}},
        {"oma", {Kin::grandmother, Gender::female}}, {"grootmoeder", {Kin::grandmother, Gender::female}}, {"beppe", {Kin::grandmother, Gender::female}},
        {"babcia", {Kin::grandmother, Gender::female}}, {"babaanne", {Kin::grandmother, Gender::female}}, {"anneanne", {Kin::grandmother, Gender::female}},
        {"opa", {Kin::grandfather, Gender::male}}, {"grootvader", {Kin::grandfather, Gender::male}}, {"pake", {Kin::grandfather, Gender::male}},
        {"dede", {Kin::grandfather, Gender::male}}, {"dziadek", {Kin::grandfather, Gender::male}},
        {"zoon", {Kin::son, Gender::male}}, {"zoontje", {Kin::son, Gender::male}}, {"dochter", {Kin::daughter, Gender::female}},
        {"dochtertje", {Kin::daughter, Gender::female}}, {"oudste", {Kin::child, Gender::unknown}}, {"jongste", {Kin::child, Gender::unknown}},
        {"broer", {Kin::brother, Gender::male}}, {"broertje", {Kin::brother, Gender::male}}, {"halfbroer", {Kin::brother, Gender::male}},
        {"halfbroertje", {Kin::brother, Gender::male}}, {"zus", {Kin::sister, Gender::female}}, {"zusje", {Kin::sister, Gender::female}},
        {"halfzus", {Kin::sister, Gender::female}}, {"halfzusje", {Kin::sister, Gender::female}}, {"zuster", {Kin::sister, Gender::female}},
        {"ex", {Kin::exPartner, Gender::unknown}}, {"ex-man", {Kin::exPartner, Gender::male}}, {"ex-vrouw", {Kin::exPartner, Gender::female}},
        {"expartner", {Kin::exPartner, Gender::unknown}}, {"exman", {Kin::exPartner, Gender::male}}, {"exvrouw", {Kin::exPartner, Gender::female}},
        {"partner", {Kin::partner, Gender::unknown}}, {"man", {Kin::partner, Gender::male}}, {"vrouw", {Kin::partner, Gender::female}},
        {"echtgenoot", {Kin::partner, Gender::male}}, {"echtgenote", {Kin::partner, Gender::female}}, {"vriend", {Kin::partner, Gender::male}},
        {"vriendin", {Kin::partner, Gender::female}}, {"verloofde", {Kin::partner, Gender::unknown}},
        {"tante", {Kin::aunt, Gender::female}}, {"oom", {Kin::uncle, Gender::male}}, {"muoike", {Kin::aunt, Gender::female}}, {"omke", {Kin::uncle, Gender::male}}, {"kleinzoon", {Kin::grandson, Gender::male}},
        {"kleindochter", {Kin::granddaughter, Gender::female}}, {"mevrouw", {Kin::madam, Gender::female}}, {"mw", {Kin::madam, Gender::female}},
        {"meneer", {Kin::sir, Gender::male}}, {"mevr", {Kin::madam, Gender::female}}, {"dhr", {Kin::sir, Gender::male}}, {"buurvrouw", {Kin::outsider, Gender::female}}, {"buurman", {Kin::outsider, Gender::male}},
        {"bovenbuurvrouw", {Kin::outsider, Gender::female}}, {"bovenbuurman", {Kin::outsider, Gender::male}}, {"onderbuurvrouw", {Kin::outsider, Gender::female}},
        {"onderbuurman", {Kin::outsider, Gender::male}}, {"overbuurvrouw", {Kin::outsider, Gender::female}}, {"overbuurman", {Kin::outsider, Gender::male}},
        {"pleegmoeder", {Kin::fosterParent, Gender::female}}, {"pleegvader", {Kin::fosterParent, Gender::male}}, {"pleegbroer", {Kin::outsider, Gender::male}},
        {"pleegzus", {Kin::outsider, Gender::female}}, {"stiefmoeder", {Kin::stepParent, Gender::female}}, {"stiefvader", {Kin::stepParent, Gender::male}},
        {"oppas", {Kin::outsider, Gender::unknown}}, {"huisgenoot", {Kin::outsider, Gender::male}}, {"huisgenote", {Kin::outsider, Gender::female}}, {"peettante", {Kin::outsider, Gender::female}},
        {"peetoom", {Kin::outsider, Gender::male}}, {"achternicht", {Kin::outsider, Gender::female}}, {"achterneef", {Kin::outsider, Gender::male}}, {"vriendinnetje", {Kin::outsider, Gender::female}}, {"vriendje", {Kin::outsider, Gender::male}},
        {"bewoonster", {Kin::outsider, Gender::female}}, {"bewoner", {Kin::outsider, Gender::male}}, {"buurmeisje", {Kin::outsider, Gender::female}},
        {"buurjongen", {Kin::outsider, Gender::male}}, {"klasgenote", {Kin::outsider, Gender::female}}, {"klasgenoot", {Kin::outsider, Gender::male}},
        {"nicht", {Kin::outsider, Gender::female}}, {"neef", {Kin::outsider, Gender::male}}, {"zwager", {Kin::outsider, Gender::male}},
        {"schoonzus", {Kin::outsider, Gender::female}}, {"schoonmoeder", {Kin::outsider, Gender::female}}, {"schoonvader", {Kin::outsider, Gender::male}},
        {"schoondochter", {Kin::outsider, Gender::female}}, {"schoonzoon", {Kin::outsider, Gender::male}}, {"collega", {Kin::outsider, Gender::unknown}}};
    auto found = words.find(word);
    if (found == words.end() && word.size() > 4 && word.back() == 's') found = words.find(word.substr(0, word.size() - 1));
    return found == words.end() ? KinWord{} : found->second;
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
        case Kin::aunt: case Kin::uncle:
            list = people.related(owner, "aunt", false);
            add(list, people.related(owner, "uncle", false));
            break;
        case Kin::stepParent: list = people.related(owner, "stepparent", false); break;
        case Kin::fosterParent: list = people.related(owner, "foster-parent", false); break;
        case Kin::grandson: case Kin::granddaughter:
            list = people.related(owner, "grandparent", true);
            break;
        default: return {};
    }
    return ofGender(people, list, word.gender);
}

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
        return ofGender(people, list, word.gender);
    }
    if (word.kin == Kin::madam || word.kin == Kin::sir) {  // the couple of a household without children
        for (const auto p : adults)
            if (!both(people, p, "spouse").empty() || people.genderWordOf(p) == "mevrouw" || people.genderWordOf(p) == "meneer") list.push_back(p);
        return ofGender(people, list, word.gender);
    }
    // The viewpoint is the child's: of the minors, or of everybody's children where there are none.
    auto viewpoints = minors;
    if (viewpoints.empty())
        for (const auto p : adults)
            if (!people.related(p, "parent", false).empty()) viewpoints.push_back(p);
    if (word.kin == Kin::son || word.kin == Kin::daughter || word.kin == Kin::partner || word.kin == Kin::grandson || word.kin == Kin::granddaughter) {
        viewpoints.clear();
        for (const auto p : adults)
            if (!both(people, p, "spouse").empty() || !people.related(p, "parent", true).empty()) viewpoints.push_back(p);
    }
    for (const auto viewpoint : viewpoints) add(list, kinOf(people, viewpoint, word));
    // A person whose id is the very word ("moeder") is who the file calls so.
    for (const auto p : list)
        if (kinWord(people.genderWordOf(p)).kin == word.kin && people.genderWordOf(p) + "" == people.persons()[p].id) return {p};
    return list;
}

}  // namespace redaction::detect
