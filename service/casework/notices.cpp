#include "service/casework/notices.h"

#include <algorithm>

#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/remedy_view.h"

namespace service::casework {

namespace {

void addActive(Office& office, const store::Request& request, const std::string& accountId, std::vector<std::string>& ids) {
    const auto account = office.store.accounts().find(accountId);
    if (account && account->active && !isBehindWall(office, *account, request) && std::find(ids.begin(), ids.end(), accountId) == ids.end()) ids.push_back(accountId);
}

// Of a case after a decision that concerns another partner too: its page opens, the request does not.
bool isOfRemedy(Office& office, const Actor& actor, const store::Request& request) {
    const auto all = office.store.remedies().ofApplication(request.applicationId);
    return std::any_of(all.begin(), all.end(), [&](const auto& it) { return it.requestId == request.id && isConcernedBesides(office, actor, it); });
}

bool maySee(Office& office, const Actor& actor, const store::Request& request) {
    if (isBehindWall(office, actor, request)) return false;
    if (request.createdBy == actor.accountId && isAtDesk(office, actor, request.householdId)) return true;
    const auto opening = mayOpen(office, actor, request.householdId);
    return opening == Opening::open || opening == Opening::emergency;
}

}  // namespace

std::vector<std::string> concernedBy(Office& office, const store::Request& request) {
    std::vector<std::string> ids;
    for (const auto& it : office.store.assignments().ofHousehold(request.householdId)) addActive(office, request, it.accountId, ids);
    const bool handled = !ids.empty();
    addActive(office, request, request.createdBy, ids);
    if (handled) return ids;
    for (const auto& account : office.store.accounts().all())
        if (account.role == Role::privacyOfficer && office.store.assignments().accessOf(request.householdId, account.id) != store::Access::conflict)
            addActive(office, request, account.id, ids);
    return ids;
}

std::vector<std::string> withDeciders(Office& office, const store::Request& request, std::vector<std::string> ids) {
    const auto add = [&](const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const auto& id : office.store.rulings().decidersOf(request.id)) add(id);
    for (const auto& [item, decision] : office.store.items().latest(request.id)) add(decision.decidedBy);
    if (const auto signature = office.store.signOffs().standing(request.id)) add(signature->signedBy);
    return ids;
}

void notify(Office& office, const std::vector<std::string>& accountIds, const store::Request& request, std::string_view kind, const std::string& words) {
    for (const auto& id : accountIds) {
        store::Notice notice;
        notice.accountId = id, notice.requestId = request.id, notice.kind = std::string(kind), notice.words = words;
        office.store.notices().add(notice);
    }
}

std::vector<NoticeRow> noticesFor(Office& office, const Actor& actor) {
    std::vector<NoticeRow> rows;
    for (const auto& it : office.store.notices().unseen(actor.accountId)) {
        const auto request = office.store.requests().find(it.requestId);
        const bool ofRemedy = it.kind == remedyNotice;
        if (request && !(ofRemedy ? isOfRemedy(office, actor, *request) : maySee(office, actor, *request))) continue;
        rows.push_back({it.id, ofRemedy ? std::string() : it.requestId, request ? request->reference : "", it.kind, it.words, dutchMoment(it.madeAt)});
    }
    return rows;
}

void markNoticeSeen(Office& office, const Actor& actor, std::string_view noticeId) {
    office.store.notices().markSeen(std::string(noticeId), actor.accountId);
}

}  // namespace service::casework
