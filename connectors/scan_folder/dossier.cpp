#include "connectors/scan_folder/dossier.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "connectors/common/folder.h"

namespace connectors::scan_folder {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::string textOf(const json& object, const char* field) {
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

json readSidecar(const fs::path& file) {
    constexpr std::uintmax_t maxBytes = 1 << 20;
    if (!isPlainFile(file) || fs::file_size(file) > maxBytes)
        throw std::invalid_argument("is geen gewoon, klein bestand");
    std::ifstream stream(file);
    json sidecar = json::parse(stream, nullptr, false);
    if (!sidecar.is_object()) throw std::invalid_argument("is geen leesbare JSON");
    return sidecar;
}

const json& listIn(const json& sidecar, const char* field) {
    const auto found = sidecar.find(field);
    if (found == sidecar.end() || !found->is_array()) throw std::invalid_argument("mist een verplicht onderdeel");
    for (const json& element : *found)
        if (!element.is_object()) throw std::invalid_argument("is niet opgesteld zoals afgesproken");
    return *found;
}

}  // namespace

Dossier readDossier(const fs::path& folder) {
    Dossier dossier;
    dossier.folder = folder;
    dossier.caseNumber = folder.filename().string();
    if (fs::symlink_status(folder / kSidecarName).type() == fs::file_type::not_found) return dossier;
    const json sidecar = readSidecar(folder / kSidecarName);
    dossier.described = Described::yes;
    for (const json& person : listIn(sidecar, "about"))
        dossier.about.push_back({textOf(person, "name"), textOf(person, "birthdate"), textOf(person, "bsn")});
    for (const json& scan : listIn(sidecar, "scans"))
        dossier.scans[textOf(scan, "file")] = {textOf(scan, "title"), textOf(scan, "kind"), textOf(scan, "date"),
                                               textOf(scan, "author")};
    return dossier;
}

}  // namespace connectors::scan_folder
