// What every change of a household begins and ends with; for the files that change one.
#pragma once

#include "redaction/household/household.h"
#include "service/casework/household_editing.h"
#include "service/casework/office.h"

namespace service::casework {

bool isOpen(const store::Request& request);
OpenRequestRow openRequestRow(const store::Request& request, const redaction::household::Case& known);
HouseholdOutcome refusal(std::string code, std::string words);
// Proposes anew where needed; tells of what this person may see of it.
HouseholdOutcome changed(Office& office, const Actor& actor, const std::string& householdId, std::string factId);
int versionOf(Office& office, const std::string& householdId, int expected);
void requireEditor(Office& office, const Actor& actor, const std::string& householdId);  // throws Failure
HouseholdOutcome refusalFor(const store::StoreError& error);  // throws it again when nobody can be told
std::string withoutPlace(std::string words);  // of a FormatError

// What the store or the format refuses becomes an answer.
template <class Work>
HouseholdOutcome attempt(Work&& work) {
    try {
        return work();
    } catch (const redaction::household::FormatError& wrong) {
        return refusal("wrong-input", withoutPlace(wrong.what()));
    } catch (const store::StoreError& refused) {
        return refusalFor(refused);
    }
}

}  // namespace service::casework
