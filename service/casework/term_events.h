// What stops or lengthens the term of a request: suspensions on lawful grounds, ended by the answer's arrival; the one
// extension; the letter that belongs to each; and undoing what was a mistake, which gives back the earlier dates exactly.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/intake.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

enum class Told { byLetter, otherwise };  // byLetter: Lakwerk makes the letter, dated today; otherwise: by phone, or a letter of one's own

// As typed. Dates YYYY-MM-DD.
struct SuspensionForm {
    std::string ground;          // of templates/rules/terms.json
    std::string from, until;     // until: entered afterwards, the answer is there
    std::string documents;       // about how many; only some grounds ask it
    std::string question;        // to the requester, in the language of the request
    std::string reason;          // why this is needed, for the file
    std::string lateWhy;
    Told how = Told::byLetter;
};
struct ExtensionForm {
    std::string toldOn, reason;
    Told how = Told::byLetter;
};
struct IdentityForm {
    std::string method, on, note;          // method refused: the requester does not let themself be identified; a human decides what follows
    std::string seenBy = {}, partnerId = {};  // who saw or recognised the requester; via a partner: which, and who there
    std::string codeId = {};               // of the code that matched; only checkIdentityCode fills it
};
// done: field empty. Otherwise the field of the form that is wrong, or empty.
struct FormOutcome : Outcome {
    std::string field;
};

struct GroundChoice {
    std::string id, words, hint, source;
};
std::vector<GroundChoice> suspensionGrounds(Office& office, const Actor& actor, std::string_view requestId);  // for its right

// Basis: AVG art. 12(6); AVG overweging 63: the term stands still while the answer is waited for
FormOutcome suspendClock(Office& office, const Actor& actor, std::string_view requestId, const SuspensionForm& form);
// The answer to a question ends its suspension on the day it arrived. To one about the identity the answer is how the
// identity was established: recordIdentity.
FormOutcome answerArrived(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId, std::string_view day,
                          std::string_view answer);
// Ends every suspension about the identity. "not-yet": in doubt again.
FormOutcome recordIdentity(Office& office, const Actor& actor, std::string_view requestId, const IdentityForm& form);
// Basis: AVG art. 12(3): once, told with the reason within the first month
FormOutcome extendClock(Office& office, const Actor& actor, std::string_view requestId, const ExtensionForm& form);

// Within a transaction, when the decision goes out: what nobody answered ends on that day.
void endOpenSuspensions(Office& office, const Actor& actor, const store::Request& request);

Outcome undoSuspension(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId, std::string_view why);
Outcome undoExtension(Office& office, const Actor& actor, std::string_view requestId, std::string_view why);

std::optional<StoredFile> suspensionLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId);
std::optional<StoredFile> extensionLetter(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
