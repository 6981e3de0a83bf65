#include "service/web/pages/corrections.h"

#include <algorithm>

#include "service/web/pages/review_data.h"

namespace service::web::pages {

namespace {

std::string backTo(const Visit& visit) {
    const std::string back = visit.sent.get("back");
    return back.starts_with("/stukken/") && back.find("//") == std::string::npos ? back : "/werkvoorraad";
}

}  // namespace

http::Response correctOne(Visit& visit) {
    casework::CorrectionForm form;
    form.proposalId = visit.at("proposal");
    for (const auto& id : visit.sent.all("to"))
        if (!id.empty()) form.to.push_back(id);
    form.reach = visit.sent.get("reach") == "everywhere" ? redaction::household::Reach::everywhere : redaction::household::Reach::place;
    form.reason = visit.sent.get("reason");
    const auto outcome = casework::correct(visit.office(), visit.actor(), form);
    if (!visit.wantsJson()) return visit.goTo(backTo(visit), outcome);
    return http::json(Data{{"done", outcome.done}, {"code", outcome.code}, {"words", outcome.words}}.dump(), outcome.done ? 200 : 409);
}

http::Response withdrawCorrection(Visit& visit) {
    return visit.goTo("/huishoudens/" + visit.at("household"), casework::withdrawCorrection(visit.office(), visit.actor(), visit.at("correction"), visit.sent.get("reason")));
}

http::Response proposingState(Visit& visit) {
    return http::json(Data{{"busy", casework::isProposing(visit.office(), visit.actor(), visit.at("request"))}}.dump());
}

Data correctionsData(const Visit& visit, std::string_view householdId, const std::vector<casework::CorrectionRow>& rows) {
    auto list = Data::array();
    for (const auto& row : rows)
        list.push_back({{"id", row.id}, {"number", row.number}, {"words", row.words}, {"reach", visit.say("correct.reach-" + row.reach)},
                        {"document", visit.say("review.document") + " " + std::to_string(row.fragmentNumber) + " · " + row.fragmentTitle},
                        {"document_link", fragmentAddress(row.fragmentId)}, {"reference", row.reference}, {"reason", row.reason}, {"by", row.byName},
                        {"at", row.atWords}, {"withdrawn", !row.withdrawnByName.empty()},
                        {"withdrawal", {{"by", row.withdrawnByName}, {"at", row.withdrawnAtWords}, {"because", row.withdrawnWhy}}},
                        {"may_withdraw", row.mayWithdraw},
                        {"link", "/huishoudens/" + std::string(householdId) + "/verbeteringen/" + row.id + "/intrekken"}});
    return list;
}

}  // namespace service::web::pages
