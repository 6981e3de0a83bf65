#include "service/web/pages/worklist.h"

#include "service/casework/notices.h"
#include "service/casework/worklist.h"
#include "service/web/pages/applications.h"
#include "service/web/pages/case_data.h"

namespace service::web::pages {

namespace {

using casework::WorkFilter;

constexpr std::string_view keptFilter = "filter/worklist";  // a row of drafts: the filter stays until it is changed

constexpr std::pair<std::string_view, WorkFilter::Which> whichNames[] = {
    {"open", WorkFilter::open},       {"verlopen", WorkFilter::late}, {"deze-week", WorkFilter::thisWeek}, {"vrijgave", WorkFilter::signOff},
    {"hulp", WorkFilter::needsSomeone}, {"gesloten", WorkFilter::closed}, {"alle", WorkFilter::all}};

std::string nameOf(WorkFilter::Which which) {
    for (const auto& [name, value] : whichNames)
        if (value == which) return std::string(name);
    return "open";
}

WorkFilter filterFrom(Visit& visit) {
    auto query = visit.query();
    auto& drafts = visit.store().drafts();
    if (query.fields().empty()) {
        if (const auto kept = drafts.find(visit.actor().accountId, keptFilter)) query = Sent(http::parseFields(kept->body).value_or(http::Fields{}));
    } else if (query.get("tekst").empty()) {
        drafts.save(visit.actor().accountId, keptFilter, visit.request.query);
    }
    WorkFilter filter;
    filter.whose = query.get("wie") == "team" ? WorkFilter::team : WorkFilter::mine;
    for (const auto& [name, value] : whichNames)
        if (query.get("welke") == name) filter.which = value;
    filter.text = query.get("tekst");
    return filter;
}

std::string linkFor(WorkFilter::Whose whose, WorkFilter::Which which) {
    return std::string("/werkvoorraad?wie=") + (whose == WorkFilter::team ? "team" : "mij") + "&welke=" + nameOf(which);
}

Data rowData(const Visit& visit, const casework::WorkRow& row) {
    auto data = Data{{"link", caseLink(row.requestId)}, {"reference", row.reference}, {"requester", row.requesterName}, {"household", row.householdTitle},
                     {"right", row.rightWords}, {"capacity", row.capacityWords}, {"step", row.stepWords}, {"who", row.who},
                     {"obstacles", linesData(row.obstacles)}, {"clear", row.obstacles.empty()}, {"next", row.nextStepWords}, {"next_link", nextStepAddress(row)}};
    data["partner"] = row.partnerName;
    data["application"] = row.parts < 2 ? Data(false) : Data{{"link", applicationLink(row.applicationId)}, {"words", visit.say("application.part-of", {{"count", static_cast<long>(row.parts)}})}, {"reference", row.applicationReference}};
    data["clock"] = clockData(visit, row.clock);
    data["clock"]["terms_link"] = caseLink(row.requestId, "termijnen");
    return data;
}

Data countsData(const Visit& visit, const casework::WorkCounts& counts, const WorkFilter& filter) {
    const std::tuple<const char*, std::size_t, WorkFilter::Which> all[] = {
        {"late", counts.late, WorkFilter::late}, {"this-week", counts.thisWeek, WorkFilter::thisWeek}, {"sign-off", counts.waitingForSignOff, WorkFilter::signOff},
        {"needs-someone", counts.needsSomeone, WorkFilter::needsSomeone}, {"open", counts.open, WorkFilter::open}};
    auto list = Data::array();
    for (const auto& [name, count, which] : all)
        list.push_back({{"count", std::to_string(count)}, {"words", visit.say("worklist.count-" + std::string(name), {{"count", static_cast<long>(count)}})},
                        {"link", linkFor(filter.whose, which)}, {"current", filter.which == which}, {"late", which == WorkFilter::late && count > 0}});
    return list;
}

Data tabsData(const Visit& visit, const WorkFilter& filter) {
    auto tabs = Data::array();
    tabs.push_back({{"words", visit.say("worklist.mine")}, {"link", linkFor(WorkFilter::mine, filter.which)}, {"current", filter.whose == WorkFilter::mine}});
    tabs.push_back({{"words", visit.say("worklist.team")}, {"link", linkFor(WorkFilter::team, filter.which)}, {"current", filter.whose == WorkFilter::team}});
    for (const auto which : {WorkFilter::closed, WorkFilter::all})
        tabs.push_back({{"words", visit.say("worklist." + nameOf(which))}, {"link", linkFor(filter.whose, which)}, {"current", false}});
    return tabs;
}

Data listData(const Visit& visit, const casework::Worklist& list) {
    auto rows = Data::array();
    for (const auto& row : list.rows) rows.push_back(rowData(visit, row));
    return rows;
}

Data noticesData(const std::vector<casework::NoticeRow>& notices) {
    auto rows = Data::array();
    for (const auto& it : notices)
        rows.push_back({{"words", it.words}, {"reference", it.reference}, {"link", it.requestId.empty() ? "" : caseLink(it.requestId, "termijnen")}, {"at", it.atWords},
                        {"seen_link", "/berichten/" + it.id + "/gezien"}});
    return rows;
}

std::string startOf(store::Role role) {
    if (role == store::Role::frontDesk) return "desk";
    return role == store::Role::privacyOfficer ? "officer" : "professional";
}

}  // namespace

http::Response worklist(Visit& visit) {
    const auto filter = filterFrom(visit);
    const auto list = casework::worklist(visit.office(), visit.actor(), filter);
    const auto notices = casework::noticesFor(visit.office(), visit.actor());
    const auto which = visit.say("worklist.which-" + nameOf(filter.which));
    return visit.page("worklist", {visit.say("menu.worklist"), "worklist"},
                      {{"counts", countsData(visit, list.counts, filter)}, {"tabs", tabsData(visit, filter)}, {"rows", listData(visit, list)},
                       {"notices", noticesData(notices)}, {"has_notices", !notices.empty()}, {"none", list.rows.empty()}, {"which", which}, {"text", filter.text},
                       {"whose", filter.whose == WorkFilter::team ? "team" : "mij"}, {"which_name", nameOf(filter.which)},
                       {"nothing_open", list.rows.empty() && filter.which == WorkFilter::open && filter.text.empty()}, {"start", visit.say("worklist.start-" + startOf(visit.actor().role))},
                       {"may_log", has(visit.actor().role, Permission::logRequest)}});
}

http::Response noticeSeen(Visit& visit) {
    casework::markNoticeSeen(visit.office(), visit.actor(), visit.at("notice"));
    return http::redirect("/werkvoorraad");
}

http::Response search(Visit& visit) {
    const auto text = visit.query().get("tekst");
    casework::Worklist list;
    if (!text.empty()) list = casework::worklist(visit.office(), visit.actor(), {WorkFilter::team, WorkFilter::all, text});
    return visit.page("search", {visit.say("menu.search"), "search"},
                      {{"text", text}, {"asked", !text.empty()}, {"rows", listData(visit, list)}, {"none", list.rows.empty() && !text.empty()},
                       {"found", visit.say("search.found", {{"count", static_cast<long>(list.rows.size())}})}});
}

}  // namespace service::web::pages
