// Humans' decisions on proposals. The latest by number holds; earlier ones stay. Two people at once: the second is told
// what the first did. Withholding on ground safety falls only when two people lifted it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

// withdrawn: the decision is taken back; a proposal by hand is then removed, one by the engine is open again.
enum class RulingDecision { release, redact, withdrawn };
std::string toText(RulingDecision decision);
std::optional<RulingDecision> rulingDecisionFrom(std::string_view text);

struct NewRuling {
    Id proposalId;
    int expectedNumber = 0;  // number of the latest ruling the decider saw; 0: none
    RulingDecision decision = RulingDecision::redact;
    std::string ground;  // redact only
    std::optional<std::string> subject, kind;  // where the decider corrected them
    std::string reason;                        // must be given where judge was proposed, or the proposal is not followed
    Id batch;                                  // the same for one decision on many; empty: alone
    Id decidedBy;
};

struct Ruling : NewRuling {
    Id id;
    int number = 1;
    Moment decidedAt{};
};

struct RulingOutcome {
    std::optional<Ruling> written;  // absent: someone was first
    std::optional<Ruling> first;    // what they did
    std::string firstBy;            // their display name
    bool isWritten() const { return written.has_value(); }
};

struct SafetyLift {
    Id proposalId, accountId;
    std::string reason;
    Moment at{};
};

class Rulings : Repository {
  public:
    using Repository::Repository;

    // forbiddenByRule: safety without two lifts; judge or another outcome than proposed without a reason; released.
    RulingOutcome decide(const NewRuling& wanted);
    std::vector<RulingOutcome> decideAll(const std::vector<NewRuling>& wanted);  // all in one transaction
    std::optional<Ruling> latest(const Id& proposalId) const;
    std::map<Id, Ruling> latestOfRequest(const Id& requestId) const;   // by proposal id; of proposals not replaced
    std::map<Id, Ruling> latestOfFragment(const Id& fragmentId) const;
    std::vector<Ruling> history(const Id& proposalId) const;           // oldest first
    std::vector<Id> decidersOf(const Id& requestId) const;             // accounts that decided anything

    void lift(const Id& proposalId, const Id& accountId, std::string_view reason);  // forbiddenByRule: no reason
    std::vector<SafetyLift> lifts(const Id& proposalId) const;
    std::map<Id, std::vector<SafetyLift>> liftsOfRequest(const Id& requestId) const;  // by proposal id
};

}  // namespace service::store
