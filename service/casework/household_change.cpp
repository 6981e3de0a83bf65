#include "service/casework/household_change.h"

#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/partner_wall.h"
#include "service/casework/passing_days.h"
#include "service/casework/queue.h"
#include "service/casework/words.h"

namespace service::casework {

namespace household = redaction::household;

namespace {

// New proposals for every open request that has any; one that only waits for its pieces needs none yet.
std::vector<OpenRequestRow> proposeAnew(Office& office, const Actor& actor, const std::string& id) {
    const auto known = office.store.households().load(id);
    std::vector<OpenRequestRow> touched;
    for (const auto& request : office.store.requests().ofHousehold(id)) {
        takeUpDays(office, request);
        if (!isOpen(request) || request.step == store::Step::logged || request.step == store::Step::collecting) continue;
        queueProposing(office, request.id);
        if (!isBehindWall(office, actor, request)) touched.push_back(openRequestRow(request, known));
    }
    return touched;
}

}  // namespace

bool isOpen(const store::Request& request) { return request.step != store::Step::released && request.step != store::Step::closed; }

OpenRequestRow openRequestRow(const store::Request& request, const household::Case& known) {
    return {request.id, request.reference, toText(request.step), stepWords(toText(request.step)), nameIn(known, request.requesterId)};
}

HouseholdOutcome refusal(std::string code, std::string words) {
    HouseholdOutcome outcome;
    outcome.code = std::move(code);
    outcome.words = std::move(words);
    return outcome;
}

HouseholdOutcome changed(Office& office, const Actor& actor, const std::string& id, std::string factId) {
    HouseholdOutcome outcome;
    outcome.done = true;
    outcome.code = "done";
    outcome.householdId = id;
    outcome.factId = std::move(factId);
    outcome.touched = proposeAnew(office, actor, id);
    return outcome;
}

// Where it stands in a file ("persons[0].") says nothing to who filled in a form.
std::string withoutPlace(std::string words) {
    const auto end = words.find("[0].");
    if (end != words.npos && end < words.find(' ')) words.erase(0, end + 4);
    return words;
}

int versionOf(Office& office, const std::string& id, int expected) {
    return expected > 0 ? expected : office.store.households().loadHousehold(id).version;
}

void requireEditor(Office& office, const Actor& actor, const std::string& id) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    requireOpen(office, actor, id);
}

HouseholdOutcome refusalFor(const store::StoreError& error) {
    std::string words = error.what();
    if (!words.empty()) words[0] = char(std::toupper(static_cast<unsigned char>(words[0])));
    if (error.kind() == store::ErrorKind::conflict) return refusal("changed-meanwhile", words + ".");
    if (error.kind() == store::ErrorKind::forbiddenByRule) return refusal("not-allowed", words + ".");
    throw error;
}

}  // namespace service::casework
