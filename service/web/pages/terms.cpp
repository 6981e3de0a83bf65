#include "service/web/pages/terms.h"

#include "service/casework/clocks.h"
#include "service/casework/law_of_request.h"
#include "service/casework/term_events.h"
#include "service/web/errors.h"
#include "service/web/pages/case_data.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string dayIn(const Visit& visit, const std::string& iso) { return iso.empty() ? "" : view::dayInWords(iso, visit.language()); }

Data groupsData(const Visit& visit, const casework::TermsView& view) {
    auto groups = Data::array();
    for (const auto& group : view.groups) {
        auto clocks = Data::array();
        for (const auto& clock : group.clocks)
            clocks.push_back({{"end", clock.end.empty() ? visit.say("terms.unlimited") : dayIn(visit, clock.end)}, {"title", clock.title}, {"counts", clock.counts}, {"done", dayIn(visit, clock.done)},
                              {"in_time", clock.daysLate == 0}, {"late", clock.daysLate > 0 ? visit.say("items.days-late", {{"days", static_cast<long>(clock.daysLate)}}) : ""},
                              {"provisional", clock.provisional}, {"over", clock.over}, {"steps", stepsData(clock.steps)}});
        groups.push_back({{"partner", group.partner}, {"clocks", clocks}, {"remarks", linesData(group.remarks)}});
    }
    return groups;
}

Data milestonesData(const casework::TermsView& view) {
    auto rows = Data::array();
    for (const auto& line : view.milestones) {
        using State = service::requests::Milestone;
        rows.push_back({{"words", line.milestone.words}, {"slipped", line.milestone.state == State::slipped}, {"open", line.milestone.state != State::finished}, {"who", line.who},
                        {"steps", stepsData(casework::stepsFrom(line.milestone.steps))}});
    }
    return rows;
}

std::string partOf(const casework::TermEventRow& event, std::string_view requestId, std::string_view part) {
    if (event.isExtension) return caseLink(requestId, "termijn/verlenging" + std::string(part == "brief.pdf" ? ".pdf" : "/" + std::string(part)));
    return caseLink(requestId, "opschortingen/" + event.id + "/" + std::string(part));
}

Data eventsData(const Visit& visit, const casework::TermsView& view, const std::string& requestId, bool mayChange) {
    auto rows = Data::array();
    for (const auto& event : view.events) {
        const bool letter = event.hasLetter && (event.standing || !event.isExtension);
        rows.push_back({{"title", event.title}, {"from", dayIn(visit, event.fromDay)}, {"until", dayIn(visit, event.untilDay)}, {"reason", event.reason}, {"question", event.question},
                        {"documents", event.documents > 0 ? visit.say("terms.about-documents", {{"count", static_cast<long>(event.documents)}}) : ""},
                        {"answer", event.answer}, {"late_why", event.lateWhy}, {"by", event.byName}, {"withdrawn", event.withdrawnWhy}, {"open", event.open}, {"standing", event.standing},
                        {"letter_link", letter ? partOf(event, requestId, "brief.pdf") : ""},
                        {"answer_link", !mayChange || !event.open ? "" : event.aboutIdentity ? caseLink(requestId, "identiteit") : partOf(event, requestId, "antwoord")},
                        {"undo_link", mayChange && event.standing ? partOf(event, requestId, "ongedaan") : ""}});
    }
    return rows;
}

Data daysData(const Visit& visit, const casework::ClockDaysView& days, const std::string& requestId, bool mayChange) {
    auto rows = Data::array(), choices = Data::array();
    for (const auto& it : days.rows)
        rows.push_back({{"words", visit.say("terms.day-" + it.kind)}, {"partner", it.partnerName}, {"day", dayIn(visit, it.day)}, {"reason", it.reason}, {"by", it.byName}, {"standing", it.standing}, {"withdrawn", it.withdrawnWhy},
                        {"undo_link", mayChange && it.standing ? caseLink(requestId, "termijn/dagen/" + it.id + "/ongedaan") : ""}});
    for (const auto& it : days.choices)
        if (mayChange) choices.push_back({{"words", visit.say("terms.record-" + it.kind)}, {"link", caseLink(requestId, "termijn/dag?soort=" + it.kind)}});
    const bool none = rows.empty() && choices.empty() && !days.forHandler;
    return none ? Data(false) : Data{{"rows", rows}, {"choices", choices}, {"has_choices", !choices.empty()}, {"for_handler", days.forHandler}};
}

