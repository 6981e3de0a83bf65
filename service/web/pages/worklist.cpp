#include "service/web/pages/worklist.h"

#include "service/casework/breaches.h"
#include "service/casework/handing_over.h"
#include "service/casework/notices.h"
#include "service/casework/remedies.h"
#include "service/casework/words.h"
#include "service/casework/partner_wall.h"
#include "service/casework/worklist.h"
#include "service/web/forms.h"
#include "service/web/http/query.h"
#include "service/web/pages/applications.h"
#include "service/web/pages/case_data.h"

namespace service::web::pages {

namespace {

using casework::WorkFilter;

constexpr std::string_view keptFilter = "filter/worklist";  // a row of drafts: the filter stays until it is changed

constexpr std::pair<std::string_view, WorkFilter::Which> whichNames[] = {
    {"open", WorkFilter::open},       {"verlopen", WorkFilter::late}, {"deze-week", WorkFilter::thisWeek}, {"vrijgave", WorkFilter::signOff},
    {"hulp", WorkFilter::needsSomeone}, {"ongeopend", WorkFilter::unopened}, {"gesloten", WorkFilter::closed}, {"alle", WorkFilter::all}};

std::string nameOf(WorkFilter::Which which) {
    for (const auto& [name, value] : whichNames)
        if (value == which) return std::string(name);
    return "open";
}

// What the address asks; without: the view this person begins with, else the filter as it was left. Words that are
// searched for are not kept: they are names.
Sent queryOf(Visit& visit) {
    auto query = visit.query();
    auto& drafts = visit.store().drafts();
    const auto& account = visit.actor().accountId;
    if (!query.fields().empty()) {
        if (query.get("tekst").empty()) drafts.save(account, keptFilter, visit.request.query);
        return query;
    }
    const auto first = visit.store().savedViews().findDefault(account);
    if (first) return Sent(http::parseFields(first->query).value_or(http::Fields{}));
    const auto kept = drafts.find(account, keptFilter);
    return kept ? Sent(http::parseFields(kept->body).value_or(http::Fields{})) : query;
}

WorkFilter filterFrom(const Sent& query) {
    WorkFilter filter;
    filter.whose = query.get("wie") == "team" ? WorkFilter::team : WorkFilter::mine;
    for (const auto& [name, value] : whichNames)
        if (query.get("welke") == name) filter.which = value;
    filter.text = query.get("tekst");
    filter.right = query.get("recht"), filter.partnerId = query.get("partner"), filter.step = query.get("stap"), filter.assigned = query.get("bij");
    return filter;
}

// The filter as an address: what a link keeps, and what a saved view holds.
std::string linkFor(const WorkFilter& filter) {
    std::string link = std::string("/werkvoorraad?wie=") + (filter.whose == WorkFilter::team ? "team" : "mij") + "&welke=" + nameOf(filter.which);
    for (const auto& [name, value] : {std::pair{"recht", &filter.right}, {"partner", &filter.partnerId}, {"stap", &filter.step}, {"bij", &filter.assigned}})
        if (!value->empty()) link += std::string("&") + name + "=" + http::encoded(*value);
    return link;
}

std::string linkFor(WorkFilter filter, WorkFilter::Whose whose, WorkFilter::Which which) {
    filter.whose = whose, filter.which = which;
    return linkFor(filter);
}

Data rowData(const Visit& visit, const casework::WorkRow& row) {
    auto data = Data{{"link", caseLink(row.requestId)}, {"reference", row.reference}, {"requester", row.requesterName}, {"household", row.householdTitle},
                     {"right", row.rightWords}, {"capacity", row.capacityWords}, {"step", row.stepWords}, {"who", row.who},
                     {"obstacles", linesData(row.obstacles)}, {"clear", row.obstacles.empty()}, {"next", row.nextStepWords}, {"next_link", nextStepAddress(row)}};
    data["partner"] = row.partnerName;
    data["application"] = row.parts < 2 ? Data(false) : Data{{"link", applicationLink(row.applicationId)}, {"words", visit.say("application.part-of", {{"count", static_cast<long>(row.parts)}})}, {"reference", row.applicationReference}};
    data["clock"] = clockData(visit, row.clock);
    data["clock"]["terms_link"] = caseLink(row.requestId, "termijnen");
    data["id"] = row.requestId;
    data["unopened"] = row.unopened, data["nobodys"] = row.who.empty() && row.step != "released" && row.step != "closed";
    return data;
}

Data countsData(const Visit& visit, const casework::WorkCounts& counts, const WorkFilter& filter) {
    const std::tuple<const char*, std::size_t, WorkFilter::Which> all[] = {
        {"late", counts.late, WorkFilter::late}, {"this-week", counts.thisWeek, WorkFilter::thisWeek}, {"sign-off", counts.waitingForSignOff, WorkFilter::signOff},
        {"needs-someone", counts.needsSomeone, WorkFilter::needsSomeone}, {"unopened", counts.unopened, WorkFilter::unopened}, {"open", counts.open, WorkFilter::open}};
    auto list = Data::array();
    for (const auto& [name, count, which] : all)
        list.push_back({{"count", std::to_string(count)}, {"words", visit.say("worklist.count-" + std::string(name), {{"count", static_cast<long>(count)}})},
                        {"link", linkFor(filter, filter.whose, which)}, {"current", filter.which == which}, {"late", which == WorkFilter::late && count > 0}});
    return list;
}

Data tabsData(const Visit& visit, const WorkFilter& filter) {
    auto tabs = Data::array();
    tabs.push_back({{"words", visit.say("worklist.mine")}, {"link", linkFor(filter, WorkFilter::mine, filter.which)}, {"current", filter.whose == WorkFilter::mine}});
    tabs.push_back({{"words", visit.say("worklist.team")}, {"link", linkFor(filter, WorkFilter::team, filter.which)}, {"current", filter.whose == WorkFilter::team}});
    for (const auto which : {WorkFilter::closed, WorkFilter::all})
        tabs.push_back({{"words", visit.say("worklist." + nameOf(which))}, {"link", linkFor(filter, filter.whose, which)}, {"current", false}});
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

std::vector<Option> rights(const Visit& visit) {
    std::vector<Option> all{{"", visit.say("worklist.any-right")}};
    for (const char* right : {"access", "rectification", "erasure", "restriction", "objection", "portability"}) all.emplace_back(right, visit.inOurWords(casework::rightName(right)));
    return all;
}

std::vector<Option> steps(const Visit& visit) {
    std::vector<Option> all{{"", visit.say("worklist.any-step")}};
    for (const char* step : {"logged", "collecting", "reading", "review", "packaging", "sign-off", "released", "closed"}) all.emplace_back(step, visit.inOurWords(casework::stepWords(step)));
    return all;
}

std::vector<Option> partners(Visit& visit) {
    std::vector<Option> all{{"", visit.say("worklist.any-partner")}};
    const auto untold = casework::untoldPartners(visit.office(), visit.actor());
    for (const auto& partner : visit.store().partners().all())
        if (partner.active && untold.count(partner.id) == 0) all.emplace_back(partner.id, partner.name);
    return all;
}

std::vector<Option> assigned(Visit& visit) {
    std::vector<Option> all{{"", visit.say("worklist.any-one")}, {"nobody", visit.say("worklist.nobody")}};
    for (const auto& it : casework::colleagues(visit.office(), visit.actor())) all.emplace_back(it.accountId, it.name);
    return all;
}

Data filtersData(Visit& visit, const WorkFilter& filter) {
    const Sent now(http::Fields{{"recht", filter.right}, {"partner", filter.partnerId}, {"stap", filter.step}, {"bij", filter.assigned}});
    return fieldsData({{"recht", visit.say("worklist.right"), Input::select, Required::no, "", rights(visit)}, {"partner", visit.say("worklist.partner"), Input::select, Required::no, "", partners(visit)},
                       {"stap", visit.say("worklist.step"), Input::select, Required::no, "", steps(visit)}, {"bij", visit.say("worklist.who"), Input::select, Required::no, "", assigned(visit)}},
                      now);
}

bool isNarrowed(const WorkFilter& filter) { return !filter.right.empty() || !filter.partnerId.empty() || !filter.step.empty() || !filter.assigned.empty(); }

Data viewsData(Visit& visit, const std::string& here) {
    auto rows = Data::array();
    for (const auto& it : visit.store().savedViews().ofAccount(visit.actor().accountId))
        rows.push_back({{"name", it.name}, {"link", "/werkvoorraad?" + it.query}, {"current", here == "/werkvoorraad?" + it.query}, {"first", it.isDefault},
                        {"first_link", "/werkvoorraad/weergaven/" + it.id + "/eerst"}, {"remove_link", "/werkvoorraad/weergaven/" + it.id + "/weg"}});
    return rows;
}

Data colleaguesData(Visit& visit) {
    auto rows = Data::array();
    for (const auto& it : casework::colleagues(visit.office(), visit.actor())) rows.push_back({{"id", it.accountId}, {"name", it.name}, {"role", visit.inOurWords(it.roleWords)}});
    return rows;
}

// What followed a decision and has a term of its own.
Data afterData(Visit& visit) {
    auto rows = Data::array();
    for (const auto& it : casework::openBreaches(visit.office(), visit.actor()))
        rows.push_back({{"words", it.words}, {"reference", it.reference}, {"link", "/datalekken/" + it.id}, {"late", it.late}});
    for (const auto& it : casework::openRemedies(visit.office(), visit.actor()))
        rows.push_back({{"words", visit.say("worklist.remedy", {{"partner", it.partnerName}}) + (it.dueWords.empty() ? "" : " · " + visit.say("worklist.remedy-due", {{"day", it.dueWords}}))},
                        {"reference", it.kindWords + " · " + it.requestReference}, {"link", "/na-de-beslissing/" + it.id}, {"late", it.late}});
    return rows;
}

std::string startOf(store::Role role) {
    if (role == store::Role::frontDesk) return "desk";
    return role == store::Role::privacyOfficer ? "officer" : "professional";
}

}  // namespace

http::Response worklist(Visit& visit) {
    const auto filter = filterFrom(queryOf(visit));
    const auto list = casework::worklist(visit.office(), visit.actor(), filter);
    const auto notices = casework::noticesFor(visit.office(), visit.actor());
    const auto after = afterData(visit);
    const auto which = visit.say("worklist.which-" + nameOf(filter.which));
    const auto here = linkFor(filter);
    const auto views = viewsData(visit, here);
    const bool mayGive = has(visit.actor().role, Permission::seeDocuments) && !list.rows.empty();
    Data data{{"counts", countsData(visit, list.counts, filter)}, {"tabs", tabsData(visit, filter)}, {"rows", listData(visit, list)},
              {"notices", noticesData(notices)}, {"has_notices", !notices.empty()}, {"none", list.rows.empty()}, {"which", which}, {"text", filter.text},
              {"whose", filter.whose == WorkFilter::team ? "team" : "mij"}, {"which_name", nameOf(filter.which)},
              {"nothing_open", list.rows.empty() && filter.which == WorkFilter::open && filter.text.empty() && !isNarrowed(filter)},
              {"start", visit.say("worklist.start-" + startOf(visit.actor().role))}, {"may_log", has(visit.actor().role, Permission::logRequest)}};
    data["after"] = after, data["has_after"] = !after.empty();
    data["fields"] = filtersData(visit, filter);
    data["narrowed"] = isNarrowed(filter);
    data["everything_link"] = linkFor(WorkFilter{}, filter.whose, filter.which);
    data["views"] = views;
    data["has_views"] = !views.empty();
    data["query"] = here.substr(here.find('?') + 1);
    data["selectable"] = mayGive;
    data["colleagues"] = mayGive ? colleaguesData(visit) : Data::array();
    return visit.page("worklist", {visit.say("menu.worklist"), "worklist"}, data);
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
                      {{"text", text}, {"asked", !text.empty()}, {"selectable", false}, {"rows", listData(visit, list)}, {"none", list.rows.empty() && !text.empty()},
                       {"found", visit.say("search.found", {{"count", static_cast<long>(list.rows.size())}})}});
}

}  // namespace service::web::pages
