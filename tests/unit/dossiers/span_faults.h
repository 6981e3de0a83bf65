// Which marked spans are not found, have another subject, or are found where nothing is marked.
#pragma once

#include <string>
#include <vector>

#include "redaction/policy/rules.h"
#include "tests/unit/dossiers/measure.h"

namespace dossiers {

// One line a span, ordered by what is wrong, then by kind.
std::vector<std::string> spanFaults(const Dossier& dossier, const redaction::policy::RuleSet& rules);

}  // namespace dossiers
