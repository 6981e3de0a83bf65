// Who asks, for whom, and where they may be reached: what days changed, how identity was established, what a child thinks,
// and the channels that are safe.
#pragma once

#include "service/casework/safe_channels.h"
#include "service/casework/worklist.h"
#include "service/web/visit.h"

namespace service::web::pages {

// For the case: what days changed with the stops that stand, and the children to hear. Empty lists: nothing.
void addPeople(Visit& visit, const casework::CaseView& view, Data& data);
http::Response goOnWithOwnData(Visit& visit);

http::Response showChildView(Visit& visit);
http::Response recordChildView(Visit& visit);

http::Response showIdentity(Visit& visit);
http::Response recordIdentity(Visit& visit);
http::Response sendIdentityCode(Visit& visit);
http::Response checkIdentityCode(Visit& visit);
http::Response putAside(Visit& visit);
http::Response reopenPutAside(Visit& visit);

http::Response showContact(Visit& visit);
http::Response addChannel(Visit& visit);
http::Response endChannel(Visit& visit);
http::Response confirmChannel(Visit& visit);
std::string wayWords(const Visit& visit, const casework::Way& way);
Data waysData(Visit& visit, const std::string& requestId);  // for handing out: {channel, words, why, allowed, handling}

}  // namespace service::web::pages
