#include "service/web/pages/case.h"

#include "service/casework/access.h"
#include "service/casework/audit_view.h"
#include "service/casework/household_editing.h"
#include "service/casework/retention.h"
#include "service/casework/identity.h"
#include "service/casework/review.h"
#include "service/casework/words.h"
#include "service/web/forms.h"
#include "service/web/pages/access.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/case_doings.h"
#include "service/web/pages/comparing.h"
#include "service/web/pages/family_picture.h"
#include "service/web/pages/letters.h"
#include "service/web/pages/people.h"
#include "service/web/pages/terms.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

Data stepsData(const casework::CaseView& view) {
    auto steps = Data::array();
    for (const auto& step : view.steps)
        steps.push_back({{"words", step.words}, {"state", step.state}, {"now", step.state == "now"}, {"at", step.atWords}, {"by", step.byName}});
    return steps;
}

// The one next step: a button where pressing does it, a link where it is a page of its own.
Data nextData(Visit& visit, const casework::CaseView& view, const casework::CollectionProgress& progress) {
    const auto& row = view.row;
    const auto role = visit.actor().role;
    Data next{{"words", row.nextStepWords}, {"by", row.who}, {"due", row.clock.due.empty() ? row.clock.dueWords : view::dayInWords(row.clock.due, visit.language())}, {"post", ""}, {"link", ""}, {"not_yet", linesData(progress.blockers)},
              {"terms_link", caseLink(row.requestId, "termijnen")}, {"blocked", false}, {"any", !row.nextStepWords.empty()}};
    const bool unknown = row.step == "logged" && !casework::whyNotProcessed(visit.office(), visit.store().requests().load(row.requestId)).empty();
    if (unknown && has(role, Permission::collect)) next["words"] = visit.say("terms.identity"), next["link"] = caseLink(row.requestId, "identiteit");
    else if (row.nextStepLink == "items") {
        if (has(role, Permission::seeDocuments)) next["link"] = caseLink(row.requestId, "punten");
    } else if (row.step == "logged" && has(role, Permission::collect)) next["post"] = caseLink(row.requestId, "vragen");
    else if (row.step == "collecting" || row.step == "reading") {
        next["blocked"] = !progress.blockers.empty();
        if (progress.blockers.empty() && has(role, Permission::seeDocuments)) next["post"] = caseLink(row.requestId, "beoordeling-beginnen");
    } else if (row.nextStepLink == "review" && has(role, Permission::review)) next["link"] = caseLink(row.requestId, "beoordelen");
    else if (row.nextStepLink == "sign-off" && has(role, Permission::signOff)) next["link"] = caseLink(row.requestId, "vrijgave");
    else if (row.nextStepLink == "release" || row.nextStepLink == "rebuild") next["link"] = caseLink(row.requestId, "verstrekking");
    return next;
}

Data householdData(Visit& visit, const std::string& householdId, const casework::CaseView& view) {
    const auto household = casework::viewHousehold(visit.office(), visit.actor(), householdId);
    const auto request = visit.store().requests().load(view.row.requestId);
    auto facts = Data::array();
    for (const auto& fact : household.open)
        if (fact.kind != "consent") facts.push_back({{"words", fact.summary}, {"source", fact.source}});
    return {{"title", household.title}, {"link", "/huishoudens/" + household.id}, {"family", familyData(visit, household.facts, request.requesterId)}, {"facts", facts}};
}

Data logData(const Visit& visit, const std::vector<casework::AuditRow>& rows) {
    auto list = Data::array();
    for (const auto& row : rows)
        list.push_back({{"at", row.atWords}, {"by", row.byName}, {"role", row.roleWords}, {"words", row.words}, {"person", row.onPersonName}, {"why", whyIn(visit, row)},
                        {"looking", row.looking}, {"number", std::to_string(row.number)}});
    return list;
}

