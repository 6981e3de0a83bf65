#include "service/store/proposals.h"

#include "service/store/error.h"
#include "service/store/proposal_rows.h"

namespace service::store {

namespace {

std::map<Id, ReviewProgress> progressRows(Connection& c, const Id& requestId) {
    // A proposal by hand that was withdrawn is no longer there.
    Statement statement(c,
                        std::string("SELECT p.fragment_id, count(*), "
                                    "sum(CASE WHEN r.decision IS NOT NULL AND r.decision <> 'withdrawn' THEN 1 ELSE 0 END), "
                                    "sum(CASE WHEN (p.decision = 'judge' OR (p.decision = 'release' AND p.uncorrected IN ('judge', 'redact'))) AND (r.decision IS NULL OR r.decision = 'withdrawn') "
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
                    selectProposals("JOIN fragment f ON f.id = p.fragment_id WHERE p.request_id = $1 AND p.replaced = 1 AND NOT EXISTS (SELECT 1 FROM left_together l WHERE l.request_id = f.request_id AND l.partner_id = f.partner_id) AND EXISTS (SELECT 1 FROM ruling r WHERE r.proposal_id = p.id) "
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
