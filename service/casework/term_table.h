// The terms, the grounds to suspend and the milestones as data: templates/rules/terms.json, read and checked.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "service/requests/escalation.h"
#include "service/requests/remedy_terms.h"
#include "service/requests/suspending.h"

namespace service::casework {

// Names the file and what is wrong in it; a broken table stops the start.
class TermTableError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct TermEdition {
    requests::Date from;
    requests::Terms terms;
    requests::SuspensionRules suspension;
    requests::RemedyAnswers remedyAnswers;
};
struct TermTable {
    std::vector<TermEdition> editions;  // by day; at least one
    std::vector<requests::MilestoneRule> milestones;
    requests::EscalationRule escalation;

    const TermEdition& on(const requests::Date& received) const;  // before the first: the first
};

std::filesystem::path termTableFile(const std::filesystem::path& templates);
TermTable parseTermTable(const std::string& json);                 // throws TermTableError
TermTable loadTermTable(const std::filesystem::path& templates);  // throws TermTableError
std::string readTermTable(const std::filesystem::path& templates);  // its text; throws TermTableError

}  // namespace service::casework
