#include "service/store/child_views.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

ChildView fromRow(Row& row) {
    ChildView it;
    for (auto* text : {&it.id, &it.requestId, &it.childId, &it.asked, &it.why}) *text = row.text();
    it.on = row.date(), it.answer = row.text(), it.weighed = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    return it;
}

}  // namespace

ChildView ChildViews::add(const ChildView& wanted) {
    ChildView it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO child_view (id, request_id, child_id, asked, why, on_day, answer, weighed, recorded_by, recorded_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            it.id, it.requestId, it.childId, it.asked, it.why, it.on, it.answer, it.weighed, it.recordedBy, it.recordedAt);
    });
    return it;
}

std::vector<ChildView> ChildViews::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow,
                    "SELECT id, request_id, child_id, asked, why, on_day, answer, weighed, recorded_by, recorded_at FROM child_view WHERE request_id = $1 "
                    "ORDER BY recorded_at DESC, id DESC",
                    requestId);
    });
}

}  // namespace service::store
