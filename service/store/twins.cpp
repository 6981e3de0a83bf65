// Which proposals of a request stand over the same words, and which documents share passages.
#include "service/store/proposal_rows.h"
#include "service/store/proposals.h"

namespace service::store {

void Proposals::setTwins(const Id& requestId, const std::map<Id, int>& groups, const std::vector<FragmentLikeness>& likeness) {
    database_.write([&](Connection& c) {
        run(c, "DELETE FROM proposal_twin WHERE request_id = $1", requestId);
        run(c, "DELETE FROM fragment_likeness WHERE request_id = $1", requestId);
        for (const auto& [proposal, group] : groups) run(c, "INSERT INTO proposal_twin (proposal_id, request_id, twin_group) VALUES ($1, $2, $3)", proposal, requestId, group);
        for (const auto& it : likeness)
            run(c, "INSERT INTO fragment_likeness (request_id, one_id, other_id, shared, of_one, of_other, is_same) VALUES ($1, $2, $3, $4, $5, $6, $7)", requestId,
                it.one, it.other, it.shared, it.ofOne, it.ofOther, int(it.isSame));
    });
}

std::map<Id, int> Proposals::twinGroups(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        std::map<Id, int> groups;
        Statement statement(c, "SELECT proposal_id, twin_group FROM proposal_twin WHERE request_id = $1", requestId);
        while (statement.step()) {
            Row row = statement.row();
            auto id = row.text();
            groups[std::move(id)] = row.integer();
        }
        return groups;
    });
}

std::vector<FragmentLikeness> Proposals::likeness(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        std::vector<FragmentLikeness> all;
        Statement statement(c, "SELECT one_id, other_id, shared, of_one, of_other, is_same FROM fragment_likeness WHERE request_id = $1 ORDER BY one_id, other_id", requestId);
        while (statement.step()) {
            Row row = statement.row();
            FragmentLikeness it;
            it.one = row.text(), it.other = row.text(), it.shared = row.integer(), it.ofOne = row.integer(), it.ofOther = row.integer(), it.isSame = row.integer() != 0;
            all.push_back(std::move(it));
        }
        return all;
    });
}

}  // namespace service::store
