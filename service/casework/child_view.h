// What a child of 12 to 15 thinks of a request that another makes for it, or why it was not asked; and how that was weighed.
// For the professionals only: never for the requester, in no letter, at no desk.
// Basis: IVRK art. 12; Jeugdwet art. 7.3.11(2)(b); rule R3
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/term_events.h"
#include "service/store/requests.h"

namespace service::casework {

struct ChildViewRow {
    std::string askedWords, why, answer, weighed, on, byName, atWords;  // on: YYYY-MM-DD
};
struct ChildToHear {
    std::string id, name;
    int age = 0;
    bool required = false;           // a partner concerned wants it known before the review is finished
    std::vector<std::string> requiredBy;  // partner names
    std::vector<ChildViewRow> views;  // newest first; the first holds
};
// The children of that age whom somebody else asks for; none: nothing to ask. For professionals and privacy officers.
std::vector<ChildToHear> childrenToHear(Office& office, const Actor& actor, std::string_view requestId);

struct ChildViewForm {
    std::string asked;  // asked, not-safe, not-able, no-answer
    std::string why, on, answer, weighed;
};
FormOutcome recordChildView(Office& office, const Actor& actor, std::string_view requestId, std::string_view childId, const ChildViewForm& form);

// What is not known and blocks the end of the review and the signature; what is not known and only must be seen. Name nobody.
std::vector<std::string> childViewBlocks(Office& office, const store::Request& request);
std::vector<std::string> childViewCautions(Office& office, const store::Request& request);

std::string askedWords(std::string_view asked);  // "gevraagd"; as it came when unknown

}  // namespace service::casework
