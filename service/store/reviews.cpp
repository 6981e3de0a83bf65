#include "service/store/reviews.h"

#include "service/store/error.h"
#include "service/store/proposal_rows.h"

namespace service::store {

namespace {

Remark remarkFromRow(Row& row) {
    return {row.text(), row.text(), row.text(), row.text(), row.text(), row.moment(), row.optionalMoment()};
}

// What goes out of another right than access is letters: documents that were looked at for it are not given.
bool givesDocuments(Connection& c, const Id& requestId) {
    return numberFrom(c,
                      "SELECT count(*) FROM privacy_request WHERE id = $1 AND right_asked = 'access' AND coalesce((SELECT form FROM answer_form "
                      "WHERE request_id = $1 ORDER BY number DESC LIMIT 1), 'documents') <> 'processing' AND NOT EXISTS (SELECT 1 FROM excessive_claim "
                      "WHERE request_id = $1 AND confirmed_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM put_aside WHERE request_id = $1 AND withdrawn_at IS NULL) "
                      "AND coalesce((SELECT choice FROM young_requester WHERE request_id = $1 ORDER BY number DESC LIMIT 1), '') <> 'representative'",
                      requestId) > 0;
}

void checkNothingOpen(Connection& c, const Id& requestId) {
    if (!givesDocuments(c, requestId)) return;
    const auto openJudge = numberFrom(
        c,
        std::string("SELECT count(*) FROM proposal p ") + joinLatestRuling +
            "WHERE p.request_id = $1 AND p.replaced = 0 AND (p.decision = 'judge' OR (p.decision = 'release' AND p.uncorrected IN ('judge', 'redact'))) AND (r.decision IS NULL OR "
            "(r.decision = 'withdrawn' AND p.origin = 'engine'))",
        requestId);
    if (openJudge > 0)
        throw StoreError(ErrorKind::forbiddenByRule, "er staan nog " + std::to_string(openJudge) + " vragen open die iemand moet beoordelen");
    const auto unread = numberFrom(c,
                                   "SELECT count(*) FROM fragment f WHERE request_id = $1 AND duplicate_of IS NULL AND NOT EXISTS (SELECT 1 FROM left_together l "
                                   "WHERE l.request_id = f.request_id AND l.partner_id = f.partner_id) AND state IN "
                                   "('fetched', 'reading', 'needs-human')",
                                   requestId);
    if (unread > 0)
        throw StoreError(ErrorKind::forbiddenByRule, "er zijn nog " + std::to_string(unread) + " stukken die iemand moet bekijken");
}

}  // namespace

Review Reviews::finish(const Id& requestId, const Id& by) {
    const Review review{requestId, by, environment_.clock.now()};
    database_.write([&](Connection& c) {
        checkNothingOpen(c, requestId);
        if (run(c, "INSERT INTO review (request_id, finished_by, finished_at) VALUES ($1, $2, $3) ON CONFLICT (request_id) DO NOTHING",
                requestId, by, review.finishedAt) == 0)
            throw StoreError(ErrorKind::conflict, "deze beoordeling is al afgerond");
    });
    return review;
}

void Reviews::reopen(const Id& requestId) {
    database_.write([&](Connection& c) { run(c, "DELETE FROM review WHERE request_id = $1", requestId); });
}

std::optional<Review> Reviews::find(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return Review{row.text(), row.text(), row.moment()}; },
                        "SELECT request_id, finished_by, finished_at FROM review WHERE request_id = $1", requestId);
    });
}

Remark Reviews::addRemark(const Remark& remark) {
    Remark added = remark;
    added.id = environment_.newId.make();
    added.at = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO remark (id, request_id, proposal_id, text, by_account, at) VALUES ($1, $2, $3, $4, $5, $6)", added.id,
            added.requestId, orNull(added.proposalId), added.text, added.by, added.at);
    });
    return added;
}

void Reviews::settleRemark(const Id& remarkId) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE remark SET settled_at = $1 WHERE id = $2 AND settled_at IS NULL", environment_.clock.now(), remarkId);
    });
}

std::vector<Remark> Reviews::remarks(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, remarkFromRow,
                    "SELECT id, request_id, proposal_id, text, by_account, at, settled_at FROM remark WHERE request_id = $1 "
                    "ORDER BY at, id",
                    requestId);
    });
}

}  // namespace service::store
