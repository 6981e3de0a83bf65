// The worklist, the case page, and searching over both: what is due, in which step, who, what stands in the way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/intake.h"

namespace service::casework {

struct Office;

struct WorkRow {
    std::string requestId, reference, householdId, householdTitle, requesterName;
    std::string applicationId, applicationReference, partnerName;  // partnerName: who decides; empty: several together
    std::size_t parts = 1;               // of the application
    std::string right, rightWords, capacityWords, step, stepWords;
    ClockView clock;
    std::string who;                     // names of those it is assigned to
    std::vector<std::string> obstacles;  // Dutch, short
    std::vector<std::string> partnerIds, assigneeIds;
    bool unopened = false;               // nobody looked at it since it was logged
    std::string nextStepWords, nextStepLink;  // "Vraag de partners om stukken"; link: code of the page: collect, review, sign-off, release
};
struct WorkCounts {
    std::size_t late = 0, thisWeek = 0, waitingForSignOff = 0, needsSomeone = 0, suspended = 0, open = 0, unopened = 0;
};
struct Worklist {
    std::vector<WorkRow> rows;  // by due day; the parts of one application stand together
    WorkCounts counts;
};
struct WorkFilter {
    enum Whose { mine, team } whose = mine;  // mine: for a privacy officer also what is nobody's yet; team: everything the actor may open
    enum Which { open, late, thisWeek, signOff, needsSomeone, unopened, closed, all } which = open;
    std::string text = {};  // names, reference, partner; accents and case aside
    std::string right = {}, partnerId = {}, step = {};  // empty: any
    std::string assigned = {};           // account id, or "nobody"; empty: any
};
bool fitsFields(const WorkRow& row, const WorkFilter& filter);  // right, partner, step, assigned
Worklist worklist(Office& office, const Actor& actor, const WorkFilter& filter);

struct CaseStep {
    std::string code, words, state;  // done, now, later
    std::string atWords, byName;
};
struct PartnerDecisionRow {
    std::string partnerId, partnerName, kindWords, remedyWords;  // "bezwaar binnen 6 weken" …
    std::size_t fragments = 0, released = 0, partly = 0, withheld = 0;
};
struct CaseView {
    WorkRow row;
    std::string receivedWords, channelWords, identityWords, remarks, language;
    std::vector<std::string> subjectNames;
    std::vector<CaseStep> steps;
    std::vector<Finding> findings;  // what the law says of this request
    std::vector<std::string> protections;
    std::vector<PartnerDecisionRow> decisions;
    bool hasLetter = false;
    bool mayTransfer = false;  // nothing was collected or decided
    bool collects = true;  // documents are asked of partners, or were
    bool atDesk = false;  // only the request itself: no findings, protections, decisions, no household behind it
};
CaseView viewCase(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
