// The worklist and searching for cases.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response worklist(Visit& visit);
http::Response noticeSeen(Visit& visit);
http::Response search(Visit& visit);

}  // namespace service::web::pages
