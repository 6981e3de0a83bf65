#include "service/store/doomed_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

struct Reference {
    std::string column, table, to;
};
struct Table {
    std::set<std::string> columns;
    std::vector<Reference> references;
};
using Schema = std::map<std::string, Table>;

Schema schemaOf(Connection& c) {
    Schema schema;
    for (const auto& name : allTables(c)) {
        auto& table = schema[name];
        for (auto& column : rows(c, [](Row& row) { return row.text(); }, "SELECT name FROM pragma_table_info($1)", name)) table.columns.insert(std::move(column));
        table.references = rows(c, [](Row& row) { return Reference{row.text(), row.text(), row.text()}; },
                                "SELECT \"from\", \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list($1)", name);
    }
    return schema;
}

std::set<std::string> staying() {
    std::set<std::string> names(tablesOfNoCase().begin(), tablesOfNoCase().end());
    for (const auto* list : {&keptOfRequest(), &keptOfHousehold()})
        for (const auto& kept : *list) names.insert(kept.table);
    return names;
}

using Wheres = std::map<std::string, std::string>;

// The column that names the case, else any that refers to it.
std::string directly(const Table& table, const std::string& column, const std::string& root) {
    if (table.columns.count(column) != 0) return column + " = $1";  // what else refers to a case belongs to this one
    std::set<std::string> columns;
    for (const auto& reference : table.references)
        if (reference.table == root) columns.insert(reference.column);
    std::string where;
    for (const auto& one : columns) where += (where.empty() ? "" : " OR ") + one + " = $1";
    return where;
}

std::string through(const Table& table, const Wheres& wheres, const std::string& self) {
    std::string where;
    for (const auto& reference : table.references)
        if (const auto parent = wheres.find(reference.table); parent != wheres.end() && reference.table != self)
            where += (where.empty() ? "" : " OR ") + reference.column + " IN (SELECT " + reference.to + " FROM " + reference.table + " WHERE " + parent->second + ")";
    return where;
}

Wheres wheresFrom(const Schema& schema, const std::string& column, const std::string& root, const std::set<std::string>& without) {
    Wheres wheres;
    for (const auto& [name, table] : schema)
        if (auto where = directly(table, column, root); !where.empty() && without.count(name) == 0) wheres[name] = std::move(where);
    for (bool more = true; more;) {
        more = false;
        for (const auto& [name, table] : schema) {
            if (wheres.count(name) != 0 || without.count(name) != 0) continue;
            if (auto where = through(table, wheres, name); !where.empty()) wheres[name] = std::move(where), more = true;
        }
    }
    return wheres;
}

bool isReferredTo(const Schema& schema, const std::set<std::string>& by, const std::string& name) {
    return std::any_of(by.begin(), by.end(), [&](const auto& other) {
        const auto& references = schema.at(other).references;
        return other != name && std::any_of(references.begin(), references.end(), [&](const auto& it) { return it.table == name; });
    });
}

std::vector<DoomedRows> childrenFirst(const Schema& schema, const Wheres& wheres) {
    std::set<std::string> waiting;
    for (const auto& [name, where] : wheres) waiting.insert(name);
    std::vector<DoomedRows> ordered;
    while (!waiting.empty()) {
        auto next = std::find_if(waiting.begin(), waiting.end(), [&](const auto& name) { return !isReferredTo(schema, waiting, name); });
        if (next == waiting.end()) next = waiting.begin();  // a circle: the database checks at the end of the transaction
        ordered.push_back({*next, wheres.at(*next)});
        waiting.erase(next);
    }
    return ordered;
}

Wheres wheresOfRequest(const Schema& schema) { return wheresFrom(schema, "request_id", "privacy_request", staying()); }

}  // namespace

const std::vector<KeptRow>& keptOfRequest() {
    static const std::vector<KeptRow> all{
        {"privacy_request", "id = $1", {"id", "reference", "household_id", "application_id", "partner_id", "reopens", "right_asked", "capacity", "addressed_to", "received_on", "channel",
                                   "language", "step", "version", "household_version", "rules_version", "created_by", "created_at", "closed_at"}},
        {"release", "request_id = $1", {"id", "request_id", "package_hash", "state", "built_at", "released_at", "released_by"}},
        {"sign_off", "request_id = $1", {"id", "request_id", "package_hash", "signed_by", "signed_at", "voided_at"}},
        // Basis: AVG art. 33(5): that there was a breach, when, and who was told
        {"breach", "request_id = $1", {"id", "reference", "request_id", "release_id", "happened_at", "known_at", "recorded_by", "recorded_at"}},
        {"breach_item", "breach_id IN (SELECT id FROM breach WHERE request_id = $1)", {"breach_id", "position", "partner_id", "outcome", "pages", "sha256"}},
        {"breach_event", "breach_id IN (SELECT id FROM breach WHERE request_id = $1)", {"id", "breach_id", "kind", "at", "recorded_by", "recorded_at"}}};
    return all;
}

const std::vector<KeptRow>& keptOfHousehold() {
    static const std::vector<KeptRow> all{
        {"household", "id = $1", {"id", "version", "created_at", "created_by"}},
        {"application", "household_id = $1", {"id", "reference", "household_id", "received_on", "contact_partner", "created_by", "created_at"}}};
    return all;
}

const std::vector<std::string>& tablesOfNoCase() {
    // Beside what is about the office: the trail (sealed with the key that goes), the certificate, and what eraseRows
    // takes away by itself (files with their keys, jobs, drafts, letters of an application); which partners a breach concerned; the decision
    // itself, under a key of its own.
    static const std::vector<std::string> all{
        "account", "application_letter", "audit_entry", "blob", "breach_partner", "destruction", "draft", "extra_holiday", "job", "kept_file", "partner", "partner_mandate", "partner_register", "request_key", "saved_view",
        "schema_step", "session", "setting", "sign_in_attempt", "sign_in_key"};
    return all;
}

std::vector<std::string> allTables(Connection& c) {
    return rows(c, [](Row& row) { return row.text(); }, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
}

std::vector<DoomedRows> rowsOfRequest(Connection& c) {
    const auto schema = schemaOf(c);
    return childrenFirst(schema, wheresOfRequest(schema));
}

std::vector<DoomedRows> rowsOfHousehold(Connection& c) {
    const auto schema = schemaOf(c);
    auto without = staying();
    for (const auto& [name, where] : wheresOfRequest(schema)) without.insert(name);
    return childrenFirst(schema, wheresFrom(schema, "household_id", "household", without));
}

std::string blankingOf(Connection& c, const KeptRow& kept) {
    struct Column {
        std::string name, type;
        bool required;
    };
    std::string sets;
    for (const auto& column : rows(c, [](Row& row) { return Column{row.text(), row.text(), row.flag()}; }, "SELECT name, type, \"notnull\" FROM pragma_table_info($1)", kept.table)) {
        if (std::find(kept.columns.begin(), kept.columns.end(), column.name) != kept.columns.end()) continue;
        sets += (sets.empty() ? "" : ", ") + column.name + " = " + (!column.required ? "NULL" : column.type == "TEXT" ? "''" : "0");
    }
    return std::string("UPDATE ") + kept.table + " SET " + sets + " WHERE " + kept.where;
}

}  // namespace service::store
