#include "service/web/pages/breaches.h"

#include "service/casework/breach_letters.h"
#include "service/casework/breach_words.h"
#include "service/casework/breaches.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"

namespace service::web::pages {

namespace {

std::string breachLink(std::string_view id) { return "/datalekken/" + std::string(id); }

std::vector<Field> newFields(const Visit& visit) {
    return {{"known_day", visit.say("breach.known-day"), Input::date, Required::yes, visit.say("breach.known-hint"), {}, "off", Day::notAfterToday},
            {"known_time", visit.say("breach.known-time"), Input::text, Required::yes, visit.say("breach.time-hint"), {}, "off", Day::any, 5},
            {"known_how", visit.say("breach.known-how"), Input::area, Required::yes, "", {}, "off", Day::any, 1000},
            {"what", visit.say("breach.what"), Input::area, Required::yes, visit.say("breach.what-hint"), {}, "off", Day::any, 2000}};
}

http::Response newPage(Visit& visit, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto title = visit.say("breach.new");
    auto frame = caseFrame(visit, view, title);
    frame.status = error.empty() ? 200 : 422;
    auto lines = Data::array();
    lines.push_back({{"words", visit.say("breach.line-partners")}, {"basis", "Privacyprotocol art. 8.6"}});
    lines.push_back({{"words", visit.say("breach.line-authority")}, {"basis", "AVG art. 33 lid 1"}});
    return visit.page("term_form", frame,
                      {{"heading", title}, {"reference", view.row.reference}, {"words", visit.say("breach.new-words")}, {"lines", lines}, {"error", error},
                       {"action", caseLink(view.row.requestId, "datalek")}, {"back", caseLink(view.row.requestId, "verstrekking")}, {"submit", visit.say("breach.record")},
                       {"fields", fieldsData(newFields(visit), visit.sent, errors)}});
}

// Which partner or person or risk a step is about, in one list: "partner:vt", "persoon:moeder", "risico:high".
std::vector<Option> aboutOptions(const Visit& visit, const casework::BreachView& view) {
    std::vector<Option> options{{"", visit.say("breach.about-none")}};
    for (const auto& it : view.partners) options.emplace_back("partner:" + it.id, it.name);
    for (const auto& [id, name] : view.persons) options.emplace_back("person:" + id, name);
    for (const auto& [code, words] : casework::breachRisks()) options.emplace_back("risk:" + code, visit.inOurWords(words));
    return options;
}

std::vector<Field> stepFields(const Visit& visit, const casework::BreachView& view) {
    std::vector<Option> steps;
    for (const auto& [code, words] : casework::breachSteps()) steps.emplace_back(code, visit.inOurWords(words));
    return {{"kind", visit.say("breach.step"), Input::select, Required::yes, "", withNone(visit.say("field.choose"), steps)},
            {"about", visit.say("breach.about"), Input::select, Required::no, visit.say("breach.about-hint"), aboutOptions(visit, view)},
            {"day", visit.say("breach.day"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday},
            {"time", visit.say("breach.time"), Input::text, Required::yes, visit.say("breach.time-hint"), {}, "off", Day::any, 5},
            {"words", visit.say("breach.words"), Input::area, Required::yes, visit.say("breach.words-hint"), {}, "off", Day::any, 2000}};
}

Data clocksOf(const casework::BreachView& view) {
    auto rows = Data::array();
    for (const auto& it : view.clocks) {
        auto steps = Data::array();
        for (const auto& [words, source] : it.steps) steps.push_back({{"words", words}, {"basis", source}});
        rows.push_back({{"title", it.title}, {"steps", steps}, {"source", it.source}, {"end", it.endWords}, {"left", it.leftWords}, {"done_at", it.doneWords}, {"done", it.done}, {"late", it.late}});
    }
    return rows;
}

Data itemsOf(const Visit& visit, const casework::BreachView& view) {
    auto rows = Data::array();
    for (const auto& it : view.items)
        rows.push_back({{"file", it.file}, {"title", it.title}, {"partner", it.partnerName}, {"outcome", it.outcomeWords}, {"pages", it.pages}, {"sent_to", sentToIn(visit, it.sentTo)}});
    return rows;
}

Data courseOf(const casework::BreachView& view) {
    auto rows = Data::array();
    for (const auto& it : view.events) rows.push_back({{"words", it.words}, {"at", it.atWords}, {"by", it.byName}, {"text", it.text}});
    return rows;
}

Data partnersOf(const casework::BreachView& view) {
    auto rows = Data::array();
    for (const auto& it : view.partners) rows.push_back({{"name", it.name}, {"told", it.toldWords}});
    return rows;
}

Data lettersOf(Visit& visit, const casework::BreachView& view) {
    auto rows = Data::array();
    for (const auto& it : casework::breachLetters(visit.office(), view)) {
        const auto link = breachLink(view.id) + "/brieven/" + it.to;
        rows.push_back({{"name", it.name}, {"made", it.made}, {"link", link}, {"pdf", it.made ? link + "/brief.pdf" : ""}, {"why_not", visit.inOurWords(it.whyNot)}});
    }
    return rows;
}

std::vector<Field> letterFields(const Visit& visit, const casework::BreachLetterView& view) {
    std::vector<Field> fields;
    const auto warning = childReads(visit, view.childReads);
    const bool authority = view.to == casework::toAuthority;
    for (const auto& name : view.fields) {
        const bool needed = name != "address" && name != "advice" && name != "delay";
        fields.push_back({name, visit.say("breach-letter." + name), Input::area, needed ? Required::yes : Required::no, visit.say("breach-letter." + name + "-hint"), {}, "off", Day::any, 4000});
        if (name != "address" && !warning.empty()) fields.back().hint += " " + warning;
    }
    if (!authority) fields.push_back({"language", visit.say("breach-letter.language"), Input::select, Required::yes, "", {{"nl", visit.say("breach-letter.dutch")}, {"en", visit.say("breach-letter.english")}}});
    return fields;
}

http::Response letterPage(Visit& visit, const Sent* typed = nullptr, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::breachLetterView(visit.office(), visit.actor(), visit.at("breach"), visit.at("to"));
    http::Fields now;
    for (const auto& [name, text] : view.texts) now.emplace_back(name, text);
    now.emplace_back("language", view.language);
    const auto title = visit.say("breach-letter.title") + " " + view.toName;
    PageFrame frame{title, "worklist", caseCrumbs(visit, view.requestReference, view.requestId, title), error.empty() ? 200 : 422};
    auto lines = Data::array();
    lines.push_back({{"words", visit.say(view.to == casework::toAuthority ? "breach-letter.line-authority" : "breach-letter.line-person")}, {"basis", view.to == casework::toAuthority ? "AVG art. 33 lid 3" : "AVG art. 34 lid 2"}});
    if (!view.fromRegion.empty()) lines.push_back({{"words", visit.say("breach-letter.from-region", {{"region", view.fromRegion}})}, {"basis", "UAVG art. 41 lid 1 onder i"}});
    return visit.page("term_form", frame,
                      {{"heading", title}, {"reference", view.reference}, {"words", visit.say("breach-letter.words")}, {"lines", lines}, {"error", error}, {"action", breachLink(view.breachId) + "/brieven/" + view.to},
                       {"back", breachLink(view.breachId)}, {"submit", visit.say("breach-letter.do")}, {"fields", fieldsData(letterFields(visit, view), typed ? *typed : Sent(now), errors)}});
}

http::Response stepPage(Visit& visit, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewBreach(visit.office(), visit.actor(), visit.at("breach"));
    PageFrame frame{view.reference, "worklist", caseCrumbs(visit, view.requestReference, view.requestId, view.reference), error.empty() ? 200 : 422};
    const auto course = courseOf(view);
    return visit.page("breach", frame,
                      {{"reference", view.reference}, {"requester", view.requesterName}, {"case_link", caseLink(view.requestId)}, {"case_reference", view.requestReference},
                       {"happened", view.happenedWords}, {"known", view.knownWords}, {"known_how", view.knownHow}, {"what", view.what}, {"risk", view.riskWords}, {"sent_to", sentToIn(visit, view.sentTo)},
                       {"clocks", clocksOf(view)}, {"letters", lettersOf(visit, view)}, {"items", itemsOf(visit, view)}, {"partners", partnersOf(view)}, {"course", course}, {"has_course", !course.empty()},
                       {"lacking", linesData(view.lacking)}, {"has_lacking", !view.lacking.empty()}, {"closed", view.closed}, {"error", error}, {"action", breachLink(view.id)},
                       {"form", view.closed ? Data(false) : Data{{"fields", fieldsData(stepFields(visit, view), visit.sent, errors)}}}});
}

}  // namespace

http::Response showNewBreach(Visit& visit) { return newPage(visit); }

http::Response recordBreach(Visit& visit) {
    if (const auto errors = checkFields(visit, newFields(visit)); !errors.empty()) return newPage(visit, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    const auto outcome = casework::recordBreach(visit.office(), visit.actor(), visit.at("request"), {{it.get("known_day"), it.get("known_time")}, it.get("known_how"), it.get("what")});
    if (!outcome.done) return newPage(visit, visit.inOurWords(outcome.words));
    forgetDraft(visit, caseLink(visit.at("request"), "datalek"));
    return http::redirect(breachLink(outcome.breachId));
}

http::Response showBreachLetter(Visit& visit) { return letterPage(visit); }

http::Response makeBreachLetter(Visit& visit) {
    const auto view = casework::breachLetterView(visit.office(), visit.actor(), visit.at("breach"), visit.at("to"));
    if (const auto errors = checkFields(visit, letterFields(visit, view)); !errors.empty()) return letterPage(visit, &visit.sent, lineOf(visit, errors), errors);
    casework::BreachTexts texts;
    for (const auto& name : view.fields) texts[name] = visit.sent.raw(name);
    const auto outcome = casework::makeBreachLetter(visit.office(), visit.actor(), view.breachId, view.to, visit.sent.get("language"), texts);
    if (!outcome.done) return letterPage(visit, &visit.sent, visit.inOurWords(outcome.words), {{outcome.field, visit.inOurWords(outcome.words)}});
    forgetDraft(visit, breachLink(view.breachId) + "/brieven/" + view.to);
    return visit.goTo(breachLink(view.breachId), outcome);
}

http::Response breachLetter(Visit& visit) {
    auto file = casework::breachLetter(visit.office(), visit.actor(), visit.at("breach"), visit.at("to"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

http::Response breachPage(Visit& visit) { return stepPage(visit); }

http::Response addBreachStep(Visit& visit) {
    const auto view = casework::viewBreach(visit.office(), visit.actor(), visit.at("breach"));
    if (const auto errors = checkFields(visit, stepFields(visit, view)); !errors.empty()) return stepPage(visit, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    const auto about = it.get("about");
    const auto outcome = casework::addBreachStep(visit.office(), visit.actor(), view.id,
                                                 {it.get("kind"), about.substr(about.find(':') == about.npos ? about.size() : about.find(':') + 1), {it.get("day"), it.get("time")}, it.get("words")});
    if (!outcome.done) return stepPage(visit, visit.inOurWords(outcome.words));
    return http::redirect(breachLink(view.id));
}

}  // namespace service::web::pages
