// The rules about people as data: templates/rules/channels.json and people.json, read and checked.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "service/requests/channels.h"

namespace service::casework {

// Names the file and what is wrong in it; a broken file stops the start.
class PeopleRulesError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct CodeRules {
    int digits = 0, mostTries = 0, validDays = 0;
    std::string source;
};
struct ChildViewRules {
    int fromAge = 0, belowAge = 0;
    std::vector<std::string> capacities, rights;
    std::string source, otherwise;              // otherwise: required or advised
    std::map<std::string, std::string> byKind;  // of partner
    std::string policyOf(const std::string& partnerKind) const;
};
struct PeopleRules {
    CodeRules code;
    ChildViewRules childView;
};

requests::ChannelRules parseChannelRules(const std::string& json);                 // throws PeopleRulesError
PeopleRules parsePeopleRules(const std::string& json);                             // likewise
requests::ChannelRules loadChannelRules(const std::filesystem::path& templates);  // likewise
PeopleRules loadPeopleRules(const std::filesystem::path& templates);              // likewise

}  // namespace service::casework
