#include "service/store/identities.h"

#include "service/store/error.h"
#include "service/store/password.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

IdentityCheck checkFromRow(Row& row) {
    IdentityCheck it;
    for (auto* text : {&it.id, &it.requestId, &it.method, &it.outcome, &it.seenBy, &it.partnerId}) *text = row.text();
    it.on = row.optionalDate(), it.note = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    return it;
}

IdentityCode codeFromRow(Row& row) {
    IdentityCode it;
    for (auto* text : {&it.id, &it.requestId, &it.channelKind, &it.channelWords, &it.madeBy}) *text = row.text();
    it.madeAt = row.moment(), it.validUntil = row.moment(), it.tries = row.integer();
    return it;
}

constexpr const char* selectOpen =
    "SELECT id, request_id, channel_kind, channel_words, made_by, made_at, valid_until, tries FROM identity_code WHERE closed_at IS NULL AND request_id = $1";

}  // namespace

IdentityCheck Identities::add(const IdentityCheck& wanted) {
    IdentityCheck it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO identity_check (id, request_id, method, outcome, seen_by, partner_id, on_day, note, recorded_by, recorded_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            it.id, it.requestId, it.method, it.outcome, it.seenBy, it.partnerId, it.on, it.note, it.recordedBy, it.recordedAt);
    });
    return it;
}

std::vector<IdentityCheck> Identities::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, checkFromRow,
                    "SELECT id, request_id, method, outcome, seen_by, partner_id, on_day, note, recorded_by, recorded_at FROM identity_check WHERE request_id = $1 "
                    "ORDER BY recorded_at DESC, rowid DESC",
                    requestId);
    });
}

IdentityCode Identities::openCode(const IdentityCode& wanted, std::string_view secret) {
    IdentityCode it = wanted;
    it.id = environment_.newId.make(), it.madeAt = environment_.clock.now();
    const auto hash = hashPassword(secret, PasswordCost::interactive);
    database_.write([&](Connection& c) {
        run(c, "UPDATE identity_code SET closed_at = $1, closed_how = 'replaced' WHERE request_id = $2 AND closed_at IS NULL", it.madeAt, it.requestId);
        run(c,
            "INSERT INTO identity_code (id, request_id, code_hash, channel_kind, channel_words, made_by, made_at, valid_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            it.id, it.requestId, hash, it.channelKind, it.channelWords, it.madeBy, it.madeAt, it.validUntil);
    });
    return it;
}

std::optional<IdentityCode> Identities::findOpenCode(const Id& requestId) const {
    return database_.read([&](Connection& c) { return firstRow(c, codeFromRow, selectOpen, requestId); });
}

CodeAnswer Identities::tryCode(const Id& requestId, std::string_view secret, int mostTries) {
    return database_.write([&](Connection& c) {
        const auto open = firstRow(c, codeFromRow, selectOpen, requestId);
        if (!open) return CodeAnswer::none;
        const auto now = environment_.clock.now();
        const auto close = [&](const char* how) { run(c, "UPDATE identity_code SET closed_at = $1, closed_how = $2 WHERE id = $3", now, how, open->id); };
        if (open->validUntil <= now) return close("expired"), CodeAnswer::expired;
        run(c, "UPDATE identity_code SET tries = tries + 1 WHERE id = $1", open->id);
        const auto hash = firstRow(c, [](Row& row) { return row.text(); }, "SELECT code_hash FROM identity_code WHERE id = $1", open->id);
        if (passwordFits(*hash, secret)) return close("matched"), CodeAnswer::matched;
        if (open->tries + 1 < mostTries) return CodeAnswer::wrong;
        return close("tries"), CodeAnswer::noTriesLeft;
    });
}

}  // namespace service::store
