// What a mark says to who cannot see that it is black.
#pragma once

#include <string>
#include <string_view>

namespace redaction::apply {

// label: as written on it, "[A · naam]". "gelakt, grond A: naam".
std::string spokenMark(std::string_view label);

inline constexpr const char* spokenMarkGoesOn = "gelakt, vervolg";  // another black box of the same mark on a page

}  // namespace redaction::apply
