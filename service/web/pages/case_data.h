// Pieces that several pages show of a case: the clock, what the law says, the head with its tabs.
#pragma once

#include "service/casework/audit_view.h"
#include "service/casework/collection.h"
#include "service/casework/intake.h"
#include "service/casework/worklist.h"
#include "service/web/visit.h"

namespace service::web::pages {

Data stepsData(const std::vector<casework::ClockStep>& steps);  // of a derivation
Data clockData(const Visit& visit, const casework::ClockView& clock);
Data findingsData(const std::vector<casework::Finding>& findings);
Data linesData(const std::vector<std::string>& lines);  // a list of {words}
Data caseTabs(const Visit& visit, const casework::CaseView& view, std::string_view current);
Data caseHead(const Visit& visit, const casework::CaseView& view, std::string_view tab);  // what stands on top of every tab
PageFrame caseFrame(const Visit& visit, const casework::CaseView& view, std::string_view here = "");
std::vector<Crumb> caseCrumbs(const Visit& visit, std::string_view reference, std::string_view requestId, std::string_view here = "");
std::string sentToIn(const Visit& visit, const std::string& words);  // "per post: Dorpsstraat 1 …": what follows the way stays as written
std::string whyIn(const Visit& visit, const casework::AuditRow& row);  // a person's own reason stays as written
std::string caseLink(std::string_view requestId, std::string_view part = "");
std::string nextStepAddress(const casework::WorkRow& row);
Data progressData(const Visit& visit, const casework::CollectionProgress& progress, std::string_view requestId);
std::string toneOf(std::string_view collectionState, std::string_view answer);  // of a badge

}  // namespace service::web::pages
