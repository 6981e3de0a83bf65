#include "service/web/pages/answer_forms.h"

#include "service/casework/answer_forms.h"
#include "service/casework/worklist.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"
#include "service/web/pages/inline_form.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string formLink(const Visit& visit, const std::string& part = {}) { return caseLink(visit.at("request"), "antwoordvorm" + (part.empty() ? "" : "/" + part)); }
std::string excessiveLink(const Visit& visit) { return caseLink(visit.at("request"), "buitensporig"); }

std::vector<Field> chooseFields(const Visit& visit) {
    std::vector<Option> forms;
    for (const char* form : {"documents", "processing", "inspection"}) forms.emplace_back(form, visit.say(std::string("answer.form-") + form));
    return {{"form", visit.say("answer.form"), Input::radios, Required::yes, "", forms}, {"why", visit.say("answer.why"), Input::area, Required::yes, visit.say("answer.why-hint"), {}, "off", Day::any, 1000}};
}
std::vector<Field> youngFields(const Visit& visit, bool mayGive) {
    std::vector<Option> choices{{"representative", visit.say("answer.young-representative")}};
    if (mayGive) choices.emplace_back("to-child", visit.say("answer.young-to-child"));
    return {{"choice", visit.say("answer.young"), Input::radios, Required::yes, "", choices}, {"why", visit.say("answer.young-why"), Input::area, Required::yes, visit.say("answer.young-why-hint"), {}, "off", Day::any, 1000}};
}
std::vector<Field> planFields(const Visit& visit) {
    return {{"day", visit.say("answer.day"), Input::date, Required::yes}, {"time", visit.say("answer.time"), Input::text, Required::yes, visit.say("answer.time-hint")},
            {"place", visit.say("answer.place"), Input::text, Required::yes, visit.say("answer.place-hint")}};
}
std::vector<Field> heldFields(const Visit& visit) {
    return {{"on", visit.say("answer.held-on"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday}, {"present", visit.say("answer.present"), Input::area, Required::yes, visit.say("answer.present-hint"), {}, "off", Day::any, 1000},
            {"shown", visit.say("answer.shown"), Input::area, Required::yes, visit.say("answer.shown-hint"), {}, "off", Day::any, 2000}};
}
std::vector<Field> cancelFields(const Visit& visit) { return {{"why", visit.say("answer.cancel-why"), Input::text, Required::yes}}; }

Data inspectionsData(const Visit& visit, const casework::AnswerFormView& view, const SentForm& shown) {
    auto list = Data::array();
    for (const auto& it : view.inspections) {
        const auto link = formLink(visit, "afspraken/" + it.id);
        list.push_back({{"day", view::dayInWords(it.day, visit.language())}, {"time", it.time}, {"place", it.place}, {"by", it.plannedByName}, {"open", it.open}, {"cancelled", it.cancelledWhy},
                        {"held_on", it.heldOn.empty() ? "" : view::dayInWords(it.heldOn, visit.language())}, {"present", it.present}, {"shown", it.shown}, {"recorded_by", it.recordedByName}, {"letter", link + "/brief.pdf"},
                        {"held", it.open && view.mayHold ? inlineForm(visit, shown, link + "/gehouden", heldFields(visit), "h-") : Data(false)}, {"not_yet", it.open && !view.mayHold},
                        {"cancel", it.open ? inlineForm(visit, shown, link + "/afgezegd", cancelFields(visit), "c-") : Data(false)}});
    }
    return list;
}

Data youngData(const Visit& visit, const casework::AnswerFormView& view, const SentForm& shown) {
    if (!view.young) return false;
    const auto& it = *view.young;
    return {{"choice_words", it.choice.empty() ? "" : visit.say("answer.young-" + it.choice)}, {"young_why", it.why}, {"young_by", it.byName},
            {"form", it.mayChoose ? inlineForm(visit, shown, formLink(visit, "jong"), youngFields(visit, it.mayGive), "y-") : Data(false)}};
}

http::Response page(Visit& visit, const SentForm& shown) {
    const auto view = casework::viewAnswerForm(visit.office(), visit.actor(), visit.at("request"));
    const auto row = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    auto data = caseHead(visit, row, "");
    data["form_words"] = visit.say("answer.form-" + view.form), data["why"] = view.why, data["chosen_by"] = view.chosenByName;
    data["choose"] = view.mayChoose ? inlineForm(visit, shown, formLink(visit), chooseFields(visit), "f-") : Data(false);
    data["young"] = youngData(visit, view, shown);
    data["finish"] = view.mayFinish ? formLink(visit, "afronden") : "";
    data["is_inspection"] = view.form == "inspection";
    data["plan"] = view.mayPlan ? inlineForm(visit, shown, formLink(visit, "afspraken"), planFields(visit), "p-") : Data(false);
    data["inspections"] = inspectionsData(visit, view, shown);
    data["without_register"] = Data::array();
    for (const auto& it : view.withoutRegister)
        data["without_register"].push_back({{"name", it.name}, {"link", has(visit.actor().role, Permission::administer) ? "/beheer/partners/" + it.id + "/register" : ""}});
    data["has_without_register"] = !view.withoutRegister.empty();
    data["excessive_link"] = excessiveLink(visit);
    auto frame = caseFrame(visit, row, visit.say("answer.title"));
    frame.status = shown.where.empty() ? 200 : 422;
    return visit.page("answer_form", frame, data);
}

template <class Act>
http::Response sentForm(Visit& visit, const std::vector<Field>& fields, Act&& act) {
    if (const auto errors = checkFields(visit, fields); !errors.empty()) return page(visit, {visit.request.path, lineOf(visit, errors), errors});
    const casework::FormOutcome outcome = act();
    if (outcome.done) return visit.goTo(formLink(visit), outcome);
    const auto words = visit.inOurWords(outcome.words);
    return page(visit, {visit.request.path, words, outcome.field.empty() ? Errors{} : Errors{{outcome.field, words}}});
}

std::vector<Field> claimFields(const Visit& visit) {
    return {{"kind", visit.say("answer.claim-kind"), Input::radios, Required::yes, "", {{"repeated", visit.say("answer.claim-repeated")}, {"unfounded", visit.say("answer.claim-unfounded")}}},
            {"why", visit.say("answer.claim-why"), Input::area, Required::yes, visit.say("answer.claim-why-hint"), {}, "off", Day::any, 4000},
            {"earlier", visit.say("answer.claim-earlier"), Input::area, Required::no, visit.say("answer.claim-earlier-hint"), {}, "off", Day::any, 2000},
            {"offered", visit.say("answer.claim-offered"), Input::area, Required::yes, visit.say("answer.claim-offered-hint"), {}, "off", Day::any, 2000}};
}

http::Response claimPage(Visit& visit, const std::string& error, const Errors& errors) {
    const auto view = casework::viewAnswerForm(visit.office(), visit.actor(), visit.at("request"));
    const auto row = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    Data data{{"heading", visit.say("answer.claim")}, {"reference", view.reference}, {"error", error}, {"action", excessiveLink(visit)}, {"back", caseLink(view.requestId)},
              {"fields", view.mayClaim ? fieldsData(forReader(visit, view.requestId, claimFields(visit), {"why", "earlier", "offered"}), visit.sent, errors) : Data::array()}, {"may_claim", view.mayClaim}, {"claim", false}};
    if (const auto& it = view.excessive)
        data["claim"] = {{"kind", visit.say("answer.claim-" + it->kind)}, {"why", it->why}, {"earlier", it->earlier}, {"offered", it->offered}, {"by", it->proposedByName}, {"confirmed_by", it->confirmedByName},
                         {"open", !it->confirmed}, {"may_confirm", it->mayConfirm}, {"confirm", excessiveLink(visit) + "/bevestigen"}, {"reject", excessiveLink(visit) + "/afwijzen"}};
    auto frame = caseFrame(visit, row, visit.say("answer.claim"));
    frame.status = error.empty() ? 200 : 422;
    return visit.page("excessive", frame, data);
}

}  // namespace

