// Messages on the worklist: what someone must know of their own cases, until they have seen it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// Whom a change of this request concerns: those it is assigned to and the desk that logged it; nobody: the privacy
// officers, who must see to it that somebody takes it up.
std::vector<std::string> concernedBy(Office& office, const store::Request& request);
// These, and who decided on its documents or its points, and who signed.
std::vector<std::string> withDeciders(Office& office, const store::Request& request, std::vector<std::string> ids);
// words: Dutch, names nobody.
void notify(Office& office, const std::vector<std::string>& accountIds, const store::Request& request, std::string_view kind, const std::string& words);

struct NoticeRow {
    std::string id, requestId, reference, kind, words, atWords;  // requestId empty: it does not open that request
};
std::vector<NoticeRow> noticesFor(Office& office, const Actor& actor);  // newest first; of requests they may open
void markNoticeSeen(Office& office, const Actor& actor, std::string_view noticeId);

}  // namespace service::casework
