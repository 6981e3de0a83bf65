// Whose the data in a passage are: its numbers and addresses, its special categories.
#pragma once

#include <vector>

#include "redaction/about/passage.h"
#include "redaction/about/split.h"
#include "redaction/detect/people.h"

namespace redaction::about {

void involveOwners(Passage& p, const Stretch& s, const std::vector<detect::Mention>& mentions, const detect::People& people);  // in a form line
void markHealth(Passage& p, const Stretch& s, const std::vector<detect::Mention>& mentions);

}  // namespace redaction::about
