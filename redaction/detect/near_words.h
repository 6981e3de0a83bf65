// Words one typing or reading error away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::detect {

bool isNear(std::string_view a, std::string_view b);  // one letter inserted, lost, changed, or two swapped
std::vector<std::string> nearWords(const std::vector<std::string>& known, std::string_view word);

}  // namespace redaction::detect
