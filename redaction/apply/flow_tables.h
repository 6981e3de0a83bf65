// Makes tables of a flowing document fit the page: columns as wide as what they show, wide tables in parts, the names of
// columns as their header.
#pragma once

#include <vector>

#include "redaction/apply/typeset/typeset.h"

namespace redaction::apply {

// By what is shown only: a mark counts by its label, never by what it hides.
std::vector<typeset::Block> fitTables(std::vector<typeset::Block> blocks);

}  // namespace redaction::apply
