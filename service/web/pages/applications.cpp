#include "service/web/pages/applications.h"

#include "service/casework/application_letters.h"
#include "service/casework/applications.h"
#include "service/casework/transfers.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"

namespace service::web::pages {

namespace {

using casework::PartRow;

Data partData(const Visit& visit, const PartRow& row) {
    const bool own = row.sight == PartRow::own;
    return {{"reference", row.reference}, {"link", own ? caseLink(row.requestId) : ""}, {"partner", row.partnerName}, {"right", row.rightWords}, {"received", row.receivedWords},
            {"clock", clockData(visit, row.clock)}, {"step", row.stepWords}, {"who", row.who}, {"outcome", row.outcomeWords}, {"decided", row.decidedWords},
            {"is_decided", row.decided}, {"not_named", row.notNamed}, {"reopens", row.reopens}, {"transferred", row.transferredWords}, {"own", own},
            {"transfer_link", own && row.mayTransfer ? caseLink(row.requestId, "doorzenden") : ""},
            {"outside_link", own && row.mayTransferOutside ? caseLink(row.requestId, "doorzenden/buiten") : ""}};
}

Data partsData(const Visit& visit, const casework::ApplicationView& view) {
    auto parts = Data::array();
    for (const auto& row : view.parts) parts.push_back(partData(visit, row));
    return parts;
}

Data lettersData(const casework::ApplicationView& view) {
    auto letters = Data::array();
    for (const auto& it : view.letters)
        letters.push_back({{"words", it.words}, {"at", it.atWords}, {"by", it.byName}, {"link", applicationLink(view.id, "brieven/" + it.id)}});
    return letters;
}

std::vector<Field> transferFields(const Visit& visit, const casework::TransferChoices& choices) {
    return {{"partner", visit.say("transfer.partner"), Input::select, Required::yes, visit.say(choices.together ? "transfer.leave-partner-hint" : "transfer.partner-hint"), withNone(visit.say("field.choose"), choices.partners)},
            {"reason", visit.say("transfer.reason"), Input::area, Required::yes, visit.say("transfer.reason-hint"), {}, "off", Day::any, 1000}};
}

http::Response transferPage(Visit& visit, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto choices = casework::transferChoices(visit.office(), visit.actor(), view.row.requestId);
    const auto title = visit.say(choices.together ? "transfer.leave-title" : "transfer.title");
    auto frame = caseFrame(visit, view, title);
    frame.status = error.empty() ? 200 : 422;
    auto lines = Data::array();
    lines.push_back({{"words", visit.inOurWords(choices.clockWords)}, {"basis", "AVG art. 12 lid 3; Privacyprotocol art. 9.1"}});
    return visit.page("term_form", frame,
                      {{"heading", title}, {"reference", view.row.reference}, {"words", visit.say(choices.together ? "transfer.leave-words" : "transfer.words")}, {"lines", lines}, {"error", error},
                       {"action", caseLink(view.row.requestId, "doorzenden")}, {"back", caseLink(view.row.requestId)}, {"submit", visit.say("transfer.do")},
                       {"fields", fieldsData(forReader(visit, view.row.requestId, transferFields(visit, choices), {"reason"}), visit.sent, errors)}});
}

std::vector<Field> outsideFields(const Visit& visit) {
    return {{"name", visit.say("transfer.outside-name"), Input::text, Required::yes, visit.say("transfer.outside-name-hint"), {}, "organization", Day::any, 120},
            {"address", visit.say("transfer.outside-address"), Input::area, Required::yes, visit.say("transfer.outside-address-hint"), {}, "off", Day::any, 300},
            {"checked", visit.say("transfer.outside-checked"), Input::text, Required::yes, visit.say("transfer.outside-checked-hint"), {}, "off", Day::any, 200},
            {"reason", visit.say("transfer.reason"), Input::area, Required::yes, visit.say("transfer.reason-hint"), {}, "off", Day::any, 1000}};
}

http::Response outsidePage(Visit& visit, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto title = visit.say("transfer.outside");
    auto frame = caseFrame(visit, view, title);
    frame.status = error.empty() ? 200 : 422;
    auto lines = Data::array();
    lines.push_back({{"words", visit.say("transfer.outside-line")}, {"basis", "AVG art. 12 lid 3; Awb art. 2:3"}});
    return visit.page("term_form", frame,
                      {{"heading", title}, {"reference", view.row.reference}, {"words", visit.say("transfer.outside-words")}, {"lines", lines}, {"error", error},
                       {"action", caseLink(view.row.requestId, "doorzenden/buiten")}, {"back", caseLink(view.row.requestId, "doorzenden")}, {"submit", visit.say("transfer.do")},
                       {"fields", fieldsData(forReader(visit, view.row.requestId, outsideFields(visit), {"reason"}), visit.sent, errors)}});
}

}  // namespace

http::Response showTransferOutside(Visit& visit) { return outsidePage(visit); }

http::Response transferOutside(Visit& visit) {
    if (const auto errors = checkFields(visit, outsideFields(visit)); !errors.empty()) return outsidePage(visit, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    const auto outcome = casework::transferOutside(visit.office(), visit.actor(), visit.at("request"), {it.get("name"), it.get("address"), it.get("checked"), it.get("reason")});
    if (!outcome.done) return outsidePage(visit, visit.inOurWords(outcome.words));
    forgetDraft(visit, caseLink(visit.at("request"), "doorzenden/buiten"));
    return visit.goTo(applicationLink(outcome.applicationId), outcome);
}

http::Response writeOverview(Visit& visit) {
    return visit.goTo(applicationLink(visit.at("application")), casework::writeOverview(visit.office(), visit.actor(), visit.at("application")));
}

http::Response applicationLetter(Visit& visit) {
    auto file = casework::applicationLetter(visit.office(), visit.actor(), visit.at("application"), visit.at("letter"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

http::Response showTransfer(Visit& visit) { return transferPage(visit); }

http::Response transferRequest(Visit& visit) {
    const auto choices = casework::transferChoices(visit.office(), visit.actor(), visit.at("request"));
    if (const auto errors = checkFields(visit, transferFields(visit, choices)); !errors.empty()) return transferPage(visit, lineOf(visit, errors), errors);
    const auto outcome = casework::transferRequest(visit.office(), visit.actor(), visit.at("request"), {visit.sent.get("partner"), visit.sent.get("reason")});
    if (!outcome.done) return transferPage(visit, visit.inOurWords(outcome.words));
    return visit.goTo(applicationLink(outcome.applicationId), outcome);
}

std::string applicationLink(std::string_view applicationId, std::string_view part) {
    return "/aanvragen/" + std::string(applicationId) + (part.empty() ? "" : "/" + std::string(part));
}

http::Response applicationPage(Visit& visit) {
    const auto view = casework::viewApplication(visit.office(), visit.actor(), visit.at("application"));
    const auto letters = lettersData(view);
    return visit.page("application", {view.reference, "worklist", {{visit.say("menu.worklist"), "/werkvoorraad"}, {view.reference, ""}}},
                      {{"reference", view.reference}, {"requester", view.requesterName}, {"received", view.receivedWords}, {"asked", view.asked}, {"contact", view.contactWords},
                       {"parts", partsData(visit, view)}, {"count", visit.say("application.parts", {{"count", static_cast<long>(view.parts.size())}})},
                       {"decided", visit.say("application.decided", {{"count", static_cast<long>(view.decided)}, {"all", static_cast<long>(view.parts.size())}})},
                       {"household", view.atDesk ? Data(false) : Data{{"title", view.householdTitle}, {"link", "/huishoudens/" + view.householdId}}},
                       {"letters", letters}, {"has_letters", !letters.empty()}, {"overview", view.mayWriteOverview ? Data{{"action", applicationLink(view.id, "overzicht")}} : Data(false)}, {"letter_link", applicationLink(view.id, "ontvangstbevestiging.pdf")}});
}

http::Response loggedApplication(Visit& visit) {
    const auto view = casework::viewApplication(visit.office(), visit.actor(), visit.at("application"));
    auto lines = Data::array();
    if (const auto told = visit.store().drafts().find(visit.actor().accountId, "tell/" + view.id))
        for (const auto& line : Data::parse(told->body, nullptr, false))
            if (line.is_string()) lines.push_back({{"words", line}});
    const auto clock = view.parts.empty() ? Data(false) : clockData(visit, view.parts.front().clock);
    return visit.page("logged", {view.reference, "new"},
                      {{"reference", view.reference}, {"lines", lines}, {"has_lines", !lines.empty()}, {"clock", clock},
                       {"letter_link", applicationLink(view.id, "ontvangstbevestiging.pdf")}, {"case_link", applicationLink(view.id)}});
}

http::Response applicationAcknowledgement(Visit& visit) {
    const auto view = casework::viewApplication(visit.office(), visit.actor(), visit.at("application"));
    return http::download(casework::applicationAcknowledgement(visit.office(), visit.actor(), view.id), "application/pdf", "ontvangstbevestiging-" + view.reference + ".pdf");
}

}  // namespace service::web::pages
