// What the engine or a human proposes for stretches of a fragment, as stored for a request.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/box.h"
#include "redaction/policy/proposal.h"
#include "service/store/repository.h"

namespace service::store {

enum class Origin { engine, human };

struct Proposal {
    Id id, requestId, fragmentId;
    Origin origin = Origin::engine;
    redaction::policy::Scope scope = redaction::policy::Scope::span;
    std::size_t start = 0, end = 0;  // code points of the fragment's text, end exclusive
    std::optional<int> page;         // 0-based; with `box`: a rectangle drawn by a human
    std::optional<redaction::document::Box> box;
    redaction::policy::Decision decision = redaction::policy::Decision::judge;
    std::string ground, rule;
    std::optional<std::string> subject, kind;
    std::string why;
    double certainty = 1;
    std::string rulesVersion;
    int run = 0;
    Id addedBy;             // human only
    Id correctionId;        // the correction that made it another; empty: none
    std::optional<redaction::policy::Decision> uncorrected;  // what was proposed without it
    std::string likeness;   // of an unknown person or number: alike where equal; empty: cannot be told
    bool replaced = false;  // a later run no longer proposes it
};

// Shown only because a correction says so: a human decides it before it goes out.
inline bool isOpened(const Proposal& it) {
    return it.decision == redaction::policy::Decision::release && it.uncorrected && *it.uncorrected != redaction::policy::Decision::release;
}

struct Replacement {
    int run = 0, kept = 0, added = 0;
    int carried = 0;          // decisions that stay, though a correction made the proposal another
    std::vector<Id> dropped;  // of these, people may have decided some: tell them
};

struct ReviewProgress {
    int total = 0, decided = 0;
    int openJudge = 0;  // proposed to be judged, or opened by a correction, and not decided
    bool isComplete() const { return decided == total; }
};

// Two documents of a request that share passages: how many, and of how many each has.
struct FragmentLikeness {
    Id one, other;
    int shared = 0, ofOne = 0, ofOther = 0;  // passages; shared 0: no passage is the same, but the texts resemble each other
    bool isSame = false;
};

class Proposals : Repository {
  public:
    using Repository::Repository;

    // The engine's proposals for a whole request, instead of its earlier ones; `fragment` of each is a fragment id.
    // One that is proposed again unchanged keeps its id and so its rulings; those by hand stay. Where a correction made it
    // another, or its withdrawal did, a decision to withhold stays, and one to show where showing is still proposed.
    Replacement replaceAll(const Id& requestId, const std::vector<redaction::policy::Proposal>& proposals,
                           std::string_view rulesVersion);
    // Which proposals stand over the same words (the same number), instead of what was known of it.
    void setTwins(const Id& requestId, const std::map<Id, int>& groups, const std::vector<FragmentLikeness>& likeness);
    std::map<Id, int> twinGroups(const Id& requestId) const;  // by proposal id
    std::vector<FragmentLikeness> likeness(const Id& requestId) const;
    Proposal addByHand(const Proposal& wanted);  // id, origin, run are made; `addedBy` must be set
    Proposal load(const Id& id) const;           // notFound
    std::vector<Proposal> ofFragment(const Id& fragmentId) const;  // not replaced, by start
    std::vector<Proposal> ofRequest(const Id& requestId) const;    // not replaced, by fragment number and start
    // Those of earlier runs that no longer stand but were decided: what now stands there may need another look.
    std::vector<Proposal> decidedBefore(const Id& requestId) const;
    ReviewProgress progress(const Id& requestId) const;
    std::map<Id, ReviewProgress> progressByFragment(const Id& requestId) const;  // by fragment id
};

}  // namespace service::store
