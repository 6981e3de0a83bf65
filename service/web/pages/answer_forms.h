// In which form a request is answered: documents, only what is done with the data, inspection on location; that it is
// excessive; and the register per partner from which that second form is told.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response answerFormPage(Visit& visit);
http::Response chooseAnswerForm(Visit& visit);
http::Response answerYoungRequester(Visit& visit);
http::Response finishProcessing(Visit& visit);
http::Response planInspection(Visit& visit);
http::Response holdInspection(Visit& visit);
http::Response cancelInspection(Visit& visit);
http::Response inspectionLetter(Visit& visit);

http::Response excessivePage(Visit& visit);
http::Response proposeExcessive(Visit& visit);
http::Response confirmExcessive(Visit& visit);
http::Response rejectExcessive(Visit& visit);

http::Response showRegister(Visit& visit);
http::Response saveRegister(Visit& visit);

}  // namespace service::web::pages
