// How long our own copies are kept, as data: templates/rules/retention.json, and the months that the region chose.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "service/requests/retention.h"

namespace service::casework {

struct Office;

// Names the file and what is wrong in it; a broken table stops the start.
class RetentionRulesError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct RetentionRules {
    std::vector<requests::RetentionRule> rules;  // one of them for every right
    int postDays = 0;                            // after which a letter counts as received
    int noticeDays = 0;                          // how long before the day the privacy officers are told
    int noticeWorkingDays = 0;                   // at least so many between closing by itself and the day
    int decisionYears = 0;                       // how long the decision outlives our copies
};

RetentionRules parseRetentionRules(const std::string& json);                 // throws RetentionRulesError
RetentionRules loadRetentionRules(const std::filesystem::path& templates);  // throws RetentionRulesError
RetentionRules retentionRules(Office& office);                               // with the months of the region

inline constexpr int mostRetentionMonths = 24;
int retentionMonths(Office& office);

}  // namespace service::casework
