// Checks a package that was released: the manifest's sums, that every PDF opens and holds no scripts, attachments or
// metadata, and all verification can see without knowing what was withheld; with --hide it searches for given texts as
// well. The package is a ZIP, the same as a folder, or a single PDF.
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/soundness.h"
#include "service/casework/archive.h"
#include "service/faces/faces.h"
#include "service/faces/files.h"
#include "service/faces/hidden_strings.h"
#include "service/faces/own_folder.h"

namespace service::faces {

namespace {

using Problems = std::vector<std::string>;
// casework/package.cpp writes it: {"bestanden": [{"naam", "sha256", "bytes"}]}
constexpr const char* manifestName = "manifest.json";

using Files = std::map<std::string, std::string>;  // bytes by name

struct Order {
    std::string package;
    std::optional<std::string> strings;
};

std::optional<Order> parse(const Arguments& arguments) {
    if (arguments.size() == 1) return Order{arguments[0], std::nullopt};
    if (arguments.size() != 3) return std::nullopt;
    if (arguments[0] == "--hide") return Order{arguments[2], arguments[1]};
    if (arguments[1] == "--hide") return Order{arguments[0], arguments[2]};
    return std::nullopt;
}

struct Package {
    Files files;
    bool single = false;  // one PDF, without a manifest
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
    if (strings.empty()) return {};
    return std::to_string(report.stringsSearched) + " teksten gezocht en niet gevonden, op het oog (OCR) op " + std::to_string(report.pagesSeen) +
           " van " + std::to_string(report.pages) + " pagina's.";
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
    const auto searched = lookInto(package.files, strings, problems);
    return report(package.files.size(), problems, (package.single ? "" : "De controlesommen kloppen. ") + searched);
}

}  // namespace

int verify(const Arguments& arguments) {
    const auto order = parse(arguments);
    if (!order) {
        std::cerr << "Gebruik: lakwerk verify [--hide TEKSTEN.txt] PAKKET\n";
        return 2;
    }
    return carryOut(*order);
}

}  // namespace service::faces
