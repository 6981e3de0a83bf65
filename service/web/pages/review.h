// Handlers of the review pages; routes.cpp gives each its address and permission.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response reviewOverviewPage(Visit& visit);
http::Response workbenchPage(Visit& visit);
http::Response pagePicture(Visit& visit);
http::Response sourceFile(Visit& visit);
http::Response decideOne(Visit& visit);
http::Response acceptRest(Visit& visit);
http::Response addOne(Visit& visit);
http::Response decideWholeFragment(Visit& visit);
http::Response finishReview(Visit& visit);
http::Response reopenReview(Visit& visit);
http::Response settleRemark(Visit& visit);
http::Response sessionToken(Visit& visit);  // JSON: the page's token anew, after signing in again in another tab

}  // namespace service::web::pages
