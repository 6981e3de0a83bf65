// Checks a package that was released, without knowing what was withheld: the manifest's sums, and that every PDF opens
// and holds no scripts, attachments or metadata. The package is a ZIP or the same as a folder.
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "redaction/apply/soundness.h"
#include "service/casework/archive.h"
#include "service/faces/faces.h"
#include "service/faces/files.h"

namespace service::faces {

namespace {

using Problems = std::vector<std::string>;
// casework/package.cpp writes it: {"bestanden": [{"naam", "sha256", "bytes"}]}
constexpr const char* manifestName = "manifest.json";

std::map<std::string, std::string> filesOf(const std::filesystem::path& package) {
    std::map<std::string, std::string> files;
    if (!std::filesystem::is_directory(package)) {
        for (auto& entry : casework::readOwnZip(readFile(package)))
            if (!entry.name.empty() && entry.name.back() != '/') files[entry.name] = std::move(entry.bytes);
        return files;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(package))
        if (!entry.is_directory()) files[std::filesystem::relative(entry.path(), package).generic_string()] = readFile(entry.path());
    return files;
}

void compare(const std::string& name, const nlohmann::json& row, const std::map<std::string, std::string>& files, Problems& problems) {
    const auto file = files.find(name);
    if (file == files.end()) return problems.push_back(name + " ontbreekt.");
    if (row.at("bytes").get<std::size_t>() != file->second.size()) return problems.push_back(name + " heeft een andere grootte dan de lijst zegt.");
    if (row.at("sha256").get<std::string>() != casework::sha256Hex(file->second)) problems.push_back(name + " is veranderd: de controlesom klopt niet.");
}

void checkManifest(const std::map<std::string, std::string>& files, Problems& problems) {
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

void checkPdfs(const std::map<std::string, std::string>& files, Problems& problems) {
    for (const auto& [name, bytes] : files) {
        if (std::filesystem::path(name).extension() != ".pdf") continue;
        for (const auto& problem : redaction::apply::soundnessProblems({name, bytes, {}})) problems.push_back(name + ": " + problem + ".");
    }
}

int report(std::size_t count, const Problems& problems) {
    for (const auto& problem : problems) std::cout << "  - " << problem << '\n';
    if (problems.empty())
        std::cout << "In orde: " << count << " bestanden, controlesommen kloppen, geen programmacode, bijlagen of metagegevens.\n";
    else
        std::cout << "Niet in orde: " << problems.size() << " gevonden.\n";
    return problems.empty() ? 0 : 1;
}

}  // namespace

int verify(const Arguments& arguments) {
    if (arguments.size() != 1) {
        std::cerr << "Gebruik: lakwerk verify PAKKET\n";
        return 2;
    }
    Problems problems;
    std::map<std::string, std::string> files;
    try {
        files = filesOf(arguments[0]);
    } catch (const casework::ArchiveError&) {
        return report(0, {"Het pakket is geen ZIP van Lakwerk of is beschadigd."});
    }
    checkManifest(files, problems);
    checkPdfs(files, problems);
    return report(files.size(), problems);
}

}  // namespace service::faces
