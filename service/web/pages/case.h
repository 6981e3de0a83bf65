// The pages of one case: overview, documents, decisions, letters, log; and what can be done on them.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response caseOverview(Visit& visit);
http::Response caseProgress(Visit& visit);  // the live part of the overview
http::Response caseDocuments(Visit& visit);
http::Response caseDecision(Visit& visit);
http::Response caseLetters(Visit& visit);
http::Response caseLog(Visit& visit);

http::Response startCollection(Visit& visit);
http::Response startReview(Visit& visit);
http::Response retryPartner(Visit& visit);
http::Response stopPartner(Visit& visit);
http::Response markPartnerByHand(Visit& visit);
http::Response showAddFragment(Visit& visit);
http::Response addFragment(Visit& visit);
http::Response readFragmentAgain(Visit& visit);

http::Response acknowledgement(Visit& visit);
http::Response incomingLetter(Visit& visit);

}  // namespace service::web::pages
