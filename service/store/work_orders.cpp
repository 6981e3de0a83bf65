// What comes of decisions on points: orders to the partner, and recipients who must hear of it.
#include "service/store/items.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectOrders =
    "SELECT id, request_id, item_id, partner_id, kind, due_on, ordered_by, ordered_at, confirmed_on, confirmed_by, recorded_by, recorded_at, note FROM work_order ";
constexpr const char* selectRecipients = "SELECT id, request_id, item_id, recipient, made_at, told_on, how, impossible_why, recorded_by, recorded_at FROM recipient_notice ";

WorkOrder orderFrom(Row& row) {
    WorkOrder it;
    it.id = row.text(), it.requestId = row.text(), it.itemId = row.text(), it.partnerId = row.text(), it.kind = row.text(), it.dueOn = row.date();
    it.orderedBy = row.text(), it.orderedAt = row.moment(), it.confirmedOn = row.optionalDate(), it.confirmedBy = row.text();
    it.recordedBy = row.text(), it.recordedAt = row.optionalMoment(), it.note = row.text();
    return it;
}

RecipientNotice recipientFrom(Row& row) {
    RecipientNotice it;
    it.id = row.text(), it.requestId = row.text(), it.itemId = row.text(), it.recipient = row.text(), it.madeAt = row.moment();
    it.toldOn = row.optionalDate(), it.how = row.text(), it.impossibleWhy = row.text(), it.recordedBy = row.text(), it.recordedAt = row.optionalMoment();
    return it;
}

}  // namespace

bool Items::order(const WorkOrder& it) {
    return database_.write([&](Connection& c) {
        return run(c, "INSERT INTO work_order (id, request_id, item_id, partner_id, kind, due_on, ordered_by, ordered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (item_id, kind) DO NOTHING",
                   environment_.newId.make(), it.requestId, it.itemId, it.partnerId, it.kind, it.dueOn, it.orderedBy, environment_.clock.now()) > 0;
    });
}

std::vector<WorkOrder> Items::orders(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, orderFrom, std::string(selectOrders) + "WHERE request_id = $1 ORDER BY ordered_at, rowid", requestId); });
}

std::optional<WorkOrder> Items::findOrder(const Id& orderId) const {
    return database_.read([&](Connection& c) { return firstRow(c, orderFrom, std::string(selectOrders) + "WHERE id = $1", orderId); });
}

std::vector<WorkOrder> Items::openOrders() const {
    return database_.read([&](Connection& c) { return rows(c, orderFrom, std::string(selectOrders) + "WHERE confirmed_on IS NULL ORDER BY due_on"); });
}

void Items::confirm(const WorkOrder& it) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE work_order SET confirmed_on = $1, confirmed_by = $2, recorded_by = $3, recorded_at = $4, note = $5 WHERE id = $6", it.confirmedOn, it.confirmedBy, it.recordedBy,
            environment_.clock.now(), it.note, it.id);
    });
}

bool Items::mustTell(const Id& requestId, const Id& itemId, std::string_view recipient) {
    return database_.write([&](Connection& c) {
        return run(c, "INSERT INTO recipient_notice (id, request_id, item_id, recipient, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (item_id, recipient) DO NOTHING",
                   environment_.newId.make(), requestId, itemId, recipient, environment_.clock.now()) > 0;
    });
}

std::vector<RecipientNotice> Items::recipients(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, recipientFrom, std::string(selectRecipients) + "WHERE request_id = $1 ORDER BY made_at, rowid", requestId); });
}

std::optional<RecipientNotice> Items::findRecipient(const Id& id) const {
    return database_.read([&](Connection& c) { return firstRow(c, recipientFrom, std::string(selectRecipients) + "WHERE id = $1", id); });
}

void Items::settle(const RecipientNotice& it) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE recipient_notice SET told_on = $1, how = $2, impossible_why = $3, recorded_by = $4, recorded_at = $5 WHERE id = $6", it.toldOn, it.how, it.impossibleWhy, it.recordedBy,
            environment_.clock.now(), it.id);
    });
}

bool Items::hasOpenWork(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return numberFrom(c,
                          "SELECT (SELECT count(*) FROM work_order WHERE request_id = $1 AND confirmed_on IS NULL) + "
                          "(SELECT count(*) FROM recipient_notice WHERE request_id = $1 AND recorded_at IS NULL)",
                          requestId) > 0;
    });
}

}  // namespace service::store
