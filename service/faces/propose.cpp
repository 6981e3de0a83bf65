// `lakwerk propose`: proposals for a folder of plain text fragments, without a database.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "redaction/document/plain_text.h"
#include "redaction/household/correction.h"
#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "service/faces/faces.h"

namespace service::faces {

namespace {

namespace fs = std::filesystem;
using redaction::household::FormatError;

std::string readFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw FormatError(file.filename().string() + ": dit bestand ontbreekt of is niet te lezen");
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

std::map<std::string, std::string> optionsOf(const Arguments& arguments) {
    std::map<std::string, std::string> options;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) options[arguments[i]] = arguments[i + 1];
    for (const auto* required : {"--case", "--request", "--fragments", "--out"})
        if (options.count(required) == 0) throw FormatError(std::string("de optie ") + required + " ontbreekt");
    return options;
}

struct Loaded {
    std::vector<std::unique_ptr<redaction::document::Document>> documents;
    std::vector<redaction::policy::Fragment> fragments;
};

Loaded loadFragments(const fs::path& folder) {
    if (!fs::is_directory(folder)) throw FormatError(folder.filename().string() + ": deze map ontbreekt");
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    Loaded loaded;
    for (const auto& file : files) {
        auto document = redaction::document::readPlainText(readFile(file));
        loaded.documents.push_back(std::make_unique<redaction::document::Document>(std::move(document)));
        const auto name = file.filename().string();
        loaded.fragments.push_back({name, name.substr(0, name.find('-')), loaded.documents.back().get()});
    }
    return loaded;
}

nlohmann::ordered_json toJson(const redaction::policy::Proposal& p) {
    nlohmann::ordered_json json{{"fragment", p.fragment}, {"start", p.start}, {"end", p.end}, {"scope", toText(p.scope)}, {"decision", toText(p.decision)}};
    json["ground"] = p.ground.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(p.ground);
    json["rule"] = p.rule;
    json["subject"] = p.subject ? nlohmann::ordered_json(*p.subject) : nlohmann::ordered_json(nullptr);
    json["kind"] = p.kind ? nlohmann::ordered_json(*p.kind) : nlohmann::ordered_json(nullptr);
    json["why"] = p.why;
    json["certainty"] = p.certainty;
    if (!p.correction.empty()) json["correction"] = p.correction;
    if (p.uncorrected) json["uncorrected"] = toText(*p.uncorrected);
    return json;
}

fs::path rulesFolder(const std::map<std::string, std::string>& options) {
    const auto given = options.find("--rules");
    return given != options.end() ? fs::path(given->second) : fs::path(LAKWERK_TEMPLATES) / "rules";
}

redaction::household::Corrections correctionsFrom(const std::map<std::string, std::string>& options) {
    const auto given = options.find("--corrections");
    return given == options.end() ? redaction::household::Corrections() : redaction::household::parseCorrections(readFile(given->second));
}

}  // namespace

int propose(const Arguments& arguments) {
    try {
        const auto options = optionsOf(arguments);
        const auto household = redaction::household::parseCase(readFile(options.at("--case")));
        const auto request = redaction::household::parseRequest(readFile(options.at("--request")));
        const auto rules = redaction::policy::RuleSet::load(rulesFolder(options));
        const auto loaded = loadFragments(options.at("--fragments"));
        const auto today = household.referenceDate ? household.referenceDate : request.received;
        if (!today) throw FormatError("reference_date: zonder datum is niet te zeggen welke leeftijd en welk gezag gelden");
        nlohmann::ordered_json out{{"request", request.id}, {"rules", rules.version()}, {"proposals", nlohmann::ordered_json::array()}};
        for (const auto& p : redaction::policy::propose(household, request, loaded.fragments, rules, *today, correctionsFrom(options))) out["proposals"].push_back(toJson(p));
        std::ofstream(options.at("--out"), std::ios::binary) << out.dump(1) << "\n";
        return 0;
    } catch (const FormatError& error) {
        std::cerr << "lakwerk propose: " << error.what() << "\n";
        return 1;
    }
}

}  // namespace service::faces
