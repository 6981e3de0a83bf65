#include "service/web/pages/case_data.h"

#include "service/web/pages/applications.h"

#include <algorithm>

#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

Data partnerData(const Visit& visit, const casework::PartnerCollection& partner, std::string_view requestId) {
    const auto base = caseLink(requestId, "partners/" + partner.partnerId);
    return {{"id", partner.partnerId}, {"name", partner.partnerName}, {"how", partner.howWords}, {"state", partner.stateWords},
            {"tone", toneOf(partner.state, partner.answer)}, {"explanation", partner.explanation}, {"who", partner.whoMustAct},
            {"next", partner.nextAttemptWords}, {"delivered", std::to_string(partner.delivered)}, {"expected", std::to_string(partner.expected)},
            {"has_count", partner.expected > 0}, {"percent", std::to_string(partner.expected ? partner.delivered * 100 / partner.expected : 0)},
            {"attempts", partner.attempts > 1 ? visit.say("case.attempts", {{"count", static_cast<long>(partner.attempts)}}) : ""},
            {"asked_by", partner.askedByName}, {"searched_in", linesData(partner.searchedIn)}, {"searched_with", linesData(partner.searchedWith)},
            {"has_searched", !partner.searchedIn.empty() || !partner.searchedWith.empty()}, {"missing", linesData(partner.missing)},
            {"has_missing", !partner.missing.empty()}, {"can_retry", partner.canRetry}, {"can_mark", partner.canMarkByHand},
            {"can_stop", partner.state == "asking" || partner.state == "retrying" || partner.state == "waiting"},
            {"retry_link", base + "/opnieuw"}, {"stop_link", base + "/stoppen"}, {"mark_link", base + "/met-de-hand"},
            {"letter_link", base + "/brief"}, {"may_letter", partner.state != "done"}, {"may_remind", partner.state != "done" && !partner.askedAt.empty()}};
}

}  // namespace

std::string toneOf(std::string_view state, std::string_view answer) {
    if (state == "asking" || state == "retrying") return "busy";
    if (state == "needs-someone") return "late";
    if (state == "cancelled") return "off";
    if (answer == "delivered-in-full" || answer == "nothing-held") return "good";
    return answer.empty() ? "plain" : "warn";
}

Data linesData(const std::vector<std::string>& lines) {
    auto list = Data::array();
    for (const auto& line : lines) list.push_back({{"words", line}});
    return list;
}

Data stepsData(const std::vector<casework::ClockStep>& steps) {
    auto list = Data::array();
    for (const auto& step : steps) list.push_back({{"words", step.words}, {"basis", step.basis}});
    return list;
}

Data clockData(const Visit& visit, const casework::ClockView& clock) {
    const auto steps = stepsData(clock.derivation);
    auto stretches = Data::array();
    for (const auto& stretch : clock.suspendedStretches)
        stretches.push_back({{"from", std::to_string(stretch.fromPercent)}, {"wide", std::to_string(std::max(stretch.toPercent - stretch.fromPercent, 1))}});
    return {{"due", clock.due.empty() ? clock.dueWords : view::dayInWords(clock.due, visit.language())}, {"left", clock.leftWords}, {"late", clock.late}, {"soon", !clock.late && clock.daysLeft <= 7 && !clock.suspended},
            {"suspended", clock.suspended}, {"extended", clock.extended}, {"percent", std::to_string(std::clamp(clock.elapsedPercent, 0, 100))},
            {"stretches", stretches}, {"steps", steps}, {"has_steps", !steps.empty()}, {"known", !clock.due.empty()}};
}

Data findingsData(const std::vector<casework::Finding>& findings) {
    auto list = Data::array();
    using enum casework::Weight;
    for (const auto wanted : {blocks, asks, warns, tells})
        for (const auto& finding : findings)
            if (finding.weight == wanted)
                list.push_back({{"title", finding.title == finding.words ? "" : finding.title}, {"words", finding.words}, {"basis", finding.basis},
                                {"tone", wanted == blocks ? "stop" : wanted == tells ? "tell" : "warn"}});
    return list;
}

std::string sentToIn(const Visit& visit, const std::string& words) {
    const auto way = words.substr(0, words.find(": "));
    return visit.inOurWords(way) + words.substr(way.size());
}

std::string whyIn(const Visit& visit, const casework::AuditRow& row) {
    if (row.action == "package.released") return sentToIn(visit, row.why);
    return row.byService ? visit.inOurWords(row.why) : row.why;
}

