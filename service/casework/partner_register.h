// What a partner does with data (GDPR 15(1)), as the administrator keeps it per partner and language; what it leaves
// empty is told as is usual for its kind.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/actor.h"
#include "service/letters/letters.h"

namespace service::casework {

struct Office;

letters::Processing processingOf(Office& office, const std::string& partnerId, letters::Language language);

// As typed: one per line. Empty: as usual for its kind.
struct RegisterForm {
    std::string purposes, categories, recipients, origin, retention, statements;
};
struct RegisterView {
    std::string partnerId, partnerName;
    RegisterForm dutch, english;              // own
    RegisterForm usualDutch, usualEnglish;    // of its kind, for who fills it in
};
RegisterView viewRegister(Office& office, const Actor& actor, std::string_view partnerId);
Outcome saveRegister(Office& office, const Actor& actor, std::string_view partnerId, const RegisterForm& dutch, const RegisterForm& english);

}  // namespace service::casework
