// What was decided on a part, as its package that went out says: by each partner for its own data, and as a whole.
// Basis: Convenant art. 5.2
#pragma once

#include <map>
#include <string>

#include "service/letters/letters.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

std::string outcomeCode(letters::Outcome outcome);  // granted, partly, refused, nothing-held, nothing-visible, not-taken-up, processing

struct Decided {
    bool out = false;                              // something went out
    std::map<std::string, std::string> byPartner;  // partner and code; of who wrote no letter there is none
    std::string whole;                             // of all together; "decided" where it is no longer kept how
};
Decided decidedOn(Office& office, const store::Request& request);
// Whether a partner refuses, or takes nothing up, by the latest package: out, or ready to go. Basis: AVG art. 12(4)
bool anyRefuses(Office& office, const store::Request& request);

std::string outcomeWords(const std::string& code);  // "deels toegewezen"; empty code: empty

}  // namespace service::casework
