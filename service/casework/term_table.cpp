#include "service/casework/term_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>

namespace service::casework {

namespace {

using Json = nlohmann::json;

[[noreturn]] void wrong(const std::string& what) { throw TermTableError("templates/rules/terms.json: " + what); }

// A term without a length above nothing, or without its source, is no term.
int lengthOf(const Json& terms, const char* id, const char* unit) {
    if (!terms.contains(id)) wrong(std::string("de termijn '") + id + "' ontbreekt");
    const auto& term = terms.at(id);
    if (term.value("source", "").empty()) wrong(std::string("de termijn '") + id + "' noemt geen bron");
    const int length = term.value(unit, 0);
    if (length < 1 || length > 366) wrong(std::string("de termijn '") + id + "' heeft geen lengte");
    return length;
}

requests::WorkTerm workTermFrom(const Json& terms, const char* id) {
    const int days = lengthOf(terms, id, "working-days");
    return {days, terms.at(id).at("source")};
}

void readPenalty(const Json& penalty, requests::Terms& terms) {
    if (penalty.value("source", "").empty()) wrong("de dwangsom noemt geen bron");
    terms.penalty.clear();
    for (const auto& tier : penalty.at("tiers")) terms.penalty.push_back({tier.at("days").get<int>(), tier.at("euros").get<int>()});
    if (terms.penalty.empty()) wrong("de dwangsom heeft geen bedragen");
}

requests::Terms termsFrom(const Json& edition) {
    using namespace std::chrono;
    const auto& terms = edition.at("terms");
    requests::Terms all;
    all.decide = months{lengthOf(terms, "decide", "months")}, all.decideExtended = months{lengthOf(terms, "extended", "months")};
    all.objection = weeks{lengthOf(terms, "objection", "weeks")}, all.petition = weeks{lengthOf(terms, "petition", "weeks")};
    all.appeal = weeks{lengthOf(terms, "appeal", "weeks")}, all.higherAppeal = months{lengthOf(terms, "higher-appeal", "months")};
    all.destroy = months{lengthOf(terms, "destroy", "months")}, all.defaultNotice = weeks{lengthOf(terms, "default-notice", "weeks")};
    all.putAside = weeks{lengthOf(terms, "put-aside", "weeks")};
    all.informFamily = weeks{lengthOf(terms, "inform-family", "weeks")}, all.informFamilyExtra = weeks{lengthOf(terms, "inform-family-extra", "weeks")};
    all.breachToPartners = hours{lengthOf(terms, "breach-to-partners", "hours")}, all.breachToAuthority = hours{lengthOf(terms, "breach-to-authority", "hours")};
    all.carryOut = workTermFrom(terms, "carry-out"), all.restrictWhileWeighed = workTermFrom(terms, "restrict-while-weighed"), all.answerReminder = workTermFrom(terms, "answer-reminder");
    readPenalty(edition.at("penalty"), all);
    return all;
}

requests::RemedyAnswers remedyAnswersFrom(const Json& json) {
    using std::chrono::weeks;
    return {weeks{lengthOf(json, "objection", "weeks")}, weeks{lengthOf(json, "complaint", "weeks")}, json.at("objection").at("source"), json.at("complaint").at("source")};
}

requests::GroundRule groundFrom(const Json& json) {
    requests::GroundRule rule;
    rule.id = json.at("id"), rule.words = json.at("words"), rule.hint = json.value("hint", ""), rule.source = json.at("source");
    if (rule.id.empty() || rule.words.empty() || rule.source.empty()) wrong("een grond om op te schorten mist zijn naam, woorden of bron");
    for (const auto& code : json.value("needs", Json::array())) {
        const auto need = requests::needFrom(code.get<std::string>());
        if (!need) wrong("de grond '" + rule.id + "' vraagt iets onbekends");
        rule.needs.push_back(*need);
    }
    rule.leastDocuments = json.value("least-documents", 0);
    if (std::ranges::count(rule.needs, requests::Need::largeQuantity) > 0 && rule.leastDocuments < 2) wrong("de grond '" + rule.id + "' zegt niet vanaf hoeveel stukken (least-documents) hij geldt");
    for (const auto& code : json.value("rights", Json::array())) {
        const auto right = requests::rightFrom(code.get<std::string>());
        if (!right) wrong("de grond '" + rule.id + "' noemt een onbekend recht");
        rule.rights.push_back(*right);
    }
    return rule;
}

requests::SuspensionRules suspensionFrom(const Json& json) {
    requests::SuspensionRules rules;
    rules.withoutDelayDays = json.at("without-delay-days"), rules.source = json.at("source");
    for (const auto& ground : json.at("grounds")) rules.grounds.push_back(groundFrom(ground));
    return rules;
}

requests::MilestoneRule milestoneFrom(const Json& json) {
    requests::MilestoneRule rule{json.at("id"), json.at("name"), json.at("role"), json.at("working-days-before-end"), json.value("source", "")};
    if (rule.source.empty()) wrong("de tussenstap '" + rule.id + "' noemt geen bron");
    if (rule.role != "front-desk" && rule.role != "professional" && rule.role != "privacy-officer") wrong("een tussenstap hoort bij een onbekende rol");
    return rule;
}

TermTable tableFrom(const Json& json) {
    TermTable table;
    for (const auto& edition : json.at("editions")) {
        const auto from = requests::parseIso(edition.at("from").get<std::string>());
        if (!from) wrong("een uitgave heeft geen dag waarop zij ingaat");
        table.editions.push_back({*from, termsFrom(edition), suspensionFrom(edition.at("suspension")), remedyAnswersFrom(edition.at("remedy-answers"))});
    }
    if (table.editions.empty()) wrong("er is geen uitgave");
    std::ranges::sort(table.editions, {}, [](const TermEdition& edition) { return std::chrono::sys_days{edition.from}; });
    for (const auto& milestone : json.at("milestones")) table.milestones.push_back(milestoneFrom(milestone));
    table.escalation.officerAfterWorkingDays = json.at("escalation").at("privacy-officer-after-working-days");
    return table;
}

}  // namespace

const TermEdition& TermTable::on(const requests::Date& received) const {
    const TermEdition* chosen = &editions.front();
    for (const auto& edition : editions)
        if (std::chrono::sys_days{edition.from} <= std::chrono::sys_days{received}) chosen = &edition;
    return *chosen;
}

std::filesystem::path termTableFile(const std::filesystem::path& templates) { return templates / "rules" / "terms.json"; }

std::string readTermTable(const std::filesystem::path& templates) {
    std::ifstream in(termTableFile(templates), std::ios::binary);
    if (!in) wrong("het bestand is er niet");
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

TermTable parseTermTable(const std::string& text) {
    try {
        return tableFrom(Json::parse(text));
    } catch (const Json::exception&) {
        wrong("de opbouw klopt niet");
    }
}

// A worklist asks for it in every row: the file is read again only when it changed.
TermTable loadTermTable(const std::filesystem::path& templates) {
    struct Read {
        std::filesystem::file_time_type changed;
        TermTable table;
    };
    static std::mutex one;
    static std::map<std::filesystem::path, Read> read;
    std::error_code absent;
    const auto changed = std::filesystem::last_write_time(termTableFile(templates), absent);
    if (absent) wrong("het bestand is er niet");
    const std::lock_guard lock(one);
    const auto found = read.find(templates);
    if (found != read.end() && found->second.changed == changed) return found->second.table;
    auto table = parseTermTable(readTermTable(templates));
    read.insert_or_assign(templates, Read{changed, table});
    return table;
}

}  // namespace service::casework
