#include "service/store/sessions.h"

#include <sodium.h>

#include <array>

#include "service/store/master_key.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr std::chrono::seconds seenGrain{30};  // so that not every page writes

std::string randomHex(Random& random) {
    std::array<unsigned char, 32> bytes;
    random.fill(bytes);
    return toHex(bytes.data(), bytes.size());
}

std::string hashOf(std::string_view token) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
    return toHex(hash.data(), hash.size());
}

std::chrono::minutes minutesSet(Connection& c, const char* name, std::chrono::minutes otherwise) {
    const auto set = numberFrom(c, "SELECT CAST(value AS INTEGER) FROM setting WHERE name = $1", name);
    return set > 0 ? std::chrono::minutes(set) : otherwise;
}

}  // namespace

SessionTerms Sessions::terms() const {
    return database_.read([](Connection& c) {
        const SessionTerms usual;
        return SessionTerms{minutesSet(c, "session.idle-minutes", usual.idle),
                            minutesSet(c, "session.absolute-minutes", usual.absolute)};
    });
}

OpenedSession Sessions::open(const Id& accountId) {
    const auto now = environment_.clock.now();
    OpenedSession opened{randomHex(environment_.random),
                         {accountId, randomHex(environment_.random), now, now, now + terms().absolute}};
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO session (token_hash, account_id, csrf_token, created_at, last_seen_at, expires_at) "
            "VALUES ($1, $2, $3, $4, $5, $6)",
            hashOf(opened.token), accountId, opened.session.csrfToken, now, now, opened.session.expiresAt);
    });
    return opened;
}

std::optional<Session> Sessions::use(std::string_view token) {
    const auto now = environment_.clock.now();
    const auto hash = hashOf(token);
    const auto idle = terms().idle;
    auto found = database_.read([&](Connection& c) {
        return firstRow(
            c, [](Row& row) { return Session{row.text(), row.text(), row.moment(), row.moment(), row.moment()}; },
            "SELECT s.account_id, s.csrf_token, s.created_at, s.last_seen_at, s.expires_at FROM session s "
            "JOIN account a ON a.id = s.account_id WHERE s.token_hash = $1 AND a.active = 1",
            hash);
    });
    if (!found) return std::nullopt;
    if (now >= found->expiresAt || now >= found->lastSeenAt + idle) {
        close(token);
        return std::nullopt;
    }
    if (now >= found->lastSeenAt + seenGrain)
        database_.write([&](Connection& c) { run(c, "UPDATE session SET last_seen_at = $1 WHERE token_hash = $2", now, hash); });
    return found;
}

void Sessions::close(std::string_view token) {
    database_.write([&](Connection& c) { run(c, "DELETE FROM session WHERE token_hash = $1", hashOf(token)); });
}

void Sessions::closeAllOf(const Id& accountId) {
    database_.write([&](Connection& c) { run(c, "DELETE FROM session WHERE account_id = $1", accountId); });
}

std::size_t Sessions::removeExpired() {
    const auto now = environment_.clock.now();
    const auto idleSince = now - terms().idle;
    return database_.write([&](Connection& c) {
        return std::size_t(run(c, "DELETE FROM session WHERE expires_at <= $1 OR last_seen_at <= $2", now, idleSince));
    });
}

}  // namespace service::store
