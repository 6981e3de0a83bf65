#include "service/casework/case_file.h"

#include <algorithm>

#include "service/casework/access.h"
#include "service/casework/partner_wall.h"
#include "service/casework/words.h"

namespace service::casework {

void requireRole(const Actor& actor, std::initializer_list<Role> roles) {
    if (std::find(roles.begin(), roles.end(), actor.role) == roles.end())
        throw Failure(Failure::notAllowed, "Dit hoort niet bij uw rol (" + dutchName(actor.role) + ").");
}

namespace {

void requireStillThere(Office& office, const std::optional<store::Request>& request) {
    if (!request) throw Failure(Failure::notFound, "Dit verzoek bestaat niet.");
    if (office.store.retention().find(request->id)) throw Failure(Failure::notFound, "De kopieën van dit verzoek zijn vernietigd. Het bewijs staat bij Bewaren en vernietigen.");
}

}  // namespace

store::Request requireRequest(Office& office, const Actor& actor, std::string_view requestId) {
    auto request = office.store.requests().find(std::string(requestId));
    requireStillThere(office, request);
    if (isBehindWall(office, actor, *request)) throw Failure(Failure::notFound, "Dit verzoek bestaat niet.");
    requireOpen(office, actor, request->householdId);
    return *request;
}

bool isAtDesk(Office& office, const Actor& actor, std::string_view householdId) {
    return actor.role == Role::frontDesk && mayOpen(office, actor, householdId) == Opening::notAssigned;
}

SeenRequest requireRequestOrDesk(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = office.store.requests().find(std::string(requestId));
    requireStillThere(office, request);
    if (request->createdBy == actor.accountId && !isBehindWall(office, actor, *request) && isAtDesk(office, actor, request->householdId)) return {*request, Sight::desk};
    return {requireRequest(office, actor, requestId), Sight::whole};
}

store::Fragment requireFragment(Office& office, const Actor& actor, std::string_view fragmentId) {
    auto fragment = office.store.fragments().find(std::string(fragmentId));
    if (!fragment) throw Failure(Failure::notFound, "Dit stuk bestaat niet.");
    requireRequest(office, actor, fragment->requestId);
    return *fragment;
}

void requireStep(const store::Request& request, std::initializer_list<store::Step> steps) {
    if (std::find(steps.begin(), steps.end(), request.step) == steps.end())
        throw Failure(Failure::notNow, "Dat kan nu niet: het verzoek staat bij de stap '" + stepWords(toText(request.step)) + "'.");
}

void record(Office& office, const Actor& actor, const Trail& trail) {
    store::NewAuditEntry entry;
    entry.accountId = actor.accountId;
    entry.role = actor.accountId.empty() ? "service" : toText(actor.role);
    entry.action = trail.action;
    entry.householdId = trail.householdId;
    entry.requestId = trail.requestId;
    entry.onPerson = trail.onPerson;
    entry.why = trail.why;
    entry.details = trail.details;
    office.store.audit().append(entry);
}

Trail trailOf(const store::Request& request, std::string action, std::string why, std::string details) {
    return {std::move(action), request.householdId, request.id, request.requesterId, std::move(why), std::move(details)};
}

Date today(const Office& office) { return service::amsterdamDay(office.environment.clock.now()); }

std::string accountName(Office& office, const std::string& accountId) {
    if (accountId.empty()) return "Lakwerk";
    const auto account = office.store.accounts().find(accountId);
    return account ? account->displayName : "een vroegere medewerker";
}

const Actor& theServiceItself() {
    static const Actor service{"", Role::professional, "Lakwerk"};
    return service;
}

}  // namespace service::casework
