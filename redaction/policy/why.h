// The sentence a reviewer reads: whom the passage is about, in the words of the family, and what the rule says.
#pragma once

#include "redaction/policy/evaluate.h"

namespace redaction::policy {

std::string whyOf(const Ruling& ruling, const about::Passage& passage, const Verdict& verdict);

}  // namespace redaction::policy
