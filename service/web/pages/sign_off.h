// Handlers of the sign-off and release pages; routes.cpp gives each its address and permission.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response signOffPage(Visit& visit);
http::Response signRelease(Visit& visit);
http::Response sendBack(Visit& visit);
http::Response writeParagraph(Visit& visit);
http::Response liftSafety(Visit& visit);
http::Response releasePage(Visit& visit);
http::Response buildAgain(Visit& visit);
http::Response packageState(Visit& visit);  // JSON, for the live view while building
http::Response packageMember(Visit& visit);
http::Response packageDownload(Visit& visit);
http::Response handOut(Visit& visit);
http::Response closeRequest(Visit& visit);

}  // namespace service::web::pages
