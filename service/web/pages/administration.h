// What the administrator keeps: the region, accounts, partners and how they are asked, extra days without work.
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
http::Response showNewPartner(Visit& visit);
http::Response addPartner(Visit& visit);
http::Response saveConnection(Visit& visit);
http::Response tryConnection(Visit& visit);
http::Response showMandates(Visit& visit);
http::Response recordMandate(Visit& visit);
http::Response endMandate(Visit& visit);
http::Response showRegion(Visit& visit);
http::Response saveRegion(Visit& visit);
http::Response showMail(Visit& visit);
http::Response saveMail(Visit& visit);
http::Response tryMail(Visit& visit);

http::Response listHolidays(Visit& visit);
http::Response addHoliday(Visit& visit);
http::Response removeHoliday(Visit& visit);

void noteAdministration(Visit& visit, std::string_view action, const Data& details);
Data administrationTabs(const Visit& visit, std::string_view current);

}  // namespace service::web::pages
