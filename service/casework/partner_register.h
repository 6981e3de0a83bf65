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

// How long the partner keeps a kind of dossier, from the last change. Basis: Jeugdwet art. 7.3.8(3); Wmo 2015 art. 5.3.4
struct DossierTerm {
    std::string dossier;  // "jeugdhulpdossier"
    int years = 0;
    std::string source;
};
std::vector<DossierTerm> dossierTermsOf(Office& office, const std::string& partnerId);  // empty: as usual for its kind
inline constexpr int mostDossierTerms = 8, longestDossierTerm = 120;

// As typed: one per line. Empty: as usual for its kind.
struct RegisterForm {
    std::string purposes, categories, recipients, origin, retention, statements;
};
struct RegisterView {
    std::string partnerId, partnerName;
    RegisterForm dutch, english;              // own
    RegisterForm usualDutch, usualEnglish;    // of its kind, for who fills it in
    std::vector<DossierTerm> terms;
};
RegisterView viewRegister(Office& office, const Actor& actor, std::string_view partnerId);
Outcome saveRegister(Office& office, const Actor& actor, std::string_view partnerId, const RegisterForm& dutch, const RegisterForm& english, const std::vector<DossierTerm>& terms);

}  // namespace service::casework
