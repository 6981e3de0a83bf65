#include "service/casework/people_rules.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace service::casework {

namespace {

using Json = nlohmann::json;

[[noreturn]] void wrong(const std::string& what) { throw PeopleRulesError("templates/rules: " + what); }

std::string readRules(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) wrong(file.filename().string() + " ontbreekt");
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<requests::Sending> sendingsFrom(const Json& list) {
    std::vector<requests::Sending> sendings;
    for (const auto& code : list) {
        const auto sending = requests::sendingFrom(code.get<std::string>());
        if (!sending) wrong("channels.json noemt een onbekende verzending");
        sendings.push_back(*sending);
    }
    return sendings;
}

requests::ChannelMarkRule markFrom(const Json& json) {
    requests::ChannelMarkRule rule;
    rule.mark = json.at("id"), rule.words = json.at("words"), rule.because = json.at("because");
    for (const auto& it : json.at("closes")) rule.closes.push_back({it.at("kind"), sendingsFrom(it.at("sending"))});
    if (rule.mark.empty() || rule.words.empty() || (!rule.closes.empty() && rule.because.empty())) wrong("een merk mist zijn naam, woorden of reden");
    return rule;
}

std::string policyFrom(const Json& json) {
    const auto policy = json.get<std::string>();
    if (policy != "required" && policy != "advised") wrong("people.json noemt een onbekend beleid over de mening van het kind");
    return policy;
}

int above(const Json& json, const char* field) {
    const int number = json.at(field);
    if (number < 1) wrong(std::string("people.json: '") + field + "' is geen aantal");
    return number;
}

}  // namespace

std::string ChildViewRules::policyOf(const std::string& kind) const {
    const auto found = byKind.find(kind);
    return found == byKind.end() ? otherwise : found->second;
}

requests::ChannelRules parseChannelRules(const std::string& text) try {
    const auto json = Json::parse(text);
    requests::ChannelRules rules;
    rules.closedPlaceSource = json.at("source");
    for (const auto& it : json.at("kinds")) rules.kinds.push_back({it.at("id"), it.at("words"), it.at("handling"), sendingsFrom(it.at("carries"))});
    for (const auto& it : json.at("marks")) rules.marks.push_back(markFrom(it));
    if (rules.kinds.empty()) wrong("channels.json heeft geen kanalen");
    return rules;
} catch (const Json::exception&) {
    wrong("channels.json kan niet worden gelezen");
}

PeopleRules parsePeopleRules(const std::string& text) try {
    const auto json = Json::parse(text);
    PeopleRules rules;
    const auto& code = json.at("identity-code");
    rules.code = {above(code, "digits"), above(code, "most-tries"), above(code, "valid-days"), code.at("source")};
    if (rules.code.digits < 6 || rules.code.digits > 12) wrong("people.json: een code heeft 6 tot 12 cijfers");
    const auto& view = json.at("child-view");
    auto& child = rules.childView;
    child.fromAge = above(view, "from-age"), child.belowAge = above(view, "below-age"), child.source = view.at("source");
    child.capacities = view.at("capacities").get<std::vector<std::string>>(), child.rights = view.at("rights").get<std::vector<std::string>>();
    child.otherwise = policyFrom(view.at("default"));
    for (const auto& [kind, policy] : view.at("by-kind").items()) child.byKind[kind] = policyFrom(policy);
    return rules;
} catch (const Json::exception&) {
    wrong("people.json kan niet worden gelezen");
}

requests::ChannelRules loadChannelRules(const std::filesystem::path& templates) { return parseChannelRules(readRules(templates / "rules" / "channels.json")); }
PeopleRules loadPeopleRules(const std::filesystem::path& templates) { return parsePeopleRules(readRules(templates / "rules" / "people.json")); }

}  // namespace service::casework
