// What the administrator keeps: accounts, partners and how they are asked, extra days without work.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response listAccounts(Visit& visit);
http::Response addAccount(Visit& visit);
http::Response showAccount(Visit& visit);
http::Response saveAccount(Visit& visit);
http::Response setAccountPassword(Visit& visit);
http::Response unlockAccount(Visit& visit);
http::Response listPartners(Visit& visit);
http::Response showPartner(Visit& visit);
http::Response savePartner(Visit& visit);
http::Response listHolidays(Visit& visit);
http::Response addHoliday(Visit& visit);
http::Response removeHoliday(Visit& visit);

Data administrationTabs(const Visit& visit, std::string_view current);

}  // namespace service::web::pages
