// Households: finding, making, importing and exporting them; the page of one; its facts and settings.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response listHouseholds(Visit& visit);
http::Response showNewHousehold(Visit& visit);
http::Response createHousehold(Visit& visit);
http::Response importHousehold(Visit& visit);
http::Response exportHousehold(Visit& visit);
http::Response showHousehold(Visit& visit);
http::Response householdLog(Visit& visit);
http::Response showHouseholdSettings(Visit& visit);
http::Response saveHouseholdSettings(Visit& visit);

http::Response showNewFact(Visit& visit);
http::Response addFact(Visit& visit);
http::Response showFact(Visit& visit);
http::Response changeFact(Visit& visit);
http::Response closeFact(Visit& visit);
http::Response settleWeakening(Visit& visit);

}  // namespace service::web::pages
