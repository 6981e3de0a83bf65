#include "service/web/pages/household.h"

#include "service/casework/access.h"
#include "service/casework/audit_view.h"
#include "service/casework/household_editing.h"
#include "service/casework/partner_wall.h"
#include "service/web/field_checks.h"
#include "service/web/pages/access.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/corrections.h"
#include "service/web/pages/family_picture.h"
#include "service/web/pages/periods.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

constexpr std::string_view kinds[] = {"person", "relation", "authority", "protection", "consent"};

std::string linkOf(std::string_view householdId) { return "/huishoudens/" + std::string(householdId); }

Data factsData(const Visit& visit, const casework::HouseholdView& view) {
    auto groups = Data::array();
    for (const auto kind : kinds) {
        auto facts = Data::array();
        for (const auto& fact : view.open)
            if (fact.kind == kind)
                facts.push_back({{"words", fact.summary}, {"source", fact.source}, {"source_date", view::dayInWords(fact.sourceDate, visit.language())},
                                 {"recorded", view::momentInWords(fact.recordedAt, visit.language())}, {"by", fact.recordedByName},
                                 {"link", linkOf(view.id) + "/feiten/" + fact.id}});
        groups.push_back({{"title", visit.say("facts." + std::string(kind))}, {"kind", kind}, {"facts", facts}, {"none", facts.empty()},
                          {"is_authority", kind == "authority"}, {"add_link", linkOf(view.id) + "/feiten/nieuw?soort=" + std::string(kind)},
                          {"add", visit.say("facts.add-" + std::string(kind))}});
    }
    return groups;
}

Data weakeningsData(const Visit& visit, const casework::HouseholdView& view) {
    auto list = Data::array();
    for (const auto& it : view.weakenings)
        list.push_back({{"id", it.id}, {"kind", visit.say("facts." + it.kind)}, {"now", it.now}, {"becomes", it.becomes}, {"ends", it.becomes.empty()},
                        {"reason", it.reason}, {"by", it.proposedByName}, {"at", it.proposedWords}, {"may_confirm", it.mayConfirm}, {"may_drop", it.mayDrop},
                        {"link", linkOf(view.id) + "/opheffingen/" + it.id}});
    return list;
}

Data closedData(const Visit& visit, const casework::HouseholdView& view) {
    auto list = Data::array();
    for (const auto& fact : view.closed)
        list.push_back({{"words", fact.summary}, {"until", view::momentInWords(fact.closedAt, visit.language())}, {"by", fact.closedByName}});
    return list;
}

Data requestsData(const std::vector<casework::OpenRequestRow>& requests) {
    auto list = Data::array();
    for (const auto& row : requests)
        list.push_back({{"link", caseLink(row.id)}, {"reference", row.reference}, {"step", row.stepWords}, {"requester", row.requesterName}});
    return list;
}

Data accountsData(Visit& visit) {
    auto list = Data::array();
    for (const auto& row : casework::accountsAround(visit.office(), visit.actor(), visit.at("household")))
        if (row.role != store::Role::administrator)
            list.push_back({{"id", row.id}, {"name", row.displayName}, {"role", visit.say("role." + store::toText(row.role))}, {"assigned", row.assigned},
                            {"conflict", row.conflict}, {"why", row.conflictWhy}, {"free", !row.assigned && !row.conflict}});
    return list;
}

template <class Page>
http::Response opening(Visit& visit, Page&& page) {
    try {
        return page();
    } catch (const casework::Failure& failure) {
        if (failure.kind() != casework::Failure::notAllowed && failure.kind() != casework::Failure::conflictOfInterest) throw;
        if (casework::mayOpen(visit.office(), visit.actor(), visit.at("household")) == casework::Opening::open) throw;
        return blockedPage(visit, visit.at("household"), failure);
    }
}

