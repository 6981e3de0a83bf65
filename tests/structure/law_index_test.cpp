// Law is cited where it is applied, as `Basis: …`. Collects the citations into build/law-index.md and holds that each
// names a law we know.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "tests/structure/tree.h"

namespace {

using Index = std::map<std::string, std::set<std::string>>;

Index collect() {
    static const std::regex basis(R"(Basis:\s*([^\n]+?)\.?\s*(\*/|-->|$))");
    Index index;
    for (const auto& file : structure::filesBelow({"redaction", "connectors", "service", "templates", "tests"}))
        if (file.path.find("tests/structure/") == std::string::npos)
            for (const std::string& line : file.lines()) {
                std::smatch match;
                if (std::regex_search(line, match, basis)) index[match[1]].insert(file.path);
            }
    return index;
}

}  // namespace

TEST(LawIndex, EveryCitationNamesALawWeKnow) {
    static const std::regex known(
        R"(AVG|GDPR|UAVG|Awb|Wmo|Jeugdwet|BW|Wpg|Wjsg|1182/71|termijnenwet|protocol|Convenant|Handreiking|EDPB|WCAG|RVS|HR:|domain rules|house style|CJEU|EVRM|ECHR|Archiefwet|Woo|Wabb|procedure P\d|rule R\d|domain page|closed on doubt|\bR\d+\b|Richtlijn|RFC \d+|API Design Rules|RB[A-Z]+:|GH[A-Z]+:|Wet |ISO |PDF )", std::regex::icase);
    const Index index = collect();
    EXPECT_GT(index.size(), 5u);
    for (const auto& [citation, files] : index) EXPECT_TRUE(std::regex_search(citation, known)) << citation << " in " << *files.begin();
}

TEST(LawIndex, IsWrittenBesideTheBuild) {
    std::ofstream out(std::string(LAKWERK_BUILD_DIR) + "/law-index.md");
    out << "| source | where applied |\n|---|---|\n";
    for (const auto& [citation, files] : collect()) {
        out << "| " << citation << " | ";
        for (const std::string& file : files) out << file << ' ';
        out << "|\n";
    }
    EXPECT_TRUE(out.good());
}

// The outcomes that courts reached (procedure P1–P14) are each told by a test or a row of a table that names it. The list is
// written beside the build.
TEST(LawIndex, EveryOutcomeOfProcedureIsHeldByATestThatNamesIt) {
    static const std::regex named(R"((?:^|[^A-Za-z0-9_-])P(1[0-4]|[1-9])(?![0-9A-Za-z_-]))");
    std::map<int, std::set<std::string>> tests;
    for (const auto& file : structure::filesBelow({"tests/unit/requests", "tests/unit/letters", "tests/unit/casework", "tests/unit/web", "tests/scenarios"})) {
        if (!file.path.ends_with("_test.cpp") && !file.path.ends_with(".txt")) continue;
        for (const std::string& line : file.lines())
            for (std::sregex_iterator match(line.begin(), line.end(), named), end; match != end; ++match) tests[std::stoi((*match)[1])].insert(file.path);
    }
    std::ofstream out(std::string(LAKWERK_BUILD_DIR) + "/procedure-index.md");
    out << "| outcome | held in |\n|---|---|\n";
    for (int row = 1; row <= 14; ++row) {
        EXPECT_FALSE(tests[row].empty()) << "no test names P" << row;
        out << "| P" << row << " |";
        for (const auto& path : tests[row]) out << ' ' << path;
        out << " |\n";
    }
}
