// Which lines of a page belong to one running paragraph, broken where the next word had no room. Not for other folders.
#pragma once

#include <cstddef>
#include <vector>

#include "redaction/apply/rebuild/line_setting.h"

namespace redaction::apply::rebuild {

// The lines (pieces) that must be set again together because `piece` holds hidden words: its whole paragraph, for each of
// its line breaks may be a consequence of them. Only one: set that line by itself.
std::vector<std::size_t> paragraphFrom(const MarkedPage& marked, std::size_t piece);

}  // namespace redaction::apply::rebuild
