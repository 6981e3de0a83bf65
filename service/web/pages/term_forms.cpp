// The forms that stop or lengthen a term, or undo it; each on a page of its own, with what follows from it.
#include <algorithm>
#include <string_view>

#include "service/casework/clocks.h"
#include "service/casework/term_events.h"
#include "service/casework/term_parts.h"
#include "service/casework/term_previews.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"
#include "service/web/pages/terms.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string back(const Visit& visit) { return caseLink(visit.at("request"), "termijnen"); }

constexpr std::string_view previewPart = "/voorbeeld";

struct TermForm {
    std::string name;  // of the texts: terms.NAME, terms.NAME-words, terms.NAME-do
    std::vector<Field> fields;
    Data lines = Data::array();  // what to know before filling it in: {words, basis}
    bool previews = false;       // its letter may be read first
};

http::Response formPage(Visit& visit, const TermForm& form, const Sent& values, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto title = visit.say("terms." + form.name);
    const auto action = visit.request.path.substr(0, visit.request.path.size() - (visit.request.path.ends_with(previewPart) ? previewPart.size() : 0));
    auto frame = caseFrame(visit, view, title);
    frame.status = error.empty() ? 200 : 422;
    return visit.page("term_form", frame,
                      {{"heading", title}, {"reference", view.row.reference}, {"words", visit.say("terms." + form.name + "-words")}, {"lines", form.lines}, {"error", error},
                       {"action", action}, {"preview", form.previews ? action + std::string(previewPart) : ""}, {"back", back(visit)}, {"submit", visit.say("terms." + form.name + "-do")}, {"fields", fieldsData(form.fields, values, errors)}});
}

// Checks what can be said of the form itself, does it, and shows the form again with what is wrong and where.
template <class Act>
http::Response sent(Visit& visit, const TermForm& form, Act&& act) {
    if (const auto errors = checkFields(visit, form.fields); !errors.empty()) return formPage(visit, form, visit.sent, lineOf(visit, errors), errors);
    const casework::FormOutcome outcome = act();
    if (!outcome.done) {
        const Errors errors = outcome.field.empty() ? Errors{} : Errors{{outcome.field, visit.inOurWords(outcome.words)}};
        return formPage(visit, form, visit.sent, visit.inOurWords(outcome.words), errors);
    }
    forgetDraft(visit, visit.request.path);
    return visit.goTo(back(visit), outcome);
}

// The letter itself, or the form again with what is wrong.
template <class Make>
http::Response previewed(Visit& visit, const TermForm& form, Make&& make) {
    if (const auto errors = checkFields(visit, form.fields); !errors.empty()) return formPage(visit, form, visit.sent, lineOf(visit, errors), errors);
    casework::LetterPreview preview = make();
    if (preview.problem.done) return http::download(std::move(preview.file.bytes), preview.file.mediaType, preview.file.fileName);
    const auto words = visit.inOurWords(preview.problem.words);
    return formPage(visit, form, visit.sent, words, preview.problem.field.empty() ? Errors{} : Errors{{preview.problem.field, words}});
}

casework::FormOutcome withoutField(const casework::Outcome& outcome, std::string field) {
    casework::FormOutcome all;
    static_cast<casework::Outcome&>(all) = outcome;
    all.field = std::move(field);
    return all;
}

Sent today(const Visit& visit, const char* field) {
    const auto day = amsterdamDay(visit.site.office.environment.clock.now());
    return Sent(http::Fields{{field, service::requests::toIso(day)}, {"how", "letter"}});
}

casework::Told toldBy(const Visit& visit) { return visit.sent.get("how") == "otherwise" ? casework::Told::otherwise : casework::Told::byLetter; }

Field howField(const Visit& visit, const std::string& name) {
    return {"how", visit.say("terms." + name + "-how"), Input::radios, Required::yes, "", {{"letter", visit.say("terms.by-letter")}, {"otherwise", visit.say("terms.otherwise")}}};
}

