// What the front desk is told while it logs a request: which capacities are open, and every finding the facts give rise
// to. Pure: facts and a date in, findings out; nothing is refused here that the law still gives in another form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/policy/ages.h"
#include "service/requests/calendar.h"

namespace service::requests {

enum class Right { access, rectification, erasure, restriction, objection, portability };
enum class Capacity { self, parent, guardian, representative };
std::optional<Right> rightFrom(std::string_view code);        // "access" …
std::optional<Capacity> capacityFrom(std::string_view code);  // "self" …
std::string toText(Right right);
std::string toText(Capacity capacity);
std::string dutchName(Right right);        // "inzage"
std::string dutchName(Capacity capacity);  // "ouder met gezag"

struct PersonFacts {
    std::string id, name;  // name as shown at the desk
    std::optional<Date> birthdate, deceased;
    std::string bsn;           // as typed or recorded; empty: none
    std::optional<bool> able;  // false: recorded as not able to weigh its interests
    bool objectionRecorded = false;  // the person objected to inspection after death
    std::string partner = {};        // organisation a professional works for; empty: none
};

enum class AuthorityKind { joint, sole, guardian, none, suspended, unknown };
AuthorityKind authorityFrom(std::string_view code);  // an unknown word is unknown, never authority
struct AuthorityFacts {
    std::string child, holder;  // holder: a person, or an organisation with guardianship
    AuthorityKind kind = AuthorityKind::unknown;
    std::optional<Date> from, to;  // to: exclusive
};
struct RelationFacts {
    std::string type, from, to;  // "parent" from moeder to kind; curator, mentor: by order of the court
    std::optional<Date> since = {}, until = {};  // until: exclusive
};
struct ProtectionFacts {
    std::string person;
    std::vector<std::string> against, hide;
    std::optional<Date> from, until;  // until: exclusive
};
// Whether a consent is a signed authorisation that covers what is asked: this right, at everyone who decides on it.
// Basis: AVG art. 12; rule R23: exactly the rights of the represented
enum class Mandate { none, elsewhere, unclear, covers };
struct ConsentFacts {
    std::string person, to, scope;
    std::optional<Date> given, withdrawn;
    Mandate mandate = Mandate::none;
};

// How the desk satisfied itself who asks. A copy of a document is never asked and never kept.
// Basis: AVG art. 12(6), 5(1)(c); procedure P14
enum class IdentityMethod { notYet, knownToProfessional, documentSeen, codeSent, digid, viaPartner };
struct IdentityChoice {
    IdentityMethod method;
    std::string code;                // "known-to-professional"
    std::string words, explanation;  // Dutch
};
const std::vector<IdentityChoice>& identityChoices();  // lightest first
// Kinds of document that may be shown; only the kind is recorded.
struct DocumentKind {
    std::string code, words;
};
const std::vector<DocumentKind>& documentKinds();

struct EarlierRequest {
    std::string reference;
    Right right = Right::access;
    std::string requester;
    std::vector<std::string> subjects;
    Date received;
    bool open = true;
};

struct IntakeInput {
    Right right = Right::access;
    std::optional<Capacity> capacity;  // absent: not chosen yet
    std::string requester;             // person id; empty: not chosen yet
    std::vector<std::string> subjects; // person ids: whose data are asked for
    std::vector<PersonFacts> persons;
    std::vector<RelationFacts> relations;
    std::vector<AuthorityFacts> authority;
    std::vector<ProtectionFacts> protections;
    std::vector<ConsentFacts> consents;
    std::optional<Date> received;
    Date today;
    IdentityMethod identity = IdentityMethod::notYet;
    std::string text;  // remarks and the text of the letter, for requests in disguise
    std::vector<EarlierRequest> earlier;
    redaction::policy::Ages ages = {};  // of the rules on `today`
};

enum class Severity { info, warning, question, blocks };
struct Finding {
    Severity severity = Severity::info;
    std::string code;         // stable: "received-in-future"
    std::string title;        // Dutch, a few words
    std::string explanation;  // Dutch, one to three sentences
    std::string source;       // law, as cited
    std::string person;       // person id it is about, or empty
    std::string field;        // received, requester, subjects, capacity, identity, bsn, remarks; or empty
};
// Blocks first, then warnings, questions, information. `blocks` means: cannot be logged like this.
std::vector<Finding> findings(const IntakeInput& input);

struct CapacityChoice {
    Capacity capacity = Capacity::self;
    bool open = false;        // the recorded facts allow it
    std::string words;        // "ouder met gezag"
    std::string consequence;  // one Dutch sentence: what follows from choosing it, or why it is not open
};
// Always four rows, in the order of the enum, for the requester and the subjects of the input.
std::vector<CapacityChoice> capacityChoices(const IntakeInput& input);

// Earlier requests that this one likely repeats. Basis: AVG art. 12(5)
std::vector<EarlierRequest> likelyDuplicates(const IntakeInput& input);

bool passesElevenTest(std::string_view bsn);  // nine digits, BSN variant; spaces and dots are not digits
int ageOn(const Date& birthdate, const Date& day);

}  // namespace service::requests
