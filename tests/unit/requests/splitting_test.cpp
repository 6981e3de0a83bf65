// One application becomes parts: one right towards one controller each.
#include <gtest/gtest.h>

#include "service/requests/splitting.h"

namespace service::requests {

namespace {
using Parts = std::vector<Part>;
}

TEST(Splitting, OneRightOfOnePartnerIsOnePart) {
    EXPECT_EQ(split({"access"}, {"vt"}, Handling::apart), (Parts{{"access", "vt", {}}}));
    EXPECT_EQ(split({"access"}, {"vt"}, Handling::together), (Parts{{"access", "vt", {}}})) << "there is nobody to handle together with";
}

TEST(Splitting, SeveralRightsOfSeveralPartnersAreOnePartEach) {
    EXPECT_EQ(split({"access", "erasure"}, {"vt", "gi"}, Handling::apart),
              (Parts{{"access", "vt", {}}, {"erasure", "vt", {}}, {"access", "gi", {}}, {"erasure", "gi", {}}}));
}

// Basis: Convenant art. 5.2: each controller decides for its own data; only access is handled by one team for all
TEST(Splitting, OnlyAccessIsHandledTogether) {
    EXPECT_EQ(split({"access", "erasure"}, {"vt", "gi"}, Handling::together),
              (Parts{{"access", "", {"vt", "gi"}}, {"erasure", "vt", {}}, {"erasure", "gi", {}}}));
    EXPECT_EQ(split({"rectification"}, {"vt", "gi"}, Handling::together), (Parts{{"rectification", "vt", {}}, {"rectification", "gi", {}}}));
}

TEST(Splitting, WhatIsDoubledCountsOnceAndWithoutAPartnerThereIsNoPart) {
    EXPECT_EQ(split({"access", "access", ""}, {"vt", "vt", ""}, Handling::apart), (Parts{{"access", "vt", {}}}));
    EXPECT_EQ(split({"access"}, {}, Handling::apart), Parts{});
    EXPECT_EQ(split({}, {"vt"}, Handling::apart), Parts{});
}

}  // namespace service::requests
