#include "service/web/pages/fact_forms.h"

#include <algorithm>

#include "service/casework/partner_wall.h"
#include "service/casework/words.h"

namespace service::web::pages {

namespace {

using redaction::household::Case;

// How a value of case.json stands in a form.
enum class Shape { text, date, list, flag, choice, many };
struct Item {
    std::string_view name;
    Shape shape;
};

constexpr Item personItems[] = {{"kind", Shape::choice}, {"given", Shape::list}, {"called", Shape::text}, {"nicknames", Shape::list}, {"prefix", Shape::text},
                                {"family", Shape::text}, {"partner_name", Shape::text}, {"birthdate", Shape::date}, {"bsn", Shape::text}, {"phones", Shape::list},
                                {"emails", Shape::list}, {"ibans", Shape::list}, {"school", Shape::text}, {"employer", Shape::text}, {"gp", Shape::text},
                                {"institution", Shape::text}, {"function", Shape::text}, {"partner", Shape::choice}, {"professional", Shape::flag},
                                {"protected", Shape::flag}, {"anonymous", Shape::flag}, {"identity_kept_back", Shape::flag}, {"deceased", Shape::date},
                                {"objection_recorded", Shape::flag}};
constexpr Item relationItems[] = {{"type", Shape::choice}, {"from", Shape::choice}, {"to", Shape::choice}, {"since", Shape::date}, {"until", Shape::date}};
constexpr Item authorityItems[] = {{"child", Shape::choice}, {"holder", Shape::choice}, {"type", Shape::choice}, {"from", Shape::date}, {"to", Shape::date}};
constexpr Item protectionItems[] = {{"person", Shape::choice}, {"against", Shape::many}, {"hide", Shape::many}, {"hide_partners", Shape::many}, {"why", Shape::text}, {"from", Shape::date}, {"until", Shape::date}};
constexpr Item consentItems[] = {{"person", Shape::choice}, {"to", Shape::choice}, {"scope", Shape::text}, {"rights", Shape::many}, {"partners", Shape::many}, {"given", Shape::date}, {"withdrawn", Shape::date}};

std::vector<Item> itemsOf(std::string_view kind) {
    const auto copy = [](const auto& items) { return std::vector<Item>(std::begin(items), std::end(items)); };
    if (kind == "person") return copy(personItems);
    if (kind == "relation") return copy(relationItems);
    if (kind == "authority") return copy(authorityItems);
    if (kind == "protection") return copy(protectionItems);
    if (kind == "consent") return copy(consentItems);
    return {};
}

// Stands in a form for a partner that is not named there.
constexpr std::string_view unnamed = "unnamed";

bool isOfPartner(std::string_view kind, std::string_view name) {
    return name == "partner" || name == "hide_partners" || name == "partners" || (kind == "authority" && name == "holder") || (name == "to" && (kind == "relation" || kind == "consent"));
}

// What stands there and cannot be chosen: neither a person nor a partner that is listed.
bool isUnnamed(const Case& known, std::string_view kind, std::string_view name, const Data& value) {
    if (!isOfPartner(kind, name) || !value.is_string() || value.get<std::string>().empty()) return false;
    const auto id = value.get<std::string>();
    return !redaction::household::findPerson(known, id) && std::none_of(known.partners.begin(), known.partners.end(), [&](const auto& it) { return it.id == id; });
}

bool anyUnnamed(const Case& known, std::string_view kind, std::string_view name, const Data& value) {
    if (!value.is_array()) return isUnnamed(known, kind, name, value);
    return std::any_of(value.begin(), value.end(), [&](const auto& one) { return isUnnamed(known, kind, name, one); });
}

std::vector<Option> peopleOptions(const Case& known) {
    std::vector<Option> options;
    for (const auto& person : known.persons) options.emplace_back(person.id, casework::fullName(person));
    return options;
}

std::vector<Option> named(const Visit& visit, std::string_view family, std::initializer_list<std::string_view> codes) {
    std::vector<Option> options;
    for (const auto code : codes) options.emplace_back(std::string(code), visit.say(std::string(family) + "." + std::string(code)));
    return options;
}

std::vector<Option> optionsOf(const Visit& visit, const Case& known, std::string_view kind, std::string_view name) {
    if (kind == "person" && name == "kind") return named(visit, "person-kind", {"family", "professional", "reporter", "informant", "other"});
    if (name == "partner") {
        std::vector<Option> options;
        for (const auto& partner : known.partners) options.emplace_back(partner.id, partner.name);
        return withNone(visit.say("fact.none"), options);
    }
    if (kind == "consent" && name == "rights") return named(visit, "right", {"access", "rectification", "erasure", "restriction", "objection", "portability"});
    if (name == "hide_partners" || name == "partners") {
        std::vector<Option> options;
        for (const auto& partner : known.partners) options.emplace_back(partner.id, partner.name);
        return options;
    }
    if (kind == "relation" && name == "type")
        return named(visit, "relation", {"parent", "grandparent", "sibling", "half-sibling", "spouse", "partner", "ex-partner", "stepparent", "foster-parent", "aunt",
                                         "uncle", "guardian", "curator", "mentor", "representative", "same-person", "client", "objection"});
    if (kind == "authority" && name == "type") return named(visit, "authority", {"joint", "sole", "guardian", "none", "suspended"});
    if (name == "hide") {
        std::vector<Option> options;
        for (const auto& [code, words] : casework::spanKinds())
            if (code == "address" || code == "postcode" || code == "place" || code == "phone" || code == "email" || code == "school" || code == "employer" ||
                code == "institution" || code == "gp" || code == "name")
                options.emplace_back(code, visit.inOurWords(words));
        return options;
    }
    // An institution may have guardianship. Basis: BW art. 1:302 (rule R24)
    if (kind == "authority" && name == "holder") {
        auto options = peopleOptions(known);
        for (const auto& partner : known.partners) options.emplace_back(partner.id, partner.name);
        return withNone(visit.say("field.choose"), options);
    }
    // Somebody's own consent to a partner; being its client; an objection to what it does.
    if (name == "to" && (kind == "relation" || kind == "consent")) {
        auto options = peopleOptions(known);
        for (const auto& partner : known.partners) options.emplace_back(partner.id, partner.name);
        return withNone(visit.say("field.choose"), options);
    }
    return name == "against" ? peopleOptions(known) : withNone(visit.say("field.choose"), peopleOptions(known));
}

Input inputFor(Shape shape, std::string_view name) {
    switch (shape) {
        case Shape::date: return Input::date;
        case Shape::flag: return Input::box;
        case Shape::choice: return Input::select;
        case Shape::many: return Input::boxes;
        default: return name == "why" || name == "scope" ? Input::area : Input::text;
    }
}

bool isRequired(std::string_view kind, std::string_view name) {
    if (kind == "person") return false;
    return name == "type" || name == "child" || name == "holder" || name == "person" || (kind == "relation" && (name == "from" || name == "to")) || name == "scope";
}

bool isPast(std::string_view name) { return name == "birthdate" || name == "deceased" || name == "since" || name == "given"; }

std::string joined(const Data& list) {
    std::string text;
    for (const auto& item : list)
        if (item.is_string()) text += (text.empty() ? "" : ", ") + item.get<std::string>();
    return text;
}

constexpr std::string_view addressParts[] = {"street", "number", "postcode", "city"};

void addAddressFields(http::Fields& fields, const Data& body) {
    if (!body.contains("addresses") || !body["addresses"].is_array() || body["addresses"].empty()) return;
    const auto& first = body["addresses"][0];
    for (const auto part : addressParts)
        if (first.contains(part) && first[std::string(part)].is_string()) fields.emplace_back("address_" + std::string(part), first[std::string(part)].get<std::string>());
    if (first.value("secret", false)) fields.emplace_back("address_secret", "ja");
}

// The form shows the first address; further ones stay as they were.
void setAddress(Data& body, const Sent& sent) {
    Data address = Data::object();
    bool any = false;
    for (const auto part : addressParts) {
        const auto value = sent.get("address_" + std::string(part));
        address[std::string(part)] = value;
        any = any || !value.empty();
    }
    address["secret"] = sent.has("address_secret");
    auto list = body.contains("addresses") && body["addresses"].is_array() ? body["addresses"] : Data::array();
    if (!list.empty()) list.erase(0);
    if (any) list.insert(list.begin(), address);
    body["addresses"] = list;
}

std::string freeId(const Case& known) {
    for (std::size_t number = known.persons.size() + 1;; ++number) {
        auto id = "persoon" + std::to_string(number);
        if (!redaction::household::findPerson(known, id)) return id;
    }
}

// What was kept unnamed is as it was.
Data kept(const Case& known, std::string_view kind, const Item& item, const Data& sent, const Data& before) {
    if (!sent.is_array()) return sent == unnamed && isOfPartner(kind, item.name) ? before : sent;
    auto all = Data::array();
    for (const auto& one : sent) {
        if (one != unnamed || !isOfPartner(kind, item.name)) all.push_back(one);
        else if (before.is_array()) std::copy_if(before.begin(), before.end(), std::back_inserter(all), [&](const auto& id) { return isUnnamed(known, kind, item.name, id); });
    }
    return all;
}

void setValue(const Case& known, std::string_view kind, Data& body, const Item& item, const Sent& sent) {
    const std::string name(item.name);
    const auto before = body.value(name, Data());
    switch (item.shape) {
        case Shape::list: body[name] = Data(listed(sent.get(name))); break;
        case Shape::flag: body[name] = sent.has(name); break;
        case Shape::many: body[name] = kept(known, kind, item, sent.all(name), before); break;
        default: body[name] = sent.get(name).empty() ? Data(nullptr) : kept(known, kind, item, Data(sent.get(name)), before);
    }
}

}  // namespace

std::vector<std::string> listed(const std::string& text) {
    std::vector<std::string> list;
    std::size_t start = 0;
    while (start <= text.size()) {
        const auto end = std::min(text.find(',', start), text.size());
        auto part = text.substr(start, end - start);
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
        if (!part.empty()) list.push_back(part);
        start = end + 1;
    }
    return list;
}

std::vector<Field> factFields(const Visit& visit, const Case& known, std::string_view kind, const Data& before) {
    std::vector<Field> fields;
    for (const auto& item : itemsOf(kind)) {
        const std::string key = "fact." + std::string(kind) + "-" + std::string(item.name);
        const auto hint = visit.texts().has(key + "-hint") ? visit.say(key + "-hint") : "";
        const bool chooses = item.shape == Shape::choice || item.shape == Shape::many;
        fields.push_back({std::string(item.name), visit.say(key), inputFor(item.shape, item.name), isRequired(kind, item.name) ? Required::yes : Required::no, hint,
                          chooses ? optionsOf(visit, known, kind, item.name) : std::vector<Option>{}, "off", isPast(item.name) ? Day::notAfterToday : Day::any});
        if (before.is_object() && anyUnnamed(known, kind, item.name, before.value(std::string(item.name), Data()))) fields.back().options.emplace_back(unnamed, visit.inOurWords(casework::unnamedPartner));
        if (kind != "person" || item.name != "bsn") continue;
        for (const auto part : addressParts) fields.push_back({"address_" + std::string(part), visit.say("fact.address-" + std::string(part)), Input::text});
        fields.push_back({"address_secret", visit.say("fact.address-secret"), Input::box, Required::no, visit.say("fact.address-secret-hint")});
    }
    if (kind == "person")
        fields.push_back({"able", visit.say("fact.person-able"), Input::select, Required::no, visit.say("fact.person-able-hint"),
                          {{"", visit.say("fact.able-unknown")}, {"ja", visit.say("fact.able-yes")}, {"nee", visit.say("fact.able-no")}}});
    return fields;
}

http::Fields factToFields(const Case& known, std::string_view kind, const Data& body) {
    http::Fields fields;
    for (const auto& item : itemsOf(kind)) {
        const std::string name(item.name);
        if (!body.contains(name) || body[name].is_null()) continue;
        const auto& value = body[name];
        if (item.shape == Shape::flag && value.is_boolean() && value.get<bool>()) fields.emplace_back(name, "ja");
        else if (item.shape == Shape::list && value.is_array()) fields.emplace_back(name, joined(value));
        else if (item.shape == Shape::many && value.is_array()) {
            for (const auto& one : value)
                if (one.is_string()) fields.emplace_back(name, isUnnamed(known, kind, name, one) ? std::string(unnamed) : one.get<std::string>());
        } else if (value.is_string()) fields.emplace_back(name, isUnnamed(known, kind, name, value) ? std::string(unnamed) : value.get<std::string>());
    }
    if (kind == "person") addAddressFields(fields, body);
    if (body.contains("able") && body["able"].is_boolean()) fields.emplace_back("able", body["able"].get<bool>() ? "ja" : "nee");
    return fields;
}

Data factFromFields(const Case& known, std::string_view kind, const Sent& sent, Data before) {
    auto body = before.is_object() ? std::move(before) : Data::object();
    if (kind == "person" && !body.contains("id")) body["id"] = freeId(known);
    for (const auto& item : itemsOf(kind)) setValue(known, kind, body, item, sent);
    if (kind != "person") return body;
    setAddress(body, sent);
    const auto able = sent.get("able");
    if (able.empty()) body.erase("able");
    else body["able"] = able == "ja";
    return body;
}

}  // namespace service::web::pages
