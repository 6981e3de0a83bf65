#include "service/casework/pauses.h"

#include <gtest/gtest.h>

namespace service::casework {
namespace {

using namespace std::chrono_literals;

TEST(Pauses, GrowUntilSomeoneMustLook) {
    auto before = 0s, together = 0s;
    for (int attempts = 1; pauseAfter(attempts); ++attempts) {
        const auto pause = pauseAfter(attempts).value();
        EXPECT_GT(pause, before) << "after attempt " << attempts;
        before = pause, together += pause;
        ASSERT_LT(attempts, 50) << "it is tried for ever";
    }
    EXPECT_LE(pauseAfter(1), 10s) << "a hiccup holds nobody up";
    EXPECT_GE(together, 24h) << "a partner may be down over a day";
    EXPECT_LE(together, 24h * 7);
}

}  // namespace
}  // namespace service::casework
