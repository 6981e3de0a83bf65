#include "tests/unit/store/planted_words.h"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "service/store/doomed_rows.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

using Rows = std::vector<std::vector<std::string>>;

void execute(sqlite3* database, const std::string& sql) {
    char* problem = nullptr;
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &problem) != SQLITE_OK) {
        const std::string words = problem ? problem : "?";
        sqlite3_free(problem);
        throw std::runtime_error(words + " in " + sql.substr(0, 200));
    }
}

Rows select(sqlite3* database, const std::string& sql) {
    Rows found;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        std::vector<std::string> row;
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const auto* text = sqlite3_column_text(statement, column);
            row.emplace_back(text ? reinterpret_cast<const char*>(text) : "");
        }
        found.push_back(std::move(row));
    }
    sqlite3_finalize(statement);
    return found;
}

std::string quoted(std::string text) {
    for (auto at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 2)) text.insert(at, 1, '\'');
    return "'" + text + "'";
}

bool endsWith(const std::string& text, std::string_view end) { return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0; }
bool isMoment(const std::string& column) { return endsWith(column, "_at") || column == "at" || column == "locked_until"; }
bool isDay(const std::string& column) { return endsWith(column, "_day") || endsWith(column, "_on") || endsWith(column, "_date") || column == "day"; }

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    return text;
}

std::string utf16(const std::string& ascii, bool bigEndian) {
    std::string wide;
    for (const char c : ascii) wide += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
    return wide;
}

constexpr const char* beginning = "Kwartelslag";  // of every word; its number follows

// The number that follows, a digit every `wide` bytes.
std::size_t numberAt(const std::string& bytes, std::size_t at, std::size_t wide) {
    std::size_t number = 0, digits = 0;
    for (; at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9'; at += wide, ++digits) number = number * 10 + std::size_t(bytes[at] - '0');
    return digits > 0 ? number : std::string::npos;
}

}  // namespace

PlantedWords::PlantedWords(const std::filesystem::path& folder, std::string requestId, std::string householdId)
    : folder_(folder), requestId_(std::move(requestId)), householdId_(std::move(householdId)) {}

std::string PlantedWords::make(const std::string& where) {
    words_.push_back(beginning + std::to_string(words_.size()) + "x" + where + "Zzy");
    return words_.back();
}

std::string PlantedWords::valueFor(sqlite3* database, const std::string& table, const std::string& column, const std::string& type) {
    if (column == "request_id") return quoted(requestId_);
    if (column == "household_id") return quoted(householdId_);
    for (const auto& reference : select(database, "SELECT \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list('" + table + "') WHERE \"from\" = '" + column + "'")) {
        if (reference[0] == "privacy_request") return quoted(requestId_);
        const auto parent = select(database, "SELECT " + reference[1] + " FROM " + reference[0] + " LIMIT 1");
        return parent.empty() ? "NULL" : quoted(parent.front().front());
    }
    if (isMoment(column)) return "'2026-03-02T09:00:00Z'";
    if (isDay(column)) return "'2026-03-02'";
    if (type == "TEXT") return quoted(make(table + "_" + column));
    return std::to_string(7000 + words_.size());
}

void PlantedWords::plantRow(sqlite3* database, const std::string& table) {
    std::string columns, values;
    for (const auto& column : select(database, "SELECT name, type FROM pragma_table_info('" + table + "')")) {
        columns += (columns.empty() ? "" : ", ") + column[0];
        values += (values.empty() ? "" : ", ") + valueFor(database, table, column[0], column[1]);
    }
    execute(database, "INSERT OR REPLACE INTO " + table + " (" + columns + ") VALUES (" + values + ")");
    tables_.insert(table);
}

void PlantedWords::plantIn(sqlite3* database, const std::string& table, std::string where, const std::vector<std::string>& kept, const std::string& id) {
    for (auto at = where.find("$1"); at != std::string::npos; at = where.find("$1")) where.replace(at, 2, quoted(id));

    for (const auto& column : select(database, "SELECT name, type FROM pragma_table_info('" + table + "')")) {
        const bool stays = std::find(kept.begin(), kept.end(), column[0]) != kept.end();
        const bool refers = !select(database, "SELECT 1 FROM pragma_foreign_key_list('" + table + "') WHERE \"from\" = '" + column[0] + "'").empty();
        if (stays || refers || column[1] != "TEXT" || isDay(column[0]) || isMoment(column[0])) continue;
        execute(database, "UPDATE " + table + " SET " + column[0] + " = " + quoted(make(table + "_" + column[0])) + " WHERE " + where);
        if (sqlite3_changes(database) == 0) words_.pop_back();  // there is no such row in this case
    }
    tables_.insert(table);
}

void PlantedWords::plantInDatabase() {
    std::vector<DoomedRows> doomed;
    {
        FixedClock clock{Moment{}};
        Database reading(folder_ / "lakwerk.sqlite", OpenMode::readOnly, clock);
        reading.read([&](Connection& c) {
            doomed = rowsOfRequest(c);
            const auto more = rowsOfHousehold(c);
            doomed.insert(doomed.end(), more.begin(), more.end());
        });
    }
    std::reverse(doomed.begin(), doomed.end());  // parents first
    sqlite3* database = nullptr;
    if (sqlite3_open((folder_ / "lakwerk.sqlite").c_str(), &database) != SQLITE_OK) throw std::runtime_error("open");
    const auto guards = select(database, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
    for (const auto& guard : guards) execute(database, "DROP TRIGGER " + guard[0]);
    execute(database, "PRAGMA ignore_check_constraints = ON");
    for (const auto& it : doomed) plantRow(database, it.table);
    for (const auto& kept : keptOfRequest()) plantIn(database, kept.table, kept.where, kept.columns, requestId_);
    for (const auto& kept : keptOfHousehold()) plantIn(database, kept.table, kept.where, kept.columns, householdId_);
    for (const auto& guard : guards) execute(database, guard[1]);
    sqlite3_close(database);
}

std::set<std::string> PlantedWords::foundInFiles() const {
    const auto start = lower(beginning);
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const auto bytes = lower(std::string(std::istreambuf_iterator<char>(in), {}));
        for (const auto& form : {start, utf16(start, false), utf16(start, true)}) {
            const std::size_t wide = form.size() / start.size(), first = form.front() == '\0' ? 1 : 0;
            for (auto at = bytes.find(form); at != std::string::npos; at = bytes.find(form, at + 1))
                if (const auto number = numberAt(bytes, at + form.size() + first, wide); number < words_.size()) found.insert(words_[number]);
        }
    }
    return found;
}

}  // namespace service::store
