// Facts of a household as single JSON bodies, and a whole case from them. The format is that of case.json, read and
// printed by redaction/household alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/household.h"
#include "service/store/households.h"

namespace service::store {

struct FactBody {
    FactKind kind = FactKind::person;
    std::string body;
};

std::vector<FactBody> factBodies(const redaction::household::Case& household);  // by kind, in the case's order
// Throws FormatError when a body is no such fact.
redaction::household::Case caseFromBodies(const redaction::household::Case& frame, const std::vector<FactBody>& facts);
std::string checkedBody(FactKind kind, std::string_view body);  // as it will be kept; throws FormatError

}  // namespace service::store
