// The review workbench: fragments, their text, proposals with the ruling that holds now, and deciding on them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/document/document.h"
#include "service/casework/actor.h"

namespace service::casework {

struct Office;

struct ReviewCounts {
    std::size_t proposals = 0, decided = 0;
    std::size_t openJudge = 0;       // judge without a decision: blocks finishing
    std::size_t changed = 0;         // decided before, but the proposal is now another
    std::string words;               // "212 van 340 beslist"
};

struct FragmentRow {
    std::string id, partnerId, partnerName, title, kind, author, documentDate, fileName, mediaType;
    std::size_t number = 0, pages = 0, pagesRead = 0;
    std::string layout;             // paged, flow; empty: not read
    std::string state, stateWords;  // fetched, reading, read, needs-human, withheld-whole, by-hand
    std::string doubt;              // Dutch: why a human must look
    std::size_t duplicateOf = 0, partOf = 0;  // fragment numbers; 0: none
    std::string addedByName, addedReason;     // by hand
    ReviewCounts counts;
    // A document of the same request that says the same, has passages of this one, or (shared: 0) resembles it.
    struct Like { std::size_t number = 0; std::string fragmentId, partnerName; bool same = false; std::size_t shared = 0, passages = 0; };
    std::vector<Like> likes;
    bool released = false;          // something of it goes out as it stands now
};

struct RulingView {
    std::size_t number = 0;
    std::string decision;  // release, redact, withdrawn
    std::string ground, subject, kind, reason, batch, byId, byName, at, atWords;
};

struct ProposalRow {
    std::string id, fragmentId;
    std::string origin, scope;  // engine/human, span/passage
    std::size_t start = 0, end = 0;  // code points, end exclusive
    std::optional<std::size_t> page;
    std::optional<redaction::document::Box> box;
    std::string text;                // the words it covers, at most 300 code points
    std::string decision, ground, groundWords, rule, ruleTitle, subject, subjectName, kind, kindWords, why;
    double certainty = 1;
    std::optional<RulingView> ruling;   // absent: not decided
    std::optional<RulingView> earlier;  // decision on an earlier proposal of the same stretch that now differs
    std::size_t seenNumber = 0;         // send back with a decision: guards against two people at once
    std::size_t alike = 0;              // how many open proposals of this request are like it, itself included
    // Numbers of the documents with the same words: the same proposal stands there and is decided along, is decided there
    // already and stays so, or is another.
    std::vector<std::size_t> twinsIn, decidedTwinsIn, otherTwinsIn;
    // A correction made it another than the engine alone proposes.
    struct Correction {
        std::string words, byName, atWords, reason;
        std::string was;         // what was proposed without it; as it is now where only the person or ground changed
        bool withdrawn = false;
    };
    std::optional<Correction> correction;
    struct Weighing {
        std::string question;
        std::vector<std::string> toShow, toHide;
    };
    std::optional<Weighing> weighing;   // of a judge: what to answer, and what speaks for either side
    bool opened = false;                // shown only because of it: a human decides
    bool needsTwo = false;              // ground safety: releasing it takes two people
    std::size_t liftsGiven = 0;
};

struct DocumentView {
    std::string requestId, reference;
    FragmentRow fragment;
    redaction::document::Document document;
    struct PageSize { int widthPixels = 0, heightPixels = 0; };
    std::vector<PageSize> images;  // by page, as far as they are made; empty for flowing documents
    std::vector<ProposalRow> proposals;  // by start
    std::string previousFragmentId, nextFragmentId;
    std::string rulesVersion;
};

struct ReviewOverview {
    std::string requestId, reference, step;
    std::vector<FragmentRow> fragments;
    ReviewCounts counts;
    struct Blocker { std::string words, fragmentId, proposalId; };
    std::vector<Blocker> blockers;  // what must happen before the review can be finished
    struct Remark { std::string id, proposalId, fragmentId, text, byName, atWords; bool settled = false; };
    std::vector<std::string> cautions;  // what blocks nothing but must be known
    std::vector<Remark> remarks;    // from the privacy officer
    std::vector<std::pair<std::string, std::string>> persons, grounds, kinds;  // id and Dutch name, for the pick lists
    bool mayFinish = false, finished = false;
    bool mayDecide = false;         // by this person, at this step
};

ReviewOverview reviewOverview(Office& office, const Actor& actor, std::string_view requestId);
DocumentView reviewDocument(Office& office, const Actor& actor, std::string_view fragmentId);
std::string pageImage(Office& office, const Actor& actor, std::string_view fragmentId, std::size_t page);  // PNG bytes
// The document as it was delivered, for the reviewer only.
struct SourceFile { std::string fileName, mediaType, bytes; };
SourceFile fragmentSource(Office& office, const Actor& actor, std::string_view fragmentId);

struct Decision {
    std::string proposalId;
    std::size_t seenNumber = 0;
    // On a passage it also answers what lies within it and asks the same (same proposal, rule and ground), as one batch.
    std::string decision;  // release, redact; "accept": as proposed (not possible on a judge)
    std::string ground;    // empty: as proposed
    std::string subject, kind;  // empty: as proposed
    std::string reason;    // required on a judge and when it differs from the proposal
};
// code: done, someone-was-first, reason-missing, ground-missing, judge-needs-decision, safety-needs-two, finished
struct DecisionOutcome : Outcome {
    std::optional<ProposalRow> now;
    std::vector<ProposalRow> also;  // what was decided with it in the same document
    ReviewCounts request, fragment;
    std::string batch;          // to undo by
    std::size_t decided = 0;    // how many
};
DecisionOutcome decide(Office& office, const Actor& actor, const Decision& decision);

enum class Reach { likeThis, restOfFragment };  // likeThis: same person (known, or unknown by the same full name or number), kind, proposal and ground in the whole request
// restOfFragment: accepts every undecided proposal of the fragment that is not a judge.
DecisionOutcome decideMany(Office& office, const Actor& actor, const Decision& decision, Reach reach);
DecisionOutcome undoBatch(Office& office, const Actor& actor, std::string_view requestId, std::string_view batch);

struct Addition {
    std::string fragmentId;
    std::size_t start = 0, end = 0;  // code points
    std::optional<std::size_t> page;
    std::optional<redaction::document::Box> box;  // points; with page
    std::string ground, subject, kind, reason;
};
DecisionOutcome addMark(Office& office, const Actor& actor, const Addition& addition);
// Takes back an addition, or reopens a proposal of the engine.
DecisionOutcome withdraw(Office& office, const Actor& actor, std::string_view proposalId, std::size_t seenNumber);

// A fragment that could not be read, or is in doubt.
enum class WholeFragment { withhold, readByHand };
Outcome decideWhole(Office& office, const Actor& actor, std::string_view fragmentId, WholeFragment decision,
                    std::string_view ground, std::string_view reason);

Outcome settleRemark(Office& office, const Actor& actor, std::string_view remarkId);
// Builds and verifies the package as a job, then the case waits for sign-off.
Outcome finishReview(Office& office, const Actor& actor, std::string_view requestId);
// Back from sign-off by the reviewer, before it is signed.
Outcome reopenReview(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
