// A request that was read and proposed for, with the people who review and sign.
#pragma once

#include "tests/unit/store/fresh_store.h"

namespace service::store {

class ReviewedRequest : public FreshStore {
  protected:
    ReviewedRequest();
    redaction::policy::Proposal proposed(std::size_t start, redaction::policy::Decision decision, const std::string& ground);
    Id proposalAt(std::size_t start);  // of the fragment
    // Asks to decide as Els unless told otherwise.
    NewRuling ruling(const Id& proposalId, RulingDecision decision, int expected = 0, const std::string& reason = "want");
    void decideEverything();
    Release buildPackage(const std::string& hash = "hash-1");
    void signedPackage();  // everything decided, reviewed by Els, built, signed by the officer

    Id els, jan, officer, secondOfficer;
    Fragment document;
};

}  // namespace service::store
