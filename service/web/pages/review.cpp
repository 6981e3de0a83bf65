// The review: the overview of documents, the workbench, and the decisions its script and forms send.
#include "service/web/pages/review.h"

#include <charconv>
#include <set>
#include <sstream>

#include "service/casework/review.h"
#include "service/casework/signoff.h"
#include "service/web/pages/review_data.h"

namespace service::web::pages {

namespace {

std::size_t numberFrom(const std::string& text, std::size_t otherwise = 0) {
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string requestAddress(const Visit& visit) { return "/verzoeken/" + visit.at("request") + "/beoordelen"; }

Data progressData(const casework::DecisionOutcome& outcome) {
    const auto& counts = outcome.request;
    return {{"words", counts.words}, {"all", counts.proposals}, {"decided", counts.decided}, {"openJudge", counts.openJudge},
            {"here", outcome.fragment.words}};
}

std::string rowHtml(Visit& visit, const casework::ProposalRow& row) {
    Data data = rowData(visit, row);
    data["mayDecide"] = true;  // it is told after a decision, so at a step where there is one
    return visit.part("review_row_alone", std::move(data)).body;
}

// What the script needs after a decision: the rows that changed, drawn anew.
http::Response answerScript(Visit& visit, const casework::DecisionOutcome& outcome) {
    Data answer{{"done", outcome.done}, {"code", outcome.code}, {"words", outcome.words}, {"batch", outcome.batch}};
    answer["rows"] = Data::array();
    if (outcome.now) answer["rows"].push_back({{"id", outcome.now->id}, {"html", rowHtml(visit, *outcome.now)}});
    for (const auto& row : outcome.also) answer["rows"].push_back({{"id", row.id}, {"html", rowHtml(visit, row)}});
    if (outcome.request.proposals > 0) answer["progress"] = progressData(outcome);
    if (outcome.done && !outcome.now && visit.sent.get("decision") == "withdraw") answer["gone"] = visit.at("proposal");
    return visit.json(std::move(answer), outcome.done ? 200 : 409);
}

std::set<std::string> idsOfBatch(const casework::DocumentView& view, const std::string& batch) {
    std::set<std::string> ids;
    for (const auto& row : view.proposals)
        if (row.ruling && row.ruling->batch == batch) ids.insert(row.id);
    return ids;
}

// The rows of this document that the batch had decided come back as they were.
http::Response undo(Visit& visit, const std::string& proposalId, const std::string& batch, const std::string& back) {
    const auto proposal = visit.store().proposals().load(proposalId);
    const auto ids = idsOfBatch(casework::reviewDocument(visit.office(), visit.actor(), proposal.fragmentId), batch);
    const auto outcome = casework::undoBatch(visit.office(), visit.actor(), proposal.requestId, batch);
    if (!visit.wantsJson()) return visit.goTo(back, outcome);
    const auto view = casework::reviewDocument(visit.office(), visit.actor(), proposal.fragmentId);
    Data answer{{"done", outcome.done}, {"code", outcome.code}, {"words", outcome.words}, {"progress", progressData(outcome)}};
    answer["progress"]["here"] = view.fragment.counts.words;
    answer["rows"] = Data::array();
    for (const auto& row : view.proposals)
        if (ids.contains(row.id)) answer["rows"].push_back({{"id", row.id}, {"html", rowHtml(visit, row)}});
    return visit.json(std::move(answer));
}

http::Response answer(Visit& visit, const casework::DecisionOutcome& outcome, const std::string& back) {
    return visit.wantsJson() ? answerScript(visit, outcome) : visit.goTo(back, outcome);
}

// One of the two people who together may show what is hidden for safety.
http::Response lift(Visit& visit, const std::string& proposalId, const std::string& reason, const std::string& back) {
    const auto proposal = visit.store().proposals().load(proposalId);
    const auto lifted = casework::liftSafety(visit.office(), visit.actor(), proposalId, reason);
    if (!visit.wantsJson()) return visit.goTo(back, lifted);
    Data answer{{"done", lifted.done}, {"code", lifted.code}, {"words", lifted.words}, {"rows", Data::array()}};
    for (const auto& row : casework::reviewDocument(visit.office(), visit.actor(), proposal.fragmentId).proposals)
        if (row.id == proposalId) answer["rows"].push_back({{"id", row.id}, {"html", rowHtml(visit, row)}});
    return visit.json(std::move(answer), lifted.done ? 200 : 409);
}

casework::Decision decisionFrom(const Visit& visit) {
    casework::Decision decision;
    decision.proposalId = visit.at("proposal");
    decision.seenNumber = numberFrom(visit.sent.get("number"));
    decision.decision = visit.sent.get("decision");
    decision.ground = visit.sent.get("ground");
    decision.subject = visit.sent.get("subject");
    decision.kind = visit.sent.get("kind");
    decision.reason = visit.sent.get("reason");
    return decision;
}

// Only an address of our own: a form field may not send someone elsewhere.
std::string backFrom(const Visit& visit, const std::string& otherwise) {
    const std::string back = visit.sent.get("back");
    return back.starts_with("/stukken/") && back.find("//") == std::string::npos ? back : otherwise;
}

std::optional<redaction::document::Box> boxFrom(const std::string& text) {
    std::istringstream in(text);
    in.imbue(std::locale::classic());
    redaction::document::Box box;
    if (!(in >> box.x0 >> box.y0 >> box.x1 >> box.y1)) return std::nullopt;
    return box;
}

}  // namespace

http::Response reviewOverviewPage(Visit& visit) {
    if (const auto request = visit.store().requests().find(visit.at("request")); request && request->right != "access") return visit.goTo("/verzoeken/" + visit.at("request") + "/punten", casework::Outcome::success());
    const auto overview = casework::reviewOverview(visit.office(), visit.actor(), visit.at("request"));
    return visit.page("review_overview", {visit.say("review.title"), "worklist",
                                          {{visit.say("menu.worklist"), "/werkvoorraad"},
                                           {overview.reference, "/verzoeken/" + overview.requestId},
                                           {visit.say("review.title"), ""}}},
                      overviewData(visit, overview));
}

http::Response workbenchPage(Visit& visit) {
    const auto view = casework::reviewDocument(visit.office(), visit.actor(), visit.at("fragment"));
    const auto overview = casework::reviewOverview(visit.office(), visit.actor(), view.requestId);
    return visit.page("review", {visit.say("review.document") + " " + std::to_string(view.fragment.number), "worklist",
                                 {{visit.say("menu.worklist"), "/werkvoorraad"},
                                  {view.reference, "/verzoeken/" + view.requestId},
                                  {visit.say("review.title"), "/verzoeken/" + view.requestId + "/beoordelen"},
                                  {visit.say("review.document") + " " + std::to_string(view.fragment.number), ""}}},
                      workbenchData(visit, view, overview));
}

http::Response pagePicture(Visit& visit) {
    const std::size_t page = numberFrom(visit.at("page"));
    if (page == 0) throw casework::Failure(casework::Failure::notFound, "Deze bladzijde bestaat niet.");
    http::Response response;
    response.mediaType = "image/png";
    response.body = casework::pageImage(visit.office(), visit.actor(), visit.at("fragment"), page - 1);
    return response;
}

http::Response sourceFile(Visit& visit) {
    auto source = casework::fragmentSource(visit.office(), visit.actor(), visit.at("fragment"));
    return http::download(std::move(source.bytes), "application/octet-stream", source.fileName);
}

http::Response decideOne(Visit& visit) {
    auto decision = decisionFrom(visit);
    const std::string back = backFrom(visit, "/werkvoorraad");
    if (decision.decision == "withdraw")
        return answer(visit, casework::withdraw(visit.office(), visit.actor(), decision.proposalId, decision.seenNumber), back);
    if (decision.decision == "lift") return lift(visit, decision.proposalId, decision.reason, back);
    if (decision.decision == "undo") return undo(visit, decision.proposalId, visit.sent.get("batch"), back);
    if (decision.decision.starts_with("alike")) {  // alike: as proposed; alike-release, alike-redact
        decision.decision = decision.decision == "alike" ? "accept" : decision.decision.substr(6);
        return answer(visit, casework::decideMany(visit.office(), visit.actor(), decision, casework::Reach::likeThis), back);
    }
    return answer(visit, casework::decide(visit.office(), visit.actor(), decision), back);
}

http::Response acceptRest(Visit& visit) {
    const auto view = casework::reviewDocument(visit.office(), visit.actor(), visit.at("fragment"));
    casework::Decision decision;
    decision.decision = "accept";
    for (const auto& row : view.proposals)
        if (row.decision != "judge" && !row.opened && !row.ruling) decision.proposalId = row.id;
    if (decision.proposalId.empty())
        return visit.goTo(fragmentAddress(view.fragment.id), casework::Outcome::success(visit.say("review.nothing-left")));
    return answer(visit, casework::decideMany(visit.office(), visit.actor(), decision, casework::Reach::restOfFragment),
                  fragmentAddress(view.fragment.id));
}

http::Response addOne(Visit& visit) {
    casework::Addition addition;
    addition.fragmentId = visit.at("fragment");
    addition.start = numberFrom(visit.sent.get("start"));
    addition.end = numberFrom(visit.sent.get("end"));
    if (!visit.sent.get("page").empty()) {
        addition.page = numberFrom(visit.sent.get("page"));
        addition.box = boxFrom(visit.sent.get("box"));
    }
    addition.ground = visit.sent.get("ground");
    addition.subject = visit.sent.get("subject");
    addition.kind = visit.sent.get("kind");
    addition.reason = visit.sent.get("reason");
    return answer(visit, casework::addMark(visit.office(), visit.actor(), addition), fragmentAddress(addition.fragmentId));
}

http::Response decideWholeFragment(Visit& visit) {
    const auto decision = visit.sent.get("decision") == "withhold" ? casework::WholeFragment::withhold : casework::WholeFragment::readByHand;
    return visit.goTo(fragmentAddress(visit.at("fragment")),
                      casework::decideWhole(visit.office(), visit.actor(), visit.at("fragment"), decision, visit.sent.get("ground"),
                                            visit.sent.get("reason")));
}

http::Response finishReview(Visit& visit) {
    const auto outcome = casework::finishReview(visit.office(), visit.actor(), visit.at("request"));
    return visit.goTo(outcome.done ? "/verzoeken/" + visit.at("request") : requestAddress(visit), outcome);
}

http::Response reopenReview(Visit& visit) {
    return visit.goTo(requestAddress(visit), casework::reopenReview(visit.office(), visit.actor(), visit.at("request")));
}

http::Response settleRemark(Visit& visit) {
    return visit.goTo(requestAddress(visit), casework::settleRemark(visit.office(), visit.actor(), visit.at("remark")));
}

http::Response sessionToken(Visit& visit) { return http::json(Data{{"token", visit.who->csrfToken}, {"account", visit.who->account.id}}.dump()); }

}  // namespace service::web::pages
