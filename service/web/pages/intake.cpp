#include "service/web/pages/intake.h"

#include "redaction/document/reading.h"
#include "service/web/errors.h"
#include "service/web/field_checks.h"
#include "service/web/pages/account.h"
#include "service/web/pages/applications.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/intake_form.h"

namespace service::web::pages {

namespace {

constexpr std::string_view address = "/verzoeken/nieuw";

http::Response intakePage(Visit& visit, const Desk& desk, const std::vector<casework::Finding>& blocking = {}, bool restored = false) {
    auto data = deskData(visit, desk, blocking);
    data["restored"] = restored ? "server" : "";
    data["was_restored"] = restored;
    return visit.page("intake", {visit.say("menu.new"), "new", {}, blocking.empty() ? 200 : 422}, data);
}

casework::Finding blocked(std::string code, std::string words) {
    casework::Finding finding;
    finding.weight = casework::Weight::blocks;
    finding.code = std::move(code);
    finding.words = std::move(words);
    return finding;
}

// A letter came with the form: stored at once, read by a job.
std::vector<casework::Finding> readLetter(Visit& visit, Desk& desk) {
    const auto* file = visit.sent.file("letter");
    if (!file) return {};
    using redaction::document::Format;
    if (redaction::document::recogniseFormat(file->bytes, file->fileName, file->mediaType) == Format::zip)
        return {blocked("letter-zip", redaction::document::explain(redaction::document::Failure::unsupported, Format::zip))};
    desk.letter = casework::startPrefill(visit.office(), visit.actor(), file->fileName, file->bytes, desk.form.householdId);
    desk.form.letterId = desk.letter->letterId;
    if (desk.form.channel.empty()) desk.form.channel = "letter";
    return {};
}

// Before anything is looked up: the form of what was typed, each with the name of its field.
std::vector<casework::Finding> problemsOf(const Visit& visit) {
    const std::vector<Field> fields{{"received_on", visit.say("intake.received"), Input::date},
                                    {"identity_on", visit.say("intake.identity-on"), Input::date, Required::no, "", {}, "off", Day::notAfterToday},
                                    {"identity_note", visit.say("intake.identity-note"), Input::text},
                                    {"remarks", visit.say("case.remarks"), Input::area}};
    std::vector<casework::Finding> findings;
    for (const auto& [name, words] : checkFields(visit, fields))
        for (const auto& field : fields)
            if (field.name == name) {
                auto finding = blocked("wrong-input", words);
                finding.title = field.label;
                finding.field = name;
                findings.push_back(std::move(finding));
            }
    return findings;
}

http::Response logRequest(Visit& visit, const Desk& desk) {
    if (const auto problems = problemsOf(visit); !problems.empty()) return intakePage(visit, desk, problems);
    if (!desk.unconfirmed.empty())
        return intakePage(visit, desk, {blocked("unconfirmed", visit.say("intake.confirm-first"))});
    const auto outcome = casework::logRequest(visit.office(), visit.actor(), desk.form);
    if (!outcome.done) {
        auto findings = outcome.findings;
        if (findings.empty()) findings.push_back(blocked(outcome.code, outcome.words));
        return intakePage(visit, desk, findings);
    }
    forgetDraft(visit, address);
    auto told = Data::array();
    for (const auto& line : outcome.tell) told.push_back(line);
    const bool single = outcome.parts == 1 && outcome.mayOpen;
    visit.store().drafts().save(visit.actor().accountId, "tell/" + (single ? outcome.requestId : outcome.applicationId), told.dump());
    return http::redirect(single ? caseLink(outcome.requestId, "vastgelegd") : applicationLink(outcome.applicationId, "vastgelegd"));
}

}  // namespace

http::Response showIntake(Visit& visit) {
    if (const auto draft = draftFor(visit, address)) return intakePage(visit, deskFrom(visit, *draft), {}, true);
    auto desk = deskFrom(visit, visit.query());
    return intakePage(visit, desk);
}

http::Response sendIntake(Visit& visit) {
    auto desk = deskFrom(visit, visit.sent);
    const auto button = visit.sent.get("do");
    if (button == "log") return logRequest(visit, desk);
    if (button == "search") desk.searchAsked = true;
    if (button == "letter")
        if (const auto problems = readLetter(visit, desk); !problems.empty()) return intakePage(visit, desk, problems);
    if (button == "take-over") takeOver(desk);
    if (button.starts_with("kies:")) chooseHousehold(visit, desk, button.substr(5));
    if (button == "other") chooseHousehold(visit, desk, "");
    if (button.starts_with("bevestig:")) desk.unconfirmed.erase(button.substr(9));
    if (button == "confirm-all") desk.unconfirmed.clear();
    return intakePage(visit, desk);
}

http::Response previewIntake(Visit& visit) {
    const auto desk = deskFrom(visit, visit.sent);
    return visit.part("intake_preview_alone", {{"preview", previewData(visit, desk)}, {"mark", {{"capacity", false}}}});
}

http::Response letterState(Visit& visit) {
    const auto state = casework::prefillState(visit.office(), visit.actor(), visit.at("letter"));
    return visit.json({{"reading", state.state == casework::Prefill::reading}, {"ready", state.state == casework::Prefill::ready}, {"words", state.words}});
}

http::Response loggedRequest(Visit& visit) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    auto lines = Data::array();
    if (const auto told = visit.store().drafts().find(visit.actor().accountId, "tell/" + view.row.requestId))
        for (const auto& line : Data::parse(told->body, nullptr, false))
            if (line.is_string()) lines.push_back({{"words", line}});
    return visit.page("logged", {view.row.reference, "new"},
                      {{"reference", view.row.reference}, {"lines", lines}, {"has_lines", !lines.empty()}, {"clock", clockData(visit, view.row.clock)},
                       {"letter_link", caseLink(view.row.requestId, "ontvangstbevestiging.pdf")}, {"case_link", caseLink(view.row.requestId)}});
}

}  // namespace service::web::pages
