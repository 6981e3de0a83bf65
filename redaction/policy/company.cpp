#include "redaction/policy/company.h"

namespace redaction::policy {

namespace {
constexpr double kGuess = 0.5;  // one of several people it could be
}

Company companyOf(const Ruling& r, const about::Passage& passage) {
    Company c;
    for (const auto& i : passage.about) {
        auto presence = i.weight == about::Weight::subject ? Presence::strong : i.weight == about::Weight::object ? Presence::object : Presence::weak;
        if (i.certainty <= kGuess && r.standing.isMine(i.subject)) presence = std::min(presence, Presence::object);  // closed on doubt: it may be another
        if (r.standing.isProfessional(i.subject) && !r.standing.isOwn(i.subject)) continue;
        auto& sure = r.standing.isMine(i.subject) ? c.mineSure : c.othersSure;
        sure = std::max(sure, i.certainty);
        const auto* child = r.standing.child(i.subject);
        if (r.standing.isOwn(i.subject)) c.own = std::max(c.own, presence);
        else if (r.standing.isOpen(i.subject)) c.open = std::max(c.open, presence);
        else if (child) {
            if (presence > c.closed || c.closedGround.empty()) c.closedGround = child->ground;
            c.closed = std::max(c.closed, presence);
        } else {
            c.other = std::max(c.other, presence);
        }
    }
    return c;
}

}  // namespace redaction::policy
