#include "service/web/pages/applications.h"

#include "service/casework/applications.h"
#include "service/web/pages/case_data.h"

namespace service::web::pages {

namespace {

using casework::PartRow;

Data partData(const Visit& visit, const PartRow& row) {
    const bool own = row.sight == PartRow::own;
    return {{"reference", row.reference}, {"link", own ? caseLink(row.requestId) : ""}, {"partner", row.partnerName}, {"right", row.rightWords}, {"received", row.receivedWords},
            {"clock", clockData(visit, row.clock)}, {"step", row.stepWords}, {"who", row.who}, {"outcome", row.outcomeWords}, {"decided", row.decidedWords},
            {"is_decided", row.decided}, {"not_named", row.notNamed}, {"reopens", row.reopens}, {"transferred", row.transferredWords}, {"own", own}};
}

Data partsData(const Visit& visit, const casework::ApplicationView& view) {
    auto parts = Data::array();
    for (const auto& row : view.parts) parts.push_back(partData(visit, row));
    return parts;
}

Data lettersData(const casework::ApplicationView& view) {
    auto letters = Data::array();
    for (const auto& it : view.letters)
        letters.push_back({{"words", it.words}, {"at", it.atWords}, {"by", it.byName}, {"link", applicationLink(view.id, "brieven/" + it.id + ".pdf")}});
    return letters;
}

}  // namespace

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
                       {"letters", letters}, {"has_letters", !letters.empty()}, {"letter_link", applicationLink(view.id, "ontvangstbevestiging.pdf")}});
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
