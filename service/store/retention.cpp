#include "service/store/retention.h"

#include <nlohmann/json.hpp>

#include <iterator>
#include <sstream>

#include "service/store/blobs.h"
#include "service/store/doomed_rows.h"
#include "service/store/error.h"
#include "service/store/loose_rows.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

using Counts = std::map<std::string, std::size_t>;

constexpr const char* selectDestruction =
    "SELECT request_id, household_id, reference, whole_household, state, planned_for, rule, because, planned_by, postponed, what, figures, begun_at, done_at, not_named "
    "FROM destruction ";

DestructionState stateFrom(const std::string& text) {
    return text == "done" ? DestructionState::done : text == "erased" ? DestructionState::erased : DestructionState::begun;
}

Destruction fromRow(Row& row) {
    Destruction it;
    it.requestId = row.text(), it.householdId = row.text(), it.reference = row.text(), it.wholeHousehold = row.flag();
    it.state = stateFrom(row.text()), it.plannedFor = row.date(), it.rule = row.text(), it.because = row.text();
    it.plannedBy = row.text(), it.postponed = row.integer();
    const auto what = nlohmann::json::parse(row.text(), nullptr, false);
    if (what.is_object()) it.what = what.get<Counts>();
    it.figures = row.text(), it.begunAt = row.moment(), it.doneAt = row.optionalMoment();
    if (const auto ids = row.optionalText()) {
        std::istringstream words(*ids);
        it.notNamed.emplace(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>());
    }
    return it;
}

std::optional<std::string> spaced(const std::optional<std::vector<Id>>& ids) {
    if (!ids) return std::nullopt;
    std::string text = " ";
    for (const auto& id : *ids) text += id + " ";
    return text;
}

std::optional<Destruction> findOne(Connection& c, const Id& requestId) {
    return firstRow(c, fromRow, std::string(selectDestruction) + "WHERE request_id = $1", requestId);
}

Destruction loadOne(Connection& c, const Id& requestId) {
    auto found = findOne(c, requestId);
    if (!found) throw StoreError(ErrorKind::notFound, "deze vernietiging is niet begonnen");
    return *found;
}

bool isLastOfHousehold(Connection& c, const Destruction& it) {
    return numberFrom(c,
                      "SELECT count(*) FROM privacy_request q WHERE q.household_id = $1 AND q.id <> $2 "
                      "AND NOT EXISTS (SELECT 1 FROM destruction d WHERE d.request_id = q.id AND d.state IN ('erased', 'done'))",
                      it.householdId, it.requestId) == 0;
}

// The application of which no part is left but this one; empty: there are others.
Id lastOfApplication(Connection& c, const Id& requestId) {
    return firstRow(c, [](Row& row) { return row.text(); },
                    "SELECT a.id FROM application a JOIN privacy_request r ON r.application_id = a.id WHERE r.id = $1 AND NOT EXISTS ("
                    "SELECT 1 FROM privacy_request q WHERE q.application_id = a.id AND q.id <> $1 "
                    "AND NOT EXISTS (SELECT 1 FROM destruction d WHERE d.request_id = q.id AND d.state IN ('erased', 'done')))",
                    requestId)
        .value_or(Id());
}

void erase(Connection& c, const std::vector<DoomedRows>& doomed, const Id& id, Counts& counts) {
    for (const auto& it : doomed)
        if (const auto gone = run(c, "DELETE FROM " + it.table + " WHERE " + it.where, id); gone > 0) counts[it.table] += std::size_t(gone);
}

void blank(Connection& c, const std::vector<KeptRow>& kept, const Id& id) {
    for (const auto& it : kept) run(c, blankingOf(c, it), id);
}

// Not the key of the case: that one goes with the copies.
Id keptOwner(const Id& requestId) { return "kept-" + requestId; }

void count(Connection& c, const std::vector<DoomedRows>& doomed, const Id& id, Counts& counts) {
    for (const auto& it : doomed)
        if (const auto there = numberFrom(c, "SELECT count(*) FROM " + it.table + " WHERE " + it.where, id); there > 0) counts[it.table] += std::size_t(there);
}

}  // namespace

Retention::Retention(Database& database, const Environment& environment, Blobs& blobs) : Repository(database, environment), blobs_(blobs) {}

Postponement Retention::postpone(const Postponement& wanted) {
    Postponement it = wanted;
    it.id = environment_.newId.make(), it.at = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO destruction_postponement (id, request_id, until_day, reason, postponed_by, postponed_at) VALUES ($1, $2, $3, $4, $5, $6)", it.id, it.requestId,
            it.until, it.reason, it.by, it.at);
    });
    return it;
}

std::vector<Postponement> Retention::postponements(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return Postponement{row.text(), row.text(), row.date(), row.text(), row.text(), row.moment()}; },
                    "SELECT id, request_id, until_day, reason, postponed_by, postponed_at FROM destruction_postponement WHERE request_id = $1 ORDER BY postponed_at, id", requestId);
    });
}

