// The terms of a case: every clock opened to how it came about, the milestones, and what stops or lengthens the term.
#pragma once

#include "service/web/visit.h"

namespace service::casework {
struct LateView;
}

namespace service::web::pages {

http::Response caseTerms(Visit& visit);
std::string explainFormName(const casework::LateView& late);  // of its texts: terms.NAME
Data termLettersData(Visit& visit, const std::string& requestId);  // for the tab with letters

http::Response showClockDay(Visit& visit);
http::Response recordClockDay(Visit& visit);
http::Response showUndoClockDay(Visit& visit);
http::Response undoClockDay(Visit& visit);
http::Response showSuspend(Visit& visit);
http::Response suspendClock(Visit& visit);
http::Response previewSuspension(Visit& visit);
http::Response showAnswer(Visit& visit);
http::Response answerArrived(Visit& visit);
http::Response showUndoSuspension(Visit& visit);
http::Response undoSuspension(Visit& visit);
http::Response suspensionLetter(Visit& visit);
http::Response showExtend(Visit& visit);
http::Response extendClock(Visit& visit);
http::Response previewExtension(Visit& visit);
http::Response showUndoExtension(Visit& visit);
http::Response undoExtension(Visit& visit);
http::Response extensionLetter(Visit& visit);
http::Response showLate(Visit& visit);
http::Response explainLateness(Visit& visit);
http::Response showDefaultNotice(Visit& visit);
http::Response recordDefaultNotice(Visit& visit);

}  // namespace service::web::pages
