// Whether what is typed goes to a child: who writes it is told beforehand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "redaction/household/household.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

struct ChildReader {
    std::string name;
    int age = 0;
};
// Absent: old enough to decide itself (16), or no date of birth is known. Basis: AVG art. 12(1), overweging 58
std::optional<ChildReader> childReader(Office& office, const redaction::household::Case& household, std::string_view personId);
std::optional<ChildReader> childReaderOf(Office& office, std::string_view requestId);  // who asks for itself

// A child under 12 that asks for access itself: today, as it is when something goes out. Basis: Jeugdwet art. 7.3.10, 7.3.15;
// Wmo 2015 art. 5.3.2(1), (2); rule R9
bool isYoungRequester(Office& office, const store::Request& request);
// It was decided that it is told who may ask for it: it gets that letter, and nothing else.
bool invitesRepresentative(Office& office, const store::Request& request);
// Empty: its answer may go out. Otherwise what must be decided first.
std::string whyNotToYoung(Office& office, const store::Request& request);

}  // namespace service::casework
