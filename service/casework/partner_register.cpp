#include "service/casework/partner_register.h"

#include <nlohmann/json.hpp>

#include <sstream>

#include "service/casework/case_file.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

std::string joined(const Json& lines) {
    if (lines.is_string()) return lines.get<std::string>();
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line.get<std::string>();
    return text;
}

struct Name {
    const char* name;
    std::string RegisterForm::*member;
};
constexpr Name names[] = {{"purposes", &RegisterForm::purposes}, {"categories", &RegisterForm::categories}, {"recipients", &RegisterForm::recipients},
                          {"origin", &RegisterForm::origin}, {"retention", &RegisterForm::retention}, {"statements", &RegisterForm::statements}};

RegisterForm formFrom(const Json& fields) {
    RegisterForm form;
    for (const auto& [name, member] : names)
        if (fields.contains(name)) form.*member = joined(fields.at(name));
    return form;
}

Json fieldsFrom(const RegisterForm& form) {
    Json fields = Json::object();
    for (const auto& [name, member] : names)
        if (!(form.*member).empty()) fields[name] = form.*member;
    return fields;
}

RegisterForm ownForm(Office& office, const std::string& partnerId, const std::string& language) {
    const auto own = Json::parse(office.store.answerForms().registerOf(partnerId), nullptr, false);
    return own.is_object() ? formFrom(own.value(language, Json::object())) : RegisterForm{};
}

}  // namespace

std::vector<DossierTerm> dossierTermsOf(Office& office, const std::string& partnerId) {
    const auto own = Json::parse(office.store.answerForms().registerOf(partnerId), nullptr, false);
    std::vector<DossierTerm> terms;
    for (const auto& it : own.is_object() ? own.value("terms", Json::array()) : Json::array()) terms.push_back({it.at("dossier"), it.at("years"), it.at("source")});
    return terms;
}

letters::Processing processingOf(Office& office, const std::string& partnerId, letters::Language language) {
    const auto form = ownForm(office, partnerId, letters::toText(language));
    return {linesOf(form.purposes), linesOf(form.categories), linesOf(form.recipients), linesOf(form.origin), form.retention, linesOf(form.statements)};
}

std::vector<WithoutRegister> withoutRegister(Office& office, const store::Request& request) {
    std::vector<WithoutRegister> without;
    for (const auto& id : office.store.requests().partnersOf(request)) {
        const auto partner = office.store.partners().find(id);
        if (partner && fieldsFrom(ownForm(office, id, request.language)).empty()) without.push_back({partner->id, partner->name});
    }
    return without;
}

RegisterView viewRegister(Office& office, const Actor& actor, std::string_view partnerId) {
    requireRole(actor, {Role::administrator});
    const auto partner = office.store.partners().find(std::string(partnerId));
    if (!partner) throw Failure(Failure::notFound, "Deze partner bestaat niet.");
    const auto& usual = office.letterBook.processing(partner->kind);
    return {partner->id, partner->name, ownForm(office, partner->id, "nl"), ownForm(office, partner->id, "en"), formFrom(usual.at("nl")), formFrom(usual.at("en")), dossierTermsOf(office, partner->id)};
}

// Basis: AVG art. 15(1), 30(1)
Outcome saveRegister(Office& office, const Actor& actor, std::string_view partnerId, const RegisterForm& dutch, const RegisterForm& english, const std::vector<DossierTerm>& terms) {
    const auto before = viewRegister(office, actor, partnerId);
    Json kept = Json::array();
    for (const auto& it : terms) {
        if (it.dossier.empty() || it.source.empty() || it.years < 1 || it.years > longestDossierTerm)
            return Outcome::refused("term-wrong", "Vul bij elke bewaartermijn het soort dossier, een heel aantal jaren van 1 tot en met 120 en de bron in.");
        kept.push_back({{"dossier", it.dossier}, {"years", it.years}, {"source", it.source}});
    }
    office.store.transact([&] {
        office.store.answerForms().setRegister(before.partnerId, Json{{"nl", fieldsFrom(dutch)}, {"en", fieldsFrom(english)}, {"terms", kept}}.dump(), actor.accountId);
        record(office, actor, {"register.changed", {}, {}, {}, {}, Json{{"partner", before.partnerId}}.dump()});
    });
    return Outcome::success("Het register is bewaard. Nieuwe brieven vertellen het zo.");
}

}  // namespace service::casework
