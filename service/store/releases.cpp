#include "service/store/releases.h"

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT request_id, package_hash, package_blob, verification, contents, id, state, built_at, released_at, released_by, sent_to "
    "FROM release ";

constexpr std::pair<ReleaseState, const char*> stateNames[] = {{ReleaseState::built, "built"},
                                                               {ReleaseState::refused, "refused"},
                                                               {ReleaseState::isSigned, "signed"},
                                                               {ReleaseState::released, "released"},
                                                               {ReleaseState::isVoid, "void"}};

Release fromRow(Row& row) {
    Release it;
    for (auto* text : {&it.requestId, &it.packageHash, &it.packageBlob, &it.verification, &it.contents, &it.id}) *text = row.text();
    it.state = releaseStateFrom(row.text()).value_or(ReleaseState::refused);
    it.passed = it.state != ReleaseState::refused;
    it.builtAt = row.moment();
    it.releasedAt = row.optionalMoment();
    it.releasedBy = row.text();
    it.sentTo = row.text();
    return it;
}

Release loadOne(Connection& c, const Id& id) {
    auto found = firstRow(c, fromRow, std::string(select) + "WHERE id = $1", id);
    if (!found) throw StoreError(ErrorKind::notFound, "dit pakket bestaat niet");
    return *found;
}

}  // namespace

std::string toText(ReleaseState state) { return stateNames[std::size_t(state)].second; }

std::optional<ReleaseState> releaseStateFrom(std::string_view text) {
    for (const auto& [state, name] : stateNames)
        if (name == text) return state;
    return std::nullopt;
}

Release Releases::add(const NewRelease& wanted) {
    const auto id = environment_.newId.make();
    const auto now = environment_.clock.now();
    return database_.write([&](Connection& c) {
        run(c,
            "UPDATE sign_off SET voided_at = $1, voided_why = 'het pakket is daarna opnieuw gebouwd' "
            "WHERE id IN (SELECT id FROM sign_off_open WHERE request_id = $2)",
            now, wanted.requestId);
        run(c, "UPDATE release SET state = 'void' WHERE request_id = $1 AND state NOT IN ('released', 'void')", wanted.requestId);
        run(c,
            "INSERT INTO release (id, request_id, package_hash, state, package_blob, verification, contents, built_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            id, wanted.requestId, wanted.packageHash, wanted.passed ? "built" : "refused", orNull(wanted.packageBlob),
            wanted.verification, wanted.contents, now);
        return loadOne(c, id);
    });
}

Release Releases::load(const Id& id) const {
    return database_.read([&](Connection& c) { return loadOne(c, id); });
}

std::optional<Release> Releases::latest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, fromRow, std::string(select) + "WHERE request_id = $1 AND state <> 'void' ORDER BY built_at DESC, id DESC LIMIT 1",
                        requestId);
    });
}

std::vector<Release> Releases::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(select) + "WHERE request_id = $1 ORDER BY built_at, id", requestId);
    });
}

Release Releases::markReleased(const Id& id, const Id& by, const Way& way) {
    return database_.write([&](Connection& c) {
        const auto before = loadOne(c, id);
        if (before.state == ReleaseState::released) throw StoreError(ErrorKind::conflict, "dit pakket is al verstrekt");
        const auto signedNow = numberFrom(
            c, "SELECT count(*) FROM sign_off WHERE request_id = $1 AND package_hash = $2 AND voided_at IS NULL", before.requestId,
            before.packageHash);
        if (before.state != ReleaseState::isSigned || signedNow == 0)
            throw StoreError(ErrorKind::forbiddenByRule, "zonder geldige ondertekening gaat er niets uit");
        run(c, "UPDATE release SET state = 'released', released_at = $1, released_by = $2, sent_to = $3, channel = $4, place = $5 WHERE id = $6",
            environment_.clock.now(), by, way.words, way.channel, way.place, id);
        return loadOne(c, id);
    });
}

}  // namespace service::store
