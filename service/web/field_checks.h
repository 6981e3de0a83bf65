// What can be said of a form before anyone looks at its meaning: filled in, not too long, no hidden signs, days that
// exist, choices that were offered. Casework judges the rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/web/forms.h"

namespace service::web {

// In the reader's language, by field; empty: nothing wrong.
Errors checkFields(const Visit& visit, const std::vector<Field>& fields);
std::string lineOf(const Visit& visit, const Errors& errors);  // for above the form; empty: no errors

bool holdsHiddenSigns(std::string_view text, Input input);  // control characters, and signs that turn the writing round
bool isMailAddress(std::string_view text);

}  // namespace service::web
