// What a person asks point by point under the five rights besides access: which answers the law knows, what must be
// filled in before a point may be decided, and what has to be done afterwards. Pure. Names and explanations for people
// stand in templates/text and templates/letters, under the ids given here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/requests/decision.h"
#include "service/requests/intake.h"
#include "service/requests/standing_to_ask.h"

namespace service::requests {

enum class Answer { granted, partly, refused, notTakenUp };
std::string toText(Answer answer);  // granted, partly, refused, not-taken-up

// What the partner must do once the decision is out, and confirm.
enum class Work { correct, addStatement, erase, restrictUse, liftRestriction, stopUse, stopSharing, tellRecipients };
std::string toText(Work work);  // correct, add-statement, erase, restrict, lift, stop-use, stop-sharing, tell-recipients
std::optional<Work> workFrom(std::string_view code);

struct ItemField {
    enum Kind { line, area, day, choice } kind = area;
    std::string name;
    bool needed = true;
    std::vector<std::string> options = {};  // of a choice
};

struct ItemChoice {
    std::string id;    // "fact-corrected"
    Right right = Right::rectification;
    std::string sort;  // what kind of thing the point is about: fact, opinion, part, …
    Answer answer = Answer::granted;
    std::vector<ItemField> fields;
    std::vector<Work> work;
    std::string source;  // law, as cited; erasure and rectification: see lawOf(choice, …)
};
const std::vector<ItemChoice>& itemChoices();
std::vector<const ItemChoice*> choicesFor(Right right);
const ItemChoice* findChoice(Right right, std::string_view id);  // nullptr: this right knows no such answer

// What is known of the person, the partner and the file when a point is decided.
struct ItemFacts {
    Right right = Right::rectification;
    PartnerKind partner = PartnerKind::unknown;
    bool client = false;               // the requester is the partner's own client, or asks for it
    bool clientsKnown = false;         // the household records who is this partner's client
    ActingFor acting = {};             // the requester towards whom the point is about
    std::vector<std::string> names = {};  // of the people in this file, as a reason may name them
    bool restrictionStands = false;    // confirmed by the partner, while an objection is weighed
    Date today{};
};

struct ItemAnswer {
    std::string choice;
    std::map<std::string, std::string> fields;
};

// Why a point cannot be decided like this. field: of the form, or "choice". code: missing, not-a-day, in-future,
// unknown-option, only-retention, only-future-report, only-children, only-known, too-general, nobody-named, delete-it, keep-it, no-client,
// no-representative, no-authorisation, authorisation-unclear, hear-other-holder, child-under-12, may-be-taken-up, not-this-partner, archive-first, restrict-first,
// not-readable, unknown-choice.
struct Lack {
    std::string field, code;
};
// Empty: it may be decided. Basis: AVG art. 12(4), 16-21; procedure P6-P10; domain page redaction-rules
std::vector<Lack> lacking(const ItemFacts& facts, const ItemAnswer& answer);
// All fields that the answer asks in this case, those about a child's other holder of authority too.
std::vector<ItemField> fieldsOf(const ItemFacts& facts, const ItemChoice& choice);

// The law that the letter cites for this answer of this partner.
struct ItemLaw {
    std::string source;
    // false: the Youth Act gives this right to its own client only, and says who that is; the GDPR's own right holds (P9).
    // Of other acts Lakwerk does not know who the client is, cites them only for a child, and claims nothing else.
    bool actOpen = true;
};
ItemLaw lawOf(const ItemChoice& choice, const ItemFacts& facts);

Answer overall(const std::vector<Answer>& answers);  // of all points together; at least one

// "naam: waarde" per line, as the machine-readable export gives them. Absent: a line has no name or no value.
std::optional<std::vector<std::pair<std::string, std::string>>> namedValues(std::string_view lines);
// One per line; "niemand" (or "nobody"): none.
std::vector<std::string> recipientsIn(std::string_view lines);
// "basisschool De Linde; Dorpsstraat 1, 1234 AB Dorp": the name, and the lines of the address behind it where it is known.
struct RecipientAddress {
    std::string name;
    std::vector<std::string> lines;
};
RecipientAddress recipientAddress(std::string_view recipient);

// Basis: AVG art. 12(5)(b): the controller shows that a request is manifestly unfounded or excessive; decided by two people
struct ExcessiveClaim {
    std::string kind;      // unfounded, repeated
    std::string why;       // from this case
    std::string earlier;   // repeated: which requests, and what has changed since
    std::string offered;   // what was offered instead: a narrower request, talking it over
};
std::vector<Lack> lacking(const ExcessiveClaim& claim);

}  // namespace service::requests
