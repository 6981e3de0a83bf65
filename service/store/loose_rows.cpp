#include "service/store/loose_rows.h"

#include <algorithm>
#include <chrono>
#include <set>

#include "service/store/doomed_rows.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr std::chrono::days longestDraft{30};
constexpr std::chrono::hours longestMessage{24};  // what was to be told on the next page

// Every id of a row that goes: an address with it is a page of this case.
void addIds(Connection& c, const std::vector<DoomedRows>& doomed, const Id& of, std::set<std::string>& ids) {
    for (const auto& it : doomed) {
        if (numberFrom(c, "SELECT count(*) FROM pragma_table_info($1) WHERE name = 'id'", it.table) == 0) continue;
        for (auto& id : rows(c, [](Row& row) { return row.text(); }, "SELECT id FROM " + it.table + " WHERE " + it.where, of)) ids.insert(std::move(id));
    }
}

struct DraftRow {
    std::string accountId, form, body;
    Moment savedAt;
};

bool names(const std::string& text, const std::set<std::string>& ids) {
    return std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return text.find(id) != std::string::npos; });
}

bool isOver(const DraftRow& draft, Moment now) { return draft.savedAt < now - longestDraft || (draft.form == "told-next" && draft.savedAt < now - longestMessage); }

void add(std::map<std::string, std::size_t>& counts, const char* table, int gone) {
    if (gone > 0) counts[table] += std::size_t(gone);
}

}  // namespace

void eraseLooseRows(Connection& c, const Id& requestId, const Id& householdId, Moment now, std::map<std::string, std::size_t>& counts) {
    std::set<std::string> ids{requestId};
    addIds(c, rowsOfRequest(c), requestId, ids);
    if (!householdId.empty()) ids.insert(householdId), addIds(c, rowsOfHousehold(c), householdId, ids);
    for (const auto& it : rows(c, [](Row& row) { return DraftRow{row.text(), row.text(), row.text(), row.moment()}; }, "SELECT account_id, form, body, saved_at FROM draft"))
        if (names(it.form, ids) || names(it.body, ids) || (isOver(it, now) && !it.form.starts_with("filter/")))
            add(counts, "draft", run(c, "DELETE FROM draft WHERE account_id = $1 AND form = $2", it.accountId, it.form));
    struct JobRow {
        std::string id, requestId, subject, payload;
    };
    for (const auto& it : rows(c, [](Row& row) { return JobRow{row.text(), row.text(), row.text(), row.text()}; }, "SELECT id, request_id, subject, payload FROM job WHERE kind <> 'destroy'"))
        if (it.requestId == requestId || names(it.subject, ids) || names(it.payload, ids)) add(counts, "job", run(c, "DELETE FROM job WHERE id = $1", it.id));
}

void eraseApplication(Connection& c, const Id& applicationId, std::map<std::string, std::size_t>& counts) {
    add(counts, "application_letter", run(c, "DELETE FROM application_letter WHERE application_id = $1", applicationId));
    run(c, "UPDATE application SET asked = '', requester_id = '' WHERE id = $1", applicationId);
}

void eraseFileRows(Connection& c, const Id& owner, std::map<std::string, std::size_t>& counts) {
    add(counts, "blob", run(c, "DELETE FROM blob WHERE key_id = $1 AND id NOT IN (SELECT blob_id FROM application_letter)", owner));
    add(counts, "request_key", int(numberFrom(c, "SELECT count(*) FROM request_key WHERE id = $1", owner)));
}

}  // namespace service::store
