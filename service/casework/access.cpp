#include "service/casework/access.h"

#include <algorithm>
#include <chrono>

#include "service/casework/case_file.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"

namespace service::casework {

namespace {

constexpr std::chrono::minutes emergencyDuration{240};
constexpr std::size_t minReasonBytes = 10;

std::string title(Office& office, const std::string& householdId) {
    const auto household = office.store.households().findHousehold(householdId);
    return household ? household->title : householdId;
}

bool mayDirect(const Actor& actor) {
    return actor.role == Role::privacyOfficer || actor.role == Role::administrator || actor.role == Role::professional;
}

}  // namespace

Opening mayOpen(Office& office, const Actor& actor, std::string_view householdId) {
    if (actor.accountId.empty()) return Opening::open;  // a job of the service itself
    const auto access = office.store.assignments().accessOf(std::string(householdId), actor.accountId);
    if (const auto own = partnerOf(office, actor); access != store::Access::conflict && !own.empty() && !isInvolved(office, own, std::string(householdId)))
        return Opening::otherPartner;
    switch (access) {
        case store::Access::conflict: return Opening::conflictOfInterest;
        case store::Access::assigned: return Opening::open;
        case store::Access::emergency: return Opening::emergency;
        case store::Access::none: break;
    }
    return actor.role == Role::privacyOfficer ? Opening::open : Opening::notAssigned;
}

void requireOpen(Office& office, const Actor& actor, std::string_view householdId) {
    if (!office.store.households().findHousehold(std::string(householdId)))
        throw Failure(Failure::notFound, "Dit huishouden bestaat niet.");
    switch (mayOpen(office, actor, householdId)) {
        case Opening::conflictOfInterest:
            throw Failure(Failure::conflictOfInterest, "U kunt dit dossier niet openen: er is een belangenconflict vastgelegd.");
        case Opening::otherPartner: throw Failure(Failure::notFound, "Dit huishouden bestaat niet.");
        case Opening::notAssigned:
            throw Failure(Failure::notAllowed, "Dit dossier is niet aan u toegewezen. Vraag een collega om toewijzing, of open het in nood met een reden.");
        case Opening::open:
        case Opening::emergency: return;
    }
}

std::vector<AccountRow> accountsAround(Office& office, const Actor& actor, std::string_view householdId) {
    requireOpen(office, actor, householdId);
    const std::string id(householdId);
    const auto assigned = office.store.assignments().ofHousehold(id);
    const auto conflicts = office.store.assignments().conflictsOf(id);
    std::vector<AccountRow> rows;
    for (const auto& account : office.store.accounts().all()) {
        if (!account.active || !isColleague(office, actor, account.id)) continue;
        AccountRow row{account.id, account.login, account.displayName, account.role, false, false, {}};
        row.assigned = std::any_of(assigned.begin(), assigned.end(), [&](const auto& it) { return it.accountId == account.id; });
        for (const auto& conflict : conflicts)
            if (conflict.accountId == account.id) row.conflict = true, row.conflictWhy = conflict.why;
        rows.push_back(std::move(row));
    }
    return rows;
}

Outcome assign(Office& office, const Actor& actor, std::string_view householdId, std::string_view accountId) {
    if (!mayDirect(actor)) throw Failure(Failure::notAllowed, "De balie kan geen dossiers toewijzen.");
    if (actor.role != Role::administrator) requireOpen(office, actor, householdId);
    if (actor.role == Role::professional && mayOpen(office, actor, householdId) == Opening::emergency)
        throw Failure(Failure::notAllowed, "Met noodtoegang kunt u niemand toewijzen, ook uzelf niet.");
    const std::string household(householdId), account(accountId);
    if (!office.store.accounts().find(account) || !isColleague(office, actor, account)) throw Failure(Failure::notFound, "Deze medewerker bestaat niet.");
    if (office.store.assignments().accessOf(household, account) == store::Access::conflict)
        return Outcome::refused("conflict-of-interest", "Deze medewerker heeft een belangenconflict bij dit dossier.");
    office.store.transact([&] {
        office.store.assignments().assign(household, account, actor.accountId);
        record(office, actor, {"household.assigned", household, {}, {}, {}, "{\"account\":\"" + account + "\"}"});
    });
    return Outcome::success();
}

Outcome unassign(Office& office, const Actor& actor, std::string_view householdId, std::string_view accountId) {
    if (!mayDirect(actor)) throw Failure(Failure::notAllowed, "De balie kan geen toewijzing intrekken.");
    if (actor.role != Role::administrator) requireOpen(office, actor, householdId);
    const std::string household(householdId), account(accountId);
    if (!isColleague(office, actor, account)) throw Failure(Failure::notFound, "Deze medewerker bestaat niet.");
    office.store.transact([&] {
        office.store.assignments().unassign(household, account);
        record(office, actor, {"household.unassigned", household, {}, {}, {}, "{\"account\":\"" + account + "\"}"});
    });
    return Outcome::success();
}

Outcome recordConflict(Office& office, const Actor& actor, std::string_view householdId, std::string_view accountId,
                       std::string_view why) {
    const std::string household(householdId), account(accountId);
    if (account != actor.accountId && actor.role != Role::privacyOfficer)
        throw Failure(Failure::notAllowed, "Alleen een privacy officer legt een belangenconflict van een ander vast.");
    if (why.empty()) return Outcome::refused("reason-missing", "Schrijf in een paar woorden wat het belangenconflict is.");
    if (!isColleague(office, actor, account)) throw Failure(Failure::notFound, "Deze medewerker bestaat niet.");
    if (!office.store.households().findHousehold(household) || mayOpen(office, actor, household) == Opening::otherPartner) throw Failure(Failure::notFound, "Dit huishouden bestaat niet.");
    office.store.transact([&] {
        office.store.assignments().recordConflict(household, account, why, actor.accountId);
        record(office, actor, {"conflict.recorded", household, {}, {}, std::string(why), "{\"account\":\"" + account + "\"}"});
    });
    return Outcome::success();
}

// Basis: AVG art. 32; domain: emergency access needs a reason and is reported to the privacy officer
Outcome openInEmergency(Office& office, const Actor& actor, std::string_view householdId, std::string_view reason) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const std::string household(householdId);
    if (!office.store.households().findHousehold(household) || mayOpen(office, actor, household) == Opening::otherPartner)
        throw Failure(Failure::notFound, "Dit huishouden bestaat niet.");
    if (mayOpen(office, actor, household) == Opening::conflictOfInterest)
        throw Failure(Failure::conflictOfInterest, "U kunt dit dossier niet openen: er is een belangenconflict vastgelegd.");
    if (reason.size() < minReasonBytes)
        return Outcome::refused("reason-missing", "Schrijf waarom het niet kan wachten. De privacy officers lezen dit.");
    office.store.transact([&] {
        office.store.assignments().openEmergency(household, actor.accountId, reason, emergencyDuration);
        record(office, actor, {"emergency.opened", household, {}, {}, std::string(reason), "{}"});
    });
    return Outcome::success("U kunt dit dossier vier uur lang openen. De privacy officers krijgen hier bericht van.");
}

