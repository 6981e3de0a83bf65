// What holds for each person whose data are asked for by someone else. Not for use outside this folder.
#pragma once

#include "service/requests/intake.h"

namespace service::requests {

std::vector<Finding> subjectFindings(const IntakeInput& input, const std::string& subject);
// A requester under 16 who asks for itself, and a child that changes of age while the request runs.
std::vector<Finding> ageFindings(const IntakeInput& input);

}  // namespace service::requests
