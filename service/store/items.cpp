#include "service/store/items.h"

#include <nlohmann/json.hpp>

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectItems = "SELECT id, request_id, number, what, place, wish, about, added_by, added_at, withdrawn_at, withdrawn_by, withdrawn_why FROM request_item ";
constexpr const char* selectDecisions = "SELECT d.id, d.item_id, d.number, d.choice, d.answer, d.fields, d.decided_by, d.decided_at FROM item_decision d ";

Item itemFrom(Row& row) {
    Item it;
    it.id = row.text(), it.requestId = row.text(), it.number = row.integer(), it.what = row.text(), it.place = row.text(), it.wish = row.text();
    it.about = row.text(), it.addedBy = row.text(), it.addedAt = row.moment(), it.withdrawnAt = row.optionalMoment();
    it.withdrawnBy = row.text(), it.withdrawnWhy = row.text();
    return it;
}

ItemDecision decisionFrom(Row& row) {
    ItemDecision it;
    it.id = row.text(), it.itemId = row.text(), it.number = row.integer(), it.choice = row.text(), it.answer = row.text();
    it.fields = nlohmann::json::parse(row.text()).get<std::map<std::string, std::string>>();
    it.decidedBy = row.text(), it.decidedAt = row.moment();
    return it;
}

}  // namespace

Item Items::add(const Item& wanted) {
    return database_.write([&](Connection& c) {
        Item it = wanted;
        it.id = environment_.newId.make(), it.addedAt = environment_.clock.now();
        it.number = int(numberFrom(c, "SELECT coalesce(max(number), 0) FROM request_item WHERE request_id = $1", it.requestId)) + 1;
        run(c, "INSERT INTO request_item (id, request_id, number, what, place, wish, about, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", it.id, it.requestId,
            it.number, it.what, it.place, it.wish, it.about, it.addedBy, it.addedAt);
        return it;
    });
}

void Items::withdraw(const Id& itemId, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE request_item SET withdrawn_at = $1, withdrawn_by = $2, withdrawn_why = $3 WHERE id = $4", environment_.clock.now(), by, why, itemId);
    });
}

std::vector<Item> Items::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, itemFrom, std::string(selectItems) + "WHERE request_id = $1 ORDER BY number", requestId); });
}

std::optional<Item> Items::find(const Id& itemId) const {
    return database_.read([&](Connection& c) { return firstRow(c, itemFrom, std::string(selectItems) + "WHERE id = $1", itemId); });
}

ItemDecision Items::decide(const ItemDecision& wanted, int seen) {
    return database_.write([&](Connection& c) {
        ItemDecision it = wanted;
        const auto last = numberFrom(c, "SELECT coalesce(max(number), 0) FROM item_decision WHERE item_id = $1", it.itemId);
        if (last != seen) throw StoreError(ErrorKind::conflict, "iemand anders heeft intussen over dit punt beslist");
        it.id = environment_.newId.make(), it.number = int(last) + 1, it.decidedAt = environment_.clock.now();
        run(c, "INSERT INTO item_decision (id, item_id, number, choice, answer, fields, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.itemId, it.number,
            it.choice, it.answer, nlohmann::json(it.fields).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), it.decidedBy, it.decidedAt);
        return it;
    });
}

std::vector<ItemDecision> Items::history(const Id& itemId) const {
    return database_.read([&](Connection& c) { return rows(c, decisionFrom, std::string(selectDecisions) + "WHERE d.item_id = $1 ORDER BY d.number", itemId); });
}

std::map<Id, ItemDecision> Items::latest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        std::map<Id, ItemDecision> found;
        for (auto& it : rows(c, decisionFrom, std::string(selectDecisions) + "JOIN request_item i ON i.id = d.item_id WHERE i.request_id = $1 AND i.withdrawn_at IS NULL ORDER BY d.number", requestId))
            found.insert_or_assign(it.itemId, std::move(it));
        return found;
    });
}

}  // namespace service::store
