// The letters that go with a package: inventory, completeness statement, one decision per controller.
#pragma once

#include <string>
#include <vector>

#include "service/casework/office.h"
#include "service/casework/package.h"
#include "service/letters/letters.h"

namespace service::casework {

// withheld: what may stand in no title.
std::vector<PackagedFile> packageLetters(Office& office, const Standing& standing, const std::vector<PackagedDocument>& documents,
                                         const std::vector<std::string>& withheld);

letters::Frame frameOf(Office& office, const Standing& standing, const store::Partner* sender);
std::vector<std::string> aboutWhom(const Standing& standing, letters::Language language);

// A title as it may stand in the inventory: the partner's, unless something withheld stands in it.
std::string safeTitle(const store::Fragment& fragment, const std::vector<std::string>& withheld);

}  // namespace service::casework
