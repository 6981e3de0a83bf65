// What comes after a decision: complaint, objection, petition, complaint to the supervisory authority. Each is linked to the
// decision of one partner on one part; whether it is in time is computed; what becomes of it is added.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/intake.h"

namespace service::casework {

struct Office;

struct RemedyForm {
    std::string kind;      // own-complaint, objection, petition, appeal, higher-appeal, authority-complaint
    std::string receivedOn, letterReceivedOn, theirReference, about;
    std::string partnerId; // of a part of several partners: whose decision; empty: the part's own
    std::vector<std::string> alsoConcerned;
};
struct RemedyOutcome : Outcome {
    std::string remedyId, newRequestId;
};
RemedyOutcome recordRemedy(Office& office, const Actor& actor, std::string_view requestId, const RemedyForm& form);

// kind: coordinator (value: a partner), term (value: a day, as a court or the law sets it), forwarded, outcome (value: a code), note.
struct RemedyStep {
    std::string kind, value, onDay, words;
};
Outcome addRemedyStep(Office& office, const Actor& actor, std::string_view remedyId, const RemedyStep& step);

// A new decision: a part of its own in the same application. The old decision stays as it was.
RemedyOutcome reopenPart(Office& office, const Actor& actor, std::string_view remedyId, std::string_view why);

const std::vector<std::pair<std::string, std::string>>& remedyKinds();     // code, words
const std::vector<std::pair<std::string, std::string>>& remedySteps();
const std::vector<std::pair<std::string, std::string>>& remedyOutcomes();

struct RemedyEventRow {
    std::string words, onWords, byName, text;
};
struct RemedyView {
    std::string id, requestId, requestReference, kind, kindWords, partnerName, receivedWords, theirReference, about, coordinatorName, dueWords, outcomeWords;
    std::string verdict, verdictWords;  // verdict: in-time, late, unsure, no-term
    std::vector<std::pair<std::string, std::string>> partners;  // concerned: id, name
    struct Term {
        std::string title, endWords, source;
        std::vector<ClockStep> steps;
    };
    std::vector<Term> terms;
    std::vector<RemedyEventRow> events;
    bool over = false, late = false, mayReopen = false;  // late: the term to answer it is past
    bool caseOpens = true, mayLead = true;  // caseOpens: the case behind it may be opened; mayLead: more than a note may be added
};
// Also for who works for another partner that it concerns: this page, not the case behind it. Who coordinates sets the term
// and the outcome; who is only concerned adds notes. Basis: Convenant art. 6.4
RemedyView viewRemedy(Office& office, const Actor& actor, std::string_view remedyId);
std::vector<RemedyView> remediesOfRequest(Office& office, const Actor& actor, std::string_view requestId);  // newest first
std::vector<RemedyView> openRemedies(Office& office, const Actor& actor);  // for the worklist, what is due first

}  // namespace service::casework
