// One place in a text that names or describes somebody, or gives something away about them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace redaction::detect {

// The kinds of span of the domain (glossary of marks); `clue`: a hint at somebody's whereabouts.
enum class Kind {
    name, initials, role, birthdate, age, bsn, address, postcode, place, phone, email, iban, plate, school, employer,
    institution, gp, health, criminal, religion, ethnicity, sexuality, finance, caseNumber, url, other, username
};
constexpr int kKinds = static_cast<int>(Kind::username) + 1;

struct Mention {
    std::size_t start = 0, end = 0;  // code points, end exclusive
    Kind kind = Kind::name;
    std::string subject;             // a person id of the case; "~…" an unknown person; empty: nobody known
    double certainty = 1.0;
    std::vector<std::string> candidates;  // who else it could be; not empty: open
    bool inFunction = false;              // an unknown person named in a profession (teacher, doctor, police)
    int strength = 0;                     // where mentions overlap the stronger stays, then the longer
};

std::string toText(Kind kind);  // as in the proposals format: "case-number"
inline bool isStranger(const std::string& subject) { return !subject.empty() && subject[0] == '~'; }

}  // namespace redaction::detect
