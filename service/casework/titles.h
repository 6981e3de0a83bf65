// Titles of fragments as they may stand in what goes out. A title is the partner's text and nobody reviewed it: it is
// shown only where the rules would show it without a human.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "service/casework/standing.h"

namespace service::casework {

// By fragment id: its title; where that may not be shown its kind; where that may not either "Stuk 3". withheld: words
// that may stand in none.
std::map<std::string, std::string> titlesToShow(Office& office, const Standing& standing, const std::vector<std::string>& withheld);

std::string numberedTitle(const Standing& standing, int number);  // "Stuk 3", in an English letter "Document 3"

}  // namespace service::casework
