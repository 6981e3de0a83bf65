#include "service/web/pages/remedies.h"

#include "service/casework/partner_wall.h"
#include "service/casework/remedies.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/applications.h"
#include "service/web/pages/case_data.h"

namespace service::web::pages {

namespace {

std::string remedyLink(std::string_view id) { return "/na-de-beslissing/" + std::string(id); }

std::vector<Option> optionsOf(const Visit& visit, const std::vector<std::pair<std::string, std::string>>& table) {
    std::vector<Option> options;
    for (const auto& [code, words] : table) options.emplace_back(code, visit.inOurWords(words));
    return options;
}

std::vector<Option> partnerOptions(const Visit& visit) {
    std::vector<Option> options;
    const auto untold = casework::untoldPartners(visit.site.office, visit.actor());
    for (const auto& it : visit.site.office.store.partners().all())
        if (it.active && untold.count(it.id) == 0) options.emplace_back(it.id, it.name);
    return options;
}

std::vector<Field> newFields(const Visit& visit, const casework::CaseView& view) {
    std::vector<Option> deciding;
    for (const auto& it : view.decisions) deciding.emplace_back(it.partnerId, it.partnerName);
    std::vector<Field> fields{{"kind", visit.say("remedy.kind"), Input::select, Required::yes, "", withNone(visit.say("field.choose"), optionsOf(visit, casework::remedyKinds()))}};
    if (deciding.size() > 1) fields.push_back({"partner", visit.say("remedy.partner"), Input::select, Required::yes, "", withNone(visit.say("field.choose"), deciding)});
    fields.push_back({"received_on", visit.say("remedy.received"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday});
    fields.push_back({"letter_received_on", visit.say("remedy.letter-received"), Input::date, Required::no, visit.say("remedy.letter-received-hint"), {}, "off", Day::notAfterToday});
    fields.push_back({"reference", visit.say("remedy.reference"), Input::text, Required::no, "", {}, "off", Day::any, 100});
    fields.push_back({"about", visit.say("remedy.about"), Input::area, Required::yes, "", {}, "off", Day::any, 1000});
    fields.push_back({"also", visit.say("remedy.also"), Input::boxes, Required::no, visit.say("remedy.also-hint"), partnerOptions(visit)});
    return fields;
}

Data rowData(const casework::RemedyView& it) {
    return {{"words", it.kindWords}, {"partner", it.partnerName}, {"received", it.receivedWords}, {"link", remedyLink(it.id)}, {"verdict", it.verdictWords}, {"outcome", it.outcomeWords},
            {"due", it.dueWords}, {"late", it.late}};
}

http::Response listPage(Visit& visit, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    auto rows = Data::array();
    for (const auto& it : casework::remediesOfRequest(visit.office(), visit.actor(), view.row.requestId)) rows.push_back(rowData(it));
    const auto title = visit.say("remedy.title");
    auto frame = caseFrame(visit, view, title);
    frame.status = error.empty() ? 200 : 422;
    return visit.page("remedies", frame,
                      {{"heading", title}, {"reference", view.row.reference}, {"rows", rows}, {"none", rows.empty()}, {"error", error}, {"action", caseLink(view.row.requestId, "na-de-beslissing")},
                       {"back", caseLink(view.row.requestId)}, {"fields", fieldsData(newFields(visit, view), visit.sent, errors)}});
}

std::vector<Field> stepFields(const Visit& visit, const casework::RemedyView& view) {
    if (!view.mayLead)
        return {{"kind", visit.say("breach.step"), Input::select, Required::yes, visit.say("remedy.note-only"), optionsOf(visit, {casework::remedySteps().back()})},
                {"day", visit.say("breach.day"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday},
                {"words", visit.say("breach.words"), Input::area, Required::yes, "", {}, "off", Day::any, 2000}};
    return {{"kind", visit.say("breach.step"), Input::select, Required::yes, "", withNone(visit.say("field.choose"), optionsOf(visit, casework::remedySteps()))},
            {"coordinator", visit.say("remedy.coordinator"), Input::select, Required::no, visit.say("remedy.coordinator-hint"), withNone(visit.say("breach.about-none"), view.partners)},
            {"term", visit.say("remedy.term"), Input::date, Required::no, visit.say("remedy.term-hint")},
            {"outcome", visit.say("remedy.outcome"), Input::select, Required::no, "", withNone(visit.say("breach.about-none"), optionsOf(visit, casework::remedyOutcomes()))},
            {"day", visit.say("breach.day"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday},
            {"words", visit.say("breach.words"), Input::area, Required::yes, "", {}, "off", Day::any, 2000}};
}

std::vector<Field> reopenFields(const Visit& visit) {
    return {{"why", visit.say("case.reason"), Input::area, Required::yes, visit.say("remedy.reopen-hint"), {}, "off", Day::any, 1000}};
}

Data termsOf(const casework::RemedyView& view) {
    auto terms = Data::array();
    for (const auto& it : view.terms) {
        auto steps = Data::array();
        for (const auto& step : it.steps) steps.push_back({{"words", step.words}, {"basis", step.basis}});
        terms.push_back({{"title", it.title}, {"end", it.endWords}, {"source", it.source}, {"steps", steps}});
    }
    return terms;
}

Data eventsOf(const casework::RemedyView& view) {
    auto events = Data::array();
    for (const auto& it : view.events) events.push_back({{"words", it.words}, {"at", it.onWords}, {"by", it.byName}, {"text", it.text}});
    return events;
}

http::Response onePage(Visit& visit, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewRemedy(visit.office(), visit.actor(), visit.at("remedy"));
    auto crumbs = caseCrumbs(visit, view.requestReference, view.requestId, view.kindWords);
    if (!view.caseOpens) crumbs.at(1).link.clear();
    PageFrame frame{view.kindWords + " · " + view.requestReference, "worklist", crumbs, error.empty() ? 200 : 422};
    auto partners = Data::array();
    for (const auto& [id, name] : view.partners) partners.push_back({{"words", name}});
    const auto events = eventsOf(view);
    auto data = rowData(view);
    data.update({{"heading", view.kindWords}, {"reference", view.requestReference}, {"case_link", view.caseOpens ? caseLink(view.requestId) : ""}, {"closed_words", view.caseOpens ? "" : visit.say(view.mayLead ? "remedy.you-coordinate" : "remedy.concerns-you")}, {"about", view.about}, {"their_reference", view.theirReference},
                 {"coordinator", view.coordinatorName}, {"partners", partners}, {"terms", termsOf(view)}, {"events", events}, {"has_events", !events.empty()}, {"over", view.over},
                 {"unsure", view.verdict == "unsure"}, {"is_late", view.verdict == "late"}, {"error", error}, {"action", remedyLink(view.id)},
                 {"fields", fieldsData(stepFields(visit, view), visit.sent, errors)},
                 {"reopen", view.mayReopen ? Data{{"action", remedyLink(view.id) + "/opnieuw"}, {"fields", fieldsData(reopenFields(visit), Sent{}, {}, "reopen-")}} : Data(false)}});
    return visit.page("remedy", frame, data);
}

std::string valueOf(const Visit& visit) {
    const auto kind = visit.sent.get("kind");
    return kind == "coordinator" || kind == "term" || kind == "outcome" ? visit.sent.get(kind) : std::string();
}

}  // namespace

http::Response showRemedies(Visit& visit) { return listPage(visit); }

http::Response recordRemedy(Visit& visit) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    if (const auto errors = checkFields(visit, newFields(visit, view)); !errors.empty()) return listPage(visit, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    const auto outcome = casework::recordRemedy(visit.office(), visit.actor(), view.row.requestId,
                                                {it.get("kind"), it.get("received_on"), it.get("letter_received_on"), it.get("reference"), it.get("about"), it.get("partner"), it.all("also")});
    if (!outcome.done) return listPage(visit, visit.inOurWords(outcome.words));
    return http::redirect(remedyLink(outcome.remedyId));
}

http::Response remedyPage(Visit& visit) { return onePage(visit); }

http::Response addRemedyStep(Visit& visit) {
    const auto view = casework::viewRemedy(visit.office(), visit.actor(), visit.at("remedy"));
    if (const auto errors = checkFields(visit, stepFields(visit, view)); !errors.empty()) return onePage(visit, lineOf(visit, errors), errors);
    const auto outcome = casework::addRemedyStep(visit.office(), visit.actor(), view.id, {visit.sent.get("kind"), valueOf(visit), visit.sent.get("day"), visit.sent.get("words")});
    if (!outcome.done) return onePage(visit, visit.inOurWords(outcome.words));
    return http::redirect(remedyLink(view.id));
}

http::Response reopenPart(Visit& visit) {
    const auto outcome = casework::reopenPart(visit.office(), visit.actor(), visit.at("remedy"), visit.sent.get("why"));
    if (!outcome.done) return onePage(visit, visit.inOurWords(outcome.words));
    return visit.goTo(caseLink(outcome.newRequestId), outcome);
}

}  // namespace service::web::pages
