// The letters about points: the decision that goes out, and what follows it. Each as it stands now.
#pragma once

#include <string>
#include <vector>

#include "service/casework/package_letters.h"
#include "service/letters/item_letters.h"
#include "service/store/items.h"

namespace service::casework {

// The decision, one letter per point of a rectification, and the machine-readable export of what is portable.
DecisionLetters itemLetters(Office& office, const Standing& standing);

letters::LetterItem letterItem(Office& office, const store::Request& request, const store::Item& item, const store::ItemDecision& decision);

}  // namespace service::casework
