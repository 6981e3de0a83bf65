// Lays a household out as a small picture: parents above, children below, lines for parenthood, authority and
// protection; and the same in sentences for who does not see it.
#pragma once

#include "redaction/household/household.h"
#include "service/web/visit.h"

namespace service::web::pages {

// requesterId empty: nobody asks. today: YYYY-MM-DD, for authority that holds now.
Data familyData(const Visit& visit, const redaction::household::Case& known, std::string_view requesterId);

}  // namespace service::web::pages
