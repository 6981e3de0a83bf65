#include "service/casework/partner_wall.h"

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/office.h"

namespace service::casework {

bool handlesItself(Office& office, const std::string& partnerId) {
    if (partnerId.empty() || !office.store.accounts().anyHandlers(partnerId)) return false;
    const auto mandates = office.store.partners().mandates(partnerId);
    return std::none_of(mandates.begin(), mandates.end(), [&](const auto& it) { return it.holdsOn(today(office)); });
}

namespace {

bool isClosedFor(Office& office, const std::string& worksFor, const store::Request& request) {
    return worksFor.empty() ? handlesItself(office, request.partnerId) : request.partnerId != worksFor;
}

}  // namespace

std::string partnerOf(Office& office, const Actor& actor) { return actor.accountId.empty() ? std::string() : office.store.accounts().partnerOf(actor.accountId); }

bool isBehindWall(Office& office, const Actor& actor, const store::Request& request) {
    if (actor.accountId.empty()) return false;  // a job of the service itself
    return isClosedFor(office, partnerOf(office, actor), request);
}

bool isBehindWall(Office& office, const store::Account& account, const store::Request& request) { return isClosedFor(office, account.partnerId, request); }

bool areApart(Office& office, const store::Request& one, const store::Request& other) {
    return one.partnerId != other.partnerId && (handlesItself(office, one.partnerId) || handlesItself(office, other.partnerId));
}

bool isInvolved(Office& office, const std::string& partnerId, const std::string& householdId) {
    const auto partners = office.store.households().partners(householdId);
    if (std::any_of(partners.begin(), partners.end(), [&](const auto& it) { return it.partnerId == partnerId; })) return true;
    const auto requests = office.store.requests().ofHousehold(householdId);
    return std::any_of(requests.begin(), requests.end(), [&](const auto& it) { return it.partnerId == partnerId; });
}

std::set<std::string> untoldPartners(Office& office, const Actor& actor, const redaction::household::Case& known) {
    const auto own = partnerOf(office, actor);
    std::set<std::string> untold;
    if (own.empty()) return untold;
    for (const auto& partner : office.store.partners().all())
        if (partner.revealsPlace) untold.insert(partner.id);
    for (const auto& it : known.protections) untold.insert(it.hidePartners.begin(), it.hidePartners.end());
    untold.erase(own);
    return untold;
}

const std::string unnamedPartner = "een partner die hier niet wordt genoemd";

redaction::household::Case namedFor(Office& office, const Actor& actor, redaction::household::Case known) {
    for (const auto& id : untoldPartners(office, actor, known)) {
        const auto found = std::find_if(known.partners.begin(), known.partners.end(), [&](const auto& it) { return it.id == id; });
        if (found == known.partners.end()) known.partners.push_back({id, unnamedPartner, {}, false});
        else found->name = unnamedPartner;
    }
    return known;
}

redaction::household::Case listedFor(Office& office, const Actor& actor, redaction::household::Case known) {
    const auto untold = untoldPartners(office, actor, known);
    std::erase_if(known.partners, [&](const auto& it) { return untold.count(it.id) != 0; });
    return known;
}

bool isColleague(Office& office, const Actor& actor, const std::string& accountId) {
    const auto own = partnerOf(office, actor);
    return own.empty() || office.store.accounts().partnerOf(accountId) == own;
}

}  // namespace service::casework