std::vector<Crumb> crumbs(const Visit& visit, const std::string& title, const std::string& id, const std::string& here = "") {
    std::vector<Crumb> list{{visit.say("menu.households"), "/huishoudens"}, {title, here.empty() ? "" : linkOf(id)}};
    if (!here.empty()) list.push_back({here, ""});
    return list;
}

http::Response newPage(Visit& visit, const std::string& error) {
    return visit.page("household_new", {visit.say("households.add"), "households", {{visit.say("menu.households"), "/huishoudens"}, {visit.say("households.add"), ""}}, error.empty() ? 200 : 422},
                      {{"error", error}, {"name", visit.sent.get("title")}});
}

constexpr std::size_t longestTitle = 120;

std::vector<Field> settingsFields(const Visit& visit) {
    if (!casework::partnerOf(visit.site.office, visit.actor()).empty())  // which partners are concerned, the region says
        return {{"title", visit.say("households.name"), Input::text, Required::yes, "", {}, "off", Day::any, longestTitle},
                {"investigation", visit.say("households.investigation"), Input::box, Required::no, visit.say("households.investigation-hint")}};
    std::vector<Option> partners;
    for (const auto& partner : visit.site.office.store.partners().all()) partners.emplace_back(partner.id, partner.name);
    return {{"title", visit.say("households.name"), Input::text, Required::yes, "", {}, "off", Day::any, longestTitle},
            {"partner", visit.say("households.partners"), Input::boxes, Required::no, visit.say("households.partners-hint"), partners},
            {"first", visit.say("households.first"), Input::select, Required::no, visit.say("households.first-hint"), withNone(visit.say("field.choose"), partners)},
            {"investigation", visit.say("households.investigation"), Input::box, Required::no, visit.say("households.investigation-hint")}};
}

std::string titleProblem(const Visit& visit, Required required) {
    const auto errors = checkFields(visit, {{"title", visit.say("households.name"), Input::text, required, "", {}, "off", Day::any, longestTitle}});
    return errors.empty() ? "" : visit.say("households.name") + ": " + errors.front().second;
}

http::Response settingsPage(Visit& visit, const std::string& error, const Errors& errors = {}) {
    const auto view = casework::viewHousehold(visit.office(), visit.actor(), visit.at("household"));
    http::Fields now{{"title", view.title}};
    if (view.facts.investigationOpen) now.emplace_back("investigation", "ja");
    for (const auto& partner : view.facts.partners) now.emplace_back("partner", partner.id);
    if (!view.facts.partners.empty()) now.emplace_back("first", view.facts.partners.front().id);
    return visit.page("household_settings", {visit.say("households.settings"), "households", crumbs(visit, view.title, view.id, visit.say("households.settings")), error.empty() ? 200 : 422},
                      {{"error", error}, {"action", visit.request.path}, {"back", linkOf(view.id)}, {"fields", fieldsData(settingsFields(visit), error.empty() ? Sent(now) : visit.sent, errors)}});
}

}  // namespace

http::Response listHouseholds(Visit& visit) {
    const auto text = visit.query().get("tekst");
    auto rows = Data::array();
    for (const auto& row : casework::findHouseholds(visit.office(), visit.actor(), text))
        rows.push_back({{"link", linkOf(row.id)}, {"title", row.title}, {"people", row.peopleWords}, {"open", row.openRequests ? std::to_string(row.openRequests) : ""}});
    return visit.page("households", {visit.say("menu.households"), "households"},
                      {{"rows", rows}, {"none", rows.empty()}, {"text", text}, {"may_keep", has(visit.actor().role, Permission::keepHousehold)}});
}

http::Response showNewHousehold(Visit& visit) { return newPage(visit, ""); }

http::Response createHousehold(Visit& visit) {
    if (const auto problem = titleProblem(visit, Required::yes); !problem.empty()) return newPage(visit, problem);
    const auto outcome = casework::createHousehold(visit.office(), visit.actor(), visit.sent.get("title"));
    return outcome.done ? visit.goTo(linkOf(outcome.householdId), outcome) : newPage(visit, outcome.words);
}

