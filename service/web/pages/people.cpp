#include "service/web/pages/people.h"

#include "service/casework/child_view.h"
#include "service/casework/passing_days.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

Data turnsData(const Visit& visit, const casework::TurnsView& view, const std::string& requestId) {
    auto turns = Data::array(), stops = Data::array();
    for (const auto& it : view.turns) turns.push_back({{"person", it.personName}, {"words", visit.inOurWords(it.words)}});
    for (const auto& it : view.stops)
        stops.push_back({{"person", it.personName}, {"stop_title", visit.inOurWords(it.title)}, {"next_words", visit.inOurWords(it.next)}, {"basis", it.source}, {"settled", it.settledHow.empty() ? "" : visit.say("turns.settled-" + it.settledHow)},
                         {"settled_why", it.settledWhy}, {"settled_by", it.settledByName}, {"settled_at", visit.inOurWords(it.settledAtWords)}, {"stands", it.settledHow.empty()},
                         {"may_settle", view.maySettle && it.settledHow.empty()}, {"stop_id", it.id},
                         {"settle_link", caseLink(requestId, "stops/" + it.id + "/eigen-gegevens")}});
    return {{"turns", turns}, {"stops", stops}, {"has_turns", !turns.empty()}, {"stands", view.stands}, {"any_people", !turns.empty() || !stops.empty()}};
}

Data viewData(const Visit& visit, const casework::ChildViewRow& it) {
    return {{"asked", it.askedWords}, {"why_not", it.why}, {"answer", it.answer}, {"weighed", it.weighed}, {"on", view::dayInWords(it.on, visit.language())}, {"by", it.byName}, {"at", it.atWords}};
}

Data childData(const Visit& visit, const casework::ChildToHear& child, const std::string& requestId) {
    auto views = Data::array();
    for (const auto& it : child.views) {
        views.push_back(viewData(visit, it));
        views.back()["asked"] = visit.inOurWords(it.askedWords);
    }
    std::string partners;
    for (const auto& name : child.requiredBy) partners += (partners.empty() ? "" : ", ") + name;
    return {{"name", child.name}, {"age", std::to_string(child.age)}, {"required", child.required}, {"partners", partners}, {"unknown", child.views.empty()}, {"views", views},
            {"blocks_now", child.required && child.views.empty()}, {"link", caseLink(requestId, "mening/" + child.id)}};
}

std::string back(const Visit& visit) { return caseLink(visit.at("request")); }

std::vector<Field> childFields(const Visit& visit) {
    std::vector<Option> asked;
    for (const char* code : {"asked", "not-safe", "not-able", "no-answer"}) asked.emplace_back(code, visit.inOurWords(casework::askedWords(code)));
    return {{"asked", visit.say("child.asked"), Input::radios, Required::yes, "", asked},
            {"why", visit.say("child.why"), Input::area, Required::no, visit.say("child.why-hint"), {}, "off", Day::any, 1000},
            {"answer", visit.say("child.answer"), Input::area, Required::no, visit.say("child.answer-hint"), {}, "off", Day::any, 2000},
            {"weighed", visit.say("child.weighed"), Input::area, Required::no, visit.say("child.weighed-hint"), {}, "off", Day::any, 2000},
            {"on", visit.say("child.on"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday}};
}

http::Response childPage(Visit& visit, const Sent& values, const std::string& error = "", const Errors& errors = {}) {
    const auto children = casework::childrenToHear(visit.office(), visit.actor(), visit.at("request"));
    for (const auto& child : children) {
        if (child.id != visit.at("child")) continue;
        const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
        auto frame = caseFrame(visit, view, visit.say("child.title"));
        frame.status = error.empty() ? 200 : 422;
        auto data = childData(visit, child, visit.at("request"));
        data["error"] = error, data["reference"] = view.row.reference, data["action"] = visit.request.path, data["back"] = back(visit);
        data["fields"] = fieldsData(childFields(visit), values, errors);
        return visit.page("child_view", frame, data);
    }
    throw casework::Failure(casework::Failure::notFound, "Dit kind hoeft hier niet te worden gehoord.");
}

}  // namespace

void addPeople(Visit& visit, const casework::CaseView& view, Data& data) {
    const auto& requestId = view.row.requestId;
    data["people"] = turnsData(visit, casework::turnsOf(visit.office(), visit.actor(), visit.store().requests().load(requestId)), requestId);
    data["children"] = Data::array();
    if (has(visit.actor().role, Permission::seeDocuments))
        for (const auto& child : casework::childrenToHear(visit.office(), visit.actor(), requestId)) data["children"].push_back(childData(visit, child, requestId));
    data["has_children"] = !data["children"].empty();
}

http::Response goOnWithOwnData(Visit& visit) {
    return visit.goTo(back(visit), casework::goOnWithOwnData(visit.office(), visit.actor(), visit.at("request"), visit.at("stop"), visit.sent.get("why")));
}

http::Response showChildView(Visit& visit) {
    const auto day = amsterdamDay(visit.site.office.environment.clock.now());
    return childPage(visit, Sent(http::Fields{{"on", redaction::household::toIso(day)}}));
}

http::Response recordChildView(Visit& visit) {
    if (const auto errors = checkFields(visit, childFields(visit)); !errors.empty()) return childPage(visit, visit.sent, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    const auto outcome = casework::recordChildView(visit.office(), visit.actor(), visit.at("request"), visit.at("child"), {it.get("asked"), it.get("why"), it.get("on"), it.get("answer"), it.get("weighed")});
    if (!outcome.done) return childPage(visit, visit.sent, visit.inOurWords(outcome.words), {{outcome.field, visit.inOurWords(outcome.words)}});
    forgetDraft(visit, visit.request.path);
    return visit.goTo(back(visit), outcome);
}

}  // namespace service::web::pages
