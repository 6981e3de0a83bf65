#include "service/casework/clocks.h"

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/clock_days.h"
#include "service/casework/deciding_anew.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/partner_standing.h"
#include "service/casework/term_table.h"

namespace service::casework {

namespace {

ClockLine lineOf(Office& office, const requests::Clock& clock, const std::string& counting) {
    ClockLine line{clock.id, clock.title, clock.source, clock.unlimited ? std::string() : requests::toIso(clock.end), clock.id == counting, clock.provisional, false, derivationOf(clock)};
    line.over = !clock.unlimited && std::chrono::sys_days{clock.end} < std::chrono::sys_days{today(office)};
    return line;
}

bool isOfTheRequest(const requests::Clock& clock) { return clock.id == "decide" || clock.id == "extended" || clock.id == "refusal"; }

ClockGroup groupOf(Office& office, const store::Request& request, const store::Partner* partner, const std::string& counting) {
    const auto all = requests::allClocks(clockFactsOf(office, request, partner), termsOn(office), calendarOf(office));
    ClockGroup group;
    group.partner = partner ? partner->name : "";
    for (const auto& clock : all.clocks)
        if (isOfTheRequest(clock) == (partner == nullptr)) group.clocks.push_back(lineOf(office, clock, counting));
    if (const auto told = partner ? familyTold(office, request, partner->id) : std::nullopt)
        for (auto& line : group.clocks)
            if (line.id == "inform-family") line.done = requests::toIso(*told), line.over = false, line.daysLate = std::max(0, requests::daysBetween(*requests::parseIso(line.end), *told));
    if (!partner) group.remarks = all.remarks;
    return group;
}

std::string groundWords(const requests::SuspensionRules& rules, const std::string& id) {
    for (const auto& rule : rules.grounds)
        if (rule.id == id) return rule.words;
    return id;
}

void addEvents(Office& office, const store::Request& request, TermsView& view) {
    const auto rules = loadTermTable(office.templates).on(request.receivedOn).suspension;
    for (const auto& it : office.store.requests().suspensionHistory(request.id))
        view.events.push_back({it.id, it.documents, groundWords(rules, it.lawfulGround), requests::toIso(it.from), it.until ? requests::toIso(*it.until) : std::string(), it.reason, it.question, it.answer,
                               it.lateWhy, accountName(office, it.recordedBy), it.withdrawn.why, false, !it.until && !it.withdrawn.at, !it.withdrawn.at, !it.letterBlob.empty(),
                               it.lawfulGround == "identity"});
    for (const auto& it : office.store.requests().extensionHistory(request.id))
        view.events.push_back({{}, 0, "verlengd", requests::toIso(it.toldOn), {}, it.reason, {}, {}, {}, accountName(office, it.recordedBy), it.withdrawn.why, true, false, !it.withdrawn.at,
                               !it.letterBlob.empty(), false});
    std::stable_sort(view.events.begin(), view.events.end(), [](const auto& a, const auto& b) { return a.fromDay < b.fromDay; });
}

}  // namespace

requests::ClockFacts clockFactsOf(Office& office, const store::Request& request, const store::Partner* partner) {
    requests::ClockFacts facts;
    facts.course = courseOf(office, request, partner ? partner->id : std::string());
    facts.erasure = request.right == "erasure";
    if (!partner) return facts;
    facts.partner = requests::partnerKindFrom(partner->kind), facts.standing = standingIn(*partner);
    facts.sent = sentOn(office, request);
    addClockDays(office, request, *partner, facts);
    addInstances(office, request, *partner, facts);
    for (const auto& notice : office.store.delays().notices(request.id))
        if (notice.partnerId == partner->id) facts.noticeReceived = notice.receivedOn;
    return facts;
}

TermsView viewTerms(Office& office, const Actor& actor, std::string_view requestId) {
    const auto [request, sight] = requireRequestOrDesk(office, actor, requestId);
    // At the counter others look along: a partner that gives a place away is not named there.
    const auto hidden = sight == Sight::desk ? hiddenPartners(office, office.store.households().load(request.householdId), request) : std::set<std::string>{};
    TermsView view;
    const auto decision = decisionClock(office, request);
    view.groups.push_back(groupOf(office, request, nullptr, decision.due.id));
    for (const auto& partnerId : office.store.requests().partnersOf(request)) {
        const auto partner = office.store.partners().find(partnerId);
        if (!partner || !partner->active || hidden.count(partner->id) != 0) continue;
        auto group = groupOf(office, request, &*partner, partner->id == request.addressedTo ? decision.due.id : "");
        if (!group.clocks.empty()) view.groups.push_back(std::move(group));
    }
    view.milestones = milestonesOf(office, request);
    addEvents(office, request, view);
    view.late = lateView(office, request, hidden);
    view.days = viewClockDays(office, actor, request);
    std::erase_if(view.days.rows, [&](const auto& it) { return hidden.count(it.partnerId) != 0; });
    view.running = isOpen(request), view.extended = decision.extended;
    record(office, actor, trailOf(request, "clock.seen"));
    return view;
}

}  // namespace service::casework
