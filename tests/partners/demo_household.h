// What the partners of the demo region know of its households, from case.json and region.json.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace partners {

struct DemoPerson {
    std::string given, prefix, family, birthdate, bsn;  // birthdate and bsn empty when unknown
    std::string fullName() const;
};

struct DemoHousehold {
    std::string folder;  // "huisman"
    std::string title;
    std::vector<DemoPerson> family;
    nlohmann::json caseNumbers;                                  // partner id to list
    std::string caseNumberAt(const std::string& partner) const;  // the first; "" when none
};

std::vector<DemoHousehold> readHouseholds(const std::filesystem::path& sources);  // throws std::runtime_error

}  // namespace partners
