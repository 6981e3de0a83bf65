// One subfolder of scans: named after a case number, with an optional dossier.json beside the scans that says who it is
// about and what each scan is.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "connectors/common/person_match.h"

namespace connectors::scan_folder {

struct ScanFacts {
    std::string title, kind, date, author;
};

enum class Described { yes, no };

struct Dossier {
    std::filesystem::path folder;
    std::string caseNumber;  // the subfolder's name
    Described described = Described::no;
    std::vector<NamedPerson> about;
    std::map<std::string, ScanFacts> scans;  // by file name
};

// Throws std::invalid_argument when dossier.json is there but not as agreed (its text is Dutch, without personal data).
Dossier readDossier(const std::filesystem::path& folder);

inline constexpr const char* kSidecarName = "dossier.json";

}  // namespace connectors::scan_folder
