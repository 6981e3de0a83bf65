// What can be done with a case besides its next step, in the groups a person looks for it: links, none that would be refused.
#pragma once

#include "service/casework/worklist.h"
#include "service/web/visit.h"

namespace service::web::pages {

// A list of {title, links: [{link, words}]}; only groups that have a link.
Data caseDoings(const Visit& visit, const casework::CaseView& view);

}  // namespace service::web::pages
