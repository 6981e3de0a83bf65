// The engine's proposals of a new run instead of those of an earlier one: what is proposed again unchanged keeps its id and
// its rulings; what a correction made another keeps the decision a human took, as far as that shows nothing more.
#include <map>
#include <set>
#include <tuple>

#include "service/store/proposal_rows.h"

namespace service::store {

namespace policy = redaction::policy;

namespace {

// What makes a proposal the same as one of an earlier run: where it is and what it says, not how it is worded.
using Sameness = std::tuple<std::string, int, std::size_t, std::size_t, int, std::string, std::string, std::optional<std::string>,
                            std::optional<std::string>, std::optional<policy::Decision>>;

Sameness samenessOf(const Proposal& it) {
    return {it.fragmentId, int(it.scope), it.start, it.end, int(it.decision), it.ground, it.rule, it.subject, it.kind, it.uncorrected};
}

using Stretch = std::tuple<std::string, int, std::size_t, std::size_t>;
Stretch stretchOf(const Proposal& it) { return {it.fragmentId, int(it.scope), it.start, it.end}; }

Proposal fromEngine(const policy::Proposal& it, const Id& requestId, std::string_view rulesVersion, int run) {
    Proposal made;
    made.requestId = requestId, made.fragmentId = it.fragment;
    made.scope = it.scope, made.start = it.start, made.end = it.end;
    made.decision = it.decision, made.ground = it.ground, made.rule = it.rule;
    made.subject = it.subject, made.kind = it.kind;
    made.why = it.why, made.certainty = it.certainty;
    made.rulesVersion = rulesVersion, made.run = run;
    made.correctionId = it.correction, made.uncorrected = it.uncorrected;
    made.likeness = it.likeness;
    return made;
}

// A correction hid it and was withdrawn: what is shown again, a human decides. Basis: closed on doubt.
void holdBack(const std::multimap<Stretch, Proposal>& before, Proposal& made) {
    if (made.decision != policy::Decision::release || made.uncorrected) return;
    const auto [from, to] = before.equal_range(stretchOf(made));
    for (auto old = from; old != to; ++old) {
        const auto& it = old->second;
        if (it.correctionId.empty() || (it.decision == policy::Decision::release && !isOpened(it))) continue;
        made.correctionId = it.correctionId;
        made.uncorrected = it.decision == policy::Decision::release ? it.uncorrected : it.decision;
    }
}

void keep(Connection& c, const Id& id, const Proposal& now) {
    run(c, "UPDATE proposal SET why = $1, certainty = $2, rules_version = $3, run = $4, correction_id = $5, likeness = $6 WHERE id = $7", now.why, now.certainty,
        now.rulesVersion, now.run, now.correctionId, now.likeness, id);
}

// The same human, the same moment, the same reason: on what now stands there. False: nobody decided, or it would show more
// than is proposed.
bool carryDecision(Connection& c, const Environment& environment, const Proposal& old, const Proposal& now) {
    const bool shows = now.decision == policy::Decision::release;
    return run(c,
               std::string("INSERT INTO ruling (id, proposal_id, number, decision, ground, subject, kind, reason, decided_by, decided_at) "
                           "SELECT $1, $2, 1, r.decision, r.ground, r.subject, r.kind, CASE WHEN trim(r.reason) = '' THEN "
                           "'besloten voordat een verbetering het voorstel veranderde' ELSE r.reason END, r.decided_by, r.decided_at "
                           "FROM ruling r WHERE r.proposal_id = $3 AND r.number = (SELECT max(number) FROM ruling WHERE proposal_id = $3) AND ") +
                   (shows ? "r.decision <> 'withdrawn'" : "r.decision = 'redact'"),
               environment.newId.make(), now.id, old.id) > 0;
}

}  // namespace

Replacement Proposals::replaceAll(const Id& requestId, const std::vector<policy::Proposal>& proposals, std::string_view rulesVersion) {
    return database_.write([&](Connection& c) {
        Replacement result;
        result.run = 1 + int(numberFrom(c, "SELECT coalesce(max(run), 0) FROM proposal WHERE request_id = $1", requestId));
        std::multimap<Sameness, Id> standing;
        std::multimap<Stretch, Proposal> before;
        for (const auto& it : rows(c, proposalFromRow, selectProposals("WHERE p.request_id = $1 AND p.origin = 'engine' AND p.replaced = 0"), requestId)) {
            standing.emplace(samenessOf(it), it.id);
            before.emplace(stretchOf(it), it);
        }
        std::map<Stretch, Proposal> fresh;
        for (const auto& wanted : proposals) {
            auto made = fromEngine(wanted, requestId, rulesVersion, result.run);
            holdBack(before, made);
            if (const auto same = standing.find(samenessOf(made)); same != standing.end()) {
                keep(c, same->second, made);
                standing.erase(same);
                ++result.kept;
            } else {
                made.id = environment_.newId.make();
                insertProposal(c, made);
                fresh.insert_or_assign(stretchOf(made), made);
                ++result.added;
            }
        }
        for (const auto& [sameness, id] : standing) {
            run(c, "UPDATE proposal SET replaced = 1 WHERE id = $1", id);
            result.dropped.push_back(id);
        }
        const std::set<Id> dropped(result.dropped.begin(), result.dropped.end());
        for (const auto& [stretch, old] : before) {
            const auto now = fresh.find(stretch);
            if (now == fresh.end() || dropped.count(old.id) == 0 || (old.correctionId.empty() && now->second.correctionId.empty())) continue;
            if (carryDecision(c, environment_, old, now->second)) ++result.carried, fresh.erase(now);
        }
        return result;
    });
}

}  // namespace service::store
