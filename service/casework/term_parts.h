// One act on the terms of several parts of an application: the same question, the same extension, the same answer. Each part keeps
// its own clock, letter and line in the log, and is undone by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/term_events.h"

namespace service::casework {

// Another open part of the application that this person may handle.
struct PartOption {
    std::string requestId, reference, rightWords, partnerName;
    bool may = false;
    struct Problem { std::string about, words; };  // about: a ground that does not hold; empty: of the whole
    std::vector<Problem> problems = {};
};
std::vector<PartOption> partsToSuspend(Office& office, const Actor& actor, std::string_view requestId);
std::vector<PartOption> partsToExtend(Office& office, const Actor& actor, std::string_view requestId);
std::vector<PartOption> partsThatWait(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId);  // for the same answer
// Where it is not known yet either who asks: not letting it be known can be recorded for them at once. Once it is known, it is for all.
std::vector<PartOption> partsNotIdentified(Office& office, const Actor& actor, std::string_view requestId);

// What the part itself refuses stops all; another part that refuses is named with why, and the rest goes on.
FormOutcome suspendParts(Office& office, const Actor& actor, std::string_view requestId, const SuspensionForm& form, const std::vector<std::string>& also);
FormOutcome extendParts(Office& office, const Actor& actor, std::string_view requestId, const ExtensionForm& form, const std::vector<std::string>& also);
FormOutcome answerArrivedForParts(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId, std::string_view day, std::string_view answer,
                                  const std::vector<std::string>& also);
// also: parts where a refusal, or a doubt, is recorded as well.
FormOutcome recordIdentityForParts(Office& office, const Actor& actor, std::string_view requestId, const IdentityForm& form, const std::vector<std::string>& also);

}  // namespace service::casework
