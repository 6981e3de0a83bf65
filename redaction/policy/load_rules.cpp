// Loads a folder of rule files: validated first, then checked against each other.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <set>

#include "redaction/policy/rules.h"
#include "redaction/policy/rules_xml.h"

namespace redaction::policy {

namespace {

// FNV-1a: names which files a request was judged by; it guards nothing against forgery (the audit trail does).
std::uint64_t addToHash(std::uint64_t hash, const std::string& bytes) {
    for (const unsigned char c : bytes) hash = (hash ^ c) * 1099511628211ull;
    return hash;
}

std::vector<Weighing> readWeighings(const xmlNode* node) {
    std::vector<Weighing> all;
    eachChild(node, [&](const xmlNode* child) {
        if (xmlStrcmp(child->name, reinterpret_cast<const xmlChar*>("weighing")) == 0)
            all.push_back({attribute(child, "ground"), childText(child, "question"), childTexts(child, "for"), childTexts(child, "against")});
    });
    return all;
}

std::optional<int> years(const std::string& digits) { return digits.empty() ? std::nullopt : std::optional(std::stoi(digits)); }

Rule readRule(const xmlNode* node, const std::filesystem::path& file) {
    const auto from = household::parseDate(attribute(node, "valid-from"));
    if (!from) throw household::FormatError(file.filename().string() + ": ongeldige begindatum bij een regel");
    return {attribute(node, "id"),       childText(node, "title"),    attribute(node, "proposal"), attribute(node, "ground"),
            childText(node, "source"),   childText(node, "sentence"), *from,
            household::parseDate(attribute(node, "valid-until")), readWeighings(node),
            years(attribute(node, "age-from")).value_or(0), years(attribute(node, "age-below"))};
}

PartnerLaw readLaw(const xmlNode* node) {
    return {attribute(node, "kind"), childText(node, "access"), childText(node, "refusal"),
            childText(node, "other-persons"), childText(node, "letter"), std::stoi(attribute(node, "own-request-from"))};
}

// Of one day a rule has one version: which of two would hold is not left to their order in the file.
void checkVersions(const std::vector<Rule>& rules, const std::filesystem::path& file) {
    std::map<std::string, std::vector<const Rule*>> versions;
    for (const auto& rule : rules) versions[rule.id].push_back(&rule);
    for (auto& [id, all] : versions) {
        const auto fail = [&, &id = id](const std::string& what) { throw household::FormatError(file.filename().string() + ": regel " + id + " " + what); };
        std::sort(all.begin(), all.end(), [](const Rule* a, const Rule* b) { return a->validFrom < b->validFrom; });
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& until = all[i]->validUntil;
            if (until && *until <= all[i]->validFrom) fail("eindigt (" + household::toIso(*until) + ") voordat hij begint; verander valid-from of valid-until");
            if (i + 1 == all.size()) break;
            const auto next = all[i + 1]->validFrom;
            if (!until || *until > next) fail("heeft op " + household::toIso(next) + " twee versies; geef de oudste valid-until=\"" + household::toIso(next) + "\"");
            if (*until < next) fail("geldt niet van " + household::toIso(*until) + " tot " + household::toIso(next) + "; laat de versies op elkaar aansluiten");
        }
    }
}

// One age ends where the next begins, on every day on which one of these rules changes. Basis: R2, R3, R5, R6, R9
void checkAges(const RuleSet& set, const std::filesystem::path& file) {
    const auto& all = set.rules();
    const auto isThere = [&](const char* id) { return std::any_of(all.begin(), all.end(), [&](const Rule& it) { return it.id == id; }); };
    if (!isThere("R2") || !isThere("R3") || !isThere("R5") || !isThere("R6") || !isThere("R9")) return;  // a part of the rules proposes nothing
    for (const auto& changed : all) {
        const auto day = changed.validFrom;
        if (!set.holdOn(day)) continue;
        const auto &small = set.rule("R2", day), &young = set.rule("R3", day), &own = set.rule("R5", day), &unable = set.rule("R6", day), &asks = set.rule("R9", day);
        const bool joins = small.ageFrom == 0 && small.ageBelow == young.ageFrom && young.ageBelow == own.ageFrom && own.ageBelow && unable.ageFrom == own.ageFrom &&
                           unable.ageBelow == own.ageBelow && asks.ageBelow == young.ageFrom;
        if (!joins)
            throw household::FormatError(file.filename().string() + ": de leeftijden van R2, R3, R5, R6 en R9 sluiten op " + household::toIso(day) +
                                         " niet op elkaar aan; zet age-below van de een gelijk aan age-from van de volgende");
    }
}

std::string versionOf(const std::string& edition, std::uint64_t hash) {
    char hex[17];
    std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
    return edition + "-" + hex;
}

}  // namespace

RuleSet RuleSet::load(const std::filesystem::path& folder) {
    RuleSet set;
    std::uint64_t hash = 14695981039346656037ull;
    const auto schemaBytes = readRuleFile(folder / "rules.rng");
    const auto schema = loadSchema(schemaBytes, folder / "rules.rng");
    const auto read = [&](const char* name, const std::function<void(const xmlNode*)>& visit) {
        const auto bytes = readRuleFile(folder / name);
        hash = addToHash(hash, bytes);
        const auto document = parseRuleFile(bytes, folder / name, schema.get());
        const auto* root = xmlDocGetRootElement(document.get());
        eachChild(root, visit);
        return attribute(root, "edition");
    };
    const auto edition =
        read("rules.xml", [&](const xmlNode* node) { set.rules_.push_back(readRule(node, folder / "rules.xml")); });
    read("grounds.xml", [&](const xmlNode* node) {
        set.grounds_.push_back({attribute(node, "id"), attribute(node, "mark"), attribute(node, "code"), childText(node, "sentence")});
    });
    read("partners.xml", [&](const xmlNode* node) { set.laws_.push_back(readLaw(node)); });
    checkVersions(set.rules_, folder / "rules.xml");
    checkAges(set, folder / "rules.xml");
    for (const auto& rule : set.rules_)
        if (!rule.ground.empty()) set.ground(rule.ground);  // throws when a ground is missing
    set.version_ = versionOf(edition, hash);
    return set;
}

}  // namespace redaction::policy
