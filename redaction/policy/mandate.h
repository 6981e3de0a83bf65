// What a signed authorisation covers: which rights and at which partners, as somebody recorded it or as its free words say. What
// they leave open is unclear, never covered. Basis: AVG art. 12; Jeugdwet art. 7.3.15; rule R23: exactly the rights of the represented
#pragma once

#include "redaction/household/household.h"

namespace redaction::policy {

// none: no authorisation, a consent to share one thing. no: for other rights or at other partners.
enum class Reach { none, no, unclear, yes };

bool isMandate(const household::Consent& consent);
// For the right of the request at everyone who decides on it. Says nothing of the day: see given and withdrawn.
Reach reachOf(const household::Consent& consent, const household::Case& known, const household::AccessRequest& request);

}  // namespace redaction::policy
