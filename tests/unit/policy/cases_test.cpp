// The cases of tests/data/cases: text a lawyer can read and add to. Every line is run; a line under "nog niet" is one
// the engine still gets wrong, and fails here as soon as it is right.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "tests/unit/policy/case_run.h"
#include "tests/unit/policy/case_words.h"

namespace {

namespace fs = std::filesystem;
using namespace cases;

const fs::path& folder() {
    static const fs::path path = fs::path(LAKWERK_SOURCE_DIR) / "tests/data/cases";
    return path;
}

std::vector<std::string> fileNames() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder()))
        if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

CaseFile load(const std::string& name) {
    std::ifstream in(folder() / (name + ".txt"));
    std::ostringstream text;
    text << in.rdbuf();
    return parseCases(name + ".txt", text.str(), (folder() / "households").string());
}

std::string at(const CaseFile& file, const Outcome& outcome) {
    std::string text = "tests/data/cases/" + file.name + ":" + std::to_string(outcome.line->number) + ": " + outcome.line->text;
    for (const auto& difference : outcome.differences) text += "\n  " + difference;
    return text;
}

State stateOf(const Outcome& outcome) {
    if (outcome.differences.empty()) return State::right;
    return outcome.harm == Harm::none ? State::notYet : State::notYetShows;
}

void expectAsMarked(const CaseFile& file, const Outcome& outcome) {
    const auto found = stateOf(outcome), written = outcome.line->state;
    if (found == written) return;
    if (written == State::right) ADD_FAILURE() << (found == State::notYetShows ? "TOONT wat niet getoond mag worden: " : "") << at(file, outcome);
    else if (found == State::right) ADD_FAILURE() << at(file, outcome) << "\n  klopt nu: haal \"nog niet\" weg";
    else if (found == State::notYetShows) ADD_FAILURE() << "TOONT nu wat niet getoond mag worden: " << at(file, outcome);
    else ADD_FAILURE() << at(file, outcome) << "\n  toont niets meer, maar klopt nog niet: \"nog niet, toont\" wordt \"nog niet\"";
}

struct Tally {
    int lines = 0, marks = 0, right = 0, unweighed = 0, shown = 0;
};

class CasesAsText : public testing::TestWithParam<std::string> {};

TEST_P(CasesAsText, EveryLineIsProposedAsItIsWritten) {
    const auto file = load(GetParam());
    Tally tally;
    for (const auto& piece : file.pieces)
        for (const auto& outcome : run(file, piece)) {
            expectAsMarked(file, outcome);
            ++tally.lines;
            tally.marks += static_cast<int>(outcome.line->marks.size());
            tally.right += outcome.differences.empty() ? 1 : 0;
            tally.unweighed += outcome.harm == Harm::unweighed ? 1 : 0;
            tally.shown += outcome.harm == Harm::shown ? 1 : 0;
            if (outcome.harm != Harm::none) std::cout << (outcome.harm == Harm::shown ? "toont: " : "legt niet voor: ") << at(file, outcome) << "\n";
        }
    std::cout << file.name << ": " << tally.right << " van " << tally.lines << " regels goed, " << tally.marks << " gegevens, " << tally.shown
              << " tonen wat gelakt hoort, " << tally.unweighed << " leggen niet voor wat gewogen hoort\n";
    EXPECT_GT(tally.lines, 0);
}

INSTANTIATE_TEST_SUITE_P(All, CasesAsText, testing::ValuesIn(fileNames()), [](const auto& param) {
    std::string name;
    for (const char c : param.param) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name;
});

TEST(Cases, EveryRuleHasAFileAndLinesThatRestOnIt) {
    std::set<std::string> rested;
    for (const auto& name : fileNames()) {
        const auto file = load(name);
        for (const auto& piece : file.pieces)
            for (const auto& outcome : run(file, piece))
                if (outcome.differences.empty()) rested.insert(outcome.rules.begin(), outcome.rules.end());
    }
    for (const auto& rule : rules().rules()) {
        EXPECT_EQ(rested.count(rule.id), 1u) << rule.id << " decides no line";
        EXPECT_TRUE(fs::exists(folder() / ((rule.id.size() == 2 ? "R0" + rule.id.substr(1) : rule.id) + ".txt"))) << rule.id << " has no file";
    }
}

TEST(Cases, AreAtLeastFourHundredLines) {
    std::size_t lines = 0;
    for (const auto& name : fileNames())
        for (const auto& piece : load(name).pieces) lines += piece.lines.size();
    EXPECT_GE(lines, 400u);
}

// The reader of an explanation does not know "kind1"; only ids that are no words are looked for.
TEST(Cases, ExplanationsAreThereAndHoldNoInternalId) {
    for (const auto& name : fileNames()) {
        const auto file = load(name);
        for (const auto& piece : file.pieces)
            for (const auto& outcome : run(file, piece))
                for (const auto& why : outcome.whys) {
                    EXPECT_FALSE(why.empty()) << at(file, outcome);
                    EXPECT_EQ(why.find('~'), std::string::npos) << at(file, outcome) << "\n" << why;
                    for (const auto& person : file.settings[piece.setting].household.persons) {
                        if (!std::isdigit(static_cast<unsigned char>(person.id.back()))) continue;
                        EXPECT_EQ(why.find(person.id), std::string::npos) << at(file, outcome) << "\n" << why;
                    }
                }
    }
}

}  // namespace
