// The front desk's form: one page, four blocks, what it will become at the right.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response showIntake(Visit& visit);
http::Response sendIntake(Visit& visit);     // any button of the form: search, choose, read the letter, log
http::Response previewIntake(Visit& visit);  // the right column and what depends on the choices, for our script
http::Response letterState(Visit& visit);    // JSON: is the letter read?
http::Response loggedRequest(Visit& visit);  // reference, letter, what to read out

}  // namespace service::web::pages
