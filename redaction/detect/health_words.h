// Health words by what they end in: "polsontsteking", "quetiapine", "spierziekte". By templates/words/categories.txt.
#pragma once

#include <string_view>

#include "redaction/detect/vocabulary.h"

namespace redaction::detect {

bool endsAsHealth(std::string_view word);
inline bool endsAsHealth(const Word& word) { return word.is(Fact::health); }

}  // namespace redaction::detect
