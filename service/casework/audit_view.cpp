#include "service/casework/audit_view.h"

#include <nlohmann/json.hpp>

#include "service/casework/access.h"
#include "service/casework/audit_words.h"
#include "service/casework/case_file.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

// A person reads the name of a partner, not its code.
std::string withPartnerName(Office& office, const std::string& details) {
    auto json = nlohmann::json::parse(details, nullptr, false);
    if (!json.is_object() || !json.contains("partner") || !json["partner"].is_string()) return details;
    if (const auto partner = office.store.partners().find(json["partner"].get<std::string>())) json["partner"] = partner->name;
    return json.dump();
}

AuditRow rowOf(Office& office, const redaction::household::Case& known, const store::AuditEntry& entry) {
    AuditRow row;
    row.number = std::size_t(entry.number);
    row.at = service::toIso(entry.at), row.atWords = dutchMoment(entry.at), row.byName = accountName(office, entry.accountId);
    const auto role = store::roleFrom(entry.role);
    row.byService = !role, row.roleWords = role ? dutchName(*role) : "Lakwerk zelf";
    row.action = entry.action, row.words = auditSentence(entry.action, withPartnerName(office, entry.details)), row.why = entry.why;
    if (!entry.onPerson.empty()) row.onPersonName = nameIn(known, entry.onPerson);
    row.looking = isLooking(entry.action);
    return row;
}

std::vector<AuditRow> rowsOf(Office& office, const std::string& householdId, const std::vector<store::AuditEntry>& entries) {
    const auto known = office.store.households().load(householdId);
    std::vector<AuditRow> rows;
    for (const auto& entry : entries) rows.push_back(rowOf(office, known, entry));
    return rows;
}

// What was done to another partner's part, and what its people did to the household, is theirs.
bool isOthers(Office& office, const Actor& actor, const store::AuditEntry& entry) {
    if (!entry.requestId.empty()) {
        const auto request = office.store.requests().find(entry.requestId);
        return !request || isBehindWall(office, actor, *request);
    }
    return !entry.accountId.empty() && !isColleague(office, actor, entry.accountId);
}

}  // namespace

std::vector<AuditRow> auditOfRequest(Office& office, const Actor& actor, std::string_view requestId, std::size_t limit) {
    const auto request = requireRequest(office, actor, requestId);
    const auto rows = rowsOf(office, request.householdId, office.store.audit().ofRequest(request.id, limit));
    record(office, actor, trailOf(request, "audit.seen"));
    return rows;
}

std::vector<AuditRow> auditOfHousehold(Office& office, const Actor& actor, std::string_view householdId, std::size_t limit) {
    requireOpen(office, actor, householdId);
    const std::string id(householdId);
    auto entries = office.store.audit().ofHousehold(id, limit);
    std::erase_if(entries, [&](const auto& it) { return isOthers(office, actor, it); });
    const auto rows = rowsOf(office, id, entries);
    record(office, actor, {"audit.seen", id, {}, {}, {}, "{}"});
    return rows;
}

ChainState auditChain(Office& office, const Actor& actor) {
    requireRole(actor, {Role::privacyOfficer, Role::administrator});
    const auto report = office.store.audit().verify();
    ChainState state{report.isWhole, std::size_t(report.entries), {}};
    state.words = report.isWhole ? "Het logboek is heel: " + dutchCount(state.entries) + " regels, geen enkele gewijzigd of verdwenen."
                                 : "Het logboek klopt niet bij regel " + std::to_string(report.brokenAt) + ": " + report.difference;
    record(office, actor, {"audit.verified", {}, {}, {}, {}, "{}"});
    return state;
}

}  // namespace service::casework
