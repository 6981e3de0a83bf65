#include "service/web/view/csv.h"

namespace service::web::view {

namespace {

constexpr const char* byteOrderMark = "\xEF\xBB\xBF";

// A spreadsheet calculates what begins so, also after blanks; names are typed by people.
bool looksLikeFormula(const std::string& cell) {
    const auto first = cell.find_first_not_of(" \t\r\n");
    return first != std::string::npos && (std::string("=+-@|%").find(cell[first]) != std::string::npos || first > 0);
}

std::string cellOf(std::string text) {
    if (looksLikeFormula(text)) text.insert(0, 1, '\'');
    if (text.find_first_of(";\"\r\n,\t'") == std::string::npos) return text;
    for (auto at = text.find('"'); at != std::string::npos; at = text.find('"', at + 2)) text.insert(at, 1, '"');
    return "\"" + text + "\"";
}

}  // namespace

std::string csvOf(const std::vector<std::vector<std::string>>& rows) {
    std::string text = byteOrderMark;
    for (const auto& row : rows) {
        for (std::size_t at = 0; at < row.size(); ++at) text += (at ? ";" : "") + cellOf(row[at]);
        text += "\r\n";
    }
    return text;
}

}  // namespace service::web::view
