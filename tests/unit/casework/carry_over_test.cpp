#include "service/casework/carry_over.h"

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

TEST(CarryOver, KeepsWhatIsTheSameAndReplacesWhatDiffers) {
    const std::vector<Standing> standing{{"1", proposal(0, 5, Decision::release)}, {"2", proposal(6, 9, Decision::redact)}};
    const auto result = carryOver(standing, {proposal(0, 5, Decision::release), proposal(6, 9, Decision::judge)});
    EXPECT_EQ(result.kept, 1u);
    EXPECT_EQ(result.replaced, std::vector<std::string>{"2"});
    ASSERT_EQ(result.added.size(), 1u);
    EXPECT_EQ(result.added[0].decision, Decision::judge);
}

TEST(CarryOver, CountsTheSameTwiceOnce) {
    const auto twice = proposal(0, 5, Decision::release);
    EXPECT_EQ(carryOver({}, {twice, twice}).added.size(), 1u);
    EXPECT_EQ(carryOver({{"1", twice}, {"2", twice}}, {twice}).replaced, std::vector<std::string>{"2"});
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
