// What reviewers corrected in the dossier of one household: whom a mention names, whom a passage is about. Input of the
// engine beside the case; no judgement, and never taken to another household.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/household.h"

namespace redaction::household {

enum class Target { mention, passage };
enum class Reach { place, everywhere };  // everywhere: all mentions in the dossier in the same form of the same person

inline constexpr std::string_view outsider = "~buiten";  // among `to`: somebody who is not of this household

struct Correction {
    std::string id;
    Target target = Target::mention;
    Reach reach = Reach::place;
    std::string fragment;            // Fragment::name of the engine
    std::size_t start = 0, end = 0;  // code points, end exclusive
    std::string form;                // mention: its words, UTF-8; compared without accents and capitals
    std::string from;                // mention: the person proposed; empty: nobody known
    std::vector<std::string> to;     // person ids or `outsider`; a mention has at most one, none: not known who it is
};
using Corrections = std::vector<Correction>;  // in the order in which they were made: a later one goes over an earlier

// {"corrections":[{"id","target","reach","fragment","start","end","form","from","to":[…]}]}; throws FormatError.
Corrections parseCorrections(std::string_view json);

}  // namespace redaction::household
