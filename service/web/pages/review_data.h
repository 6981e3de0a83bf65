// Turns what casework tells of a review into what the templates show.
#pragma once

#include "service/casework/review.h"
#include "service/web/visit.h"

namespace service::web::pages {

// One proposal as a row of the list, with what to decide. `back` is the address to return to without script.
Data rowData(const Visit& visit, const casework::ProposalRow& row);
Data correctionData(const Visit& visit, const casework::ProposalRow::Correction& it);
bool isShown(const casework::ProposalRow& row);  // false: an addition that was taken back

Data workbenchData(const Visit& visit, const casework::DocumentView& view, const casework::ReviewOverview& overview);
Data overviewData(const Visit& visit, const casework::ReviewOverview& overview);
Data pickList(const std::vector<std::pair<std::string, std::string>>& choices);
Data fragmentData(const Visit& visit, const casework::FragmentRow& fragment);

std::string fragmentAddress(std::string_view fragmentId);
std::string signOf(std::string_view decision);  // a sign beside the colour: ■ redact, ? judge, ○ release

}  // namespace service::web::pages
