// Whether what is typed goes to a child: who writes it is told beforehand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "redaction/household/household.h"

namespace service::casework {

struct Office;

struct ChildReader {
    std::string name;
    int age = 0;
};
// Absent: 16 or older, or no date of birth is known. Basis: AVG art. 12(1), overweging 58
std::optional<ChildReader> childReader(Office& office, const redaction::household::Case& household, std::string_view personId);
std::optional<ChildReader> childReaderOf(Office& office, std::string_view requestId);  // who asks for itself

}  // namespace service::casework
