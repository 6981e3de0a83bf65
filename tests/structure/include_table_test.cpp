// Who may include whom, held as data in includes.txt.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <sstream>

#include "tests/structure/tree.h"

namespace {

using Table = std::map<std::string, std::vector<std::string>>;

Table loadTable() {
    Table table;
    std::istringstream in(structure::read(structure::root() / "tests/structure/includes.txt"));
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        std::string folder, colon, word;
        words >> folder >> colon;
        while (words >> word) table[folder].push_back(word);
    }
    return table;
}

bool isStandard(const std::string& header) { return header.find('.') == std::string::npos && header.find('/') == std::string::npos; }

bool isSystem(const std::string& header) {
    static const std::regex system(R"((sys|linux|netinet|arpa|asm)/.*|(unistd|fcntl|poll|signal|sched|spawn|dirent|errno|time|stdlib|string|stdio|syscall|pwd|grp|termios|dlfcn|stddef|stdint)\.h)");
    return std::regex_match(header, system);
}

bool fits(const std::string& header, const std::string& allowed) {
    if (allowed == "std") return isStandard(header);
    if (allowed == "system") return isSystem(header);
    if (allowed.back() == '*') return header.starts_with(allowed.substr(0, allowed.size() - 1));
    return header.starts_with(allowed);
}

const std::vector<std::string>* rowFor(const Table& table, const std::string& path) {
    const std::vector<std::string>* row = nullptr;
    std::size_t longest = 0;
    for (const auto& [folder, allowed] : table)
        if (path.starts_with(folder + "/") && folder.size() > longest) {
            longest = folder.size();
            row = &allowed;
        }
    return row;
}

bool mayInclude(const std::vector<std::string>& row, const std::string& header) {
    for (const std::string& allowed : row)
        if (fits(header, allowed)) return true;
    return false;
}

std::vector<std::string> includesOf(const structure::SourceFile& file) {
    static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<std::string> headers;
    std::smatch match;
    for (const std::string& line : file.lines())
        if (std::regex_search(line, match, include)) headers.push_back(match[1]);
    return headers;
}

}  // namespace

TEST(IncludeTable, NobodyIncludesWhatItsFolderMayNot) {
    const Table table = loadTable();
    std::size_t looked = 0;
    for (const auto& file : structure::filesBelow({"redaction", "connectors", "service"})) {
        if (!structure::isCode(file.path)) continue;
        const auto* row = rowFor(table, file.path);
        ASSERT_NE(row, nullptr) << file.path;
        for (const std::string& header : includesOf(file)) {
            ++looked;
            EXPECT_TRUE(mayInclude(*row, header)) << file.path << " includes " << header;
        }
    }
    EXPECT_GT(looked, 100u);
}

TEST(IncludeTable, RefusesWhatItShould) {
    const Table table = loadTable();
    const auto refuses = [&](const std::string& path, const std::string& header) { return !mayInclude(*rowFor(table, path), header); };
    EXPECT_TRUE(refuses("redaction/policy/x.cpp", "service/store/store.h"));
    EXPECT_TRUE(refuses("redaction/policy/x.cpp", "Poco/Net/HTTPClientSession.h"));
    EXPECT_TRUE(refuses("redaction/policy/x.cpp", "mupdf/fitz.h"));
    EXPECT_TRUE(refuses("connectors/zgw/x.cpp", "redaction/document/document.h"));
    EXPECT_TRUE(refuses("service/requests/x.cpp", "nlohmann/json.hpp"));
    EXPECT_TRUE(refuses("service/casework/x.cpp", "sqlite3.h"));
    EXPECT_TRUE(refuses("service/casework/x.cpp", "service/web/server.h"));
}
