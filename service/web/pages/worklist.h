// The worklist and searching for cases.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response worklist(Visit& visit);
http::Response noticeSeen(Visit& visit);
http::Response search(Visit& visit);
http::Response saveView(Visit& visit);
http::Response beginWithView(Visit& visit);
http::Response removeView(Visit& visit);
http::Response handOver(Visit& visit);

}  // namespace service::web::pages
