// The words on marks and the explanation at the end of a released document, from the dated grounds.
#pragma once

#include <string>
#include <vector>

#include "redaction/apply/typeset/typeset.h"
#include "redaction/marks/marks.h"
#include "redaction/policy/rules.h"

namespace redaction::apply {

std::string groundCode(const policy::RuleSet& rules, const std::string& ground);  // "rechten van anderen", also for what its own word would give away at its place

std::string groundLetter(const policy::RuleSet& rules, const std::string& ground);  // "A", the same

// "[A · naam]"; "[A]" where saying what is hidden would tell that it is a place.
std::string markLabel(const policy::RuleSet& rules, const marks::Mark& mark);

// "Deze passage is niet verstrekt (A: rechten van anderen)."
std::string passageLine(const policy::RuleSet& rules, const std::string& ground);

// Each ground used, explained once. Empty when nothing is marked.
std::vector<typeset::Block> explainGrounds(const policy::RuleSet& rules, const std::vector<marks::Mark>& marks);

}  // namespace redaction::apply
