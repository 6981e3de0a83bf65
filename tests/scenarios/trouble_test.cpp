// Partners that fail: nothing is silently empty, and it is always clear who must act.
#include <gtest/gtest.h>

#include "service/casework/collection.h"
#include "service/casework/worklist.h"
#include "tests/scenarios/case_steps.h"

namespace scenarios {
namespace {

using namespace service::casework;
using namespace std::chrono_literals;

class Trouble : public testing::Test {
  protected:
    Partners partners;
    TemporaryFolder data;
    Region region{partners, data.path() / "data", amsterdamMorning(2026, 3, 9)};
    Actor handler = region.actor("professional");

    PartnerCollection caseSystem(const std::string& id) {
        for (const auto& row : collectionProgress(region.office(), handler, id).partners)
            if (row.partnerId == "lt") return row;
        return {};
    }
    bool comesTo(const std::string& id, const std::string& state) {
        return waitUntil([&] { return caseSystem(id).state == state; }, 120s);
    }
};

TEST_F(Trouble, ThatPassesIsTriedAgainLaterAndThenDelivers) {
    partners.caseSystem().setFault(partners::Fault::serverError);
    const auto id = logFathersRequest(region);
    region.startWorkers();
    ASSERT_TRUE(startCollection(region.office(), handler, id).done);
    ASSERT_TRUE(comesTo(id, "retrying")) << caseSystem(id).state;
    EXPECT_FALSE(caseSystem(id).nextAttempt.empty());
    EXPECT_FALSE(caseSystem(id).explanation.empty());
    EXPECT_TRUE(caseSystem(id).answer.empty());
    partners.caseSystem().setFault(partners::Fault::none);
    region.clock().advance(1h);
    ASSERT_TRUE(comesTo(id, "done")) << caseSystem(id).explanation;
    EXPECT_GT(caseSystem(id).delivered, 0u);
}

TEST_F(Trouble, ThatLastsNeedsSomeoneWhoCanSayHowItEnded) {
    partners.caseSystem().setFault(partners::Fault::unauthorized);
    const auto id = logFathersRequest(region);
    region.startWorkers();
    ASSERT_TRUE(startCollection(region.office(), handler, id).done);
    ASSERT_TRUE(comesTo(id, "needs-someone")) << caseSystem(id).state;
    EXPECT_FALSE(caseSystem(id).whoMustAct.empty());
    const auto list = worklist(region.office(), handler, {});
    ASSERT_EQ(list.rows.size(), 1u);
    EXPECT_FALSE(list.rows.front().obstacles.empty());
    EXPECT_FALSE(startReview(region.office(), region.actor("professional"), id).done);
    EXPECT_EQ(markByHand(region.office(), handler, id, "lt", "refused", "").code, "reason-missing");
    ASSERT_TRUE(markByHand(region.office(), handler, id, "lt", "refused", "de gemeente weigert per brief van 9 maart").done);
    EXPECT_EQ(caseSystem(id).answerWords, "geweigerd");
    EXPECT_TRUE(waitUntil([&] { return stepOf(region, id) == "review"; }, 240s));
}

}  // namespace
}  // namespace scenarios
