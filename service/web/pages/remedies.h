// What came after a decision: recording it, what becomes of it, deciding anew.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response showRemedies(Visit& visit);  // of a part, with the form to record one
http::Response recordRemedy(Visit& visit);
http::Response remedyPage(Visit& visit);
http::Response addRemedyStep(Visit& visit);
http::Response reopenPart(Visit& visit);

}  // namespace service::web::pages
