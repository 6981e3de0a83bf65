// `lakwerk propose`: proposals for a folder of plain text fragments, without a database.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "redaction/document/plain_text.h"
#include "redaction/household/correction.h"
#include "redaction/policy/dossier.h"
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

struct Asked {
    std::string caseFile, fragments, corrections, rules = (fs::path(LAKWERK_TEMPLATES) / "rules").string();
    std::vector<std::string> requests, outs;  // each request its own file
};

Asked readArguments(const Arguments& arguments) {
    Asked asked;
    for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
        const auto &name = arguments[i], &value = arguments[i + 1];
        if (name == "--case") asked.caseFile = value;
        if (name == "--fragments") asked.fragments = value;
        if (name == "--corrections") asked.corrections = value;
        if (name == "--rules") asked.rules = value;
        if (name == "--request") asked.requests.push_back(value);
        if (name == "--out") asked.outs.push_back(value);
    }
    const std::pair<const char*, bool> required[] = {{"--case", !asked.caseFile.empty()}, {"--request", !asked.requests.empty()}, {"--fragments", !asked.fragments.empty()}, {"--out", !asked.outs.empty()}};
    for (const auto& [name, given] : required)
        if (!given) throw FormatError(std::string("de optie ") + name + " ontbreekt");
    if (asked.requests.size() != asked.outs.size()) throw FormatError("bij elke --request hoort één --out");
    return asked;
}

std::vector<fs::path> textsIn(const fs::path& folder) {
    if (!fs::is_directory(folder)) throw FormatError(folder.filename().string() + ": deze map ontbreekt");
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

redaction::policy::Dossier readDossier(const redaction::household::Case& household, const fs::path& folder, const redaction::household::Corrections& corrections) {
    const auto files = textsIn(folder);
    std::vector<redaction::document::Document> documents;
    documents.reserve(files.size());  // fragments point into it
    std::vector<redaction::policy::Fragment> fragments;
    for (const auto& file : files) {
        documents.push_back(redaction::document::readPlainText(readFile(file)));
        const auto name = file.filename().string();
        fragments.push_back({name, name.substr(0, name.find('-')), &documents.back()});
    }
    return {household, fragments, corrections};
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

// One proposal at a time: a large dossier has millions.
void write(std::ostream& out, const std::string& requestId, const std::string& rules, const std::vector<redaction::policy::Proposal>& proposals) {
    out << "{\n \"request\": " << nlohmann::json(requestId) << ",\n \"rules\": " << nlohmann::json(rules) << ",\n \"proposals\": [";
    const char* separator = "\n";
    for (const auto& p : proposals) {
        out << separator << "  {";
        const char* comma = "\n   ";
        const auto json = toJson(p);
        for (const auto& [key, value] : json.items()) {
            out << comma << '"' << key << "\": " << value.dump();
            comma = ",\n   ";
        }
        out << "\n  }";
        separator = ",\n";
    }
    out << (proposals.empty() ? "]" : "\n ]") << "\n}\n";
}

redaction::household::Date dayOf(const redaction::household::Case& household, const redaction::household::AccessRequest& request) {
    const auto day = household.referenceDate ? household.referenceDate : request.received;
    if (!day) throw FormatError("reference_date: zonder datum is niet te zeggen welke leeftijd en welk gezag gelden");
    return *day;
}

redaction::household::Corrections correctionsFrom(const std::string& file) { return file.empty() ? redaction::household::Corrections() : redaction::household::parseCorrections(readFile(file)); }

}  // namespace

int propose(const Arguments& arguments) {
    try {
        const auto asked = readArguments(arguments);
        const auto household = redaction::household::parseCase(readFile(asked.caseFile));
        std::vector<redaction::household::AccessRequest> requests;
        for (const auto& file : asked.requests) requests.push_back(redaction::household::parseRequest(readFile(file)));
        const auto rules = redaction::policy::RuleSet::load(asked.rules);
        const auto corrections = correctionsFrom(asked.corrections);
        const auto dossier = readDossier(household, asked.fragments, corrections);
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const auto proposals = dossier.propose(household, requests[i], rules, dayOf(household, requests[i]));
            std::ofstream out(asked.outs[i], std::ios::binary);
            write(out, requests[i].id, rules.version(), proposals);
            if (!out.flush()) throw FormatError(fs::path(asked.outs[i]).filename().string() + ": dit bestand is niet te schrijven");
        }
        return 0;
    } catch (const FormatError& error) {
        std::cerr << "lakwerk propose: " << error.what() << "\n";
        return 1;
    }
}

}  // namespace service::faces
