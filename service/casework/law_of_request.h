// The stored facts of a household and a request in the form that service/requests reasons on, and its answers in the
// form the screens show.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redaction/household/household.h"
#include "service/casework/intake.h"
#include "service/casework/office.h"
#include "service/requests/clock.h"
#include "service/requests/intake.h"

namespace service::casework {

requests::Calendar calendarOf(Office& office);
requests::Terms termsOf(Office& office);  // from the settings term.*, otherwise today's law

requests::IntakeInput intakeInput(Office& office, const redaction::household::Case& known, const RequestForm& form);
RequestForm formOf(const store::Request& request);

std::vector<Finding> findingsFrom(const std::vector<requests::Finding>& findings);

requests::DecisionClock decisionClock(Office& office, const store::Request& request);
ClockView clockOf(Office& office, const store::Request& request);
ClockView clockFor(Office& office, const requests::Course& course);

// Dutch sentences: what stays hidden from this requester.
std::vector<std::string> protectionsAgainst(const redaction::household::Case& known, const std::string& requesterId, const Date& day);

}  // namespace service::casework
