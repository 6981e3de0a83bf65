// Correcting who a mention is or whom a passage is about, from the review; and the list of corrections of a household.
#pragma once

#include "service/casework/corrections.h"
#include "service/web/visit.h"

namespace service::web::pages {

http::Response correctOne(Visit& visit);
http::Response withdrawCorrection(Visit& visit);
http::Response proposingState(Visit& visit);  // JSON: whether new proposals are being made

Data correctionsData(const Visit& visit, std::string_view householdId, const std::vector<casework::CorrectionRow>& rows);

}  // namespace service::web::pages
