// Tables of tests as text that a lawyer can read and add to: cells between bars, '#' for what is said about them.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace tests {

using Cells = std::vector<std::string>;

inline std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(' '), to = text.find_last_not_of(' ');
    return from == text.npos ? std::string() : text.substr(from, to - from + 1);
}

// Throws when the file is not there or a row has another number of cells: a row that is skipped tests nothing.
inline std::vector<Cells> rowsOf(const std::string& name, std::size_t columns) {
    std::ifstream file{std::string{LAKWERK_SOURCE_DIR} + "/tests/unit/requests/" + name};
    if (!file) throw std::runtime_error(name + " is not there");
    std::vector<Cells> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        Cells cells;
        std::istringstream parts{line};
        for (std::string part; std::getline(parts, part, '|');) cells.push_back(trimmed(part));
        if (cells.size() != columns) throw std::runtime_error(name + ": " + line);
        rows.push_back(std::move(cells));
    }
    return rows;
}

}  // namespace tests
