// Letters in other words than Lakwerk's, before signing, and letters to partners.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response showLetterEditing(Visit& visit);
http::Response editLetter(Visit& visit);
http::Response makePartnerLetter(Visit& visit);
http::Response partnerLetter(Visit& visit);

Data letterChangesData(Visit& visit, const std::string& requestId);  // for the signer: what a human changed, before and after
Data partnerLettersData(Visit& visit, const std::string& requestId);

}  // namespace service::web::pages
