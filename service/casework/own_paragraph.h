// What a privacy officer adds to a partner's decision letter, in their own words, before signing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

std::string ownParagraph(Office& office, const std::string& requestId, const std::string& partnerId);  // empty: none
std::vector<std::string> paragraphsOf(std::string_view text);  // parted by empty lines

// Voids a signature that stands; the package has to be made again. Empty text: takes it away.
Outcome writeParagraph(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view text);

}  // namespace service::casework
