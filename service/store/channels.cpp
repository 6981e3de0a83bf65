#include "service/store/channels.h"

#include <sstream>

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, household_id, person_id, kind, addressee, address, place, marks, from_day, until_day, source, recorded_by, recorded_at, needs_second, "
    "confirmed_by, confirmed_at, ended_at, ended_by, ended_why FROM channel ";
constexpr const char* closing = "(instr(marks, ' shared-mailbox ') + instr(marks, ' shared-household ') + instr(marks, ' no-paper ')) > 0";

std::string inColumn(const std::vector<std::string>& marks) {
    std::string text;
    for (const auto& mark : marks) text += " " + mark;
    return text.empty() ? text : text + " ";
}

Channel fromRow(Row& row) {
    Channel it;
    for (auto* text : {&it.id, &it.householdId, &it.personId, &it.kind, &it.addressee, &it.address, &it.place}) *text = row.text();
    std::istringstream marks(row.text());
    for (std::string mark; marks >> mark;) it.marks.push_back(mark);
    it.from = row.date(), it.until = row.optionalDate(), it.source = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    it.needsSecond = row.flag(), it.confirmedBy = row.text(), it.confirmedAt = row.optionalMoment();
    it.endedAt = row.optionalMoment(), it.endedBy = row.text(), it.endedWhy = row.text();
    return it;
}

bool closesByMark(const Channel& it) {
    for (const auto& mark : it.marks)
        if (mark == "shared-mailbox" || mark == "shared-household" || mark == "no-paper") return true;
    return false;
}

}  // namespace

Channel Channels::add(const Channel& wanted) {
    Channel it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        it.needsSecond = wanted.needsSecond || (!it.place.empty() && !closesByMark(it) &&
                         numberFrom(c, std::string("SELECT count(*) FROM channel WHERE household_id = $1 AND person_id = $2 AND place = $3 AND ") + closing, it.householdId,
                                    it.personId, it.place) > 0);
        run(c,
            "INSERT INTO channel (id, household_id, person_id, kind, addressee, address, place, marks, from_day, until_day, source, recorded_by, recorded_at, needs_second) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            it.id, it.householdId, it.personId, it.kind, it.addressee, it.address, it.place, inColumn(it.marks), it.from, it.until, it.source, it.recordedBy, it.recordedAt,
            it.needsSecond);
    });
    return it;
}

void Channels::end(const Id& id, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE channel SET ended_at = $1, ended_by = $2, ended_why = $3 WHERE id = $4", environment_.clock.now(), by, why, id) == 0)
            throw StoreError(ErrorKind::notFound, "dit kanaal bestaat niet");
    });
}

void Channels::confirm(const Id& id, const Id& by) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE channel SET confirmed_by = $1, confirmed_at = $2 WHERE id = $3", by, environment_.clock.now(), id) == 0)
            throw StoreError(ErrorKind::notFound, "dit kanaal bestaat niet");
    });
}

Channel Channels::load(const Id& id) const {
    return database_.read([&](Connection& c) {
        auto found = firstRow(c, fromRow, std::string(select) + "WHERE id = $1", id);
        if (!found) throw StoreError(ErrorKind::notFound, "dit kanaal bestaat niet");
        return *std::move(found);
    });
}

std::vector<Channel> Channels::ofPerson(const Id& householdId, std::string_view personId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(select) + "WHERE household_id = $1 AND person_id = $2 ORDER BY recorded_at DESC, id DESC", householdId, personId);
    });
}

}  // namespace service::store
