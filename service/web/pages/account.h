// What everyone has: the way to their own start, their settings, their drafts; and the files of the pages.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response home(Visit& visit);
http::Response alive(Visit& visit);
http::Response asset(Visit& visit);
http::Response showSettings(Visit& visit);
http::Response saveSettings(Visit& visit);
http::Response changePassword(Visit& visit);
http::Response showDraft(Visit& visit);     // JSON, for our script
http::Response saveDraft(Visit& visit);     // JSON
http::Response discardDraft(Visit& visit);

// What this person typed on this page and did not send; empty: nothing.
std::optional<Sent> draftFor(Visit& visit, std::string_view page);
void forgetDraft(Visit& visit, std::string_view page);

}  // namespace service::web::pages
