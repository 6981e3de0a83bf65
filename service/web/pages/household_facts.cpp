// Adding, changing and ending one fact of a household.
#include "service/casework/household_editing.h"
#include "service/casework/weakening.h"
#include "service/web/field_checks.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/fact_forms.h"
#include "service/web/pages/household.h"

namespace service::web::pages {

namespace {

struct FactPage {
    std::string kind, factId, error;  // factId empty: a new one
    http::Fields values;
    Errors errors = {};
};

std::string linkOf(const Visit& visit) { return "/huishoudens/" + visit.at("household"); }

std::vector<Field> sourceFields(const Visit& visit) {
    return {{"source", visit.say("fact.source"), Input::text, Required::yes, visit.say("fact.source-hint")},
            {"source_date", visit.say("fact.source-date"), Input::date, Required::no, visit.say("fact.source-date-hint"), {}, "off", Day::notAfterToday}};
}

const casework::FactRow& factOf(const casework::HouseholdView& view, const std::string& factId) {
    for (const auto& fact : view.open)
        if (fact.id == factId) return fact;
    throw casework::Failure(casework::Failure::notFound, "Dit feit geldt niet meer; kijk bij het huishouden hoe het nu staat.");
}

// What may come to protect less: then a reason is asked, for the second person.
bool takesTwo(const FactPage& page) {
    return page.kind == "consent" || (!page.factId.empty() && (page.kind == "protection" || page.kind == "person"));
}

Data bodyOf(const casework::FactRow& fact) { return Data::parse(fact.body, nullptr, false); }

http::Response factPage(Visit& visit, const casework::HouseholdView& view, const FactPage& page) {
    auto fields = factFields(visit, view.facts, page.kind, page.factId.empty() ? Data() : bodyOf(factOf(view, page.factId)));
    if (fields.empty()) throw casework::Failure(casework::Failure::notFound, "Dit soort feit kent Lakwerk niet.");
    const Sent values(page.values);
    const auto title = visit.say((page.factId.empty() ? "facts.add-" : "facts.change-") + page.kind);
    const auto action = linkOf(visit) + "/feiten" + (page.factId.empty() ? "" : "/" + page.factId);
    return visit.page("fact", {title, "households", {{visit.say("menu.households"), "/huishoudens"}, {view.title, linkOf(visit)}, {title, ""}}, page.error.empty() ? 200 : 422},
                      {{"heading", title}, {"error", page.error}, {"action", action}, {"kind", page.kind}, {"version", std::to_string(view.version)}, {"back", linkOf(visit)},
                       {"existing", !page.factId.empty()}, {"two", takesTwo(page)}, {"reason", values.get("reason")}, {"end_action", action + "/beeindigen"}, {"fields", fieldsData(fields, values, page.errors)},
                       {"draft_page", page.factId.empty() ? linkOf(visit) + "/feiten/nieuw?soort=" + page.kind : action},
                       {"source_fields", fieldsData(sourceFields(visit), values, page.errors)}});
}

Errors problemsOf(const Visit& visit, std::vector<Field> fields) {
    for (auto& field : sourceFields(visit)) fields.push_back(field);
    auto errors = checkFields(visit, fields);
    for (const auto& address : listed(visit.sent.get("emails")))
        if (!isMailAddress(address)) {
            errors.emplace_back("emails", visit.say("check.no-mail"));
            break;
        }
    return errors;
}

casework::FactForm formFrom(const Visit& visit, const std::string& kind, const Data& body) {
    const auto version = visit.sent.get("version");
    return {kind, body.dump(), visit.sent.get("source"), visit.sent.get("source_date"), visit.sent.get("reason"), version.empty() ? 0 : std::atoi(version.c_str())};
}

// "Gewijzigd. Dit raakt LW-2026-0001: …": which open cases get new proposals.
http::Response done(Visit& visit, casework::HouseholdOutcome outcome) {
    std::vector<std::string> references;
    for (const auto& row : outcome.touched) references.push_back(row.reference);
    std::string list;
    for (const auto& reference : references) list += (list.empty() ? "" : ", ") + reference;
    if (outcome.words.empty()) outcome.words = list.empty() ? visit.say("facts.saved") : visit.say("facts.touched", {{"cases", list}});
    return visit.goTo(linkOf(visit), outcome);
}

}  // namespace

http::Response showNewFact(Visit& visit) {
    const auto view = casework::viewHousehold(visit.office(), visit.actor(), visit.at("household"));
    return factPage(visit, view, {visit.query().get("soort"), "", "", {}});
}

http::Response addFact(Visit& visit) {
    const auto view = casework::viewHousehold(visit.office(), visit.actor(), visit.at("household"));
    const auto kind = visit.sent.get("kind_of_fact");
    const auto fields = factFields(visit, view.facts, kind);
    if (fields.empty()) throw casework::Failure(casework::Failure::notFound, "Dit soort feit kent Lakwerk niet.");
    if (const auto errors = problemsOf(visit, fields); !errors.empty()) return factPage(visit, view, {kind, "", lineOf(visit, errors), visit.sent.fields(), errors});
    const auto body = factFromFields(view.facts, kind, visit.sent, Data::object());
    const auto outcome = casework::addFact(visit.office(), visit.actor(), view.id, formFrom(visit, kind, body));
    if (!outcome.done) return factPage(visit, view, {kind, "", outcome.words, visit.sent.fields()});
    forgetDraft(visit, linkOf(visit) + "/feiten/nieuw?soort=" + kind);
    return done(visit, outcome);
}

http::Response showFact(Visit& visit) {
    const auto view = casework::viewHousehold(visit.office(), visit.actor(), visit.at("household"));
    const auto& fact = factOf(view, visit.at("fact"));
    auto values = factToFields(view.facts, fact.kind, bodyOf(fact));
    values.emplace_back("source", fact.source);
    values.emplace_back("source_date", fact.sourceDate);
    return factPage(visit, view, {fact.kind, fact.id, "", values});
}

http::Response changeFact(Visit& visit) {
    const auto view = casework::viewHousehold(visit.office(), visit.actor(), visit.at("household"));
    const auto& fact = factOf(view, visit.at("fact"));
    if (const auto errors = problemsOf(visit, factFields(visit, view.facts, fact.kind, bodyOf(fact))); !errors.empty())
        return factPage(visit, view, {fact.kind, fact.id, lineOf(visit, errors), visit.sent.fields(), errors});
    const auto body = factFromFields(view.facts, fact.kind, visit.sent, bodyOf(fact));
    const auto outcome = casework::changeFact(visit.office(), visit.actor(), fact.id, formFrom(visit, fact.kind, body));
    if (!outcome.done) return factPage(visit, view, {fact.kind, fact.id, outcome.words, visit.sent.fields()});
    forgetDraft(visit, visit.request.path);
    return done(visit, outcome);
}

http::Response closeFact(Visit& visit) {
    const std::vector<Field> fields{{"why", visit.say("case.reason"), Input::area, Required::yes}};
    if (const auto errors = checkFields(visit, fields); !errors.empty())
        return visit.goTo(visit.request.path.substr(0, visit.request.path.rfind('/')), casework::Outcome::refused("wrong-input", visit.say("case.reason") + ": " + errors.front().second));
    return done(visit, casework::closeFact(visit.office(), visit.actor(), visit.at("fact"), visit.sent.get("why")));
}

http::Response settleWeakening(Visit& visit) {
    const auto id = visit.at("weakening");
    const auto reason = visit.sent.get("reason");
    auto outcome = visit.sent.get("decision") == "confirm" ? casework::confirmWeakening(visit.office(), visit.actor(), id, reason)
                                                            : casework::dropWeakening(visit.office(), visit.actor(), id, reason);
    if (!outcome.done) return visit.goTo(linkOf(visit), outcome);
    return done(visit, std::move(outcome));
}

}  // namespace service::web::pages
