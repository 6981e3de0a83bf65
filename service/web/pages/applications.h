// An application: what somebody asked, once, and the parts it became.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response applicationPage(Visit& visit);
http::Response loggedApplication(Visit& visit);  // after logging: the number, what to read out
http::Response applicationAcknowledgement(Visit& visit);
http::Response writeOverview(Visit& visit);
http::Response applicationLetter(Visit& visit);
http::Response showTransfer(Visit& visit);
http::Response transferRequest(Visit& visit);
http::Response showTransferOutside(Visit& visit);
http::Response transferOutside(Visit& visit);

std::string applicationLink(std::string_view applicationId, std::string_view part = "");

}  // namespace service::web::pages
