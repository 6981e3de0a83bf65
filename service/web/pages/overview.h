// Counts over all cases, as tables, bars and a file; and what of them is destroyed when.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response overview(Visit& visit);
http::Response overviewFile(Visit& visit);

http::Response retentionRegister(Visit& visit);
http::Response keptFile(Visit& visit);  // of a case whose copies are gone: the decision, the inventory
http::Response setRetentionMonths(Visit& visit);
http::Response caseRetention(Visit& visit);
http::Response showPostpone(Visit& visit);
http::Response postpone(Visit& visit);

Data reportTabs(const Visit& visit, std::string_view current);

}  // namespace service::web::pages
