// The second pair of eyes: a summary to judge by, back with remarks, or signed over the hash of the whole package.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/comparing.h"
#include "service/casework/items.h"
#include "service/casework/release.h"
#include "service/casework/review.h"

namespace service::casework {

struct Office;

struct GroundCount {
    std::string ground, words;
    std::size_t marks = 0;
};
struct DocumentSummary {
    FragmentRow fragment;
    std::string outcome, outcomeWords;  // released, partly, withheld
    int withheldPercent = 0;            // share of the text
    std::vector<GroundCount> grounds;
    std::string packageFile;            // "stukken/003.pdf" or empty
};
struct JudgedPassage {
    std::string fragmentId, fragmentTitle;
    std::size_t fragmentNumber = 0;
    ProposalRow proposal;  // with its ruling: reason and who
};
struct LetterParagraph {
    std::string partnerId, partnerName, text;  // own words in its decision letter; empty: none yet
};
struct SignOffSummary {
    std::string requestId, householdId, reference, step;
    std::vector<DocumentSummary> documents;
    std::vector<GroundCount> grounds;            // over all
    std::vector<JudgedPassage> protections;      // what touches protections: read first
    std::vector<JudgedPassage> judged, deviations;  // deviations: decision differs from the proposal, and additions
    std::vector<JudgedPassage> corrected;        // a correction made the proposal another
    std::vector<JudgedPassage> safetyToLift;     // release asked on ground safety
    std::string right;
    std::vector<ItemRow> items;                  // decided point by point; then there are no documents
    bool lettersOnly = false;
    PackageView package;
    std::vector<ReviewOverview::Remark> remarks;
    std::vector<LetterParagraph> paragraphs;  // of every partner that decides
    std::size_t pagesOut = 0;
    std::size_t decided = 0, asProposed = 0;  // by a human; taken over without anyone deciding
    std::string takenOverWords;
    std::string reviewerNames, finishedAtWords;
    std::vector<OtherRelease> others;         // other requests of this household, signed or released, and what the two together tell
    std::size_t othersClosed = 0;      // of another partner: what the two together tell, the region's people compare
    std::vector<std::string> unnamedPartners;  // named in nothing that goes out: their name tells where someone stays
    std::vector<std::string> cautions;         // what blocks nothing but must be known
    bool maySign = false;
    std::string whyNot;       // Dutch, when not
    std::string signedByName, signedAtWords, signedHash;
    std::string voidedWords;  // an earlier signature fell away, and why
};
SignOffSummary signOffSummary(Office& office, const Actor& actor, std::string_view requestId);

// proposalId empty: about the whole.
struct RemarkForm {
    std::string proposalId, text;
};
Outcome sendBack(Office& office, const Actor& actor, std::string_view requestId, const std::vector<RemarkForm>& remarks);

// seenHash: the hash the screen showed. code: done, wrong-password, own-review, hash-changed, not-verified, locked
Outcome sign(Office& office, const Actor& actor, std::string_view requestId, std::string_view password,
             std::string_view seenHash);

// Withholding on ground safety falls only when two different people lift it, each with a reason. After the second the
// proposal is ruled "release".
Outcome liftSafety(Office& office, const Actor& actor, std::string_view proposalId, std::string_view reason);

}  // namespace service::casework
