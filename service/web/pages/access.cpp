#include "service/web/pages/access.h"

#include "service/casework/access.h"
#include "service/casework/audit_view.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string householdLink(const Visit& visit) { return "/huishoudens/" + visit.at("household"); }

Data emergencyRow(const Visit& visit, const casework::EmergencyRow& row) {
    return {{"title", row.householdTitle}, {"link", "/huishoudens/" + row.householdId}, {"who", row.accountName}, {"reason", row.reason},
            {"opened", row.openedWords}, {"until", view::momentInWords(row.expiresAt, visit.language())}, {"seen", !row.seenAt.empty()},
            {"seen_words", view::momentInWords(row.seenAt, visit.language())}, {"seen_link", "/toezicht/" + row.id + "/gezien"}};
}

}  // namespace

http::Response blockedPage(Visit& visit, const std::string& householdId, const casework::Failure& failure) {
    const bool conflict = failure.kind() == casework::Failure::conflictOfInterest;
    return visit.page("blocked", {visit.say("blocked.title"), "worklist", {}, 403},
                      {{"words", failure.what()}, {"conflict", conflict}, {"action", "/huishoudens/" + householdId + "/noodtoegang"}, {"further", visit.request.path},
                       {"may_open", !conflict && has(visit.actor().role, Permission::seeWork)}});
}

http::Response openInEmergency(Visit& visit) {
    const auto outcome = casework::openInEmergency(visit.office(), visit.actor(), visit.at("household"), visit.sent.get("reason"));
    const auto further = visit.sent.get("verder");
    const bool own = further.starts_with("/verzoeken/") || further.starts_with("/huishoudens/");
    return visit.goTo(own ? further : householdLink(visit), outcome);
}

http::Response assignAccount(Visit& visit) {
    return visit.goTo(householdLink(visit), casework::assign(visit.office(), visit.actor(), visit.at("household"), visit.sent.get("account")));
}

http::Response unassignAccount(Visit& visit) {
    return visit.goTo(householdLink(visit), casework::unassign(visit.office(), visit.actor(), visit.at("household"), visit.sent.get("account")));
}

http::Response reportConflict(Visit& visit) {
    const auto chosen = visit.sent.get("account");
    const auto& about = chosen.empty() ? visit.actor().accountId : chosen;
    const auto outcome = casework::recordConflict(visit.office(), visit.actor(), visit.at("household"), about, visit.sent.get("why"));
    return visit.goTo(outcome.done && about == visit.actor().accountId ? "/werkvoorraad" : householdLink(visit), outcome);
}

http::Response oversight(Visit& visit) {
    auto rows = Data::array();
    for (const auto& row : casework::listEmergency(visit.office(), visit.actor(), casework::EmergencyFilter::all)) rows.push_back(emergencyRow(visit, row));
    const auto chain = casework::auditChain(visit.office(), visit.actor());
    return visit.page("oversight", {visit.say("menu.oversee"), "oversee"},
                      {{"rows", rows}, {"none", rows.empty()}, {"chain", chain.words}, {"whole", chain.whole}});
}

http::Response markEmergencySeen(Visit& visit) {
    return visit.goTo("/toezicht", casework::markSeen(visit.office(), visit.actor(), visit.at("emergency")));
}

}  // namespace service::web::pages
