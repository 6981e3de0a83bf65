#include "tests/partners/demo_household.h"

#include <fstream>
#include <stdexcept>

namespace partners {
namespace {

using nlohmann::json;

json readJson(const std::filesystem::path& file) {
    std::ifstream stream(file);
    json value = json::parse(stream, nullptr, false);
    if (!value.is_object()) throw std::runtime_error("not readable: " + file.filename().string());
    return value;
}

std::string textOf(const json& object, const char* field) {
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

DemoPerson personOf(const json& person) {
    DemoPerson known;
    for (const auto& name : person.at("given"))
        known.given += (known.given.empty() ? "" : " ") + name.get<std::string>();
    known.prefix = textOf(person, "prefix");
    known.family = textOf(person, "family");
    known.birthdate = textOf(person, "birthdate");
    known.bsn = textOf(person, "bsn");
    return known;
}

}  // namespace

std::string DemoPerson::fullName() const {
    return given + " " + (prefix.empty() ? "" : prefix + " ") + family;
}

std::string DemoHousehold::caseNumberAt(const std::string& partner) const {
    const auto numbers = caseNumbers.find(partner);
    return numbers == caseNumbers.end() || numbers->empty() ? "" : numbers->at(0).get<std::string>();
}

std::vector<DemoHousehold> readHouseholds(const std::filesystem::path& sources) {
    std::vector<DemoHousehold> households;
    const json region = readJson(sources / "region.json");
    for (const json& listed : region.at("households")) {
        const std::filesystem::path file = listed.at("file").get<std::string>();
        DemoHousehold household{file.parent_path().string(), listed.at("title"), {}, listed.at("case_numbers")};
        const json facts = readJson(sources / file);
        for (const json& person : facts.at("persons"))
            if (textOf(person, "kind") == "family") household.family.push_back(personOf(person));
        households.push_back(std::move(household));
    }
    return households;
}

}  // namespace partners