http::Response importHousehold(Visit& visit) {
    const auto* file = visit.sent.file("case");
    if (!file) return newPage(visit, visit.say("households.no-file"));
    if (const auto problem = titleProblem(visit, Required::no); !problem.empty()) return newPage(visit, problem);
    const auto outcome = casework::importCase(visit.office(), visit.actor(), visit.sent.get("title"), file->bytes);
    return outcome.done ? visit.goTo(linkOf(outcome.householdId), outcome) : newPage(visit, outcome.words);
}

http::Response exportHousehold(Visit& visit) {
    return http::download(casework::exportCase(visit.office(), visit.actor(), visit.at("household")), "application/json", "case.json");
}

http::Response showHousehold(Visit& visit) {
    return opening(visit, [&] {
        const auto view = casework::viewHousehold(visit.office(), visit.actor(), visit.at("household"));
        const bool mayKeep = has(visit.actor().role, Permission::keepHousehold);
        Data data{{"name", view.title}, {"link", linkOf(view.id)}, {"groups", factsData(visit, view)}, {"family", familyData(visit, view.facts, "")},
                  {"periods", authorityPeriods(visit, view.facts)}, {"requests", requestsData(view.requests)}, {"no_requests", view.requests.empty()},
                  {"closed", closedData(visit, view)}, {"has_closed", !view.closed.empty()}, {"may_keep", mayKeep}, {"accounts", accountsData(visit)},
                  {"may_assign", visit.actor().role != store::Role::frontDesk}, {"investigation", view.facts.investigationOpen}};
        data["weakenings"] = weakeningsData(visit, view);
        data["may_compare"] = has(visit.actor().role, Permission::seeDocuments);
        data["corrections"] = correctionsData(visit, view.id, view.corrections);
        data["has_corrections"] = !view.corrections.empty();
        data["has_weakenings"] = !view.weakenings.empty();
        auto partners = Data::array();
        for (const auto& name : view.partnerNames) partners.push_back({{"name", name}});
        data["partners"] = partners;
        data["no_partners"] = partners.empty();
        return visit.page("household", {view.title, "households", crumbs(visit, view.title, view.id)}, data);
    });
}

http::Response householdLog(Visit& visit) {
    return opening(visit, [&] {
        const auto household = visit.store().households().loadHousehold(visit.at("household"));
        auto log = Data::array();
        for (const auto& row : casework::auditOfHousehold(visit.office(), visit.actor(), household.id))
            log.push_back({{"at", row.atWords}, {"by", row.byName}, {"role", row.roleWords}, {"words", row.words}, {"person", row.onPersonName}, {"why", whyIn(visit, row)}, {"looking", row.looking}});
        return visit.page("household_log", {visit.say("case.log"), "households", crumbs(visit, household.title, household.id, visit.say("case.log"))}, {{"log", log}, {"name", household.title}});
    });
}

http::Response showHouseholdSettings(Visit& visit) { return settingsPage(visit, ""); }

http::Response saveHouseholdSettings(Visit& visit) {
    if (const auto errors = checkFields(visit, settingsFields(visit)); !errors.empty()) return settingsPage(visit, lineOf(visit, errors), errors);
    casework::HouseholdSettings settings;
    settings.title = visit.sent.get("title");
    settings.investigationOpen = visit.sent.has("investigation");
    const auto first = visit.sent.get("first");
    if (!first.empty()) settings.partnerIds.push_back(first);
    for (const auto& id : visit.sent.all("partner"))
        if (id != first) settings.partnerIds.push_back(id);
    const auto outcome = casework::changeSettings(visit.office(), visit.actor(), visit.at("household"), settings);
    return outcome.done ? visit.goTo(linkOf(visit.at("household")), outcome) : settingsPage(visit, outcome.words);
}

}  // namespace service::web::pages
