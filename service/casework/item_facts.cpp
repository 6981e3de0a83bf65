// What is recorded of the requester, the child and the partner, in the form that the law of points reasons on.
#include <algorithm>

#include "redaction/policy/standing.h"
#include "service/casework/case_file.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

// As somebody would name them in a reason. A reporter's name belongs in no reason.
std::vector<std::string> namesIn(const household::Case& known) {
    std::vector<std::string> names;
    for (const auto& person : known.persons) {
        if (person.kind == "reporter" || person.kind == "informant") continue;
        names.insert(names.end(), person.given.begin(), person.given.end());
        names.insert(names.end(), person.nicknames.begin(), person.nicknames.end());
        names.insert(names.end(), {person.called, person.family, person.partnerName});
    }
    return names;
}

bool holdsOn(const household::Relation& it, const Date& day) { return (!it.since || *it.since <= day) && (!it.until || day < *it.until); }

// Who is whose client is a dated fact of the household; where nobody recorded it for this partner, a minor asked for is taken to be.
// Basis: Jeugdwet 7.3.1(2)
void addClient(const household::Case& known, const std::string& partner, const std::string& about, bool usually, const Date& day, requests::ItemFacts& facts) {
    facts.client = usually;
    for (const auto& it : known.relations) {
        if (it.type != "client" || it.to != partner) continue;
        if (!facts.clientsKnown) facts.client = false;
        facts.clientsKnown = true;
        facts.client = facts.client || (it.from == about && holdsOn(it, day));
    }
}

bool isRestricted(Office& office, const store::Item& item) {
    const auto orders = office.store.items().orders(item.requestId);
    return std::any_of(orders.begin(), orders.end(), [&](const auto& it) { return it.itemId == item.id && it.kind == "restrict" && it.confirmedOn; });
}

}  // namespace

bool isAnsweredByItems(const store::Request& request) { return request.right != "access"; }

std::string controllerOf(const store::Request& request) { return request.partnerId.empty() ? request.addressedTo : request.partnerId; }

// Basis: Jeugdwet 7.3.1(2), 7.3.15; RBROT:2024:8250
requests::ItemFacts itemFacts(Office& office, const store::Request& request, const store::Item& item) {
    const auto known = office.store.households().load(request.householdId);
    const auto day = today(office);
    const redaction::policy::Standing rights(known, office.store.requests().accessRequest(request.id), day);
    const std::string about = item.about.empty() ? request.requesterId : item.about;
    requests::ItemFacts facts;
    facts.right = requests::rightFrom(request.right).value_or(requests::Right::rectification);
    if (const auto partner = office.store.partners().find(controllerOf(request))) facts.partner = requests::partnerKindFrom(partner->kind);
    facts.today = day, facts.names = namesIn(known);
    addClient(known, controllerOf(request), about, rights.isMinor(about) && rights.isMine(about), day, facts);
    facts.acting = requests::actingFor(intakeInput(office, known, formOf(office, request)), about);
    facts.restrictionStands = isRestricted(office, item);
    return facts;
}

}  // namespace service::casework
