#include "service/casework/names_to_search.h"

#include <set>

#include "service/casework/case_file.h"

namespace service::casework {

namespace {

// What tells one person from all others; roles, ages, places and special categories stand in letters about anybody.
bool tellsWho(const std::string& kind) {
    static const std::set<std::string> telling{"name", "bsn", "address", "postcode", "phone", "email", "iban", "plate", "url", "username"};
    return telling.count(kind) != 0;
}

}  // namespace

NamesToSearch::NamesToSearch(Office& office, const Standing& standing)
    : standing_(standing), rights_(standing.household, office.store.requests().accessRequest(standing.request.id), today(office)) {}

std::vector<redaction::marks::Span> NamesToSearch::in(const std::string& fragmentId) const {
    std::vector<redaction::marks::Span> spans;
    const auto found = standing_.proposals.find(fragmentId);
    if (found == standing_.proposals.end()) return spans;
    for (const auto& proposal : found->second)
        if (isSearched(proposal)) spans.push_back({proposal.start, proposal.end});
    return spans;
}

bool NamesToSearch::isSearched(const store::Proposal& proposal) const {
    if (proposal.scope != redaction::policy::Scope::span) return false;
    if (proposal.origin == store::Origin::human) return true;
    if (!proposal.kind || !tellsWho(*proposal.kind)) return false;
    return !proposal.subject || !(rights_.isMine(*proposal.subject) || rights_.isProfessional(*proposal.subject));
}

}  // namespace service::casework
