// Which way stands open against a partner's decisions: what its kind and legal form bring, unless the region holds otherwise and
// says why. Its letters, clocks and lists all go by it. Basis: UAVG art. 34, 35; procedure P1–P5
#pragma once

#include <optional>

#include "service/requests/decision.h"
#include "service/store/partners.h"

namespace service::casework {

requests::Standing standingIn(const store::Partner& partner);
void setStanding(store::Partner& partner, requests::Standing standing);
// Absent: nobody chose its legal form.
std::optional<requests::Standing> usualStandingOf(const store::Partner& partner);
// Somebody should look: no legal form was chosen, or what holds is not usual and nobody said why.
bool needsLook(const store::Partner& partner);

}  // namespace service::casework