Destruction Retention::begin(const Destruction& it) {
    return database_.write([&](Connection& c) {
        if (auto found = findOne(c, it.requestId)) return *found;
        run(c,
            "INSERT INTO destruction (request_id, household_id, reference, state, planned_for, rule, because, planned_by, postponed, figures, begun_at, not_named) "
            "VALUES ($1, $2, $3, 'begun', $4, $5, $6, $7, $8, $9, $10, $11)",
            it.requestId, it.householdId, it.reference, it.plannedFor, it.rule, it.because, it.plannedBy, it.postponed, it.figures, environment_.clock.now(),
            spaced(it.notNamed));
        return loadOne(c, it.requestId);
    });
}

void Retention::destroyKeys(const Id& requestId) {
    const auto it = database_.read([&](Connection& c) { return loadOne(c, requestId); });
    blobs_.destroyKey(requestId);
    if (const auto application = database_.read([&](Connection& c) { return lastOfApplication(c, requestId); }); !application.empty()) blobs_.destroyKey(application);
    if (it.wholeHousehold) blobs_.destroyKey(it.householdId);
}

void Retention::eraseRows(const Id& requestId) {
    database_.write([&](Connection& c) {
        const auto it = loadOne(c, requestId);
        if (it.state != DestructionState::begun) return;
        const bool whole = isLastOfHousehold(c, it);
        c.execute("PRAGMA defer_foreign_keys=ON");
        run(c, "UPDATE destruction SET state = 'erasing', whole_household = $1 WHERE request_id = $2", whole, requestId);
        Counts counts;
        eraseLooseRows(c, requestId, whole ? it.householdId : Id(), environment_.clock.now(), counts);
        blank(c, keptOfRequest(), requestId);
        erase(c, rowsOfRequest(c), requestId, counts);
        if (whole) erase(c, rowsOfHousehold(c), it.householdId, counts), blank(c, keptOfHousehold(), it.householdId);
        const auto application = lastOfApplication(c, requestId);
        if (!application.empty()) eraseApplication(c, application, counts);
        eraseFileRows(c, requestId, counts);
        if (!application.empty() && application != requestId) eraseFileRows(c, application, counts);
        if (whole) eraseFileRows(c, it.householdId, counts);
        run(c, "UPDATE destruction SET state = 'erased', what = $1 WHERE request_id = $2", nlohmann::json(counts).dump(), requestId);
    });
}

std::map<std::string, std::size_t> Retention::left(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        const auto it = loadOne(c, requestId);
        Counts counts;
        count(c, rowsOfRequest(c), requestId, counts);
        if (it.wholeHousehold) count(c, rowsOfHousehold(c), it.householdId, counts);
        return counts;
    });
}

KeptFile Retention::keep(const KeptFile& wanted, std::string_view bytes) {
    KeptFile it = wanted;
    it.keptAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        it.id = environment_.newId.make(), it.blobId = blobs_.write(keptOwner(it.requestId), bytes);
        run(c, "INSERT INTO kept_file (id, request_id, kind, name, sha256, blob_id, until_day, kept_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.requestId, it.kind, it.name,
            it.sha256, it.blobId, it.until, it.keptAt);
    });
    return it;
}

std::vector<KeptFile> Retention::kept(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return KeptFile{row.text(), row.text(), row.text(), row.text(), row.text(), row.text(), row.date(), row.moment()}; },
                    "SELECT id, request_id, kind, name, sha256, blob_id, until_day, kept_at FROM kept_file WHERE request_id = $1 ORDER BY kept_at, name", requestId);
    });
}

std::vector<Id> Retention::keptTooLong(const Date& today) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return row.text(); }, "SELECT DISTINCT request_id FROM kept_file WHERE until_day <= $1 ORDER BY request_id", today);
    });
}

// The rows first, so that their guard speaks before anything is lost; the key in the same transaction.
void Retention::destroyKept(const Id& requestId) {
    database_.write([&](Connection& c) {
        Counts counts;
        run(c, "DELETE FROM kept_file WHERE request_id = $1", requestId);
        blobs_.destroyKey(keptOwner(requestId));
        eraseFileRows(c, keptOwner(requestId), counts);
    });
}

void Retention::compact() { database_.compact(); }

void Retention::finish(const Id& requestId) {
    database_.write([&](Connection& c) {
        if (loadOne(c, requestId).state == DestructionState::done) return;
        run(c, "UPDATE destruction SET state = 'done', done_at = $1 WHERE request_id = $2", environment_.clock.now(), requestId);
    });
}

std::optional<Destruction> Retention::find(const Id& requestId) const {
    return database_.read([&](Connection& c) { return findOne(c, requestId); });
}

std::vector<Destruction> Retention::all() const {
    return database_.read([](Connection& c) { return rows(c, fromRow, std::string(selectDestruction) + "ORDER BY begun_at DESC, reference DESC"); });
}

}  // namespace service::store
