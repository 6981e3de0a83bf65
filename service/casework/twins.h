// The same words in several documents of one request: found when the proposals are made, decided once. Never across
// requests, and never where the proposals themselves differ: then somebody is meant otherwise there.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "redaction/policy/proposal.h"
#include "service/store/store.h"

namespace service::casework {

struct Standing;  // standing.h

// What is alike, before it is stored: groups by stretch (fragment, scope, start, end).
struct Alike {
    std::map<std::string, int> groups;  // by stretchKey
    std::vector<store::FragmentLikeness> fragments;
};
Alike findAlike(const std::vector<redaction::policy::Fragment>& fragments, const std::vector<redaction::policy::Proposal>& proposals);
// To the proposals as they are stored now.
void keepAlike(store::Store& store, const std::string& requestId, const Alike& alike);

struct Twins {
    std::vector<const store::Proposal*> same;       // the same proposal over the same words
    std::vector<const store::Proposal*> otherwise;  // another proposal over the same words
};
Twins twinsOf(const Standing& standing, const store::Proposal& proposal);

}  // namespace service::casework
