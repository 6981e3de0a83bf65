// That a partner with people of its own lets the region handle its parts: recorded by an administrator from a document that was
// seen, and ended with a reason. The wall between partners honours it while it holds (partner_wall.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/term_events.h"
#include "service/store/partners.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

struct MandateRow {
    std::string id, givenBy, since, document, byName;  // since: YYYY-MM-DD
    std::string ended, endedWhy, endedByName;          // empty: not ended
    bool holds = false;                                // today
};
std::vector<MandateRow> mandatesOf(Office& office, const Actor& actor, std::string_view partnerId);  // newest first

struct MandateForm {
    std::string givenBy, since, document;
};
// One at a time. Basis: Convenant art. 5.2: the controller decides for itself, or has somebody else do so
FormOutcome recordMandate(Office& office, const Actor& actor, std::string_view partnerId, const MandateForm& form);
FormOutcome endMandate(Office& office, const Actor& actor, std::string_view partnerId, std::string_view mandateId, std::string_view on, std::string_view why);

// Of those that the region handles together in this case: who has people of its own and gave no mandate that holds today.
std::vector<store::Partner> decidingForThemselves(Office& office, const store::Request& request);
std::vector<std::string> handlersOf(Office& office, const std::string& partnerId);  // its own people, account ids

// Empty, or why the region does not go on with this case: a partner that it handles for in it now decides for itself.
std::string whyMandateEnded(Office& office, const store::Request& request);
// Whom it concerns hears so once, the people of that partner too, and a signature is voided. True: it was told now.
bool tellMandateEnded(Office& office, const store::Request& request);

}  // namespace service::casework
