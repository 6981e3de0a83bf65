// What changed in a household, newest first.
#include <algorithm>
#include <map>

#include "service/store/household_rows.h"

namespace service::store {

namespace {

struct ChangeRow {
    Id id;
    FactKind kind;
    std::string body;
    Moment recordedAt;
    Id recordedBy;
    int fromVersion;
    std::optional<Moment> closedAt;
    Id closedBy, replacedBy;
    std::optional<int> untilVersion;
};

ChangeRow fromRow(Row& row) {
    return {row.text(), factKindFrom(row.text()).value_or(FactKind::person), row.text(), row.moment(), row.text(),
            row.integer(), row.optionalMoment(), row.text(), row.text(), row.optionalInteger()};
}

}  // namespace

std::vector<FactChange> Households::changes(const Id& id) const {
    const auto found = database_.read([&](Connection& c) {
        return rows(c, fromRow,
                    "SELECT id, kind, body, recorded_at, recorded_by, from_version, closed_at, closed_by, replaced_by, "
                    "until_version FROM household_fact WHERE household_id = $1 ORDER BY from_version, position, id",
                    id);
    });
    std::map<Id, std::string> bodyBefore;  // by the id of the fact that came instead
    for (const auto& row : found)
        if (!row.replacedBy.empty()) bodyBefore[row.replacedBy] = row.body;
    std::vector<FactChange> changes;
    for (const auto& row : found) {
        changes.push_back({row.kind, bodyBefore[row.id], row.body, row.recordedAt, row.recordedBy, row.fromVersion});
        if (row.closedAt && row.replacedBy.empty())
            changes.push_back({row.kind, row.body, "", *row.closedAt, row.closedBy, row.untilVersion.value_or(0)});
    }
    std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.version > b.version; });
    return changes;
}

}  // namespace service::store
