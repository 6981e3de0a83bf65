#include "service/store/fact_bodies.h"

#include <nlohmann/json.hpp>

namespace service::store {

namespace household = redaction::household;
using Json = nlohmann::ordered_json;

namespace {

constexpr FactKind allKinds[] = {FactKind::person, FactKind::relation, FactKind::authority, FactKind::protection,
                                 FactKind::consent};

const char* listOf(FactKind kind) {
    switch (kind) {
        case FactKind::person: return "persons";
        case FactKind::relation: return "relations";
        case FactKind::authority: return "authority";
        case FactKind::protection: return "protections";
        case FactKind::consent: return "consents";
    }
    return "";
}

Json parsed(std::string_view body) try {
    return Json::parse(body);
} catch (const Json::exception&) {
    throw household::FormatError("dit gegeven is geen geldige JSON");
}

template <class Fact>
std::string onlyBody(std::vector<Fact> household::Case::*list, const Fact& fact) {
    household::Case alone;
    alone.id = "x";
    (alone.*list).push_back(fact);
    return factBodies(alone).front().body;
}

}  // namespace

std::vector<FactBody> factBodies(const household::Case& it) {
    const auto json = Json::parse(household::toJson(it));
    std::vector<FactBody> bodies;
    for (const auto kind : allKinds)
        if (const auto list = json.find(listOf(kind)); list != json.end())
            for (const auto& element : *list) bodies.push_back({kind, element.dump()});
    return bodies;
}

household::Case caseFromBodies(const household::Case& frame, const std::vector<FactBody>& facts) {
    auto json = Json::parse(household::toJson(frame));
    for (const auto kind : allKinds) json[listOf(kind)] = Json::array();
    for (const auto& fact : facts) json[listOf(fact.kind)].push_back(parsed(fact.body));
    return household::parseCase(json.dump());
}

std::string checkedBody(FactKind kind, std::string_view body) {
    household::Case alone;
    alone.id = "x";
    const auto read = caseFromBodies(alone, {{kind, std::string(body)}});
    const auto bodies = factBodies(read);
    if (bodies.size() != 1) throw household::FormatError("dit is niet één gegeven");
    return bodies.front().body;
}

std::string bodyOf(const household::Person& person) { return onlyBody(&household::Case::persons, person); }
std::string bodyOf(const household::Relation& relation) { return onlyBody(&household::Case::relations, relation); }
std::string bodyOf(const household::Authority& authority) { return onlyBody(&household::Case::authority, authority); }
std::string bodyOf(const household::Protection& it) { return onlyBody(&household::Case::protections, it); }
std::string bodyOf(const household::Consent& consent) { return onlyBody(&household::Case::consents, consent); }

}  // namespace service::store
