// The register of a partner: what it does with data, in both languages, as every requester is told.
#include <algorithm>
#include <charconv>

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

std::string termName(const char* part, int row) { return std::string("term-") + part + "-" + std::to_string(row); }

std::vector<Field> termFields(const Visit& visit, int row) {
    return {{termName("dossier", row), visit.say("register.dossier"), Input::text, Required::no, "", {}, "off", Day::any, 120},
            {termName("years", row), visit.say("register.years"), Input::text, Required::no, "", {}, "off", Day::any, 3},
            {termName("source", row), visit.say("register.source"), Input::text, Required::no, "", {}, "off", Day::any, 160}};
}

// Those that are there, and always one empty row.
int termRows(const casework::RegisterView& view) { return std::min(int(view.terms.size()) + 1, casework::mostDossierTerms); }

Data termsData(const Visit& visit, const casework::RegisterView& view, const Sent* typed, const Errors& errors) {
    auto rows = Data::array();
    for (int row = 0; row < termRows(view); ++row) {
        http::Fields stored;
        if (row < int(view.terms.size())) {
            const auto& term = view.terms[std::size_t(row)];
            stored = {{termName("dossier", row), term.dossier}, {termName("years", row), std::to_string(term.years)}, {termName("source", row), term.source}};
        }
        rows.push_back({{"fields", fieldsData(termFields(visit, row), typed ? *typed : Sent(std::move(stored)), errors)}});
    }
    return rows;
}

// A row that was left empty is none; what is no whole number becomes none that may be kept.
std::vector<casework::DossierTerm> termsFrom(const Sent& sent, int rows) {
    std::vector<casework::DossierTerm> terms;
    for (int row = 0; row < rows; ++row) {
        casework::DossierTerm term{sent.get(termName("dossier", row)), 0, sent.get(termName("source", row))};
        const auto years = sent.get(termName("years", row));
        const auto [end, wrong] = std::from_chars(years.data(), years.data() + years.size(), term.years);
        if (wrong != std::errc() || end != years.data() + years.size()) term.years = 0;
        if (!term.dossier.empty() || !years.empty() || !term.source.empty()) terms.push_back(std::move(term));
    }
    return terms;
}

http::Response page(Visit& visit, const Sent* typed, const Errors& errors, const std::string& problem = {}) {
    const auto view = casework::viewRegister(visit.office(), visit.actor(), visit.at("partner"));
    const auto values = typed ? *typed : valuesOf(view);
    PageFrame frame{visit.say("register.title"), "manage", {{visit.say("partners.title"), "/beheer/partners"}, {view.partnerName, "/beheer/partners/" + view.partnerId}, {visit.say("register.title"), ""}}};
    frame.status = errors.empty() && problem.empty() ? 200 : 422;
    return visit.page("register", frame,
                      {{"name", view.partnerName}, {"action", address(visit)}, {"back", "/beheer/partners/" + view.partnerId}, {"error", problem.empty() ? lineOf(visit, errors) : problem}, {"terms", termsData(visit, view, typed, errors)},
                       {"dutch", fieldsData(fieldsOf(visit, "nl", view.usualDutch), values, errors)}, {"english", fieldsData(fieldsOf(visit, "en", view.usualEnglish), values, errors)}});
}

}  // namespace

http::Response showRegister(Visit& visit) { return page(visit, nullptr, {}); }

http::Response saveRegister(Visit& visit) {
    const auto view = casework::viewRegister(visit.office(), visit.actor(), visit.at("partner"));
    auto fields = fieldsOf(visit, "nl", view.usualDutch);
    for (auto& field : fieldsOf(visit, "en", view.usualEnglish)) fields.push_back(std::move(field));
    for (int row = 0; row < termRows(view); ++row)
        for (auto& field : termFields(visit, row)) fields.push_back(std::move(field));
    if (const auto errors = checkFields(visit, fields); !errors.empty()) return page(visit, &visit.sent, errors);
    const auto outcome = casework::saveRegister(visit.office(), visit.actor(), visit.at("partner"), formFrom(visit.sent, "nl"), formFrom(visit.sent, "en"), termsFrom(visit.sent, termRows(view)));
    if (!outcome.done) return page(visit, &visit.sent, {}, visit.inOurWords(outcome.words));
    return visit.goTo(address(visit), outcome);
}

}  // namespace service::web::pages
