// Asking the partners: start, how each stands and who must act, again, by hand; and reading what came in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

struct PartnerCollection {
    std::string partnerId, partnerName, howWords;  // "Zaaksysteem (ZGW)"
    std::string state;         // waiting, asking, retrying, done, needs-someone, cancelled
    std::string stateWords;    // "bezig", "wacht op nieuwe poging", "geleverd, volledig" …
    std::string answer;        // delivered-in-full, delivered-in-part, nothing-held, nothing-visible-to-us, refused, no-answer; empty: none yet
    std::string answerWords, explanation;
    std::string whoMustAct;    // Dutch, empty: nobody
    std::string nextAttempt;   // ISO 8601 UTC or empty
    std::string nextAttemptWords;
    std::string askedAt, askedByName, answeredAt;
    std::size_t expected = 0, delivered = 0, attempts = 0;
    std::vector<std::string> searchedIn, searchedWith;
    std::vector<std::string> missing;  // "titel: reden"
    bool canRetry = false, canMarkByHand = false;
};

// A live view in one record: cheap enough to ask every second.
struct CollectionProgress {
    std::string step, stepWords;
    std::vector<PartnerCollection> partners;
    std::size_t fragments = 0, fragmentsRead = 0, fragmentsReading = 0, fragmentsNeedHuman = 0;
    std::size_t pages = 0, pagesRead = 0;
    bool working = false;  // some job runs or waits
    std::vector<std::string> lines;  // "Veilig Thuis: 14 van 32 stukken, 3 worden gelezen"
    bool complete = false;           // every partner ended, every fragment read or put to a human
    std::vector<std::string> blockers;  // why review cannot begin yet
};

Outcome startCollection(Office& office, const Actor& actor, std::string_view requestId);
CollectionProgress collectionProgress(Office& office, const Actor& actor, std::string_view requestId);
Outcome retryPartner(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId);
Outcome stopPartner(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId);
// answer: refused, no-answer, nothing-held, delivered-in-full, delivered-in-part (the last two after adding by hand).
Outcome markByHand(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId,
                   std::string_view answer, std::string_view reason);

struct ManualFragment {
    std::string partnerId, title, kind, author, documentDate, fileName, mediaType, reason, bytes;
};
struct FragmentOutcome : Outcome {
    std::string fragmentId;
};
FragmentOutcome addFragment(Office& office, const Actor& actor, std::string_view requestId,
                            const ManualFragment& fragment);
// Reads a fragment again that needed a human (another attempt, e.g. after a time limit).
Outcome readAgain(Office& office, const Actor& actor, std::string_view fragmentId);

// From collecting/reading to review: makes the proposals as a job.
Outcome startReview(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
