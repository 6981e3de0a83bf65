// What must stand in nothing that goes to this requester, whatever was proposed for the documents: the addresses, towns,
// numbers, schools, practices and employers that a protection hides from them, and who a reporter is that is kept back.
// Verification searches them in every file, also where no document had a word withheld.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/policy/standing.h"
#include "service/casework/standing.h"

namespace service::casework {

// Basis: AVG art. 15(4); UAVG art. 41(1)(i) (rules R13, R14). Without what is the requester's own too (the same school),
// without a town where the region or a partner is that may be named, and without a span that a human decided to show
// (withheld for safety: two people lifted it).
std::vector<std::string> guardedWords(Office& office, const Standing& standing);
// Whether what somebody typed for this requester says any of it, or names a partner that may not be named. Stricter than the
// search above: the town of a region or a partner counts too, but for where it is part of their name or address, or of what
// else is no secret there (open: where an appointment is).
bool saysGuarded(Office& office, const Standing& standing, std::string_view text, const std::vector<std::string>& open = {});
// The towns alone, for many texts: what is sought is gathered once.
class GuardedTowns {
  public:
    GuardedTowns(Office& office, const Standing& standing, const std::vector<std::string>& open = {});
    bool in(std::string_view text) const;

  private:
    std::vector<std::string> towns_, open_;
};

}  // namespace service::casework
