// In which form an access request is answered besides documents: only what is done with the data, or inspection on
// location; and that a request is manifestly unfounded or excessive, which two people say with reasons, never a machine.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/intake.h"
#include "service/casework/partner_register.h"
#include "service/casework/term_events.h"
#include "service/requests/items.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

struct InspectionRow {
    std::string id, day, time, place, plannedByName;
    std::string heldOn, present, shown, recordedByName, cancelledWhy;
    bool open = false;
};
struct ExcessiveRow {
    std::string kind, why, earlier, offered, proposedByName, confirmedByName;
    bool confirmed = false, mayConfirm = false;  // by this person
};
struct AnswerFormView {
    std::string requestId, reference, right, step, form, why, chosenByName;  // form: documents, processing, inspection
    std::vector<InspectionRow> inspections;
    std::optional<ExcessiveRow> excessive;
    struct Young {
        std::string choice, why, byName;  // choice: representative, to-child; empty: nobody chose yet
        bool mayChoose = false, mayGive = false;  // mayGive: the documents to the child itself
    };
    std::optional<Young> young;  // a child under 12 that asks itself
    std::vector<WithoutRegister> withoutRegister;  // of an access request: what the letter says of them is the usual text
    bool mayChoose = false, mayFinish = false, mayPlan = false, mayHold = false, mayClaim = false;
};
AnswerFormView viewAnswerForm(Office& office, const Actor& actor, std::string_view requestId);

// Basis: AVG art. 15(1) and (3)
FormOutcome chooseForm(Office& office, const Actor& actor, std::string_view requestId, std::string_view form, std::string_view why);
// To a child under 12 that asks itself. choice: representative, or to-child, by a privacy officer only, up to the sign-off.
FormOutcome answerYoung(Office& office, const Actor& actor, std::string_view requestId, std::string_view choice, std::string_view why);
// What is done with the data, or who may ask for it, is all that is answered: the letters are made, and go the way of every package.
Outcome finishProcessing(Office& office, const Actor& actor, std::string_view requestId);

struct InspectionPlan {
    std::string day, time, place;
};
struct InspectionHeld {
    std::string on, present, shown;
};
FormOutcome planInspection(Office& office, const Actor& actor, std::string_view requestId, const InspectionPlan& plan);
FormOutcome cancelInspection(Office& office, const Actor& actor, std::string_view requestId, std::string_view inspectionId, std::string_view why);
// Only what was signed is shown. Then the decision is written, with what was shown; signed and handed out like any other.
FormOutcome holdInspection(Office& office, const Actor& actor, std::string_view requestId, std::string_view inspectionId, const InspectionHeld& held);
bool wasInspected(Office& office, const store::Request& request);
StoredFile inspectionLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view inspectionId);

struct ClaimOutcome : Outcome {
    std::vector<requests::Lack> lacks;
};
ClaimOutcome proposeExcessive(Office& office, const Actor& actor, std::string_view requestId, const requests::ExcessiveClaim& claim);
// By a privacy officer who did not propose it: the decision letter is made.
Outcome confirmExcessive(Office& office, const Actor& actor, std::string_view requestId);
FormOutcome rejectExcessive(Office& office, const Actor& actor, std::string_view requestId, std::string_view why);

}  // namespace service::casework
