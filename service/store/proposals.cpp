#include "service/store/proposals.h"

#include <tuple>

#include "service/store/error.h"
#include "service/store/proposal_rows.h"

namespace service::store {

namespace policy = redaction::policy;

namespace {

// What makes a proposal the same as one of an earlier run: where it is and what it says, not how it is worded.
using Sameness = std::tuple<std::string, int, std::size_t, std::size_t, int, std::string, std::string,
                            std::optional<std::string>, std::optional<std::string>>;

Sameness samenessOf(const Proposal& it) {
    return {it.fragmentId, int(it.scope), it.start, it.end, int(it.decision), it.ground, it.rule, it.subject, it.kind};
}

Proposal fromEngine(const policy::Proposal& it, const Id& requestId, std::string_view rulesVersion, int run) {
    Proposal made;
    made.requestId = requestId;
    made.fragmentId = it.fragment;
    made.scope = it.scope;
    made.start = it.start;
    made.end = it.end;
    made.decision = it.decision;
    made.ground = it.ground;
    made.rule = it.rule;
    made.subject = it.subject;
    made.kind = it.kind;
    made.why = it.why;
    made.certainty = it.certainty;
    made.rulesVersion = rulesVersion;
    made.run = run;
    return made;
}

void keep(Connection& c, const Id& id, const Proposal& now) {
    run(c, "UPDATE proposal SET why = $1, certainty = $2, rules_version = $3, run = $4 WHERE id = $5", now.why, now.certainty,
        now.rulesVersion, now.run, id);
}

std::map<Id, ReviewProgress> progressRows(Connection& c, const Id& requestId) {
    // A proposal by hand that was withdrawn is no longer there.
    Statement statement(c,
                        std::string("SELECT p.fragment_id, count(*), "
                                    "sum(CASE WHEN r.decision IS NOT NULL AND r.decision <> 'withdrawn' THEN 1 ELSE 0 END), "
                                    "sum(CASE WHEN p.decision = 'judge' AND (r.decision IS NULL OR r.decision = 'withdrawn') "
                                    "THEN 1 ELSE 0 END) FROM proposal p ") +
                            joinLatestRuling +
                            "WHERE p.request_id = $1 AND p.replaced = 0 AND NOT (p.origin = 'human' AND r.decision IS NOT NULL AND "
                            "r.decision = 'withdrawn') GROUP BY p.fragment_id",
                        requestId);
    std::map<Id, ReviewProgress> found;
    while (statement.step()) {
        Row row = statement.row();
        auto fragment = row.text();
        found[std::move(fragment)] = {row.integer(), row.integer(), row.integer()};
    }
    return found;
}

}  // namespace

Replacement Proposals::replaceAll(const Id& requestId, const std::vector<policy::Proposal>& proposals,
                                  std::string_view rulesVersion) {
    return database_.write([&](Connection& c) {
        Replacement result;
        result.run = 1 + int(numberFrom(c, "SELECT coalesce(max(run), 0) FROM proposal WHERE request_id = $1", requestId));
        std::multimap<Sameness, Id> standing;
        for (const auto& it : rows(c, proposalFromRow,
                                   selectProposals("WHERE p.request_id = $1 AND p.origin = 'engine' AND p.replaced = 0"), requestId))
            standing.emplace(samenessOf(it), it.id);
        for (const auto& wanted : proposals) {
            auto made = fromEngine(wanted, requestId, rulesVersion, result.run);
            if (const auto same = standing.find(samenessOf(made)); same != standing.end()) {
                keep(c, same->second, made);
                standing.erase(same);
                ++result.kept;
            } else {
                made.id = environment_.newId.make();
                insertProposal(c, made);
                ++result.added;
            }
        }
        for (const auto& [sameness, id] : standing) {
            run(c, "UPDATE proposal SET replaced = 1 WHERE id = $1", id);
            result.dropped.push_back(id);
        }
        return result;
    });
}

Proposal Proposals::addByHand(const Proposal& wanted) {
    if (wanted.addedBy.empty()) throw StoreError(ErrorKind::forbiddenByRule, "een voorstel met de hand is van iemand");
    if (wanted.end < wanted.start || (wanted.end == wanted.start && !wanted.box))
        throw StoreError(ErrorKind::forbiddenByRule, "een voorstel gaat over een stuk tekst of een vlak");
    return database_.write([&](Connection& c) {
        Proposal made = wanted;
        made.id = environment_.newId.make();
        made.origin = Origin::human;
        insertProposal(c, made);
        return made;
    });
}

Proposal Proposals::load(const Id& id) const {
    return database_.read([&](Connection& c) { return loadProposalRow(c, id); });
}

std::vector<Proposal> Proposals::ofFragment(const Id& fragmentId) const {
    return database_.read([&](Connection& c) {
        return rows(c, proposalFromRow,
                    selectProposals("WHERE p.fragment_id = $1 AND p.replaced = 0 ORDER BY p.start_at, p.end_at DESC, p.id"), fragmentId);
    });
}

std::vector<Proposal> Proposals::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, proposalFromRow,
                    selectProposals("JOIN fragment f ON f.id = p.fragment_id WHERE p.request_id = $1 AND p.replaced = 0 "
                                    "ORDER BY f.number, p.start_at, p.end_at DESC, p.id"),
                    requestId);
    });
}

std::vector<Proposal> Proposals::decidedBefore(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, proposalFromRow,
                    selectProposals("WHERE p.request_id = $1 AND p.replaced = 1 AND EXISTS (SELECT 1 FROM ruling r WHERE r.proposal_id = p.id) "
                                    "ORDER BY p.run, p.id"),
                    requestId);
    });
}

ReviewProgress Proposals::progress(const Id& requestId) const {
    ReviewProgress all;
    for (const auto& [fragment, part] : progressByFragment(requestId)) {
        all.total += part.total;
        all.decided += part.decided;
        all.openJudge += part.openJudge;
    }
    return all;
}

std::map<Id, ReviewProgress> Proposals::progressByFragment(const Id& requestId) const {
    return database_.read([&](Connection& c) { return progressRows(c, requestId); });
}

}  // namespace service::store
