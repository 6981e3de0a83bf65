#include "redaction/document/document.h"
#include "service/casework/uncovered.h"

#include <gtest/gtest.h>

namespace service::casework {
namespace {

using redaction::policy::Decision;
using redaction::policy::Proposal;
using redaction::policy::Scope;

Proposal proposal(std::size_t start, std::size_t end, Decision decision, Scope scope = Scope::passage) {
    Proposal made;
    made.fragment = "f", made.start = start, made.end = end, made.decision = decision, made.scope = scope;
    return made;
}

TEST(Uncovered, PutsEveryLineOutsideAPassageToAHuman) {
    redaction::document::Document document;
    document.text = U"een twee\n\n  drie vier\nvijf";
    const auto gaps = uncovered("f", document, {proposal(0, 8, Decision::release), proposal(12, 16, Decision::release, Scope::span)});
    ASSERT_EQ(gaps.size(), 2u);
    EXPECT_EQ(gaps[0].start, 12u);
    EXPECT_EQ(gaps[0].end, 21u);
    EXPECT_EQ(gaps[0].decision, Decision::judge);
    EXPECT_EQ(gaps[1].start, 22u);
    EXPECT_TRUE(uncovered("f", document, {proposal(0, 26, Decision::release)}).empty());
}

}  // namespace
}  // namespace service::casework
