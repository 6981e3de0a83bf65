#include "service/store/remedies.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, application_id, request_id, partner_id, kind, received_on, their_reference, about, letter_received_on, recorded_by, recorded_at, court_route FROM remedy_case ";

RemedyCase fromRow(Row& row) {
    RemedyCase it;
    it.id = row.text(), it.applicationId = row.text(), it.requestId = row.text(), it.partnerId = row.text(), it.kind = row.text(), it.receivedOn = row.date();
    it.theirReference = row.text(), it.about = row.text(), it.letterReceivedOn = row.optionalDate(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    if (auto route = row.text(); !route.empty()) it.kind = std::move(route);
    return it;
}

RemedyEvent eventFrom(Row& row) {
    RemedyEvent it;
    it.id = row.text(), it.remedyId = row.text(), it.kind = row.text(), it.value = row.text(), it.onDay = row.date(), it.words = row.text();
    it.recordedBy = row.text(), it.recordedAt = row.moment();
    return it;
}

template <class... Values>
std::vector<RemedyCase> loadAll(Connection& c, const std::string& where, const Values&... values) {
    auto found = rows(c, fromRow, select + where, values...);
    for (auto& it : found)
        it.alsoConcerned = rows(c, [](Row& row) { return row.text(); }, "SELECT partner_id FROM remedy_partner WHERE remedy_id = $1 ORDER BY partner_id", it.id);
    return found;
}

}  // namespace

RemedyCase Remedies::add(const RemedyCase& wanted) {
    RemedyCase it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    const bool toCourt = it.kind == "appeal" || it.kind == "higher-appeal";  // a column of its own: court_route
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO remedy_case (id, application_id, request_id, partner_id, kind, received_on, their_reference, about, letter_received_on, recorded_by, recorded_at, court_route) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
            it.id, it.applicationId, it.requestId, it.partnerId, toCourt ? "petition" : it.kind, it.receivedOn, it.theirReference, it.about, it.letterReceivedOn, it.recordedBy, it.recordedAt, toCourt ? it.kind : "");
        for (const auto& partner : it.alsoConcerned) run(c, "INSERT INTO remedy_partner (remedy_id, partner_id) VALUES ($1, $2)", it.id, partner);
    });
    return it;
}

RemedyEvent Remedies::addEvent(const RemedyEvent& wanted) {
    RemedyEvent it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO remedy_event (id, remedy_id, kind, value, on_day, words, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.remedyId,
            it.kind, it.value, it.onDay, it.words, it.recordedBy, it.recordedAt);
    });
    return it;
}

std::optional<RemedyCase> Remedies::find(const Id& id) const {
    return database_.read([&](Connection& c) {
        auto found = loadAll(c, "WHERE id = $1", id);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::vector<RemedyCase> Remedies::all() const {
    return database_.read([](Connection& c) { return loadAll(c, "ORDER BY recorded_at DESC, id DESC"); });
}

std::vector<RemedyCase> Remedies::ofApplication(const Id& applicationId) const {
    return database_.read([&](Connection& c) { return loadAll(c, "WHERE application_id = $1 ORDER BY recorded_at DESC, id DESC", applicationId); });
}

std::vector<RemedyEvent> Remedies::events(const Id& remedyId) const {
    return database_.read([&](Connection& c) {
        return rows(c, eventFrom, "SELECT id, remedy_id, kind, value, on_day, words, recorded_by, recorded_at FROM remedy_event WHERE remedy_id = $1 ORDER BY recorded_at, id", remedyId);
    });
}

}  // namespace service::store
