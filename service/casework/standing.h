// What holds for a request right now: its fragments, their proposals, the ruling on each; and what of it follows for
// the released text. Read once per view or per package.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/household/household.h"
#include "redaction/marks/marks.h"
#include "service/casework/office.h"
#include "service/casework/review.h"

namespace service::casework {

struct Standing {
    store::Request request;
    redaction::household::Case household;
    std::vector<store::Fragment> fragments;                  // by number
    std::map<std::string, std::vector<store::Proposal>> proposals;  // by fragment id
    std::map<std::string, store::Ruling> rulings;            // by proposal id; the latest; withdrawn ones left out
    // Rulings on proposals that no longer stand, by stretch: the latest run's counts.
    std::map<std::string, store::Ruling> earlier;            // key: stretchKey
    std::map<std::string, int> lastNumbers;                  // of the latest ruling, a withdrawn one too
    std::map<std::string, std::vector<store::SafetyLift>> lifts;
    std::map<std::string, std::string> partnerNames, accountNames;
    std::map<std::string, store::Correction> corrections;  // of the household, by id; withdrawn ones too
    std::map<std::string, int> twinGroups;               // by proposal id: over the same words elsewhere in the request (twins.h)
    std::map<int, std::vector<std::pair<std::string, std::size_t>>> twinPlaces;  // by group: fragment, and place among its proposals
    std::vector<store::FragmentLikeness> likeness;
    std::set<std::string> hiddenPartners;  // whom this requester must not hear of (hidden_partners.h)
};

std::string stretchKey(const store::Proposal& proposal);  // fragment, scope, start and end
Standing standingOf(Office& office, const store::Request& request);

// The ruling that holds; nullptr: not decided.
const store::Ruling* rulingOn(const Standing& standing, const std::string& proposalId);

// Not decided, but decided otherwise before, or shown only because a correction says so: a human looks again.
bool isTurned(const Standing& standing, const store::Proposal& proposal);

// What holds for a proposal: the ruling on it; without one, what was proposed. A judge without a ruling stays judge, and so
// does what is turned: nothing is built from it.
redaction::policy::Decision holding(const Standing& standing, const store::Proposal& proposal);

// released, partly or withheld as it stands now; empty: something is still open, or it was not read.
std::string outcomeNow(const Standing& standing, const store::Fragment& fragment);

// Everything that holds on one fragment.
std::vector<redaction::marks::Decided> decidedOf(const Standing& standing, const std::string& fragmentId);

FragmentRow fragmentRow(Office& office, const Standing& standing, const store::Fragment& fragment);
ReviewCounts countsOf(const Standing& standing, const std::string& fragmentId);  // empty id: the whole request
// text: of the fragment; nullptr: the quote stays empty.
ProposalRow proposalRow(Office& office, const Standing& standing, const store::Proposal& proposal, const redaction::document::Document* document);

bool isGround(const Office& office, std::string_view id);  // one of the rules' grounds
bool isAlike(const store::Proposal& one, const store::Proposal& other);
bool isFinal(const store::Fragment& fragment);  // read and not in doubt any more, or withheld whole
std::optional<redaction::document::Document> loadDocument(Office& office, const store::Fragment& fragment);
bool deviates(const store::Proposal& proposal, const store::Ruling& ruling);

}  // namespace service::casework
