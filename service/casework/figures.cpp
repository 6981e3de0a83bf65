#include "service/casework/figures.h"

#include <nlohmann/json.hpp>

#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_answers.h"
#include "service/casework/office.h"
#include "service/casework/outcomes.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;

void addGrounds(const store::Release& release, requests::CountedCase& one) {
    const auto contents = Json::parse(release.contents, nullptr, false);
    for (const auto& document : contents.is_object() ? contents.value("documents", Json::array()) : Json::array())
        for (const auto& [ground, places] : document.value("grounds", std::map<std::string, std::size_t>())) one.grounds[ground] += places;
}

// What was not granted on the points of a request, by the answer that was chosen.
void addAnswers(Office& office, const store::Request& request, requests::CountedCase& one) {
    if (!isAnsweredByItems(request) || isNotTakenUp(office, request)) return;
    for (const auto& [item, decision] : office.store.items().latest(request.id))
        if (decision.answer != toText(requests::Answer::granted)) ++one.grounds[requests::groundOf(request.right, decision.choice)];
}

}  // namespace

requests::CountedCase countedCase(Office& office, const store::Request& request) {
    requests::CountedCase one;
    const auto clock = decisionClock(office, request);
    one.right = request.right, one.partners = office.store.requests().partnersOf(request), one.received = request.receivedOn, one.due = clock.law.end;
    const auto release = office.store.releases().latest(request.id);
    if (release && release->releasedAt) one.decided = service::amsterdamDay(*release->releasedAt), addGrounds(*release, one), addAnswers(office, request, one), one.answer = decidedOn(office, request).whole;
    else if (request.closedAt) one.decided = service::amsterdamDay(*request.closedAt);
    one.handedOn = office.store.applications().findTransfer(request.id).has_value();
    one.paused = !one.decided && clock.suspendedNow;
    for (const auto& late : office.store.delays().explanations(request.id))
        if (late.explains == store::Lateness::term) one.lateCause = late.cause;
    return one;
}

std::vector<requests::CountedCase> countedCases(Office& office) {
    std::vector<requests::CountedCase> cases;
    for (const auto& request : office.store.requests().all()) cases.push_back(countedCase(office, request));
    for (const auto& it : office.store.retention().all()) cases.push_back(figuresFrom(it.figures));
    std::erase_if(cases, [](const auto& it) { return it.handedOn; });  // who decides on it counts it
    return cases;
}

std::string figuresJson(const requests::CountedCase& one) {
    return Json{{"right", one.right}, {"partners", one.partners}, {"received", requests::toIso(one.received)}, {"due", requests::toIso(one.due)},
                {"decided", one.decided ? requests::toIso(*one.decided) : ""}, {"cause", one.lateCause}, {"grounds", one.grounds}, {"answer", one.answer}, {"handed-on", one.handedOn}}
        .dump();
}

requests::CountedCase figuresFrom(const std::string& text) {
    const auto json = Json::parse(text);
    requests::CountedCase one;
    one.right = json.at("right"), one.partners = json.at("partners").get<std::vector<std::string>>();
    one.received = requests::parseIso(json.at("received").get<std::string>()).value_or(Date{}), one.due = requests::parseIso(json.at("due").get<std::string>()).value_or(Date{});
    one.decided = requests::parseIso(json.at("decided").get<std::string>());
    one.lateCause = json.at("cause"), one.grounds = json.at("grounds").get<std::map<std::string, std::size_t>>();
    one.answer = json.value("answer", ""), one.handedOn = json.value("handed-on", false);
    return one;
}

}  // namespace service::casework
