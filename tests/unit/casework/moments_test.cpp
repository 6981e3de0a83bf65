#include "service/casework/moments.h"

#include <gtest/gtest.h>

namespace service::casework {
namespace {

struct Case {
    const char *utc, *amsterdam;
};

TEST(Moments, AreReadInAmsterdamTime) {
    const Case cases[] = {
        {"2026-04-07T12:05:00Z", "di 7 april 2026, 14:05"},  // summer
        {"2026-01-31T23:30:00Z", "zo 1 februari 2026, 00:30"},  // winter, over midnight
        {"2026-03-29T00:59:59Z", "zo 29 maart 2026, 01:59"},    // the second before summer time
        {"2026-03-29T01:00:00Z", "zo 29 maart 2026, 03:00"},
        {"2026-10-25T00:59:59Z", "zo 25 oktober 2026, 02:59"},
        {"2026-10-25T01:00:00Z", "zo 25 oktober 2026, 02:00"},
    };
    for (const auto& item : cases) EXPECT_EQ(dutchMoment(momentFromIso(item.utc)), item.amsterdam) << item.utc;
}

TEST(Moments, CountInDutch) {
    EXPECT_EQ(dutchCount(7), "7");
    EXPECT_EQ(dutchCount(1204), "1.204");
    EXPECT_EQ(dutchCount(1234567), "1.234.567");
}

}  // namespace
}  // namespace service::casework
