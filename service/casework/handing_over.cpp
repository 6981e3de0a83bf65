#include "service/casework/handing_over.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/notices.h"
#include "service/casework/partner_wall.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

// Those the actor may give away: never from emergency access, which is for looking. Throws Failure.
std::vector<store::Request> requireAll(Office& office, const Actor& actor, const std::vector<std::string>& ids) {
    std::vector<store::Request> requests;
    for (const auto& id : ids) {
        requests.push_back(requireRequest(office, actor, id));
        if (mayOpen(office, actor, requests.back().householdId) == Opening::emergency)
            throw Failure(Failure::notAllowed, "Met noodtoegang kunt u niemand toewijzen, ook uzelf niet.");
    }
    return requests;
}

std::string behindWall(Office& office, const std::vector<store::Request>& requests, const store::Account& to) {
    std::vector<std::string> references;
    for (const auto& request : requests)
        if (isBehindWall(office, to, request)) references.push_back(request.reference);
    return joinedWords(references);
}

std::string conflicting(Office& office, const std::vector<store::Request>& requests, const std::string& to) {
    std::vector<std::string> references;
    for (const auto& request : requests)
        if (office.store.assignments().accessOf(request.householdId, to) == store::Access::conflict) references.push_back(request.reference);
    return joinedWords(references);
}

void takeAway(Office& office, const Actor& actor, const std::string& household, const store::Account& to) {
    for (const auto& it : office.store.assignments().ofHousehold(household)) {
        const auto account = office.store.accounts().find(it.accountId);
        if (it.accountId == to.id || !account || account->role != to.role || !isColleague(office, actor, it.accountId)) continue;  // another partner's people stay
        office.store.assignments().unassign(household, it.accountId);
        record(office, actor, {"household.unassigned", household, {}, {}, {}, nlohmann::json{{"account", it.accountId}}.dump()});
    }
}

void give(Office& office, const Actor& actor, const std::vector<store::Request>& requests, const store::Account& to, Handing how, const std::string& reason) {
    std::set<std::string> households;
    for (const auto& request : requests)
        if (households.insert(request.householdId).second) {
            office.store.assignments().assign(request.householdId, to.id, actor.accountId);
            record(office, actor, {"household.assigned", request.householdId, {}, {}, reason, nlohmann::json{{"account", to.id}}.dump()});
            if (how == Handing::instead) takeAway(office, actor, request.householdId, to);
        }
    for (const auto& request : requests) {
        record(office, actor, trailOf(request, "household.handed-on", reason, nlohmann::json{{"account", to.id}}.dump()));
        if (to.id != actor.accountId) notify(office, {to.id}, request, "handed-over", accountName(office, actor.accountId) + " gaf u dit verzoek: " + reason);
    }
}

}  // namespace

std::vector<Colleague> colleagues(Office& office, const Actor& actor) {
    std::vector<Colleague> all;
    for (const auto& account : office.store.accounts().all())
        if (account.active && account.role != Role::administrator && isColleague(office, actor, account.id)) all.push_back({account.id, account.displayName, dutchName(account.role)});
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

Outcome handOver(Office& office, const Actor& actor, const std::vector<std::string>& requestIds, std::string_view toAccount, Handing how, std::string_view reason) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    if (requestIds.empty()) return Outcome::refused("nothing-chosen", "Vink eerst de verzoeken aan.");
    const auto to = office.store.accounts().find(std::string(toAccount));
    if (!to || !to->active || to->role == Role::administrator) return Outcome::refused("nobody-chosen", "Kies een collega.");
    if (reason.empty()) return Outcome::refused("reason-missing", "Schrijf waarom; de collega leest dit.");
    const auto requests = requireAll(office, actor, requestIds);
    if (const auto references = behindWall(office, requests, *to); !references.empty())
        return Outcome::refused("other-partner", "Deze collega werkt voor een andere partner dan die beslist over " + references + ". Er is niets doorgegeven.");
    if (const auto references = conflicting(office, requests, to->id); !references.empty())
        return Outcome::refused("conflict-of-interest", "Deze collega heeft een belangenconflict bij " + references + ". Er is niets doorgegeven.");
    office.store.transact([&] { give(office, actor, requests, *to, how, std::string(reason)); });
    return Outcome::success(requests.size() == 1 ? "Doorgegeven. De collega heeft bericht." : std::to_string(requests.size()) + " verzoeken doorgegeven. De collega heeft bericht.");
}

}  // namespace service::casework
