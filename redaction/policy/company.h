// Who is in a passage as the requester stands to them: own, open to them, closed, or another.
#pragma once

#include <algorithm>
#include <string>

#include "redaction/policy/evaluate.h"

namespace redaction::policy {

enum class Presence { none, weak, object, strong };

// Who is in the passage, as seen by the requester.
struct Company {
    Presence own = Presence::none, open = Presence::none, closed = Presence::none, other = Presence::none;
    std::string_view closedGround;
    double mineSure = 0, othersSure = 0;  // how sure it is that the requester (or a child open to them) is in it; that another is
    Presence mine() const { return std::max(own, open); }
};

Company companyOf(const Ruling& ruling, const about::Passage& passage);

}  // namespace redaction::policy
