// Letters to a partner: what is asked of it, and the reminder when it does not answer; kept as they were made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/intake.h"

namespace service::casework {

struct Office;

// kind: "partner-request" or "partner-chaser". Refused: a chaser to who was not asked, or has answered.
Outcome makePartnerLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view kind);

struct PartnerLetterRow {
    std::string id, partnerId, partnerName, kind, dueDay, madeWords, byName;
};
std::vector<PartnerLetterRow> partnerLetters(Office& office, const Actor& actor, std::string_view requestId);  // oldest first
std::optional<StoredFile> partnerLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view letterId);

}  // namespace service::casework
