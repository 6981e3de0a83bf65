// Every dependency is told: what for and under which licence.
#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "tests/structure/tree.h"

namespace {

std::vector<std::string> packagesIn(const std::string& list) {
    std::vector<std::string> names;
    std::istringstream in(structure::read(structure::root() / list));
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        EXPECT_TRUE(std::regex_search(line, std::regex(R"(^\S+ # .+ · .+$)"))) << list << ": " << line;
        names.push_back(line.substr(0, line.find(' ')));
    }
    EXPECT_FALSE(names.empty()) << list;
    return names;
}

}  // namespace

TEST(Dependencies, EveryDebianPackageHasAReasonAndALicence) {
    packagesIn("cmake/packages.txt");
    packagesIn("cmake/packages-test.txt");
}

TEST(Dependencies, EveryNpmPackageStandsInTheReadme) {
    const std::string readme = structure::read(structure::root() / "README.md");
    const std::string package = structure::read(structure::root() / "package.json");
    const std::regex dependency(R"re("(@?[\w-]+(/[\w.-]+)?)":\s*"\d+\.\d+\.\d+")re");
    std::size_t found = 0;
    for (std::sregex_iterator it(package.begin(), package.end(), dependency), end; it != end; ++it) {
        if ((*it)[1] == "version") continue;
        ++found;
        // The CSS of single components stands in the README as one family.
        const std::string name = (*it)[1], family = "@utrecht/*-css";
        const bool ofFamily = name.starts_with("@utrecht/") && name.ends_with("-css") && readme.find(family) != std::string::npos;
        EXPECT_TRUE(ofFamily || readme.find(name) != std::string::npos) << name;
    }
    EXPECT_GT(found, 1u);
}

TEST(Dependencies, TheLockfileNamesNoHost) {
    const std::string lockfile = structure::read(structure::root() / "package-lock.json");
    EXPECT_NE(lockfile.find("\"integrity\""), std::string::npos);
    EXPECT_EQ(lockfile.find("\"resolved\""), std::string::npos);
}

// Debian 12 brings Node 18: a package that asks for more works on the machine of who added it, and nowhere else.
TEST(Dependencies, EveryNpmPackageRunsOnDebiansNode) {
    constexpr int debian = 18;
    const std::string lockfile = structure::read(structure::root() / "package-lock.json");
    const std::regex engine(R"re("node":\s*">=\s*(\d+)[^"]*")re");
    std::size_t found = 0;
    for (std::sregex_iterator it(lockfile.begin(), lockfile.end(), engine), end; it != end; ++it, ++found)
        EXPECT_LE(std::stoi((*it)[1]), debian) << (*it)[0];
    EXPECT_GT(found, 0u);
}
