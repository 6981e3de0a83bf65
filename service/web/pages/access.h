// Who may open a household: the blocked page, emergency access, assigning, conflicts of interest.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response blockedPage(Visit& visit, const std::string& householdId, const casework::Failure& failure);
http::Response openInEmergency(Visit& visit);
http::Response assignAccount(Visit& visit);
http::Response unassignAccount(Visit& visit);
http::Response reportConflict(Visit& visit);

http::Response oversight(Visit& visit);           // the privacy officer's list, and the state of the trail
http::Response markEmergencySeen(Visit& visit);

}  // namespace service::web::pages
