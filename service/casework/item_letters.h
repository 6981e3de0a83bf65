// The letters about points: the decision that goes out, and what follows it. Each as it stands now.
#pragma once

#include <string>
#include <vector>

#include "service/casework/package.h"
#include "service/letters/item_letters.h"
#include "service/store/items.h"

namespace service::casework {

// The decision, one letter per point of a rectification, and the machine-readable export of what is portable.
struct ItemLetters {
    std::vector<PackagedFile> files;
    std::string outcome;  // of all points together: granted, partly, refused, not-taken-up
};
ItemLetters itemLetters(Office& office, const Standing& standing);

letters::LetterItem letterItem(Office& office, const store::Request& request, const store::Item& item, const store::ItemDecision& decision);

}  // namespace service::casework
