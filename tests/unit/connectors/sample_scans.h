// Scans and sidecars for the tests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/unit/connectors/sample_people.h"

namespace connectors::tests {

inline const std::string kScanPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

inline nlohmann::json personJson(const Sought& person) {
    return {{"name", person.name}, {"birthdate", person.birthdate}, {"bsn", person.bsn}};
}

inline std::string sidecarOfFamily(const std::vector<std::string>& files) {
    nlohmann::json scans = nlohmann::json::array();
    for (const std::string& file : files)
        scans.push_back(
            {{"file", file}, {"title", "Melding"}, {"kind", "melding"}, {"date", "2026-01-12"}, {"author", "VT"}});
    return nlohmann::json{{"about", {personJson(father()), personJson(child())}}, {"scans", scans}}.dump();
}

}  // namespace connectors::tests
