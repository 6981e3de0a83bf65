#include "service/casework/retention_rules.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

#include "service/casework/office.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

constexpr int mostDecisionYears = 20, fewestNoticeDays = 5, mostNoticeDays = 30;

[[noreturn]] void wrong(const std::string& what) { throw RetentionRulesError("templates/rules/retention.json: " + what); }

requests::RetentionRule ruleFrom(const Json& json) {
    requests::RetentionRule rule;
    rule.id = json.at("id"), rule.words = json.at("words"), rule.source = json.at("source"), rule.right = json.at("right");
    const std::string until = json.at("until");
    if (until != "destroy" && until != "months") wrong("regel " + rule.id + " eindigt op iets onbekends");
    rule.until = until == "destroy" ? requests::RetentionRule::destroyClock : requests::RetentionRule::counted;
    rule.after = std::chrono::months{until == "months" ? json.at("months").get<int>() : 0};
    if (rule.after.count() < 0 || rule.after.count() > mostRetentionMonths) wrong("regel " + rule.id + " heeft een onmogelijk aantal maanden");
    return rule;
}

std::string monthWords(int months) { return months == 1 ? "1 maand" : std::to_string(months) + " maanden"; }

void setMonths(requests::RetentionRule& rule, int months) {
    rule.after = std::chrono::months{months};
    if (const auto at = rule.words.find("{months}"); at != std::string::npos) rule.words.replace(at, 8, monthWords(months));
}

bool isUsual(const requests::RetentionRule& rule) { return rule.right.empty() && rule.until == requests::RetentionRule::counted; }

}  // namespace

RetentionRules parseRetentionRules(const std::string& text) {
    RetentionRules rules;
    try {
        const auto json = Json::parse(text);
        rules.postDays = json.at("post-days"), rules.noticeDays = json.at("notice-days");
        rules.noticeWorkingDays = json.at("notice-working-days");
        if (rules.noticeWorkingDays < fewestNoticeDays || rules.noticeWorkingDays > mostNoticeDays) wrong("wie het aangaat, hoort het ten minste vijf en ten hoogste dertig werkdagen van tevoren");
        rules.decisionYears = json.at("decision-years");
        if (rules.decisionYears < 1 || rules.decisionYears > mostDecisionYears) wrong("een onmogelijk aantal jaren voor de beslissing");
        for (const auto& rule : json.at("rules")) rules.rules.push_back(ruleFrom(rule));
    } catch (const Json::exception&) {
        wrong("de opbouw klopt niet");
    }
    if (!requests::ruleFor({}, rules.rules)) wrong("er is geen regel voor alle rechten");
    return rules;
}

RetentionRules loadRetentionRules(const std::filesystem::path& templates) {
    std::ifstream in(templates / "rules" / "retention.json", std::ios::binary);
    if (!in) wrong("het bestand is er niet");
    std::ostringstream all;
    all << in.rdbuf();
    return parseRetentionRules(all.str());
}

RetentionRules retentionRules(Office& office) {
    auto rules = loadRetentionRules(office.templates);
    const auto chosen = office.store.settings().find("retention.months");
    for (auto& rule : rules.rules) setMonths(rule, chosen && isUsual(rule) ? std::stoi(*chosen) : int(rule.after.count()));
    return rules;
}

int retentionMonths(Office& office) {
    for (const auto& rule : retentionRules(office).rules)
        if (isUsual(rule)) return int(rule.after.count());
    return 0;
}

}  // namespace service::casework
