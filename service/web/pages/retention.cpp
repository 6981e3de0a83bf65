#include "service/casework/retention.h"

#include <charconv>

#include "service/casework/retention_rules.h"
#include "service/casework/words.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/overview.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string dayIn(const Visit& visit, const std::string& iso) { return iso.empty() ? "" : view::dayInWords(iso, visit.language()); }

Data plannedData(Visit& visit, const casework::RetentionRegister& all) {
    auto rows = Data::array();
    const bool mayOpen = has(visit.actor().role, Permission::seeWork);
    for (const auto& it : all.planned)
        rows.push_back({{"reference", it.reference}, {"link", mayOpen ? caseLink(it.requestId, "bewaren") : ""}, {"right", casework::rightName(it.right)}, {"on", dayIn(visit, it.on)},
                        {"rule", visit.say("retention.rule-" + it.rule)}, {"holds", linesData(it.holds)}, {"steps", stepsData(it.steps)},
                        {"postponed", it.postponed ? visit.say("retention.times", {{"count", static_cast<long>(it.postponed)}}) : ""}});
    return rows;
}

// Tables of the store, told in the words of the office; what has none is counted together.
const std::pair<const char*, const char*> goneWords[] = {{"fragment", "documents"}, {"page_image", "pages"}, {"blob", "files"}, {"request_key", "keys"}, {"proposal", "proposals"},
                                                         {"ruling", "rulings"}, {"letter", "letters"}, {"partner_letter", "letters"}, {"household_fact", "facts"}};

Data goneData(const Visit& visit, const casework::CertificateRow& row) {
    std::map<std::string, std::size_t> counts;
    for (const auto& it : row.gone) {
        std::string words = "other";
        for (const auto& [table, name] : goneWords)
            if (it.table == table) words = name;
        counts[words] += it.count;
    }
    auto list = Data::array();
    for (const auto& [name, count] : counts) list.push_back({{"words", visit.say("retention.gone-" + name, {{"count", static_cast<long>(count)}})}});
    return list;
}

Data keptData(const Visit& visit, const casework::CertificateRow& row) {
    auto list = Data::array();
    for (const auto& it : row.kept)
        list.push_back({{"link", "/vernietiging/" + row.requestId + "/" + it.id}, {"words", visit.say("retention.kept-" + it.kind)}, {"name", it.name}, {"until", dayIn(visit, it.until)}});
    return list;
}

Data doneData(Visit& visit, const casework::RetentionRegister& all) {
    auto rows = Data::array();
    for (const auto& it : all.done)
        rows.push_back({{"reference", it.reference}, {"planned", dayIn(visit, it.plannedFor)}, {"rule", visit.say("retention.rule-" + it.rule)}, {"because", it.because}, {"by", it.plannedBy},
                        {"done", it.doneWords}, {"busy", it.doneWords.empty()}, {"gone", goneData(visit, it)}, {"kept", keptData(visit, it)}, {"has_kept", !it.kept.empty()}, {"household", it.wholeHousehold},
                        {"postponed", it.postponed ? visit.say("retention.times", {{"count", static_cast<long>(it.postponed)}}) : ""}});
    return rows;
}

std::vector<Field> monthsField(const Visit& visit) {
    return {{"months", visit.say("retention.months"), Input::text, Required::yes, visit.say("retention.months-hint"), {}, "off", Day::any, 2}};
}

std::vector<Field> postponeFields(const Visit& visit) {
    return {{"until", visit.say("retention.until"), Input::date, Required::yes, visit.say("retention.until-hint")},
            {"reason", visit.say("retention.reason"), Input::area, Required::yes, visit.say("retention.reason-hint"), {}, "off", Day::any, 1000}};
}

