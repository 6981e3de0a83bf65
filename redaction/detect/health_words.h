// Health words by what they end in: "polsontsteking", "quetiapine", "spierziekte". By templates/words/categories.txt.
#pragma once

#include <string_view>

namespace redaction::detect {

bool endsAsHealth(std::string_view word);

}  // namespace redaction::detect
