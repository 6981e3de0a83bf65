// The letters about an application as a whole, kept as they went out: the overview for the requester, and those of a transfer.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/actor.h"
#include "service/casework/release.h"
#include "service/letters/letter_book.h"
#include "service/store/applications.h"
#include "service/store/requests.h"
#include "service/casework/letter_guard.h"

namespace service::casework {

struct Office;

// The overview is the region's; a letter about a part is of who may open that part.
bool mayReadLetter(Office& office, const Actor& actor, const store::ApplicationLetter& letter);
DownloadFile applicationLetter(Office& office, const Actor& actor, std::string_view applicationId, std::string_view letterId);

// What every partner decided, when, and where to object; partners that may not be named stand nowhere in it.
// Basis: Privacyprotocol art. 9.1; AVG art. 15(4); UAVG art. 41(1)(i)
Outcome writeOverview(Office& office, const Actor& actor, std::string_view applicationId);

// Within a transaction. Throws LetterStopped.
void keepLetter(Office& office, const Actor& actor, const store::Request& part, store::ApplicationLetterKind kind, const letters::Letter& letter, const MayStand& may = {});

}  // namespace service::casework
