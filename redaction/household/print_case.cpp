// Writes case.json and request.json; what it writes, parseCase and parseRequest read back equal.
#include <nlohmann/json.hpp>

#include "redaction/household/household.h"

namespace redaction::household {

namespace {

using Json = nlohmann::ordered_json;

Json textOrNull(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json dateOrNull(const std::optional<Date>& date) { return date ? Json(toIso(*date)) : Json(nullptr); }

void putSource(Json& json, const Source& source) {
    if (!source.text.empty() || source.recorded)
        json["source"] = {{"text", textOrNull(source.text)}, {"recorded", dateOrNull(source.recorded)}};
}
void putText(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}
void putDate(Json& json, const char* key, const std::optional<Date>& date) {
    if (date) json[key] = toIso(*date);
}
void putFlag(Json& json, const char* key, const bool flag) {  // NOLINT: the value, not a choice of behaviour
    if (flag) json[key] = true;
}

Json printAddress(const Address& a) {
    return {{"street", textOrNull(a.street)},
            {"number", textOrNull(a.number)},
            {"postcode", textOrNull(a.postcode)},
            {"city", textOrNull(a.city)},
            {"secret", a.secret}};
}

void putContacts(Json& json, const Person& p) {
    json["addresses"] = Json::array();
    for (const auto& address : p.addresses) json["addresses"].push_back(printAddress(address));
    json["phones"] = p.phones;
    json["emails"] = p.emails;
    json["ibans"] = p.ibans;
    json["school"] = textOrNull(p.school);
    json["employer"] = textOrNull(p.employer);
    json["gp"] = textOrNull(p.gp);
    putText(json, "institution", p.institution);
}

void putStanding(Json& json, const Person& p) {
    putText(json, "function", p.function);
    putText(json, "partner", p.partner);
    putFlag(json, "anonymous", p.anonymous);
    putFlag(json, "professional", p.professional);
    putFlag(json, "protected", p.isProtected);
    putFlag(json, "identity_kept_back", p.identityKeptBack);
    putFlag(json, "objection_recorded", p.objectionRecorded);
    if (p.able) json["able"] = *p.able;
}

Json printPerson(const Person& p) {
    Json json{{"id", p.id},
              {"kind", p.kind},
              {"given", p.given},
              {"called", textOrNull(p.called)},
              {"nicknames", p.nicknames},
              {"prefix", textOrNull(p.prefix)},
              {"family", textOrNull(p.family)},
              {"partner_name", textOrNull(p.partnerName)},
              {"birthdate", dateOrNull(p.birthdate)},
              {"bsn", textOrNull(p.bsn)}};
    putDate(json, "deceased", p.deceased);
    putContacts(json, p);
    putStanding(json, p);
    putSource(json, p.source);
    return json;
}

void putFacts(Json& json, const Case& household) {
    json["relations"] = Json::array();
    for (const auto& r : household.relations) {
        Json row{{"type", r.type}, {"from", r.from}, {"to", r.to}};
        putDate(row, "since", r.since);
        putDate(row, "until", r.until);
        putSource(row, r.source);
        json["relations"].push_back(std::move(row));
    }
    json["authority"] = Json::array();
    for (const auto& a : household.authority) {
        Json row{{"child", a.child}, {"holder", a.holder}, {"type", a.type}, {"from", dateOrNull(a.from)}, {"to", dateOrNull(a.to)}};
        putSource(row, a.source);
        json["authority"].push_back(std::move(row));
    }
}

void putChoices(Json& json, const Case& household) {
    json["protections"] = Json::array();
    for (const auto& p : household.protections) {
        Json row{{"person", p.person}, {"against", p.against}, {"hide", p.hide}, {"why", p.why}};
        if (!p.hidePartners.empty()) row["hide_partners"] = p.hidePartners;
        putDate(row, "from", p.from);
        putDate(row, "until", p.until);
        putSource(row, p.source);
        json["protections"].push_back(std::move(row));
    }
    json["consents"] = Json::array();
    for (const auto& c : household.consents) {
        Json row{{"person", c.person}, {"to", c.to}, {"scope", c.scope}, {"given", dateOrNull(c.given)}, {"withdrawn", dateOrNull(c.withdrawn)}};
        if (!c.rights.empty()) row["rights"] = c.rights;
        if (!c.partners.empty()) row["partners"] = c.partners;
        putSource(row, c.source);
        json["consents"].push_back(std::move(row));
    }
}

}  // namespace

std::string toJson(const Case& household) {
    Json json{{"case", household.id}, {"reference_date", dateOrNull(household.referenceDate)}};
    putFlag(json, "investigation_open", household.investigationOpen);
    json["partners"] = Json::array();
    for (const auto& p : household.partners)
        json["partners"].push_back({{"id", p.id}, {"name", p.name}, {"kind", p.kind}, {"public_body", p.publicBody}});
    json["persons"] = Json::array();
    for (const auto& person : household.persons) json["persons"].push_back(printPerson(person));
    putFacts(json, household);
    putChoices(json, household);
    return json.dump(1) + "\n";
}

std::string toJson(const AccessRequest& r) {
    return Json{{"id", r.id},
                {"requester", r.requester},
                {"capacity", r.capacity},
                {"for", r.subjects},
                {"right", r.right},
                {"received", dateOrNull(r.received)},
                {"addressed_to", textOrNull(r.addressedTo)}}
               .dump(1) +
           "\n";
}

}  // namespace redaction::household
