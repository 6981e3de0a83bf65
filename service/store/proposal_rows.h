// The rows of proposals, for the files that share them; not for callers of the store.
#pragma once

#include <string>

#include "service/store/proposals.h"
#include "service/store/sqlite/database.h"

namespace service::store {

std::string selectProposals(const char* rest);  // FROM proposal p
Proposal proposalFromRow(Row& row);
Proposal loadProposalRow(Connection& c, const Id& id);  // notFound
void insertProposal(Connection& c, const Proposal& proposal);

// SQL: the latest ruling `r` of proposal `p`, for a LEFT JOIN.
inline constexpr const char* joinLatestRuling =
    "LEFT JOIN ruling r ON r.proposal_id = p.id AND r.number = (SELECT max(number) FROM ruling WHERE proposal_id = p.id) ";

}  // namespace service::store
