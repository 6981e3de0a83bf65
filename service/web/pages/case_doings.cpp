#include "service/web/pages/case_doings.h"

#include "service/web/pages/applications.h"
#include "service/web/pages/case_data.h"

namespace service::web::pages {

namespace {

struct Doing {
    std::string link;
    const char* words;  // key of the text
    bool possible = true;
};

void addGroup(Data& groups, const Visit& visit, const char* title, std::initializer_list<Doing> doings) {
    auto links = Data::array();
    for (const auto& it : doings)
        if (it.possible) links.push_back({{"link", it.link}, {"words", visit.say(it.words)}});
    if (!links.empty()) groups.push_back({{"title", visit.say(title)}, {"links", links}});
}

}  // namespace

Data caseDoings(const Visit& visit, const casework::CaseView& view) {
    const auto& row = view.row;
    const auto role = visit.actor().role;
    const bool decided = row.step == "released", closed = row.step == "closed", open = !decided && !closed;
    const bool collect = has(role, Permission::collect), documents = has(role, Permission::seeDocuments) && !view.atDesk;
    const auto to = [&](const char* part) { return caseLink(row.requestId, part); };
    auto groups = Data::array();
    addGroup(groups, visit, "case.more-terms",
             {{to("termijnen"), "terms.all"}, {to("termijn/opschorten"), "clock.suspend", open && collect}, {to("termijn/verlengen"), "clock.extend", open && collect}});
    addGroup(groups, visit, "case.more-who", {{to("identiteit"), "terms.identity", open && collect}, {to("contact"), "contact.title", !closed && collect}});
    addGroup(groups, visit, "case.more-outcome",
             {{to("antwoordvorm"), "answer.title", open && documents && row.right == "access"},
              {applicationLink(row.applicationId), "case.more-application"},
              {to("doorzenden"), "case.more-transfer", view.mayTransfer && collect && !view.atDesk},
              {to("buitensporig"), "answer.claim", open && documents}});
    addGroup(groups, visit, "case.more-after",
             {{to("na-de-beslissing"), "remedy.new", documents}, {to("datalek"), "breach.new", !open && documents}, {to("bewaren"), "report.retention", documents && !open}});
    return groups;
}

}  // namespace service::web::pages
