// What a reviewer reads: whom the passage is about, in the words of the family, what it tells of them, what was asked for where
// it is not given, and what the rule says.
#pragma once

#include "redaction/policy/evaluate.h"

namespace redaction::policy {

std::string whyOf(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage, const Verdict& verdict);// "Kan moeder of oma zijn. ": of a mention that fits several people.
std::string whoItMayBe(const Ruling& ruling, const detect::Mention& mention);

}  // namespace redaction::policy
