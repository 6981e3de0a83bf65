// The stored facts of a household and a request in the form that service/requests reasons on, and its answers in the
// form the screens show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redaction/household/household.h"
#include "service/casework/intake.h"
#include "service/casework/office.h"
#include "service/requests/all_clocks.h"
#include "service/requests/intake.h"

namespace service::casework {

requests::Calendar calendarOf(Office& office);
requests::Terms termsOf(Office& office);  // of today, from templates/rules/terms.json
requests::Terms termsOf(Office& office, const redaction::household::Date& start);  // of a clock that starts on this day
requests::TermsOn termsOn(Office& office);
std::optional<redaction::household::Date> sentOn(Office& office, const store::Request& request);  // the decision; absent: none was released
// Everything that happened to the term; with the stricter term of this partner, where it has one.
requests::Course courseOf(Office& office, const store::Request& request, std::string_view partnerId);

requests::IntakeInput intakeInput(Office& office, const redaction::household::Case& known, const RequestForm& form);
RequestForm formOf(Office& office, const store::Request& request);

std::vector<Finding> findingsFrom(const std::vector<requests::Finding>& findings);

requests::DecisionClock decisionClock(Office& office, const store::Request& request);
ClockView clockOf(Office& office, const store::Request& request);
ClockView clockFor(Office& office, const requests::Course& course);
std::vector<ClockStep> stepsFrom(const std::vector<requests::Step>& steps);
std::vector<ClockStep> derivationOf(const requests::Clock& clock);

// Dutch sentences: what stays hidden from this requester.
std::vector<std::string> protectionsAgainst(const redaction::household::Case& known, const std::string& requesterId, const Date& day);

}  // namespace service::casework
