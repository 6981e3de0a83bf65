// Two requests of one household side by side: what each lets see, passage by passage, and where the two together tell what
// each alone does not. Decisions win over proposals. Also what another would see who has not asked: made, never stored.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/office.h"

namespace service::casework {

// What one side lets see of a passage: all of it, a part, nothing; open: someone still has to judge; missing: the document
// is not in that request.
enum class Shown { all, part, none, open, missing };
std::string toText(Shown shown);

struct ComparedPassage {
    std::string text;          // at most 300 code points
    Shown one = Shown::none, other = Shown::none;
    std::string groundOne, groundOther;  // Dutch, where something is withheld
    bool tells = false;        // the two together show what one of them hides for safety or for a reporter
    bool completes = false;    // each sees another part; together nothing stays hidden
};
struct ComparedDocument {
    std::string title, partnerName, fragmentId;  // fragmentId: of the first side that has it, to open it
    int number = 0;                              // in the first request; 0: only the other has it
    std::vector<ComparedPassage> passages;
};
struct ComparisonCounts {
    std::size_t both = 0, onlyOne = 0, onlyOther = 0, neither = 0, open = 0;
};
struct ComparisonWarning {
    std::string kind;  // safety, reporter, completes, withheld-now, shown-now
    std::string words;
    std::size_t passages = 0;
};
struct Side {
    std::string requestId;  // empty: nobody asked; made from what is known of the household
    std::string personId, personName, reference, stepWords;
    std::string released;   // "verstrekt", "ondertekend", empty
};
struct Comparison {
    std::string householdId, householdTitle;
    Side one, other;
    bool sameRequester = false;
    ComparisonCounts counts;
    std::vector<ComparisonWarning> warnings;
    std::vector<ComparedDocument> documents;
};

// What can be compared: requests with proposals, and everyone of the family for what they would see.
struct ComparisonChoices {
    std::string householdTitle;
    std::vector<Side> requests;
    std::vector<std::pair<std::string, std::string>> persons;  // id, name
};
ComparisonChoices comparisonChoices(Office& office, const Actor& actor, std::string_view householdId);

// other: a request id, or "wie:" and a person id. Throws Failure (notFound) where it is not of this household.
Comparison compare(Office& office, const Actor& actor, std::string_view householdId, std::string_view oneRequestId, std::string_view other);

// For the sign-off: the warnings against every request of the household that was signed or released.
struct OtherRelease {
    Side side;
    std::vector<ComparisonWarning> warnings;
};
std::vector<OtherRelease> warningsAgainstReleased(Office& office, const std::string& requestId);

}  // namespace service::casework
