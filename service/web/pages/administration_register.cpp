// The register of a partner: what it does with data, in both languages, as every requester is told.
#include "service/casework/partner_register.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/answer_forms.h"

namespace service::web::pages {

namespace {

struct Part {
    const char* name;
    std::string casework::RegisterForm::*member;
};
constexpr Part parts[] = {{"purposes", &casework::RegisterForm::purposes}, {"categories", &casework::RegisterForm::categories}, {"recipients", &casework::RegisterForm::recipients},
                          {"origin", &casework::RegisterForm::origin}, {"retention", &casework::RegisterForm::retention}, {"statements", &casework::RegisterForm::statements}};

std::string address(const Visit& visit) { return "/beheer/partners/" + visit.at("partner") + "/register"; }

std::vector<Field> fieldsOf(const Visit& visit, const std::string& language, const casework::RegisterForm& usual) {
    std::vector<Field> fields;
    for (const auto& [name, member] : parts)
        fields.push_back({language + "-" + name, visit.say(std::string("register.") + name), Input::area, Required::no, visit.say("register.usual") + " " + usual.*member, {}, "off", Day::any, 3000});
    return fields;
}

Sent valuesOf(const casework::RegisterView& view) {
    http::Fields values;
    for (const auto& [name, member] : parts) {
        values.emplace_back(std::string("nl-") + name, view.dutch.*member);
        values.emplace_back(std::string("en-") + name, view.english.*member);
    }
    return Sent(std::move(values));
}

casework::RegisterForm formFrom(const Sent& sent, const std::string& language) {
    casework::RegisterForm form;
    for (const auto& [name, member] : parts) form.*member = sent.get(language + "-" + name);
    return form;
}

http::Response page(Visit& visit, const Sent* typed, const Errors& errors) {
    const auto view = casework::viewRegister(visit.office(), visit.actor(), visit.at("partner"));
    const auto values = typed ? *typed : valuesOf(view);
    PageFrame frame{visit.say("register.title"), "manage", {{visit.say("partners.title"), "/beheer/partners"}, {view.partnerName, "/beheer/partners/" + view.partnerId}, {visit.say("register.title"), ""}}};
    frame.status = errors.empty() ? 200 : 422;
    return visit.page("register", frame,
                      {{"name", view.partnerName}, {"action", address(visit)}, {"back", "/beheer/partners/" + view.partnerId}, {"error", lineOf(visit, errors)},
                       {"dutch", fieldsData(fieldsOf(visit, "nl", view.usualDutch), values, errors)}, {"english", fieldsData(fieldsOf(visit, "en", view.usualEnglish), values, errors)}});
}

}  // namespace

http::Response showRegister(Visit& visit) { return page(visit, nullptr, {}); }

http::Response saveRegister(Visit& visit) {
    const auto view = casework::viewRegister(visit.office(), visit.actor(), visit.at("partner"));
    auto fields = fieldsOf(visit, "nl", view.usualDutch);
    for (auto& field : fieldsOf(visit, "en", view.usualEnglish)) fields.push_back(std::move(field));
    if (const auto errors = checkFields(visit, fields); !errors.empty()) return page(visit, &visit.sent, errors);
    return visit.goTo(address(visit), casework::saveRegister(visit.office(), visit.actor(), visit.at("partner"), formFrom(visit.sent, "nl"), formFrom(visit.sent, "en")));
}

}  // namespace service::web::pages
