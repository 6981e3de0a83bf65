#include "service/casework/fact_words.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/moments.h"
#include "service/casework/words.h"
#include "service/requests/intake.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using Json = nlohmann::json;

std::string textOf(const Json& body, const char* field) {
    const auto found = body.find(field);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string since(const Json& body, const char* from, const char* until) {
    const std::string first = dutchDay(textOf(body, from)), last = dutchDay(textOf(body, until));
    return (first.empty() ? "" : " vanaf " + first) + (last.empty() ? "" : " tot " + last);
}

std::string relationWords(const std::string& type) {
    const std::pair<const char*, const char*> known[] = {{"parent", "ouder van"}, {"grandparent", "grootouder van"},
        {"sibling", "broer of zus van"}, {"half-sibling", "halfbroer of -zus van"}, {"aunt", "tante van"}, {"uncle", "oom van"},
        {"spouse", "gehuwd met"}, {"partner", "partner van"}, {"ex-partner", "ex-partner van"}, {"stepparent", "stiefouder van"},
        {"foster-parent", "pleegouder van"}, {"guardian", "voogd van"}, {"curator", "curator van"}, {"mentor", "mentor van"},
        {"representative", "vertegenwoordiger van"}, {"same-person", "dezelfde persoon als"}, {"client", "cliënt van"}};
    for (const auto& [code, words] : known)
        if (type == code) return words;
    return type + " van";
}

std::string authorityWords(const std::string& type) {
    const std::pair<const char*, const char*> known[] = {{"joint", "gezamenlijk gezag"}, {"sole", "eenhoofdig gezag"},
        {"guardian", "de voogdij"}, {"none", "geen gezag"}, {"suspended", "geschorst gezag"}};
    for (const auto& [code, words] : known)
        if (type == code) return words;
    return type;
}

// Authority lies with a person, guardianship also with an institution.
bool isPartner(const household::Case& known, const std::string& id) {
    return std::any_of(known.partners.begin(), known.partners.end(), [&](const auto& it) { return it.id == id; });
}

std::string holderName(const household::Case& known, const std::string& id) {
    for (const auto& it : known.partners)
        if (it.id == id) return it.name;
    return nameIn(known, id);
}

std::string personSentence(const Json& body) {
    household::Person person;
    person.id = textOf(body, "id"), person.called = textOf(body, "called"), person.prefix = textOf(body, "prefix");
    person.family = textOf(body, "family"), person.function = textOf(body, "function");
    for (const auto& name : body.value("given", Json::array()))
        if (name.is_string()) person.given.push_back(name);
    const std::string born = dutchDay(textOf(body, "birthdate"));
    return fullName(person) + (born.empty() ? "" : ", geboren " + born) + (person.function.empty() ? "" : ", " + person.function);
}

std::vector<std::string> textsOf(const Json& body, const char* field) {
    std::vector<std::string> texts;
    for (const auto& item : body.value(field, Json::array()))
        if (item.is_string()) texts.push_back(item);
    return texts;
}

// Of a signed authorisation: for which rights it is, and where.
std::string reachWords(const household::Case& known, const Json& body) {
    std::vector<std::string> rights, partners;
    for (const auto& code : textsOf(body, "rights"))
        if (const auto right = requests::rightFrom(code)) rights.push_back(requests::dutchName(*right));
    for (const auto& id : textsOf(body, "partners")) partners.push_back(holderName(known, id));
    return (rights.empty() ? "" : ", een machtiging voor " + joinedWords(rights)) + (partners.empty() ? "" : ", alleen bij " + joinedWords(partners));
}

std::string sentence(const household::Case& known, std::string_view kind, const Json& body) {
    const auto name = [&](const char* field) { return nameIn(known, textOf(body, field)); };
    if (kind == "person") return personSentence(body);
    if (kind == "relation" && textOf(body, "type") == "objection") return name("from") + " heeft bezwaar tegen gebruik door " + holderName(known, textOf(body, "to")) + since(body, "since", "until");
    if (kind == "relation") return name("from") + " is " + relationWords(textOf(body, "type")) + " " + holderName(known, textOf(body, "to")) + since(body, "since", "until");
    if (kind == "authority")
        return holderName(known, textOf(body, "holder")) + " heeft " + authorityWords(textOf(body, "type")) + " over " + name("child") + since(body, "from", "to");
    if (kind == "protection") {
        household::Protection protection;
        protection.person = textOf(body, "person"), protection.against = textsOf(body, "against");
        protection.hide = textsOf(body, "hide"), protection.hidePartners = textsOf(body, "hide_partners"), protection.why = textOf(body, "why");
        return protectionSentence(known, protection) + since(body, "from", "until");
    }
    const std::string withdrawn = dutchDay(textOf(body, "withdrawn")), given = dutchDay(textOf(body, "given"));
    return name("person") + " geeft " + holderName(known, textOf(body, "to")) + " toestemming: " + textOf(body, "scope") + reachWords(known, body) + (given.empty() ? "" : ", gegeven " + given) +
           (withdrawn.empty() ? "" : ", ingetrokken " + withdrawn);
}

std::string hiddenPartnerWords(const household::Case& known, const household::Protection& protection) {
    std::vector<std::string> names;
    for (const auto& id : protection.hidePartners) {
        const auto found = std::find_if(known.partners.begin(), known.partners.end(), [&](const auto& it) { return it.id == id; });
        const auto& name = found == known.partners.end() ? id : found->name;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names.empty() ? std::string() : ", en ook niet dat erbij betrokken is: " + joinedWords(names);
}

// Between a person and a partner, not between two people.
bool isWithPartner(const std::string& relation) { return relation == "client" || relation == "objection"; }

bool isKnown(const household::Case& known, const std::string& id) { return household::findPerson(known, id) != nullptr; }

}  // namespace

std::string protectionSentence(const household::Case& known, const household::Protection& protection) {
    std::vector<std::string> against, hide;
    for (const auto& id : protection.against) against.push_back(nameIn(known, id));
    for (const auto& kind : protection.hide) hide.push_back(kindWords(kind));
    return joinedWords(against) + (against.size() == 1 ? " mag niet weten: " : " mogen niet weten: ") + joinedWords(hide) + " van " + nameIn(known, protection.person) +
           hiddenPartnerWords(known, protection) + (protection.why.empty() ? "" : ", omdat " + protection.why);
}

std::string factSentence(const household::Case& known, std::string_view kind, std::string_view text) {
    const Json body = Json::parse(text, nullptr, false);
    if (!body.is_object()) return std::string(kind);
    return sentence(known, kind, body);
}

std::string factProblem(const household::Case& known, std::string_view kind, std::string_view text) {
    const Json body = Json::parse(text, nullptr, false);
    if (!body.is_object()) return "Dit feit kan niet worden gelezen.";
    const std::string unknown = "Deze persoon staat niet in het huishouden. Voeg de persoon eerst toe.";
    for (const char* field : {"from", "to", "child", "holder", "person"}) {
        const bool isDate = kind == "authority" && (std::string_view(field) == "from" || std::string_view(field) == "to");
        if (kind == "person" || isDate || (kind == "protection" && std::string_view(field) == "from")) continue;
        const std::string id = textOf(body, field);
        const bool institution = kind == "authority" && std::string_view(field) == "holder" && isPartner(known, id);
        if (institution && textOf(body, "type") != "guardian") return "Een organisatie kan alleen de voogdij hebben.";
        const bool atPartner = std::string_view(field) == "to" && isPartner(known, id) && (kind == "consent" || isWithPartner(textOf(body, "type")));
        if (atPartner) continue;
        if (kind == "relation" && std::string_view(field) == "to" && isWithPartner(textOf(body, "type"))) return "Kies bij deze relatie een partner van dit huishouden.";
        if (!id.empty() && !institution && !isKnown(known, id)) return unknown;
    }
    for (const auto& id : textsOf(body, "against"))
        if (!isKnown(known, id)) return unknown;
    for (const auto& code : textsOf(body, "rights"))
        if (!requests::rightFrom(code)) return "Kies bij de machtiging rechten uit de lijst.";
    const std::pair<const char*, const char*> periods[] = {{"from", "to"}, {"since", "until"}, {"from", "until"}, {"given", "withdrawn"}};
    for (const auto& [first, last] : periods) {
        const auto from = household::parseDate(textOf(body, first)), to = household::parseDate(textOf(body, last));
        if (from && to && *to < *from) return "De einddatum ligt voor de begindatum.";
    }
    return {};
}

}  // namespace service::casework