void addFacts(Visit& visit, const casework::CaseView& view, Data& data) {
    data["received"] = view.receivedWords;
    data["channel"] = view.channelWords;
    data["identity"] = view.identityWords;
    data["remarks"] = view.remarks;
    data["subjects"] = casework::joinedWords(view.subjectNames);
    data["steps"] = stepsData(view);
    data["open_case"] = view.row.step != "closed" && view.row.step != "released";
    data["may_collect"] = has(visit.actor().role, Permission::collect);
    data["terms_link"] = caseLink(view.row.requestId, "termijnen");
    data["doings"] = caseDoings(visit, view);
    data["has_doings"] = !data["doings"].empty();
}

// Once it is closed: when the copies go.
Data retentionData(Visit& visit, const casework::CaseView& view) {
    if (view.row.step != "closed" || !has(visit.actor().role, Permission::seeDocuments)) return false;
    const auto plan = casework::viewRetention(visit.office(), visit.actor(), view.row.requestId);
    return {{"on", plan.on.empty() ? "" : view::dayInWords(plan.on, visit.language())}, {"held", !plan.holds.empty()}, {"link", caseLink(view.row.requestId, "bewaren")}};
}

// The request itself, for the desk that logged it.
http::Response deskPage(Visit& visit, const casework::CaseView& view) {
    auto data = caseHead(visit, view, "overview");
    addFacts(visit, view, data);
    data["next_words"] = view.row.nextStepWords;
    data["release_link"] = view.row.nextStepLink.empty() ? "" : caseLink(view.row.requestId, "verstrekking");
    data["acknowledgement"] = caseLink(view.row.requestId, "ontvangstbevestiging.pdf");
    data["incoming"] = view.hasLetter ? caseLink(view.row.requestId, "brief") : "";
    return visit.page("case_desk", caseFrame(visit, view), data);
}

void requireWhole(const casework::CaseView& view) {
    if (view.atDesk) throw casework::Failure(casework::Failure::notAllowed, "De balie ziet van een verzoek alleen de stand, de termijn en de brieven aan de verzoeker.");
}

// Failing to open it is told in a way that shows what can be done: emergency access.
template <class Page>
http::Response opening(Visit& visit, Page&& page) {
    try {
        return page();
    } catch (const casework::Failure& failure) {
        if (failure.kind() != casework::Failure::notAllowed && failure.kind() != casework::Failure::conflictOfInterest) throw;
        const auto household = visit.store().requests().load(visit.at("request")).householdId;
        if (casework::mayOpen(visit.office(), visit.actor(), household) == casework::Opening::open) throw;  // the role, not the household
        return blockedPage(visit, household, failure);
    }
}

}  // namespace

http::Response caseOverview(Visit& visit) {
    return opening(visit, [&] {
        const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
        if (view.atDesk) return deskPage(visit, view);
        const auto progress = casework::collectionProgress(visit.office(), visit.actor(), view.row.requestId);
        auto data = caseHead(visit, view, "overview");
        addFacts(visit, view, data);
        data["findings"] = findingsData(view.findings);
        data["protections"] = linesData(view.protections);
        data["has_protections"] = !view.protections.empty();
        data["next"] = nextData(visit, view, progress);
        data["household"] = householdData(visit, view.row.householdId, view);
        data["compare"] = has(visit.actor().role, Permission::seeDocuments) ? comparisonLink(view.row.householdId, view.row.requestId, "") : "";
        data["collection"] = progressData(visit, progress, view.row.requestId);
        addPeople(visit, view, data);
        data["log"] = logData(visit, casework::auditOfRequest(visit.office(), visit.actor(), view.row.requestId, 8));
        data["may_add"] = has(visit.actor().role, Permission::seeDocuments);
        data["collects"] = view.collects;
        data["retention"] = retentionData(visit, view);
        return visit.page("case", caseFrame(visit, view), data);
    });
}

http::Response caseProgress(Visit& visit) {
    const auto progress = casework::collectionProgress(visit.office(), visit.actor(), visit.at("request"));
    return visit.part("collection_alone", {{"collection", progressData(visit, progress, visit.at("request"))}, {"may_collect", has(visit.actor().role, Permission::collect)},
                                           {"csrf", visit.who->csrfToken}});
}

