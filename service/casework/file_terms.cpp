#include "service/casework/file_terms.h"

#include <nlohmann/json.hpp>

#include <fstream>

#include "service/casework/office.h"

namespace service::casework {

// Basis: Jeugdwet 7.3.8(3); Wmo 2015 art. 5.3.4; Archiefwet; RBNHO:2021:4235 (the term alone is no reason)
FileTerm fileTermOf(Office& office, std::string_view partnerKind) {
    std::ifstream file(office.templates / "rules" / "file-terms.json");
    const auto terms = nlohmann::json::parse(file).at("terms");
    const auto found = terms.find(std::string(partnerKind));
    const auto& it = found == terms.end() ? terms.at("other") : *found;
    return {it.value("years", 0), it.at("nl"), it.at("en"), it.at("source")};
}

}  // namespace service::casework
