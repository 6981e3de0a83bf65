// Checks a package that was released: the manifest's sums, that every PDF opens and holds no scripts, attachments or
// metadata, and all verification can see without knowing what was withheld; with --hide it searches for given texts as
// well, and with --data for everything that this request withholds, with each page next to its source, as the service did
// before it went out. The package is a ZIP, the same as a folder, or a single PDF.
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/soundness.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/archive.h"
#include "service/casework/package.h"
#include "service/casework/standing.h"
#include "service/faces/faces.h"
#include "service/faces/files.h"
#include "service/faces/hidden_strings.h"
#include "service/faces/office_parts.h"
#include "service/faces/own_folder.h"

namespace service::faces {

namespace {

using Problems = std::vector<std::string>;
// casework/package.cpp writes it: {"bestanden": [{"naam", "sha256", "bytes"}]}
constexpr const char* manifestName = "manifest.json";

using Files = std::map<std::string, std::string>;  // bytes by name

struct Order {
    std::string package;
    std::optional<std::string> strings, data;
};

std::optional<Order> parse(const Arguments& arguments) {
    Order order;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const bool hide = arguments[at] == "--hide", data = arguments[at] == "--data";
        if ((hide || data) && at + 1 == arguments.size()) return std::nullopt;
        if (hide) order.strings = arguments[++at];
        else if (data) order.data = arguments[++at];
        else if (order.package.empty()) order.package = arguments[at];
        else return std::nullopt;
    }
    return order.package.empty() ? std::nullopt : std::optional(order);
}

struct Package {
    Files files;
    bool single = false;  // one PDF, without a manifest
    std::string hash;     // of the ZIP, hex; empty: another form
};

Package packageAt(const std::filesystem::path& path) {
    Package package;
    if (std::filesystem::is_directory(path)) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
            if (!entry.is_directory()) package.files[std::filesystem::relative(entry.path(), path).generic_string()] = readFile(entry.path());
        return package;
    }
    auto bytes = readFile(path);
    if (bytes.rfind("%PDF-", 0) == 0) {
        package.single = true;
        package.files[path.filename().string()] = std::move(bytes);
        return package;
    }
    package.hash = casework::sha256Hex(bytes);
    for (auto& entry : casework::readOwnZip(bytes))
        if (!entry.name.empty() && entry.name.back() != '/') package.files[entry.name] = std::move(entry.bytes);
    return package;
}

void compare(const std::string& name, const nlohmann::json& row, const Files& files, Problems& problems) {
    const auto file = files.find(name);
    if (file == files.end()) return problems.push_back(name + " ontbreekt.");
    if (row.at("bytes").get<std::size_t>() != file->second.size()) return problems.push_back(name + " heeft een andere grootte dan de lijst zegt.");
    if (row.at("sha256").get<std::string>() != casework::sha256Hex(file->second)) problems.push_back(name + " is veranderd: de controlesom klopt niet.");
}

void checkManifest(const Files& files, Problems& problems) {
    const auto manifest = files.find(manifestName);
    if (manifest == files.end()) return problems.push_back("De lijst met controlesommen (manifest.json) ontbreekt.");
    try {
        std::set<std::string> listed{manifestName};
        const auto json = nlohmann::json::parse(manifest->second);
        for (const auto& row : json.at("bestanden")) {
            const auto name = row.at("naam").get<std::string>();
            listed.insert(name);
            if (name != manifestName) compare(name, row, files, problems);
        }
        for (const auto& [name, bytes] : files)
            if (!listed.count(name)) problems.push_back(name + " staat niet in de lijst.");
    } catch (const nlohmann::json::exception&) {
        problems.push_back("De lijst met controlesommen (manifest.json) is niet te lezen.");
    }
}

void checkPdfs(const Files& files, Problems& problems) {
    for (const auto& [name, bytes] : files) {
        if (std::filesystem::path(name).extension() != ".pdf") continue;
        for (const auto& problem : redaction::apply::soundnessProblems({name, bytes, {}})) problems.push_back(name + ": " + problem + ".");
    }
}

// What other programs see in the files; each place with its page. What is no text of the list was told by soundness.
std::string lookInto(const Files& files, const std::vector<std::string>& strings, Problems& problems) {
    using namespace redaction;
    std::vector<apply::FinishedFile> finished;
    for (const auto& [name, bytes] : files) finished.push_back({name, bytes});
    const reader::ReaderProcess reader(readerProgram());
    const auto report = apply::verify(finished, strings, reader);
    for (const auto& hit : report.hits)
        problems.push_back(hit.file + ": " + hit.where +
                           (hit.withheldIndex == apply::Hit::noString ? "" : ": regel " + std::to_string(hit.withheldIndex + 1) + " van de teksten") + ".");
    std::cerr << notSearched(report.stringsTooShort);
    if (strings.empty()) return {};
    return std::to_string(report.stringsSearched) + " teksten gezocht en niet gevonden, op het oog (OCR) op " + std::to_string(report.pagesSeen) +
           " van " + std::to_string(report.pages) + " pagina's.";
}

