#include "service/store/breaches.h"

#include <cstdio>

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, reference, request_id, release_id, happened_at, known_at, known_how, what, recorded_by, recorded_at FROM breach ";

Breach fromRow(Row& row) {
    Breach it;
    it.id = row.text(), it.reference = row.text(), it.requestId = row.text(), it.releaseId = row.text(), it.happenedAt = row.moment(), it.knownAt = row.moment();
    it.knownHow = row.text(), it.what = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    return it;
}

BreachItem itemFrom(Row& row) {
    BreachItem it;
    it.file = row.text(), it.title = row.text(), it.partnerId = row.text(), it.outcome = row.text(), it.pages = row.integer(), it.sha256 = row.text(), it.sentTo = row.text();
    return it;
}

BreachEvent eventFrom(Row& row) {
    BreachEvent it;
    it.id = row.text(), it.breachId = row.text(), it.kind = row.text(), it.value = row.text(), it.at = row.moment(), it.words = row.text();
    it.recordedBy = row.text(), it.recordedAt = row.moment();
    return it;
}

template <class... Values>
std::vector<Breach> loadAll(Connection& c, const std::string& where, const Values&... values) {
    auto found = rows(c, fromRow, select + where, values...);
    for (auto& it : found) {
        it.items = rows(c, itemFrom, "SELECT file, title, partner_id, outcome, pages, sha256, sent_to FROM breach_item WHERE breach_id = $1 ORDER BY position", it.id);
        it.partners = rows(c, [](Row& row) { return row.text(); }, "SELECT partner_id FROM breach_partner WHERE breach_id = $1 ORDER BY partner_id", it.id);
    }
    return found;
}

std::string nextReference(Connection& c, Moment now) {
    char prefix[24];
    std::snprintf(prefix, sizeof prefix, "DL-%04d-", int(amsterdamDay(now).year()));
    const auto last = numberFrom(c, "SELECT coalesce(max(CAST(substr(reference, 9) AS INTEGER)), 0) FROM breach WHERE reference LIKE $1", prefix + std::string("%"));
    char reference[48];
    std::snprintf(reference, sizeof reference, "%s%04lld", prefix, last + 1);
    return reference;
}

void insertParts(Connection& c, const Breach& it) {
    int position = 0;
    for (const auto& item : it.items)
        run(c, "INSERT INTO breach_item (breach_id, position, file, title, partner_id, outcome, pages, sha256, sent_to) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", it.id,
            ++position, item.file, item.title, item.partnerId, item.outcome, item.pages, item.sha256, item.sentTo);
    for (const auto& partner : it.partners) run(c, "INSERT INTO breach_partner (breach_id, partner_id) VALUES ($1, $2)", it.id, partner);
}

}  // namespace

Breach Breaches::add(const Breach& wanted) {
    Breach it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        it.reference = nextReference(c, it.recordedAt);
        run(c, "INSERT INTO breach (id, reference, request_id, release_id, happened_at, known_at, known_how, what, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            it.id, it.reference, it.requestId, orNull(it.releaseId), it.happenedAt, it.knownAt, it.knownHow, it.what, it.recordedBy, it.recordedAt);
        insertParts(c, it);
    });
    return it;
}

BreachEvent Breaches::addEvent(const BreachEvent& wanted) {
    BreachEvent it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO breach_event (id, breach_id, kind, value, at, words, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.breachId, it.kind,
            it.value, it.at, it.words, it.recordedBy, it.recordedAt);
    });
    return it;
}

std::optional<Breach> Breaches::find(const Id& id) const {
    return database_.read([&](Connection& c) {
        auto found = loadAll(c, "WHERE id = $1", id);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::vector<Breach> Breaches::all() const {
    return database_.read([](Connection& c) { return loadAll(c, "ORDER BY recorded_at DESC, id DESC"); });
}

std::vector<Breach> Breaches::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) { return loadAll(c, "WHERE request_id = $1 ORDER BY recorded_at DESC, id DESC", requestId); });
}

std::vector<BreachEvent> Breaches::events(const Id& breachId) const {
    return database_.read([&](Connection& c) {
        return rows(c, eventFrom, "SELECT id, breach_id, kind, value, at, words, recorded_by, recorded_at FROM breach_event WHERE breach_id = $1 ORDER BY recorded_at, id", breachId);
    });
}

}  // namespace service::store
