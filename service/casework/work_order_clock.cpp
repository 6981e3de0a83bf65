#include "service/casework/work_order_clock.h"

#include "service/casework/case_file.h"
#include "service/casework/law_of_request.h"

namespace service::casework {

Date orderDue(Office& office, const store::Request& request, requests::Work work, requests::Ordered why) {
    return requests::workOrderBy(today(office), work, why, request.receivedOn, termsOf(office, request.receivedOn), calendarOf(office)).end;
}

// Basis: AVG art. 19, in the time of the orders beside it
Date recipientDue(Office& office, const store::Request& request, const store::RecipientNotice& notice) {
    return requests::workOrderBy(service::amsterdamDay(notice.madeAt), requests::Work::tellRecipients, requests::Ordered::byDecision, request.receivedOn, termsOf(office, request.receivedOn), calendarOf(office)).end;
}

// The day stands as it was given, also when the terms or the days off changed since.
requests::Clock orderClock(Office& office, const store::Request& request, const store::WorkOrder& order) {
    const auto why = order.orderedBy.empty() ? requests::Ordered::byDecision : requests::Ordered::whileWeighed;
    const auto work = requests::workFrom(order.kind).value_or(requests::Work::correct);
    auto clock = requests::workOrderBy(service::amsterdamDay(order.orderedAt), work, why, request.receivedOn, termsOf(office, request.receivedOn), calendarOf(office));
    if (clock.end == order.dueOn) return clock;
    clock.end = order.dueOn;
    clock.steps = {{"In de opdracht aan de partner staat " + requests::longDutchDate(order.dueOn) + "; dat blijft zo, ook als regels of vrije dagen daarna wijzigden.", order.dueOn, clock.source}};
    return clock;
}

}  // namespace service::casework
