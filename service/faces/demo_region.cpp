#include "service/faces/demo_region.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "redaction/household/household.h"
#include "service/casework/partner_standing.h"

namespace service::faces {

namespace {

using Json = nlohmann::json;

std::string readFile(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("voorbeeldbestand ontbreekt: " + path.filename().string());
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string filledIn(std::string text, const DemoPlaces& places) {
    const std::pair<std::string, std::string> fields[] = {{"{folder}", std::filesystem::absolute(places.partnersFolder).string()},
                                                          {"{port}", std::to_string(places.partnersPort)}};
    for (const auto& [field, value] : fields)
        for (auto at = text.find(field); at != std::string::npos; at = text.find(field, at + value.size())) text.replace(at, field.size(), value);
    return text;
}

std::string addAccounts(store::Store& store) {
    for (const auto& wanted : demoAccounts())
        if (!store.accounts().findByLogin(wanted.login))
            store.accounts().add({wanted.login, wanted.displayName, wanted.role, wanted.password, wanted.login + "@regio.example", "nl"});
    return store.accounts().findByLogin("beheer")->id;
}

void savePartners(store::Store& store, const Json& region, const DemoPlaces& places) {
    for (const auto& row : region.at("partners")) {
        store::Partner partner;
        if (const auto known = store.partners().find(row.at("id"))) partner = *known;
        partner.id = row.at("id"), partner.name = row.at("name"), partner.kind = row.at("kind");
        partner.publicBody = row.at("public_body"), partner.legalForm = row.value("legal_form", "");
        if (const auto usual = casework::usualStandingOf(partner)) casework::setStanding(partner, *usual);
        partner.decidingOrgan = row.value("deciding_organ", "");
        partner.address = row.value("address", ""), partner.contact = row.value("contact", "");
        partner.signer = row.value("signer", ""), partner.signerFunction = row.value("signer_function", "");
        partner.connector = row.value("connector", "");
        partner.connectorSettings.clear();
        for (const auto& [name, value] : row.at("settings").items()) partner.connectorSettings[name] = filledIn(value, places);
        store.partners().save(partner);
    }
}

std::vector<store::HouseholdPartner> partnersOf(const Json& row) {
    std::vector<store::HouseholdPartner> partners;
    for (const char* id : {"vt", "lt", "gi", "rvdk", "zvh"})
        if (row.at("case_numbers").contains(id)) partners.push_back({id, row["case_numbers"][id].get<std::vector<std::string>>()});
    return partners;
}

void importHousehold(store::Store& store, const Json& row, const DemoPlaces& places, const std::string& by) {
    const std::string title = row.at("title");
    const auto all = store.households().all();
    if (std::any_of(all.begin(), all.end(), [&](const auto& it) { return it.title == title; })) return;
    const auto household = redaction::household::parseCase(readFile(places.sources / row.at("file").get<std::string>()));
    store.transact([&] {
        const auto made = store.households().importCase(household, by);
        store.households().rename(made.id, title, by);
        store.households().setPartners(made.id, partnersOf(row), by);
        store.assignments().assign(made.id, store.accounts().findByLogin("professional")->id, by);
        store::NewAuditEntry entry;
        entry.role = "service", entry.action = "household.imported", entry.householdId = made.id;
        store.audit().append(entry);
    });
}

}  // namespace

const std::vector<DemoAccount>& demoAccounts() {
    static const std::vector<DemoAccount> all{
        {"balie", "Karin Bosman (balie)", "demo-balie-2026", store::Role::frontDesk},
        {"professional", "Tom Verhulst (professional)", "demo-professional-2026", store::Role::professional},
        {"professional2", "Noor Aziz (professional)", "demo-professional2-2026", store::Role::professional},
        {"privacy", "Mirjam Quist (privacy officer)", "demo-privacy-2026", store::Role::privacyOfficer},
        {"privacy2", "Daan Ekels (privacy officer)", "demo-privacy2-2026", store::Role::privacyOfficer},
        {"beheer", "Beheerder", "demo-beheer-2026", store::Role::administrator},
    };
    return all;
}

void loadDemoRegion(store::Store& store, const DemoPlaces& places) {
    const auto region = Json::parse(readFile(places.sources / "region.json"));
    const std::string by = addAccounts(store);
    savePartners(store, region, places);
    for (const auto& row : region.at("households")) importHousehold(store, row, places, by);
    if (store.settings().find("region.name")) return;
    store.settings().set("region.name", "Regio " + region.at("region").get<std::string>());
    store.settings().set("region.place", "Oosterhaven");
    store.settings().set("region.address", "Stadsplein 1\n4381 AA Oosterhaven");
    store.settings().set("region.email", "privacy@waterkant.example");
    store.settings().set("region.support-name", "Cliëntondersteuning Waterkant");
    store.settings().set("region.support-address", "Kade 8, 4381 AB Oosterhaven");
    store.settings().set("region.support-phone", "0118 00 00 00");
    store.settings().set("region.support-site", "www.clientondersteuning-waterkant.example");
}

}  // namespace service::faces
