#include "service/casework/partner_standing.h"

namespace service::casework {

requests::Standing standingIn(const store::Partner& partner) {
    if (partner.contested) return requests::Standing::contested;
    return partner.publicBody ? requests::Standing::publicBody : requests::Standing::other;
}

void setStanding(store::Partner& partner, requests::Standing standing) {
    partner.publicBody = standing == requests::Standing::publicBody, partner.contested = standing == requests::Standing::contested;
}

std::optional<requests::Standing> usualStandingOf(const store::Partner& partner) {
    const auto form = requests::legalFormFrom(partner.legalForm);
    return form ? std::optional(requests::usualStanding(requests::partnerKindFrom(partner.kind), *form)) : std::nullopt;
}

bool needsLook(const store::Partner& partner) {
    const auto usual = usualStandingOf(partner);
    return !usual || (*usual != standingIn(partner) && partner.standingWhy.empty());
}

}  // namespace service::casework
