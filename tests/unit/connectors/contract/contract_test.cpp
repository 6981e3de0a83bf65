// The contract suite: every kind of connector in every situation.
#include "tests/unit/connectors/contract/contract.h"

#include <gtest/gtest.h>

#include "tests/unit/connectors/recording_sink.h"
#include "tests/unit/connectors/sample_people.h"

namespace connectors::tests {
namespace {

struct Outcome {
    std::optional<Statement> statement;
    std::optional<ConnectorError> error;
    std::size_t documents = 0;
};

Outcome collectFrom(const std::string& kindName, const Settings& settings, const Limits& limits) {
    Outcome outcome;
    RecordingSink sink;
    try {
        const auto connector = findKind(kindName)->make(settings, limits);
        outcome.statement = connector->collect(familyQuery(), sink);
    } catch (const ConnectorError& error) {
        outcome.error = error;
    }
    outcome.documents = sink.documents.size();
    return outcome;
}

Limits limitsFor(Situation situation) {
    const bool slow = situation == Situation::stalls || situation == Situation::drips;
    return slow ? shortLimits() : testLimits();
}

void expectNoPersonalData(const std::string& text) {
    for (const Sought& person : {father(), child()}) {
        EXPECT_EQ(text.find(person.bsn), std::string::npos) << text;
        EXPECT_EQ(text.find("Aalst"), std::string::npos) << text;
        EXPECT_EQ(text.find(person.birthdate), std::string::npos) << text;
    }
}

class Contract : public testing::TestWithParam<std::tuple<std::size_t, Situation>> {};

}  // namespace

TEST(ContractRows, EveryKindInTheRegistryHasOne) {
    std::vector<std::string> kinds, covered;
    for (const ConnectorKind& kind : registry()) kinds.push_back(kind.name);
    for (const Row& row : rows()) covered.push_back(row.kind);
    EXPECT_EQ(kinds, covered);
}

TEST(ContractRows, EveryKindSaysWhatItNeeds) {
    for (const ConnectorKind& kind : registry()) {
        EXPECT_FALSE(kind.dutchName.empty()) << kind.name;
        ASSERT_FALSE(kind.requiredSettings.empty()) << kind.name;
        try {
            kind.make({}, Limits{});
            ADD_FAILURE() << kind.name << " takes no settings for an answer";
        } catch (const ConnectorError& error) {
            EXPECT_EQ(error.trouble(), Trouble::lasting) << kind.name;
        }
    }
}

TEST_P(Contract, Holds) {
    const auto [at, situation] = GetParam();
    const Row& row = rows()[at];
    const auto stage = row.stage(situation);
    const Expected expected = row.expected(situation);
    const auto began = std::chrono::steady_clock::now();
    const Outcome outcome = collectFrom(row.kind, stage->settings(), limitsFor(situation));
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(30));
    EXPECT_EQ(outcome.documents, expected.documents);
    ASSERT_EQ(outcome.error.has_value(), expected.trouble.has_value())
        << (outcome.error ? outcome.error->what() : outcome.statement->explanation.c_str());
    if (outcome.error) {
        EXPECT_EQ(outcome.error->trouble(), *expected.trouble) << outcome.error->what();
        EXPECT_FALSE(outcome.error->whoMustAct().empty());
        EXPECT_GT(std::string(outcome.error->what()).size(), 20u);
        expectNoPersonalData(outcome.error->what());
        return;
    }
    EXPECT_EQ(outcome.statement->answer, *expected.answer) << outcome.statement->explanation;
    EXPECT_FALSE(outcome.statement->searchedIn.empty());
    EXPECT_FALSE(outcome.statement->searchedWith.empty());
    EXPECT_GT(outcome.statement->explanation.size(), 20u);
    expectNoPersonalData(outcome.statement->explanation);
}

INSTANTIATE_TEST_SUITE_P(EveryKind, Contract,
                         testing::Combine(testing::Range<std::size_t>(0, rows().size()),
                                          testing::ValuesIn(allSituations())),
                         [](const auto& parameter) {
                             std::string name =
                                 rows()[std::get<0>(parameter.param)].kind + nameOf(std::get<1>(parameter.param));
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace connectors::tests
