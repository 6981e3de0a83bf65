// What a correction did to the proposals, and what it may not do.
#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "redaction/policy/correcting.h"

namespace redaction::policy {

namespace {

constexpr const char* notLifted = "Een verbetering zegt dat dit over iemand anders gaat. Wat verborgen was voor de veiligheid of voor een melder gaat daardoor niet vanzelf open: weeg het zelf.";
constexpr const char* nobodyKnown = "Een verbetering zegt dat niet bekend is wie hier wordt genoemd; kijk of dit getoond mag worden.";

// Basis: domain rules R13, R14, R16.
bool isGuarded(const Proposal& p) {
    return p.decision != Decision::release && (p.ground == "safety" || p.ground == "reporter" || p.ground == "professional-safety");
}

bool isSame(const Proposal& a, const Proposal& b) { return a.decision == b.decision && a.rule == b.rule && a.ground == b.ground && a.subject == b.subject; }

void take(const Proposal& from, Proposal& p) {
    p.rule = from.rule;
    p.ground = from.ground;
}

// Basis: house rule "closed on doubt": a guarded proposal becomes judge at best, and keeps the ground that guards it.
void keepGuard(const Proposal& before, Proposal& p) {
    if (p.decision == Decision::redact && before.decision == Decision::redact) take(before, p);
    if (p.decision == Decision::redact || (p.decision == Decision::judge && p.ground == before.ground)) return;
    p.decision = Decision::judge;
    take(before, p);
    p.why = notLifted;
}

using Key = std::tuple<Scope, std::size_t, std::size_t>;

bool touches(const Proposal& a, const Proposal& b) { return a.scope == b.scope && a.start < b.end && b.start < a.end; }

bool isStricter(const Proposal& a, const Proposal& b) { return std::make_pair(isGuarded(a), a.decision) > std::make_pair(isGuarded(b), b.decision); }

// Proposals by fragment: to find what stood at the same stretch, or the strictest that touches it.
class Found {
  public:
    explicit Found(const std::vector<Proposal>& all) {
        for (const auto& p : all) {
            auto& here = byFragment_[p.fragment];
            const auto [at, isNew] = here.exact.emplace(Key{p.scope, p.start, p.end}, &p);
            if (!isNew && isStricter(p, *at->second)) at->second = &p;
            here.all.push_back(&p);
        }
    }

    const Proposal* at(const Proposal& p) const {
        const auto fragment = byFragment_.find(p.fragment);
        if (fragment == byFragment_.end()) return nullptr;
        const auto exact = fragment->second.exact.find({p.scope, p.start, p.end});
        if (exact != fragment->second.exact.end()) return exact->second;
        const Proposal* strictest = nullptr;
        for (const auto* other : fragment->second.all)
            if (touches(*other, p) && (!strictest || isStricter(*other, *strictest))) strictest = other;
        return strictest;
    }

  private:
    struct Here {
        std::map<Key, const Proposal*> exact;
        std::vector<const Proposal*> all;
    };
    std::map<std::string, Here> byFragment_;
};

}  // namespace

const Correcting::Hit* Correcting::causeOf(const Proposal& proposal) const {
    const auto here = hits_.find(proposal.fragment);
    if (here == hits_.end()) return hits_.empty() ? nullptr : &hits_.rbegin()->second.back();
    for (auto hit = here->second.rbegin(); hit != here->second.rend(); ++hit)
        if (hit->start < proposal.end && proposal.start < hit->end) return &*hit;
    return &here->second.back();
}

void Correcting::settleOne(const Proposal* before, Proposal& p) const {
    const auto* cause = causeOf(p);
    if (!cause) return;
    const bool direct = cause->start < p.end && p.start < cause->end;
    if (p.scope == Scope::span && direct && cause->by->target == household::Target::mention && cause->by->to.empty() && p.decision == Decision::release) {
        p.decision = Decision::judge, p.rule = "R12", p.ground = "third-party";
        p.why = nobodyKnown;
    }
    if (before && isGuarded(*before)) keepGuard(*before, p);
    if (before && isSame(*before, p)) return;
    p.correction = cause->by->id;
    p.uncorrected = before ? before->decision : Decision::judge;
}

void Correcting::settle(const std::vector<Proposal>& without, std::vector<Proposal>& with) const {
    const Found before(without);
    for (auto& p : with) settleOne(before.at(p), p);
    std::vector<Proposal> lost;  // guarded, and no proposal stands there any more
    const Found after(with);
    std::copy_if(without.begin(), without.end(), std::back_inserter(lost), [&](const Proposal& p) { return isGuarded(p) && !after.at(p); });
    with.insert(with.end(), lost.begin(), lost.end());
}

}  // namespace redaction::policy
