// What is proposed for whole dossiers, against the decisions that the rules lead to. The bounds are held, not the texts.
#include <gtest/gtest.h>

#include "redaction/policy/rules.h"
#include "tests/unit/dossiers/measure.h"

namespace {

using dossiers::Measure;

const std::vector<std::pair<std::string, Measure>>& measured() {
    static const auto all = [] {
        const auto rules = redaction::policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
        std::vector<std::pair<std::string, Measure>> result;
        for (const auto& dossier : dossiers::loadAll(std::string(LAKWERK_SOURCE_DIR) + "/tests/data/dossiers")) result.emplace_back(dossier.name, dossiers::measure(dossier, rules));
        return result;
    }();
    return all;
}

Measure together() {
    Measure sum;
    for (const auto& [name, m] : measured()) sum.add(m);
    return sum;
}

TEST(Dossiers, AreThereAndHoldEveryKindOfDecision) {
    ASSERT_GE(measured().size(), 3u);
    const auto m = together();
    EXPECT_GT(m.withheld, 5000u);
    EXPECT_GT(m.weighed, 2000u);
    EXPECT_GT(m.released, 5000u);
    EXPECT_GE(m.critical, 20u);
}

TEST(Dossiers, NothingThatGivesAwayAHiddenPlaceOrAReporterIsShown) {
    EXPECT_LE(together().criticalLeaks, 4u);
}

TEST(Dossiers, LittleOfWhatMustBeWithheldIsShown) {
    const auto m = together();
    EXPECT_LE(m.share(m.leaked, m.withheld), 2.5);
    EXPECT_LE(m.share(m.silent, m.weighed), 7.5);
}

TEST(Dossiers, LittleOfWhatMayBeSeenIsHidden) {
    const auto m = together();
    EXPECT_LE(m.share(m.over, m.released), 10.0);
    EXPECT_LE(m.share(m.load, m.released), 18.0);
}

TEST(Dossiers, MentionsAreFoundAndAreTheRightPersons) {
    const auto m = together();
    EXPECT_GE(m.share(m.found, m.spans), 90.9);
    EXPECT_GE(m.share(m.rightSubject, m.subjects), 93.0);
}

TEST(Dossiers, TheFiguresAreOnRecord) {
    for (const auto& [name, m] : measured()) {
        const auto percent = [&, &m = m](std::size_t part, std::size_t whole) { return std::to_string(m.share(part, whole)).substr(0, 5); };
        std::cout << name << ": leak " << percent(m.leaked, m.withheld) << ", critical " << m.criticalLeaks << " of " << m.critical << ", hedged " << percent(m.hedged, m.withheld)
                  << ", silent " << percent(m.silent, m.weighed) << ", overruled " << percent(m.overruled, m.weighed) << ", over " << percent(m.over, m.released) << ", load "
                  << percent(m.load, m.released) << ", ground " << percent(m.sameGround, m.both) << ", found " << percent(m.found, m.spans) << ", subject " << percent(m.rightSubject, m.subjects) << '\n';
        EXPECT_GT(m.share(m.sameGround, m.both), 70.0) << name;
    }
}

}  // namespace
