#include "tests/unit/policy/case_words.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "redaction/policy/rules.h"

namespace cases {

namespace {

const std::map<std::string, std::string>& kinds() {
    static const std::map<std::string, std::string> all{
        {"naam", "name"}, {"voorletters", "initials"}, {"rol", "role"}, {"geboortedatum", "birthdate"}, {"leeftijd", "age"}, {"bsn", "bsn"},
        {"adres", "address"}, {"postcode", "postcode"}, {"plaats", "place"}, {"telefoon", "phone"}, {"e-mail", "email"}, {"rekening", "iban"},
        {"kenteken", "plate"}, {"school", "school"}, {"werkgever", "employer"}, {"instelling", "institution"}, {"huisarts", "gp"},
        {"gezondheid", "health"}, {"strafrecht", "criminal"}, {"geloof", "religion"}, {"afkomst", "ethnicity"}, {"geaardheid", "sexuality"},
        {"geld", "finance"}, {"zaaknummer", "case-number"}, {"webadres", "url"}, {"anders", "other"}};
    return all;
}

const std::map<std::string, Decision>& decisions() {
    static const std::map<std::string, Decision> all{{"verstrekken", Decision::release}, {"lakken", Decision::redact}, {"wegen", Decision::judge}};
    return all;
}

const std::vector<redaction::policy::Ground>& grounds() {
    static const auto rules = redaction::policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    return rules.grounds();
}

std::string readGround(const std::string& words) {
    for (const auto& ground : grounds())
        if (words == ground.code || words == ground.id) return ground.id;
    throw std::invalid_argument("de grond \"" + words + "\" bestaat niet");
}

Case loadHousehold(const std::string& name, const std::string& folder) {
    std::ifstream in(folder + "/" + name + ".json");
    if (!in) throw std::invalid_argument("er is geen gezin \"" + name + "\"");
    std::ostringstream text;
    text << in.rdbuf();
    return redaction::household::parseCase(text.str());
}

std::vector<std::string> listOf(std::string text) {  // "zichzelf, Tijn en Jinte"
    text = std::regex_replace(text, std::regex(" en "), ", ");
    std::vector<std::string> items;
    std::istringstream in(text);
    for (std::string item; std::getline(in, item, ',');) items.push_back(trimmed(item));
    return items;
}

bool isPartner(const Case& household, const std::string& id) {
    return std::any_of(household.partners.begin(), household.partners.end(), [&](const auto& p) { return p.id == id; });
}

}  // namespace

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\r"), to = text.find_last_not_of(" \t\r");
    return from == std::string::npos ? "" : text.substr(from, to - from + 1);
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

Expected readExpected(const std::string& words) {
    static const std::regex form(R"((\S+)\s*([^()]*?)\s*(?:\((R\d+)\))?)");
    std::smatch m;
    if (!std::regex_match(words, m, form)) throw std::invalid_argument("geen beslissing in \"" + words + "\"");
    const auto decision = decisions().find(m[1]);
    if (decision == decisions().end()) throw std::invalid_argument("\"" + m[1].str() + "\" is geen verstrekken, lakken of wegen");
    Expected expected{decision->second, {}, m[3]};
    const auto ground = trimmed(m[2]);
    if ((expected.decision == Decision::release) != ground.empty())
        throw std::invalid_argument(ground.empty() ? "bij lakken en wegen hoort een grond" : "bij verstrekken hoort geen grond");
    if (!ground.empty()) expected.ground = readGround(ground);
    return expected;
}

std::string readKind(const std::string& word) {
    const auto found = kinds().find(word);
    if (found == kinds().end()) throw std::invalid_argument("\"" + word + "\" is geen soort gegeven");
    return found->second;
}

std::string readPerson(const Case& household, const std::string& word) {
    for (const auto& p : household.persons)
        if (p.id == word || p.called == word) return p.id;
    throw std::invalid_argument("\"" + word + "\" hoort niet bij dit gezin");
}

std::string readPartner(const Case& household, const std::string& word) {
    if (!isPartner(household, word)) throw std::invalid_argument("\"" + word + "\" is geen partner van dit gezin");
    return word;
}

Date readDay(const std::string& iso) {
    const auto day = redaction::household::parseDate(iso);
    if (!day) throw std::invalid_argument("\"" + iso + "\" is geen dag als 2026-03-02");
    return *day;
}

Setting readHeading(const std::string& heading, const std::string& households) {
    static const std::regex form(R"((\S+): (\S+) vraagt (?:voor zichzelf|als (ouder|voogd|gemachtigde) voor (.+?)) bij (\S+) op (\S+); stuk van (\S+): (.+))");
    static const std::map<std::string, std::string> capacities{{"", "self"}, {"ouder", "parent"}, {"voogd", "guardian"}, {"gemachtigde", "representative"}};
    std::smatch m;
    if (!std::regex_match(heading, m, form)) throw std::invalid_argument("de kop moet zijn: == gezin: wie vraagt voor zichzelf (of: als ouder voor …) bij partner op dag; stuk van partner: soort");
    Setting s;
    s.household = loadHousehold(m[1], households);
    s.request.id = "r1";
    s.request.requester = isPartner(s.household, m[2]) ? m[2].str() : readPerson(s.household, m[2]);
    s.request.capacity = capacities.at(m[3]);
    for (const auto& subject : m[3].length() == 0 ? std::vector<std::string>{"zichzelf"} : listOf(m[4]))
        s.request.subjects.push_back(subject == "zichzelf" ? s.request.requester : readPerson(s.household, subject));
    s.request.addressedTo = readPartner(s.household, m[5]);
    s.today = readDay(m[6]);
    s.request.received = s.today;
    s.partner = readPartner(s.household, m[7]);
    s.document = m[8];
    return s;
}

std::string inDutch(const Expected& expected) {
    std::string text;
    for (const auto& [word, decision] : decisions())
        if (decision == expected.decision) text = word;
    for (const auto& ground : grounds())
        if (ground.id == expected.ground) text += " " + ground.code;
    return expected.rule.empty() ? text : text + " (" + expected.rule + ")";
}

}  // namespace cases
