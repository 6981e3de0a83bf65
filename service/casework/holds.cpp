// What holds the destruction of a case back, one function each; the list at the end is the whole of it.
#include <algorithm>

#include "service/casework/household_change.h"
#include "service/casework/lifting.h"
#include "service/casework/office.h"
#include "service/casework/remedy_view.h"
#include "service/casework/retention.h"

namespace service::casework {

namespace {

using Holds = std::vector<requests::RetentionHold>;

// Another case that is still open rests on corrections that were made in this one.
void addCorrections(Office& office, const store::Request& request, Holds& holds) {
    const auto others = office.store.requests().ofHousehold(request.householdId);
    if (std::none_of(others.begin(), others.end(), [&](const auto& it) { return it.id != request.id && isOpen(it); })) return;
    const auto corrections = office.store.corrections().ofHousehold(request.householdId);
    if (std::any_of(corrections.begin(), corrections.end(), [&](const auto& it) { return it.requestId == request.id && !it.withdrawnAt; }))
        holds.push_back({"corrections", "Een ander verzoek van dit huishouden loopt nog en steunt op verbeteringen uit deze zaak."});
}

// Basis: Awb art. 4:17: while a penalty may still be due
void addDefaultNotice(Office& office, const store::Request& request, Holds& holds) {
    if (!office.store.delays().notices(request.id).empty() && !office.store.releases().latest(request.id))
        holds.push_back({"default-notice", "Er is een ingebrekestelling, en er is nog niet beslist."});
}

// What a partner must still do of a decision: the order names what it is about.
void addWorkOrders(Office& office, const store::Request& request, Holds& holds) {
    const auto orders = office.store.items().orders(request.id);
    if (std::any_of(orders.begin(), orders.end(), [](const auto& it) { return !it.confirmedOn; }))
        holds.push_back({"work-order", "Een partner heeft nog niet bevestigd dat een opdracht is uitgevoerd."});
}

// Basis: AVG art. 17(3)(e): a complaint, objection or court case of which the outcome is not known yet
void addRemedies(Office& office, const store::Request& request, Holds& holds) {
    for (const auto& it : office.store.remedies().ofApplication(request.applicationId)) {
        if (it.requestId != request.id || isOver(office, it)) continue;
        holds.push_back({"remedy", "Er loopt een klacht, bezwaar of rechtszaak over de beslissing."});
        return;
    }
}

// Basis: AVG art. 33, 34
void addBreaches(Office& office, const store::Request& request, Holds& holds) {
    for (const auto& it : office.store.breaches().ofRequest(request.id)) {
        const auto events = office.store.breaches().events(it.id);
        if (std::none_of(events.begin(), events.end(), [](const auto& event) { return event.kind == "closed"; }))
            return holds.push_back({"breach", "Een datalek over dit verzoek is nog niet afgesloten."});
    }
}

// Decided anew: the first decision is what the new one is about.
void addReopened(Office& office, const store::Request& request, Holds& holds) {
    for (const auto& it : office.store.requests().ofApplication(request.applicationId))
        if (it.reopens == request.id && it.step != store::Step::closed) return holds.push_back({"reopened", "Het verzoek is opnieuw geopend, en die zaak is nog niet afgesloten."});
}

// Basis: AVG art. 18(3): the requester hears it before a restriction ends; here is who that is and what it is about
void addRestrictions(Office& office, const store::Request& request, Holds& holds) {
    const auto items = office.store.items().ofRequest(request.id);
    if (std::any_of(items.begin(), items.end(), [&](const auto& it) { return mayLift(office, request, it); }))
        holds.push_back({"restriction", "Er geldt nog een beperking van de verwerking. De verzoeker hoort het voordat zij stopt; hef haar op als de reden voorbij is."});
}

constexpr void (*all[])(Office&, const store::Request&, Holds&) = {addCorrections, addDefaultNotice, addWorkOrders, addRemedies, addBreaches, addReopened, addRestrictions};

}  // namespace

Holds holdsOf(Office& office, const store::Request& request) {
    Holds holds;
    for (const auto add : all) add(office, request, holds);
    return holds;
}

}  // namespace service::casework
