// An invented family for the tables of rules: nobody in it exists, the BSNs only pass the 11-test.
#pragma once

#include <algorithm>
#include <string>

#include "redaction/household/household.h"

namespace invented {

using namespace redaction::household;

inline Date day(const char* iso) { return *parseDate(iso); }

inline Person person(const char* id, const char* given, const char* prefix, const char* family, const char* born) {
    Person p;
    p.id = id;
    p.kind = "family";
    p.given = {given};
    p.called = given;
    p.prefix = prefix;
    p.family = family;
    p.birthdate = parseDate(born);
    return p;
}

inline Person professional(const char* id, const char* given, const char* family) {
    auto p = person(id, given, "", family, "");
    p.kind = "professional";
    return p;
}

inline void addPeople(Case& c) {
    auto moeder = person("moeder", "Femke", "van der", "Plas", "1985-04-12");
    moeder.phones = {"0612345678"};
    moeder.addresses = {{"Zandkamp", "14", "1234 AB", "Oudewater", true}};
    auto melder = person("melder", "Corrie", "", "Mulder", "");
    melder.kind = "reporter";
    melder.anonymous = true;
    auto afgeschermd = professional("prof2", "Tessa", "Nieboer");
    afgeschermd.isProtected = true;
    c.persons = {moeder, person("vader", "Gijs", "", "Brinkhuis", "1983-09-01"), person("kind1", "Tijn", "", "Brinkhuis", "2017-05-05"),
                 person("kind2", "Jinte", "", "Brinkhuis", "2012-10-20"), person("kind3", "Bram", "", "Brinkhuis", "2009-06-30"),
                 person("oma", "Ada", "", "Brinkhuis", "1954-02-02"), melder, professional("prof1", "Nadia", "Azzouzi"), afgeschermd};
}

// Parents with joint authority over three children of 8, 13 and 16; mother hides from nobody until a test says so.
inline Case family() {
    Case c;
    c.id = "proefgezin";
    c.referenceDate = day("2026-03-02");
    c.partners = {{"vt", "Veilig Thuis Proefstreek", "veilig-thuis", false}, {"rvdk", "Raad", "raad-voor-de-kinderbescherming", true}, {"lt", "Lokaal team", "lokaal-team", true}};
    addPeople(c);
    for (const char* child : {"kind1", "kind2", "kind3"})
        for (const char* parent : {"moeder", "vader"}) {
            c.relations.push_back({"parent", parent, child, {}, {}, {}});
            c.authority.push_back({child, parent, "joint", day("2009-06-30"), {}, {}});
        }
    c.relations.push_back({"parent", "oma", "vader", {}, {}, {}});
    c.relations.push_back({"ex-partner", "moeder", "vader", {}, {}, {}});
    c.relations.push_back({"sibling", "kind1", "kind2", {}, {}, {}});
    return c;
}

inline Person& who(Case& c, const std::string& id) {
    return *std::find_if(c.persons.begin(), c.persons.end(), [&](const Person& p) { return p.id == id; });
}

}  // namespace invented
