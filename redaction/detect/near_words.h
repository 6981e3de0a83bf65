// Words one typing or reading error away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::detect {

// The letters as a scan may confuse them, made alike: rn and m, l and 1 and i, O and 0, vv and w.
std::string asScanned(std::string_view word);
// The letters as they sound, made alike: ij and y, c and k, ph and f, tz and z, doubled letters. For whoever spells by ear.
std::string asHeard(std::string_view word);
bool isPetForm(std::string_view word, std::string_view name);
bool isNear(std::string_view a, std::string_view b);  // one letter inserted, lost, changed, or two swapped
// Of the known words, which are sorted and not empty, those near `word`.
std::vector<std::string> nearWords(const std::vector<std::string>& known, std::string_view word);

}  // namespace redaction::detect