std::string caseLink(std::string_view requestId, std::string_view part) {
    return "/verzoeken/" + std::string(requestId) + (part.empty() ? "" : "/" + std::string(part));
}

std::string nextStepAddress(const casework::WorkRow& row) {
    if (row.nextStepLink == "items") return caseLink(row.requestId, "punten");
    if (row.nextStepLink == "review") return caseLink(row.requestId, "beoordelen");
    if (row.nextStepLink == "sign-off") return caseLink(row.requestId, "vrijgave");
    if (row.nextStepLink == "release" || row.nextStepLink == "rebuild") return caseLink(row.requestId, "verstrekking");
    return caseLink(row.requestId);
}

Data caseTabs(const Visit& visit, const casework::CaseView& view, std::string_view current) {
    auto tabs = Data::array();
    const auto& requestId = view.row.requestId;
    for (const auto& [name, part] : {std::pair{"overview", ""}, {"terms", "termijnen"}, {"items", "punten"}, {"documents", "stukken"}, {"decision", "beslissing"}, {"letters", "brieven"}, {"log", "logboek"}})
        if (std::string_view(name) == "items" && (view.row.right == "access" || view.atDesk || !has(visit.actor().role, Permission::seeDocuments))) continue;
        else if (std::string_view(name) == "documents" && !view.collects) continue;
        else if (view.atDesk && std::string_view(name) != "overview" && std::string_view(name) != "terms" && std::string_view(name) != "letters") continue;
        else if (std::string_view(name) != "documents" || has(visit.actor().role, Permission::seeDocuments))
            tabs.push_back({{"words", visit.say("case.tab-" + std::string(name))}, {"link", caseLink(requestId, part)}, {"current", current == name}});
    return tabs;
}

Data caseHead(const Visit& visit, const casework::CaseView& view, std::string_view tab) {
    const auto& row = view.row;
    return {{"reference", row.reference}, {"requester", row.requesterName}, {"right", row.rightWords}, {"capacity", row.capacityWords}, {"step", row.stepWords},
            {"request_id", row.requestId}, {"case_link", caseLink(row.requestId)}, {"partner", row.partnerName},
            {"application", row.parts < 2 ? Data(false) : Data{{"link", applicationLink(row.applicationId)}, {"words", visit.say("application.part-of", {{"count", static_cast<long>(row.parts)}})}, {"reference", row.applicationReference}}}, {"clock", clockData(visit, row.clock)}, {"tabs", caseTabs(visit, view, tab)}};
}

PageFrame caseFrame(const Visit& visit, const casework::CaseView& view, std::string_view here) {
    return {view.row.reference + (here.empty() ? "" : " · " + std::string(here)), "worklist", caseCrumbs(visit, view.row.reference, view.row.requestId, here)};
}

std::vector<Crumb> caseCrumbs(const Visit& visit, std::string_view reference, std::string_view requestId, std::string_view here) {
    std::vector<Crumb> crumbs{{visit.say("menu.worklist"), "/werkvoorraad"}, {std::string(reference), here.empty() ? "" : caseLink(requestId)}};
    if (!here.empty()) crumbs.push_back({std::string(here), ""});
    return crumbs;
}

Data progressData(const Visit& visit, const casework::CollectionProgress& progress, std::string_view requestId) {
    auto partners = Data::array();
    for (const auto& partner : progress.partners) partners.push_back(partnerData(visit, partner, requestId));
    const auto read = progress.pages ? progress.pagesRead * 100 / progress.pages : 0;
    return {{"partners", partners}, {"no_partners", partners.empty()}, {"lines", linesData(progress.lines)}, {"working", progress.working},
            {"done", progress.working ? "no" : "yes"}, {"live_link", caseLink(requestId, "stand")}, {"pages", std::to_string(progress.pages)},
            {"pages_read", std::to_string(progress.pagesRead)}, {"read_percent", std::to_string(read)}, {"has_pages", progress.pages > 0},
            {"fragments", std::to_string(progress.fragments)}, {"has_fragments", progress.fragments > 0},
            {"need_human", progress.fragmentsNeedHuman ? visit.say("case.need-human", {{"count", static_cast<long>(progress.fragmentsNeedHuman)}}) : ""},
            {"blockers", linesData(progress.blockers)}, {"has_blockers", !progress.blockers.empty()}};
}

}  // namespace service::web::pages