// The other parts of the application, all chosen at first; what cannot be is told with why.
void addParts(const Visit& visit, const std::vector<casework::PartOption>& parts, TermForm& form) {
    std::vector<Option> options;
    for (const auto& part : parts) {
        const auto words = part.reference + " · " + visit.inOurWords(part.rightWords) + (part.partnerName.empty() ? "" : " · " + part.partnerName);
        if (part.may) options.emplace_back(part.requestId, words);
        std::string why;
        for (const auto& problem : part.problems) why += " " + (problem.about.empty() ? "" : visit.inOurWords(problem.about) + ": ") + visit.inOurWords(problem.words);
        if (!why.empty()) form.lines.push_back({{"words", visit.say(part.may ? "terms.part-partly" : "terms.part-not", {{"part", part.reference}}) + why}, {"basis", ""}});
    }
    if (!options.empty()) form.fields.push_back({"parts", visit.say("terms.parts"), Input::boxes, Required::no, visit.say("terms.parts-hint"), options});
}

Sent withAllParts(const Sent& values, const TermForm& form) {
    auto fields = values.fields();
    for (const auto& field : form.fields)
        if (field.name == "parts")
            for (const auto& [id, words] : field.options) fields.emplace_back("parts", id);
    return Sent(std::move(fields));
}

TermForm suspendForm(Visit& visit) {
    TermForm form{"suspend", {}};
    form.previews = true;
    std::vector<Option> grounds;
    for (const auto& it : casework::suspensionGrounds(visit.office(), visit.actor(), visit.at("request"))) {
        grounds.emplace_back(it.id, visit.inOurWords(it.words));
        form.lines.push_back({{"words", visit.inOurWords(it.words) + ": " + visit.inOurWords(it.hint)}, {"basis", it.source}});
    }
    form.fields = {{"ground", visit.say("clock.ground"), Input::select, Required::yes, "", withNone(visit.say("field.choose"), grounds)},
                   {"from", visit.say("clock.asked"), Input::date, Required::yes, visit.say("terms.asked-hint"), {}, "off", Day::notAfterToday},
                   howField(visit, "suspend"),
                   {"question", visit.say("terms.question"), Input::area, Required::no, visit.say("terms.question-hint"), {}, "off", Day::any, 1000},
                   {"reason", visit.say("terms.needed"), Input::area, Required::yes, visit.say("terms.needed-hint"), {}, "off", Day::any, 1000},
                   {"documents", visit.say("terms.documents"), Input::text, Required::no, visit.say("terms.documents-hint"), {}, "off", Day::any, 6},
                   {"late_why", visit.say("terms.late-why-field"), Input::area, Required::no, visit.say("terms.late-why-hint"), {}, "off", Day::any, 1000},
                   {"until", visit.say("clock.arrived"), Input::date, Required::no, visit.say("terms.until-hint"), {}, "off", Day::notAfterToday}};
    form.fields = forReader(visit, visit.at("request"), std::move(form.fields), {"question"});
    addParts(visit, casework::partsToSuspend(visit.office(), visit.actor(), visit.at("request")), form);
    return form;
}

TermForm extendForm(Visit& visit) {
    TermForm form{"extend", {{"told_on", visit.say("clock.told-on"), Input::date, Required::yes, visit.say("terms.told-hint"), {}, "off", Day::notAfterToday},
                             howField(visit, "extend"),
                             {"reason", visit.say("case.reason"), Input::area, Required::yes, visit.say("terms.extend-reason-hint"), {}, "off", Day::any, 1000}}};
    form.previews = true;
    const auto terms = casework::viewTerms(visit.office(), visit.actor(), visit.at("request"));
    for (const auto& clock : terms.groups.front().clocks)
        if (clock.id == "decide") form.lines.push_back({{"words", visit.say("terms.tell-before", {{"day", view::dayInWords(clock.end, visit.language())}})}, {"basis", "AVG art. 12 lid 3"}});
    form.lines.push_back({{"words", visit.say("terms.refusal-not-extended")}, {"basis", "AVG art. 12 lid 4"}});
    form.fields = forReader(visit, visit.at("request"), std::move(form.fields), {"reason"});
    addParts(visit, casework::partsToExtend(visit.office(), visit.actor(), visit.at("request")), form);
    return form;
}