http::Response answerFormPage(Visit& visit) { return page(visit, {}); }

http::Response chooseAnswerForm(Visit& visit) {
    return sentForm(visit, chooseFields(visit), [&] { return casework::chooseForm(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("form"), visit.sent.get("why")); });
}

http::Response answerYoungRequester(Visit& visit) {
    return sentForm(visit, youngFields(visit, true), [&] { return casework::answerYoung(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("choice"), visit.sent.get("why")); });
}

http::Response finishProcessing(Visit& visit) {
    const auto outcome = casework::finishProcessing(visit.office(), visit.actor(), visit.at("request"));
    return visit.goTo(outcome.done ? caseLink(visit.at("request"), "verstrekking") : formLink(visit), outcome);
}

http::Response planInspection(Visit& visit) {
    return sentForm(visit, planFields(visit), [&] {
        return casework::planInspection(visit.office(), visit.actor(), visit.at("request"), {visit.sent.get("day"), visit.sent.get("time"), visit.sent.get("place")});
    });
}

http::Response holdInspection(Visit& visit) {
    return sentForm(visit, heldFields(visit), [&] {
        return casework::holdInspection(visit.office(), visit.actor(), visit.at("request"), visit.at("inspection"), {visit.sent.get("on"), visit.sent.get("present"), visit.sent.get("shown")});
    });
}

http::Response cancelInspection(Visit& visit) {
    return sentForm(visit, cancelFields(visit), [&] { return casework::cancelInspection(visit.office(), visit.actor(), visit.at("request"), visit.at("inspection"), visit.sent.get("why")); });
}

http::Response inspectionLetter(Visit& visit) {
    auto file = casework::inspectionLetter(visit.office(), visit.actor(), visit.at("request"), visit.at("inspection"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

http::Response excessivePage(Visit& visit) { return claimPage(visit, "", {}); }

http::Response proposeExcessive(Visit& visit) {
    if (const auto errors = checkFields(visit, claimFields(visit)); !errors.empty()) return claimPage(visit, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    const auto outcome = casework::proposeExcessive(visit.office(), visit.actor(), visit.at("request"), {it.get("kind"), it.get("why"), it.get("earlier"), it.get("offered")});
    if (outcome.done) return visit.goTo(excessiveLink(visit), outcome);
    Errors errors;
    for (const auto& lack : outcome.lacks) errors.emplace_back(lack.field, visit.say("items.lack-" + lack.code));
    return claimPage(visit, visit.inOurWords(outcome.words), errors);
}

http::Response confirmExcessive(Visit& visit) {
    const auto outcome = casework::confirmExcessive(visit.office(), visit.actor(), visit.at("request"));
    return visit.goTo(outcome.done ? caseLink(visit.at("request")) : excessiveLink(visit), outcome);
}

http::Response rejectExcessive(Visit& visit) {
    return visit.goTo(excessiveLink(visit), casework::rejectExcessive(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("why")));
}

}  // namespace service::web::pages
