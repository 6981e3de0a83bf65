#include "redaction/policy/company.h"

namespace redaction::policy {

namespace {
constexpr double kGuess = 0.5;  // one of several people it could be
}

Company companyOf(const Ruling& r, const about::Passage& passage) {
    Company c;
    for (const auto& i : passage.about) {
        auto presence = i.weight == about::Weight::subject ? Presence::strong : i.weight == about::Weight::object ? Presence::object : Presence::weak;
        const auto& towards = r.standing.towards(i.subject);
        const bool mine = towards.own || towards.open;
        if (i.certainty <= kGuess && mine) presence = std::min(presence, Presence::object);  // closed on doubt: it may be another
        if (towards.professional && !towards.own) continue;
        auto& sure = mine ? c.mineSure : c.othersSure;
        sure = std::max(sure, i.certainty);
        if (towards.own) c.own = std::max(c.own, presence);
        else if (towards.open) c.open = std::max(c.open, presence);
        else if (towards.child) {
            if (presence > c.closed || c.closedGround.empty()) c.closedGround = towards.child->ground;
            c.closed = std::max(c.closed, presence);
        } else {
            c.other = std::max(c.other, presence);
        }
    }
    return c;
}

}  // namespace redaction::policy