TermForm answerForm(Visit& visit) {
    TermForm form{"answer", {{"day", visit.say("clock.arrived"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday},
                       {"answer", visit.say("terms.answer-field"), Input::area, Required::yes, visit.say("terms.answer-hint"), {}, "off", Day::any, 1000}}};
    addParts(visit, casework::partsThatWait(visit.office(), visit.actor(), visit.at("request"), visit.at("suspension")), form);
    return form;
}

TermForm undoForm(const Visit& visit, const char* name) {
    return {name, {{"why", visit.say("terms.undo-why"), Input::area, Required::yes, visit.say("terms.undo-hint"), {}, "off", Day::any, 1000}}};
}

TermForm lateForm(Visit& visit) {
    std::vector<Option> causes;
    for (const auto cause : casework::lateCauses) causes.emplace_back(std::string(cause), visit.say("late.cause-" + std::string(cause)));
    return {explainFormName(casework::viewTerms(visit.office(), visit.actor(), visit.at("request")).late), {{"cause", visit.say("late.cause"), Input::select, Required::no, visit.say("late.cause-hint"), withNone(visit.say("field.choose"), causes)},
                        {"reason", visit.say("case.reason"), Input::area, Required::yes, visit.say("terms.explain-hint"), {}, "off", Day::any, 2000}}};
}

TermForm noticeForm(Visit& visit) {
    std::vector<Option> partners;
    for (const auto& it : casework::viewTerms(visit.office(), visit.actor(), visit.at("request")).late.canBeServed) partners.emplace_back(it.id, it.name);
    return {"record-notice", {{"partner", visit.say("terms.notice-partner"), Input::select, Required::yes, visit.say("terms.notice-partner-hint"), withNone(visit.say("field.choose"), partners)},
                              {"received_on", visit.say("terms.notice-on"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday}}};
}

std::string dayKind(const Visit& visit) { return visit.sent.has("kind") ? visit.sent.get("kind") : visit.query().get("soort"); }

TermForm dayForm(Visit& visit) {
    casework::requireRecorder(visit.actor());
    const auto view = casework::viewTerms(visit.office(), visit.actor(), visit.at("request"));
    const auto kind = dayKind(visit);
    const auto chosen = std::find_if(view.days.choices.begin(), view.days.choices.end(), [&](const auto& it) { return it.kind == kind; });
    if (chosen == view.days.choices.end()) throw casework::Failure(casework::Failure::notFound, "Dat kan nu niet worden vastgelegd.");
    std::vector<Option> partners;
    for (const auto& [id, name] : chosen->partners) partners.emplace_back(id, name);
    TermForm form{"record-" + kind, {{"kind", visit.say("terms.day-kind"), Input::select, Required::yes, "", {{kind, visit.say("terms.day-" + kind)}}},
                                     {"partner", visit.say("terms.day-partner"), Input::select, Required::yes, "", partners},
                                     {"day", visit.say("terms.day-day"), Input::date, Required::yes, visit.say("terms.record-" + kind + "-hint"), {}, "off", Day::notAfterToday}}};
    form.fields.push_back({"reason", visit.say("case.reason"), Input::area, kind == "inform-extended" ? Required::yes : Required::no, "", {}, "off", Day::any, 1000});
    return form;
}

}  // namespace

http::Response showClockDay(Visit& visit) { return formPage(visit, dayForm(visit), today(visit, "day")); }
http::Response recordClockDay(Visit& visit) {
    return sent(visit, dayForm(visit), [&] {
        const auto& it = visit.sent;
        return casework::recordClockDay(visit.office(), visit.actor(), visit.at("request"), {it.get("kind"), it.get("partner"), it.get("day"), it.get("reason")});
    });
}

http::Response showUndoClockDay(Visit& visit) {
    casework::requireRecorder(visit.actor());
    return formPage(visit, undoForm(visit, "undo-day"), Sent{});
}
http::Response undoClockDay(Visit& visit) {
    return sent(visit, undoForm(visit, "undo-day"), [&] { return casework::withdrawClockDay(visit.office(), visit.actor(), visit.at("request"), visit.at("day"), visit.sent.get("why")); });
}

namespace {

casework::SuspensionForm suspensionFrom(const Visit& visit, casework::Told how) {
    const auto& it = visit.sent;
    return {it.get("ground"), it.get("from"), it.get("until"), it.get("documents"), it.get("question"), it.get("reason"), it.get("late_why"), how};
}

}  // namespace

http::Response showSuspend(Visit& visit) {
    const auto form = suspendForm(visit);
    return formPage(visit, form, withAllParts(today(visit, "from"), form));
}
http::Response suspendClock(Visit& visit) {
    return sent(visit, suspendForm(visit), [&] { return casework::suspendParts(visit.office(), visit.actor(), visit.at("request"), suspensionFrom(visit, toldBy(visit)), visit.sent.all("parts")); });
}
http::Response previewSuspension(Visit& visit) {
    return previewed(visit, suspendForm(visit), [&] { return casework::previewSuspension(visit.office(), visit.actor(), visit.at("request"), suspensionFrom(visit, casework::Told::byLetter)); });
}

http::Response showAnswer(Visit& visit) {
    const auto form = answerForm(visit);
    return formPage(visit, form, withAllParts(today(visit, "day"), form));
}
http::Response answerArrived(Visit& visit) {
    return sent(visit, answerForm(visit), [&] {
        return casework::answerArrivedForParts(visit.office(), visit.actor(), visit.at("request"), visit.at("suspension"), visit.sent.get("day"), visit.sent.get("answer"), visit.sent.all("parts"));
    });
}

http::Response showUndoSuspension(Visit& visit) { return formPage(visit, undoForm(visit, "undo-suspension"), Sent{}); }
http::Response undoSuspension(Visit& visit) {
    return sent(visit, undoForm(visit, "undo-suspension"), [&] {
        return withoutField(casework::undoSuspension(visit.office(), visit.actor(), visit.at("request"), visit.at("suspension"), visit.sent.get("why")), "why");
    });
}

http::Response showExtend(Visit& visit) {
    const auto form = extendForm(visit);
    return formPage(visit, form, withAllParts(today(visit, "told_on"), form));
}
http::Response extendClock(Visit& visit) {
    return sent(visit, extendForm(visit), [&] {
        return casework::extendParts(visit.office(), visit.actor(), visit.at("request"), {visit.sent.get("told_on"), visit.sent.get("reason"), toldBy(visit)}, visit.sent.all("parts"));
    });
}

http::Response previewExtension(Visit& visit) {
    return previewed(visit, extendForm(visit), [&] {
        return casework::previewExtension(visit.office(), visit.actor(), visit.at("request"), {visit.sent.get("told_on"), visit.sent.get("reason"), casework::Told::byLetter});
    });
}

http::Response showUndoExtension(Visit& visit) { return formPage(visit, undoForm(visit, "undo-extension"), Sent{}); }
http::Response undoExtension(Visit& visit) {
    return sent(visit, undoForm(visit, "undo-extension"), [&] {
        return withoutField(casework::undoExtension(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("why")), "why");
    });
}

http::Response showLate(Visit& visit) { return formPage(visit, lateForm(visit), Sent{}); }
http::Response explainLateness(Visit& visit) {
    return sent(visit, lateForm(visit), [&] {
        return withoutField(casework::explainLateness(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("reason"), visit.sent.get("cause")), "reason");
    });
}

http::Response showDefaultNotice(Visit& visit) { return formPage(visit, noticeForm(visit), today(visit, "received_on")); }
http::Response recordDefaultNotice(Visit& visit) {
    return sent(visit, noticeForm(visit), [&] {
        return withoutField(casework::recordDefaultNotice(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("partner"), visit.sent.get("received_on")), "received_on");
    });
}

}  // namespace service::web::pages
