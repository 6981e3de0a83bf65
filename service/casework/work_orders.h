// What follows a decision on points once it is out: orders to the partner until they are confirmed, recipients who must
// hear of it, and then the confirmation to the requester.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/casework/actor.h"
#include "service/casework/intake.h"
#include "service/casework/term_events.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// Within the transaction that hands the decision out. Basis: AVG art. 12(3), 16-19
void orderWork(Office& office, const Actor& actor, const store::Request& request);

struct ConfirmForm {
    std::string on, by, note;  // by: who at the partner says so
};
FormOutcome confirmOrder(Office& office, const Actor& actor, std::string_view requestId, std::string_view orderId, const ConfirmForm& form);

struct ToldForm {
    std::string on, how, impossibleWhy;
};
FormOutcome settleRecipient(Office& office, const Actor& actor, std::string_view requestId, std::string_view recipientId, const ToldForm& form);

StoredFile orderLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view orderId);
StoredFile recipientLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view recipientId);
StoredFile erasureLetter(Office& office, const Actor& actor, std::string_view requestId);

// What still waits after the decision went out; absent: nothing. For the worklist.
struct OpenWork {
    Date due{};
    std::size_t orders = 0, recipients = 0;
    int daysLate = 0;   // of what is due first
    std::string words;  // "2 opdrachten aan Veilig Thuis zijn nog niet bevestigd"; without orders: of the recipients
    std::vector<std::string> late;  // each that is too late, and how many days
};
std::optional<OpenWork> openWork(Office& office, const store::Request& request);

}  // namespace service::casework
