// A wrong release on its pages: recording it, its clocks to the hour, what went to whom, who was told.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response showNewBreach(Visit& visit);
http::Response recordBreach(Visit& visit);
http::Response breachPage(Visit& visit);
http::Response addBreachStep(Visit& visit);
http::Response showBreachLetter(Visit& visit);
http::Response makeBreachLetter(Visit& visit);
http::Response breachLetter(Visit& visit);

}  // namespace service::web::pages