Data lateData(const Visit& visit, const casework::LateView& late, const std::string& requestId, bool mayChange) {
    if (!late.late && late.ownTerm.empty() && late.refusal.empty() && late.reasons.empty() && late.notices.empty()) return false;
    auto consequences = Data::array(), notices = Data::array(), reasons = Data::array();
    for (const auto& it : late.consequences) consequences.push_back({{"words", it.words}, {"basis", it.basis}});
    for (const auto& it : late.reasons) reasons.push_back({{"of", visit.say(it.ofRefusal ? "terms.reason-of-refusal" : "terms.reason-of-term")}, {"reason", it.reason}, {"by", it.byName}});
    for (const auto& it : late.notices) notices.push_back({{"partner", it.partnerName}, {"day", dayIn(visit, it.receivedOn)}, {"by", it.byName}});
    const char* heading = late.late || (late.refusal.empty() && late.ownTerm.empty()) ? "terms.late" : late.refusal.empty() ? "terms.late-promise" : "terms.late-refusal";
    return {{"reasons", reasons}, {"explain", visit.say("terms." + explainFormName(late))}, {"refusal", visit.inOurWords(late.refusal)}, {"own_term", visit.inOurWords(late.ownTerm)}, {"heading", visit.say(heading)}, {"may_explain", mayChange && late.lacksReason.has_value()}, {"explain_link", caseLink(requestId, "te-laat")},
            {"consequences", consequences}, {"has_consequences", !late.consequences.empty()}, {"notices", notices}, {"has_notices", !late.notices.empty()},
            {"may_serve", mayChange && late.late && !late.canBeServed.empty()}, {"notice_link", caseLink(requestId, "ingebrekestelling")}};
}

}  // namespace

std::string explainFormName(const casework::LateView& late) { return late.lacksReason == store::Lateness::refusal ? "explain-refusal" : "explain"; }

http::Response caseTerms(Visit& visit) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto terms = casework::viewTerms(visit.office(), visit.actor(), visit.at("request"));
    const bool mayChange = terms.running && has(visit.actor().role, Permission::collect);
    auto data = caseHead(visit, view, "terms");
    data["groups"] = groupsData(visit, terms);
    data["milestones"] = milestonesData(terms);
    data["events"] = eventsData(visit, terms, view.row.requestId, mayChange);
    data["days"] = daysData(visit, terms.days, view.row.requestId, has(visit.actor().role, Permission::review) || has(visit.actor().role, Permission::signOff));
    data["no_events"] = terms.events.empty();
    data["late"] = lateData(visit, terms.late, view.row.requestId, mayChange);
    data["may_change"] = mayChange;
    data["extended"] = terms.extended;
    return visit.page("terms", caseFrame(visit, view, visit.say("case.tab-terms")), data);
}

Data termLettersData(Visit& visit, const std::string& requestId) {
    auto rows = Data::array();
    const auto terms = casework::viewTerms(visit.office(), visit.actor(), requestId);
    for (const auto& event : terms.events) {
        if (!event.hasLetter || (event.isExtension && !event.standing)) continue;
        std::string due;
        for (const auto& clock : terms.groups.front().clocks)
            if (event.isExtension && clock.id == "extended") due = dayIn(visit, clock.end);
        rows.push_back({{"link", partOf(event, requestId, "brief.pdf")}, {"words", visit.say(event.isExtension ? "terms.extension-letter" : "terms.suspension-letter")},
                        {"day", dayIn(visit, event.fromDay)}, {"due", due}});
    }
    return rows;
}

http::Response suspensionLetter(Visit& visit) {
    auto letter = casework::suspensionLetter(visit.office(), visit.actor(), visit.at("request"), visit.at("suspension"));
    if (!letter) return problemPage(visit, problemWithStatus(404));
    return http::download(std::move(letter->bytes), letter->mediaType, letter->fileName);
}

http::Response extensionLetter(Visit& visit) {
    auto letter = casework::extensionLetter(visit.office(), visit.actor(), visit.at("request"));
    if (!letter) return problemPage(visit, problemWithStatus(404));
    return http::download(std::move(letter->bytes), letter->mediaType, letter->fileName);
}

}  // namespace service::web::pages