std::string requestOf(const Files& files) {
    const auto manifest = files.find(manifestName);
    if (manifest == files.end()) return {};
    const auto json = nlohmann::json::parse(manifest->second, nullptr, false);
    return json.is_object() && json.contains("verzoek") && json["verzoek"].is_string() ? json["verzoek"].get<std::string>() : std::string();
}

// The moment it was made: letters carry that day, and who was how old on it counts.
std::optional<Moment> madeAt(store::Store& store, const std::string& requestId, const std::string& hash) {
    std::optional<Moment> at;
    for (const auto& release : store.releases().ofRequest(requestId))
        if (release.packageHash == hash || (!at && release.state != store::ReleaseState::isVoid)) at = release.builtAt;
    return at;
}

// Made once more from what the region keeps, and held against what somebody has.
std::string lookIntoCase(const std::string& data, const Package& package, Problems& problems) {
    const auto reference = requestOf(package.files);
    RealEnvironment now;
    auto store = store::Store::openToRead(data, now);
    const auto request = store->requests().findByReference(reference);
    const auto made = request ? madeAt(*store, request->id, package.hash) : std::nullopt;
    if (!made) {
        problems.push_back("In deze gegevensmap is geen pakket van het verzoek dat manifest.json noemt. Kijk of het de goede map is, en of de zaak nog bestaat.");
        return {};
    }
    RealEnvironment then(*made);
    store.reset();
    OfficeParts parts(store::Store::openToRead(data, then), then, templatesFolder());
    const auto report = casework::verifyFiles(parts.office, casework::standingOf(parts.office, *request), package.files, [](const std::string& line) { std::cerr << line << '\n'; });
    for (const auto& hit : report.hits) problems.push_back(hit.file + ": " + hit.where + ".");
    std::cerr << notSearched(report.stringsTooShort);
    return std::to_string(report.stringsSearched) + " verborgen tekstdelen van verzoek " + reference + " gezocht, op het oog (OCR) op " + std::to_string(report.pagesSeen) + " van " +
           std::to_string(report.pages) + " pagina's; " + std::to_string(report.pagesCompared) + " pagina's naast hun bron gelegd.";
}

int report(std::size_t count, const Problems& problems, const std::string& searched) {
    const std::set<std::string> each(problems.begin(), problems.end());
    for (const auto& problem : each) std::cout << "  - " << problem << '\n';
    if (each.empty())
        std::cout << "In orde: " << count << " bestanden, geen programmacode, bijlagen of metagegevens. " << searched << '\n';
    else
        std::cout << "Niet in orde: " << each.size() << " gevonden.\n";
    return each.empty() ? 0 : 1;
}

int carryOut(const Order& order) {
    const auto strings = order.strings ? hiddenStrings(readFile(*order.strings)) : std::vector<std::string>{};
    Package package;
    try {
        package = packageAt(order.package);
    } catch (const casework::ArchiveError&) {
        return report(0, {"Het pakket is geen PDF en geen ZIP van Lakwerk, of is beschadigd."}, {});
    }
    Problems problems;
    if (!package.single) checkManifest(package.files, problems);
    checkPdfs(package.files, problems);
    std::string searched;
    if (order.strings || !order.data) searched = lookInto(package.files, strings, problems);
    try {
        if (order.data) searched += (searched.empty() ? "" : " ") + lookIntoCase(*order.data, package, problems);
    } catch (const casework::NotBuildable& why) {
        problems.push_back(std::string("Het pakket is niet meer na te maken: ") + why.what());
    }
    return report(package.files.size(), problems, (package.single ? "" : "De controlesommen kloppen. ") + searched);
}

}  // namespace

int verify(const Arguments& arguments) {
    const auto order = parse(arguments);
    if (!order) {
        std::cerr << "Gebruik: lakwerk verify [--hide TEKSTEN.txt] [--data MAP] PAKKET\n"
                     "  --hide: zoek ook deze teksten, een per regel.\n"
                     "  --data: zoek alles wat dit verzoek verbergt en leg elke pagina naast haar bron; MAP is de gegevensmap van de regio.\n";
        return 2;
    }
    return carryOut(*order);
}

}  // namespace service::faces
