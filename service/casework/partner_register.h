// What a partner does with data (GDPR 15(1)), as the administrator keeps it per partner and language; what it leaves
// empty is told as is usual for its kind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/letters/letters.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

letters::Processing processingOf(Office& office, const std::string& partnerId, letters::Language language);

// Of those that decide on this request: who has nothing in its register in the language of the letter. What goes out of them
// is the usual text of their kind, which nobody there has said.
struct WithoutRegister {
    std::string id, name;
};
std::vector<WithoutRegister> withoutRegister(Office& office, const store::Request& request);

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
