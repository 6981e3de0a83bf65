#include "tests/scenarios/case_steps.h"

#include <gtest/gtest.h>

#include "service/casework/intake.h"
#include "service/casework/review.h"

namespace scenarios {

using namespace service::casework;

std::string logFathersRequest(Region& region) {
    RequestForm form;
    form.householdId = region.householdId("Huisman");
    form.requesterId = "vader", form.subjectIds = {"vader", "zoon"}, form.capacity = "parent", form.right = "access";
    form.addressedTo = "vt", form.receivedOn = "2026-03-02", form.channel = "letter";
    form.identityMethod = "passport", form.identityOn = "2026-03-09";
    const auto outcome = logRequest(region.office(), region.actor("balie"), form);
    EXPECT_TRUE(outcome.done) << outcome.words << (outcome.findings.empty() ? "" : outcome.findings.front().words);
    return outcome.requestId;
}

namespace {

void settleFragment(Region& region, const Actor& actor, const FragmentRow& fragment) {
    if (fragment.state != "needs-human") return;
    const bool read = !fragment.layout.empty();
    const auto outcome = decideWhole(region.office(), actor, fragment.id, read ? WholeFragment::readByHand : WholeFragment::withhold, "third-party",
                                     "zelf bekeken naast het origineel");
    ASSERT_TRUE(outcome.done) << outcome.words;
}

void decideFragment(Region& region, const Actor& actor, const std::string& fragmentId) {
    auto view = reviewDocument(region.office(), actor, fragmentId);
    for (const auto& proposal : view.proposals) {
        if (proposal.ruling || proposal.decision != "judge") continue;
        Decision decision;
        decision.proposalId = proposal.id, decision.seenNumber = proposal.seenNumber, decision.decision = "redact";
        decision.ground = proposal.ground.empty() ? "third-party" : proposal.ground, decision.reason = "raakt een ander te zeer";
        const auto outcome = decide(region.office(), actor, decision);
        // What lies within a passage is decided with it.
        ASSERT_TRUE(outcome.done || outcome.code == "someone-was-first") << outcome.words;
    }
    for (const auto& proposal : view.proposals) {
        if (proposal.decision == "judge") continue;
        Decision rest;
        rest.proposalId = proposal.id;
        decideMany(region.office(), actor, rest, Reach::restOfFragment);
        return;
    }
}

}  // namespace

void decideEverything(Region& region, const std::string& requestId, const std::string& login) {
    const auto actor = region.actor(login);
    for (const auto& fragment : reviewOverview(region.office(), actor, requestId).fragments) settleFragment(region, actor, fragment);
    const auto settled = [&] { return !region.office().store.jobs().findOpen("propose", requestId); };
    ASSERT_TRUE(waitUntil([&] { return settled() || !region.office().store.jobs().countOpen(requestId); }, std::chrono::seconds(120)));
    for (const auto& fragment : reviewOverview(region.office(), actor, requestId).fragments) decideFragment(region, actor, fragment.id);
}

std::string stepOf(Region& region, const std::string& requestId) {
    return service::store::toText(region.office().store.requests().load(requestId).step);
}

}  // namespace scenarios
