#include "service/casework/file_terms.h"

#include <nlohmann/json.hpp>

#include <fstream>

#include "service/casework/office.h"
#include "service/casework/partner_register.h"

namespace service::casework {

namespace {

std::string filledWith(std::string words, const DossierTerm& term) {
    for (const auto& [slot, value] : {std::pair<std::string, std::string>{"{dossier}", term.dossier}, {"{years}", std::to_string(term.years)}})
        if (const auto at = words.find(slot); at != words.npos) words.replace(at, slot.size(), value);
    return words;
}

}  // namespace

// Basis: Jeugdwet 7.3.8(3); Wmo 2015 art. 5.3.4; Archiefwet; RBNHO:2021:4235 (the term alone is no reason)
std::vector<FileTerm> fileTermsOf(Office& office, const std::string& partnerId) {
    std::ifstream file(office.templates / "rules" / "file-terms.json");
    const auto table = nlohmann::json::parse(file);
    std::vector<FileTerm> terms;
    for (const auto& own : dossierTermsOf(office, partnerId)) terms.push_back({own.years, filledWith(table.at("own").at("nl"), own), filledWith(table.at("own").at("en"), own), own.source});
    if (!terms.empty()) return terms;
    const auto partner = office.store.partners().find(partnerId);
    const auto usual = table.at("terms").find(partner ? partner->kind : std::string());
    const auto& it = usual == table.at("terms").end() ? table.at("terms").at("other") : *usual;
    return {{it.value("years", 0), it.at("nl"), it.at("en"), it.at("source")}};
}

}  // namespace service::casework