http::Response registerPage(Visit& visit, const Sent& values, const std::string& error = "", const Errors& errors = {}) {
    const auto all = casework::retentionRegister(visit.office(), visit.actor());
    const auto planned = plannedData(visit, all), done = doneData(visit, all);
    const Sent now = values.fields().empty() ? Sent(http::Fields{{"months", std::to_string(all.months)}}) : values;
    return visit.page("retention", {visit.say("report.retention"), "overview", {}, error.empty() ? 200 : 422},
                      {{"tabs", reportTabs(visit, "retention")}, {"planned", planned}, {"none_planned", planned.empty()}, {"done", done}, {"none_done", done.empty()}, {"error", error},
                       {"may_set", has(visit.actor().role, Permission::administer)}, {"months", visit.say("retention.usual", {{"count", static_cast<long>(all.months)}})},
                       {"fields", fieldsData(monthsField(visit), now, errors)}});
}

http::Response postponePage(Visit& visit, const Sent& values, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto plan = casework::viewRetention(visit.office(), visit.actor(), visit.at("request"));
    auto frame = caseFrame(visit, view, visit.say("retention.postpone"));
    frame.status = error.empty() ? 200 : 422;
    auto lines = Data::array();
    for (const auto& step : plan.steps) lines.push_back({{"words", step.words}, {"basis", step.basis}});
    return visit.page("term_form", frame,
                      {{"heading", visit.say("retention.postpone")}, {"reference", view.row.reference}, {"words", visit.say("retention.postpone-words")}, {"lines", lines}, {"error", error},
                       {"action", visit.request.path}, {"back", caseLink(view.row.requestId, "bewaren")}, {"submit", visit.say("retention.postpone-do")},
                       {"fields", fieldsData(postponeFields(visit), values, errors)}});
}

}  // namespace

http::Response retentionRegister(Visit& visit) { return registerPage(visit, Sent{}); }

http::Response keptFile(Visit& visit) {
    auto file = casework::keptFile(visit.office(), visit.actor(), visit.at("request"), visit.at("file"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

http::Response setRetentionMonths(Visit& visit) {
    const auto text = visit.sent.get("months");
    int months = -1;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), months);
    if (problem != std::errc() || end != text.data() + text.size()) months = -1;
    const auto outcome = casework::setRetentionMonths(visit.office(), visit.actor(), months);
    if (outcome.done) return visit.goTo("/vernietiging", outcome);
    const auto words = visit.inOurWords(outcome.words);
    return registerPage(visit, visit.sent, words, {{"months", words}});
}

http::Response caseRetention(Visit& visit) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto plan = casework::viewRetention(visit.office(), visit.actor(), visit.at("request"));
    auto data = caseHead(visit, view, "overview");
    auto steps = Data::array(), postponed = Data::array();
    for (const auto& step : plan.steps) steps.push_back({{"words", step.words}, {"basis", step.basis}});
    for (const auto& it : plan.postponed) postponed.push_back({{"until", dayIn(visit, it.until)}, {"reason", it.reason}, {"by", it.byName}, {"at", it.atWords}});
    data["on"] = dayIn(visit, plan.on);
    data["rule"] = visit.say("retention.rule-" + plan.rule);
    data["steps"] = steps;
    data["holds"] = linesData(plan.holds);
    data["has_holds"] = !plan.holds.empty();
    data["postponed"] = postponed;
    data["has_postponed"] = !plan.postponed.empty();
    data["postpone_link"] = plan.mayPostpone ? caseLink(view.row.requestId, "bewaren/uitstel") : "";
    return visit.page("case_retention", caseFrame(visit, view, visit.say("report.retention")), data);
}

http::Response showPostpone(Visit& visit) { return postponePage(visit, Sent{}); }

http::Response postpone(Visit& visit) {
    if (const auto errors = checkFields(visit, postponeFields(visit)); !errors.empty()) return postponePage(visit, visit.sent, lineOf(visit, errors), errors);
    const auto outcome = casework::postpone(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("until"), visit.sent.get("reason"));
    if (outcome.done) return visit.goTo(caseLink(visit.at("request"), "bewaren"), outcome);
    const auto words = visit.inOurWords(outcome.words);
    return postponePage(visit, visit.sent, words, {{outcome.code == "reason-missing" ? "reason" : "until", words}});
}

}  // namespace service::web::pages
