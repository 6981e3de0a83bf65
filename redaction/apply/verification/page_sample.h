// Which pages of a package are looked at by OCR: all that may show what no text says, and some of the others, chosen so
// that nobody can know beforehand which.
#pragma once

#include <cstdint>
#include <vector>

#include "redaction/apply/verification/page_contents.h"

namespace redaction::apply::verification {

inline constexpr double sampledShare = 0.02;
inline constexpr std::size_t leastSampled = 20;

// Per file, per page: whether it is looked at.
std::vector<std::vector<bool>> choosePages(const std::vector<std::vector<PageContents>>& files, std::uint64_t seed);

}  // namespace redaction::apply::verification
