// The manifest of one export: what the partner says is in the ZIP. Read by libxml2 without network or entities and
// checked against templates/connectors/export-drop.rng.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connectors/common/person_match.h"

namespace connectors::export_drop {

struct ManifestDocument {
    std::string id, file, title, kind, date, author, sha256, caseNumber, confidentiality;
    std::vector<std::string> people;
};

enum class Completeness { all, part };

struct Manifest {
    std::string system, made, remark;
    Completeness completeness = Completeness::part;
    std::vector<NamedPerson> about;
    std::vector<ManifestDocument> documents;
};

// Why an export cannot be taken in, in Dutch without personal data; the sentence's end after "Export 2: ".
struct Unusable {
    std::string why;
};

Manifest parseManifest(std::string_view xml);  // throws Unusable

}  // namespace connectors::export_drop
