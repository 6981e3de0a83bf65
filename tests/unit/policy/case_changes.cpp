// The small changes to a household that may stand under a heading: one row per expression.
#include <algorithm>
#include <functional>
#include <map>

#include "tests/unit/policy/case_words.h"

namespace cases {

namespace {

using redaction::household::Authority;
using redaction::household::Person;
using Words = std::vector<std::string>;

Person& who(Case& c, const std::string& word) {
    const auto id = readPerson(c, word);
    return *std::find_if(c.persons.begin(), c.persons.end(), [&](const Person& p) { return p.id == id; });
}

void expectForm(const Words& w, std::size_t least, const std::map<std::size_t, std::string>& fixed) {
    bool fits = w.size() >= least;
    for (const auto& [at, word] : fixed) fits = fits && (at >= w.size() || w[at] == word);
    if (!fits) throw std::invalid_argument("na de dubbele punt staan niet de woorden die erbij horen");
}

void setAuthority(Case& c, const Words& w, const std::string& type) {  // "vader" or "vader over Tijn"
    expectForm(w, 1, {{1, "over"}});
    const auto holder = readPerson(c, w[0]), child = w.size() > 2 ? readPerson(c, w[2]) : "";
    bool any = false;
    for (auto& a : c.authority) {
        if (a.holder != holder || (!child.empty() && a.child != child)) continue;
        a.type = type;
        any = true;
    }
    if (any) return;
    if (child.empty()) throw std::invalid_argument("\"" + w[0] + "\" heeft over niemand gezag; zeg over wie");
    c.authority.push_back({child, holder, type, {}, {}, {}});
}

void guardianship(Case& c, const Words& w) {  // "gi over Tijn"
    expectForm(w, 3, {{1, "over"}});
    const auto child = readPerson(c, w[2]);
    for (auto& a : c.authority)
        if (a.child == child) a.type = "none";
    c.authority.push_back({child, readPartner(c, w[0]), "guardian", {}, {}, {}});
}

void hide(Case& c, const Words& w) {  // "moeder voor vader"
    expectForm(w, 3, {{1, "voor"}});
    auto& person = who(c, w[0]);
    for (auto& address : person.addresses) address.secret = true;
    c.protections.push_back({person.id, {readPerson(c, w[2])}, {"address", "postcode", "place", "phone", "school", "employer", "institution", "gp"}, "", {}, {}, {}});
}

void unhide(Case& c, const Words& w) {
    expectForm(w, 1, {});
    auto& person = who(c, w[0]);
    for (auto& address : person.addresses) address.secret = false;
    std::erase_if(c.protections, [&](const auto& p) { return p.person == person.id; });
}

void consent(Case& c, const Words& w) {  // "Bram aan moeder schoolverslag 2026-01-01"
    expectForm(w, 5, {{1, "aan"}});
    std::string scope;
    for (std::size_t i = 3; i + 1 < w.size(); ++i) scope += (scope.empty() ? "" : " ") + w[i];
    c.consents.push_back({readPerson(c, w[0]), readPerson(c, w[2]), scope, readDay(w.back()), {}, {}});
}

void withdraw(Case& c, const Words& w) {  // "Bram aan moeder 2026-02-01"
    expectForm(w, 4, {{1, "aan"}});
    const auto from = readPerson(c, w[0]), to = readPerson(c, w[2]);
    bool any = false;
    for (auto& given : c.consents)
        if (given.person == from && given.to == to) {
            given.withdrawn = readDay(w[3]);
            any = true;
        }
    if (!any) throw std::invalid_argument("er is geen toestemming om in te trekken");
}

void powerOfAttorney(Case& c, const Words& w) {  // "oma aan advocaat 2026-01-01"
    expectForm(w, 4, {{1, "aan"}});
    c.consents.push_back({readPerson(c, w[0]), readPerson(c, w[2]), "volmacht", readDay(w[3]), {}, {}});
}

void informant(Case& c, const Words& w) {
    expectForm(w, 1, {});
    auto& person = who(c, w[0]);
    person.kind = "informant";
    person.identityKeptBack = true;
}

const std::map<std::string, std::function<void(Case&, const Words&)>>& expressions() {
    static const std::map<std::string, std::function<void(Case&, const Words&)>> all{
        {"zonder gezag", [](Case& c, const Words& w) { setAuthority(c, w, "none"); }},
        {"gezag geschorst", [](Case& c, const Words& w) { setAuthority(c, w, "suspended"); }},
        {"gezag", [](Case& c, const Words& w) { setAuthority(c, w, "joint"); }},
        {"voogdij", guardianship},
        {"afgeschermd", hide},
        {"niet afgeschermd", unhide},
        {"overleden", [](Case& c, const Words& w) { expectForm(w, 2, {}); who(c, w[0]).deceased = readDay(w[1]); }},
        {"geboren", [](Case& c, const Words& w) { expectForm(w, 2, {}); who(c, w[0]).birthdate = readDay(w[1]); }},
        {"bezwaar vastgelegd", [](Case& c, const Words& w) { expectForm(w, 1, {}); who(c, w[0]).objectionRecorded = true; }},
        {"overziet eigen belangen niet", [](Case& c, const Words& w) { expectForm(w, 1, {}); who(c, w[0]).able = false; }},
        {"toestemming", consent},
        {"ingetrokken", withdraw},
        {"volmacht", powerOfAttorney},
        {"afgeschermde medewerker", [](Case& c, const Words& w) { expectForm(w, 1, {}); who(c, w[0]).isProtected = true; }},
        {"bekende melder", [](Case& c, const Words& w) { expectForm(w, 1, {}); who(c, w[0]).anonymous = false; }},
        {"informant afgeschermd", informant},
        {"mentor", [](Case& c, const Words& w) { expectForm(w, 3, {{1, "van"}}); c.relations.push_back({"mentor", readPerson(c, w[0]), readPerson(c, w[2]), {}, {}, {}}); }},
        {"onderzoek loopt", [](Case& c, const Words&) { c.investigationOpen = true; }},
    };
    return all;
}

}  // namespace

void applyChange(Case& household, const std::string& change) {
    const auto colon = change.find(':');
    const auto found = expressions().find(trimmed(change.substr(0, colon)));
    if (found == expressions().end()) throw std::invalid_argument("de wijziging \"" + change + "\" is niet bekend");
    found->second(household, wordsOf(colon == std::string::npos ? "" : change.substr(colon + 1)));
}

}  // namespace cases
