// Two requests of a household side by side.
#pragma once

#include "service/casework/comparing.h"
#include "service/web/visit.h"

namespace service::web::pages {

http::Response comparison(Visit& visit);
Data warningsData(const std::vector<casework::ComparisonWarning>& warnings);
std::string comparisonLink(std::string_view householdId, std::string_view one, std::string_view other);

}  // namespace service::web::pages
