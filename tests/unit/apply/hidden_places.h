// PDFs with an invented name in one place each that one look at a finished file finds, and the look that finds it.
#pragma once

#include <string>
#include <vector>

namespace hidden {

inline constexpr const char* name = "Corrie Zwaan";

struct Place {
    std::string what, file, bytes;
    std::vector<std::string> withheld;
    std::string where;  // words from where it is found
    bool onlyThere = true;
};
std::vector<Place> places();

// Without any name: parts that no released file may have.
std::vector<Place> partsNoReleaseHas();

}  // namespace hidden
