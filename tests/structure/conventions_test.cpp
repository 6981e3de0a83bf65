// Conventions a reader relies on: where SQL and HTTP stand, that every source is built, that nothing is skipped, that no
// machine's paths or hosts are in the tree, and that MuPDF stays out of the service.
#include <gtest/gtest.h>

#include <regex>

#include "tests/structure/tree.h"

namespace {

const std::vector<std::string> kCode{"redaction", "connectors", "service"};
const std::vector<std::string> kAll{"redaction", "connectors", "service", "templates", "tests", "cmake"};

void expectOnlyIn(const std::regex& what, const std::vector<std::string>& folders) {
    for (const auto& file : structure::filesBelow(kCode)) {
        if (!structure::isCode(file.path)) continue;
        bool allowed = false;
        for (const std::string& folder : folders) allowed = allowed || file.path.starts_with(folder);
        if (allowed) continue;
        EXPECT_FALSE(std::regex_search(file.text, what)) << file.path;
    }
}

}  // namespace

TEST(Conventions, SqlStandsInTheStoreOnly) {
    const std::regex sql(R"(\b(SELECT\s[^;"]*\bFROM|INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b)");
    expectOnlyIn(sql, {"service/store/"});
    EXPECT_TRUE(std::regex_search(std::string("SELECT a FROM b"), sql));
}

TEST(Conventions, HttpIsServedInWebOnly) { expectOnlyIn(std::regex(R"(Poco/Net/(HTTPServer|ServerSocket))"), {"service/web/"}); }

TEST(Conventions, EverySourceFileIsBuilt) {
    for (const auto& file : structure::filesBelow({"redaction", "connectors", "service", "tests"})) {
        if (!file.path.ends_with(".cpp")) continue;
        bool listed = false;
        for (auto folder = (structure::root() / file.path).parent_path(); !listed && folder != structure::root().parent_path();
             folder = folder.parent_path()) {
            const std::string lists = structure::read(folder / "CMakeLists.txt");
            listed = lists.find((structure::root() / file.path).filename().string()) != std::string::npos;
        }
        EXPECT_TRUE(listed) << file.path << " stands in no CMakeLists.txt";
    }
}

TEST(Conventions, EveryBrowserTestIsRegistered) {
    const std::string rows = structure::read(structure::root() / "tests/browser/CMakeLists.txt");
    const auto from = rows.find("foreach(story IN ITEMS ") + 23;
    const std::string names = " " + rows.substr(from, rows.find(')', from) - from) + " ";
    std::size_t tests = 0;
    for (const auto& file : structure::filesBelow({"tests/browser"})) {
        if (!file.path.ends_with(".test.mjs")) continue;
        const std::string name = std::filesystem::path(file.path).stem().stem().string();
        EXPECT_NE(names.find(" " + name + " "), std::string::npos) << file.path << " stands in no row";
        ++tests;
    }
    EXPECT_GT(tests, 0u);
}

TEST(Conventions, NothingIsSkippedOrLeftForLater) {
    // Written in two parts so that this file does not find itself.
    const std::regex left(std::string("DISABLED") + "_|GTEST" + "_SKIP|#if" + " 0|\\bTO" + "DO\\b|FIX" + "ME|\\.skip\\(|\\.only\\(");
    for (const auto& file : structure::filesBelow(kAll)) {
        if (file.path.find("/data/") != std::string::npos) continue;
        EXPECT_FALSE(std::regex_search(file.text, left)) << file.path;
    }
}

TEST(Conventions, NoPathOfOneMachineAndNoRegistryHost) {
    const std::regex told(std::string("\"/wo") + "rk/|\"/ho" + "me/|/ro" + "ot/|registry\\.np" + "mjs|deb\\.deb" + "ian\\.org");
    for (const auto& file : structure::filesBelow(kAll)) EXPECT_FALSE(std::regex_search(file.text, told)) << file.path;
    for (const char* name : {"README.md", "package.json", "package-lock.json", "CMakeLists.txt", "publiccode.yml"})
        EXPECT_FALSE(std::regex_search(structure::read(structure::root() / name), told)) << name;
}

TEST(Conventions, MuPdfIsInTheReaderAndNotInTheService) {
    const std::string service = structure::read(std::string(LAKWERK_BUILD_DIR) + "/lakwerk");
    const std::string reader = structure::read(std::string(LAKWERK_BUILD_DIR) + "/lakwerk-reader");
    ASSERT_GT(service.size(), 100000u);
    EXPECT_NE(reader.find("fz_new_context"), std::string::npos);
    EXPECT_EQ(service.find("fz_new_context"), std::string::npos);
}

TEST(Conventions, NoBareCatchAllOutsideTheBoundaries) {
    // Basis: house style. `catch (...)` stands at main, the request boundary, the process boundary and at thread ends.
    std::size_t found = 0;
    for (const auto& file : structure::filesBelow(kCode))
        if (structure::isCode(file.path) && file.text.find("catch (...)") != std::string::npos) ++found;
    EXPECT_LE(found, 12u);
}