std::vector<EmergencyRow> listEmergency(Office& office, const Actor& actor, EmergencyFilter filter) {
    requireRole(actor, {Role::privacyOfficer});
    std::vector<store::EmergencyAccess> found = office.store.assignments().unseenEmergencies();
    if (filter == EmergencyFilter::all) {
        found.clear();
        for (const auto& household : office.store.households().all()) {
            auto here = office.store.assignments().emergencies(household.id);
            found.insert(found.end(), here.begin(), here.end());
        }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.openedAt > b.openedAt; });
    }
    std::erase_if(found, [&](const auto& it) { return !isColleague(office, actor, it.accountId); });
    std::vector<EmergencyRow> rows;
    for (const auto& it : found)
        rows.push_back({it.id, it.householdId, title(office, it.householdId), it.accountId, accountName(office, it.accountId), it.reason,
                        service::toIso(it.openedAt), service::toIso(it.expiresAt), dutchMoment(it.openedAt),
                        it.seenAt ? accountName(office, it.seenBy) : std::string(), it.seenAt ? service::toIso(*it.seenAt) : std::string()});
    return rows;
}

Outcome markSeen(Office& office, const Actor& actor, std::string_view emergencyId) {
    requireRole(actor, {Role::privacyOfficer});
    const std::string id(emergencyId);
    const auto unseen = office.store.assignments().unseenEmergencies();
    const auto it = std::find_if(unseen.begin(), unseen.end(), [&](const auto& row) { return row.id == id; });
    if (it == unseen.end() || !isColleague(office, actor, it->accountId)) return Outcome::success();
    if (it->accountId == actor.accountId)
        return Outcome::refused("own-access", "Een andere privacy officer moet uw eigen noodtoegang bekijken.");
    office.store.transact([&] {
        office.store.assignments().markSeen(id, actor.accountId);
        record(office, actor, {"emergency.seen", it->householdId, {}, {}, {}, "{}"});
    });
    return Outcome::success();
}

}  // namespace service::casework