http::Response caseDocuments(Visit& visit) {
    return opening(visit, [&] {
        const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
        const auto overview = casework::reviewOverview(visit.office(), visit.actor(), view.row.requestId);
        const bool mayOpen = has(visit.actor().role, Permission::seeDocuments);
        auto rows = Data::array();
        for (const auto& fragment : overview.fragments)
            rows.push_back({{"number", std::to_string(fragment.number)}, {"document_title", fragment.title}, {"partner", fragment.partnerName}, {"kind", fragment.kind},
                            {"author", fragment.author}, {"date", view::dayInWords(fragment.documentDate, visit.language())}, {"state", fragment.stateWords},
                            {"tone", fragment.state == "read" ? "good" : fragment.state == "needs-human" ? "late" : fragment.state == "reading" ? "busy" : "plain"},
                            {"doubt", fragment.doubt}, {"pages", fragment.pages ? std::to_string(fragment.pages) : ""}, {"counts", fragment.counts.words},
                            {"open_judge", fragment.counts.openJudge ? visit.say("case.open-judge", {{"count", static_cast<long>(fragment.counts.openJudge)}}) : ""},
                            {"link", mayOpen ? "/stukken/" + fragment.id + "/beoordelen" : ""}, {"added", fragment.addedByName}, {"reason", fragment.addedReason},
                            {"again", fragment.state == "needs-human" ? "/stukken/" + fragment.id + "/opnieuw-lezen" : ""}});
        auto data = caseHead(visit, view, "documents");
        data["rows"] = rows;
        data["none"] = rows.empty();
        data["progress"] = overview.counts.words;
        data["may_collect"] = has(visit.actor().role, Permission::collect) && view.row.step != "released" && view.row.step != "closed";
        return visit.page("case_documents", caseFrame(visit, view, visit.say("case.tab-documents")), data);
    });
}

http::Response caseDecision(Visit& visit) {
    return opening(visit, [&] {
        const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
        auto rows = Data::array();
        for (const auto& row : view.decisions)
            rows.push_back({{"partner", row.partnerName}, {"kind", row.kindWords}, {"remedy", row.remedyWords}, {"fragments", std::to_string(row.fragments)},
                            {"released", std::to_string(row.released)}, {"partly", std::to_string(row.partly)}, {"withheld", std::to_string(row.withheld)}});
        requireWhole(view);
        auto data = caseHead(visit, view, "decision");
        data["rows"] = rows;
        data["none"] = rows.empty();
        data["sign_link"] = has(visit.actor().role, Permission::signOff) ? caseLink(view.row.requestId, "vrijgave") : "";
        data["release_link"] = caseLink(view.row.requestId, "verstrekking");
        return visit.page("case_decision", caseFrame(visit, view, visit.say("case.tab-decision")), data);
    });
}

http::Response caseLetters(Visit& visit) {
    return opening(visit, [&] {
        const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
        auto data = caseHead(visit, view, "letters");
        data["acknowledgement"] = caseLink(view.row.requestId, "ontvangstbevestiging.pdf");
        data["incoming"] = view.hasLetter ? caseLink(view.row.requestId, "brief") : "";
        data["release_link"] = caseLink(view.row.requestId, "verstrekking");
        data["terms_link"] = caseLink(view.row.requestId, "termijnen");
        data["term_letters"] = termLettersData(visit, view.row.requestId);
        data["partner_letters"] = has(visit.actor().role, Permission::seeDocuments) ? partnerLettersData(visit, view.row.requestId) : Data::array();
        data["edit_link"] = view.row.step == "sign-off" && has(visit.actor().role, Permission::seeDocuments) ? caseLink(view.row.requestId, "brieven/wijzigen") : "";
        return visit.page("case_letters", caseFrame(visit, view, visit.say("case.tab-letters")), data);
    });
}

http::Response caseLog(Visit& visit) {
    return opening(visit, [&] {
        const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
        auto data = caseHead(visit, view, "log");
        data["log"] = logData(visit, casework::auditOfRequest(visit.office(), visit.actor(), view.row.requestId));
        return visit.page("case_log", caseFrame(visit, view, visit.say("case.tab-log")), data);
    });
}

}  // namespace service::web::pages
