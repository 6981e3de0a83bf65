#include "service/store/sign_in_attempts.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "service/store/accounts.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::hours remembered{24};
constexpr std::size_t keyBytes = crypto_generichash_KEYBYTES, markBytes = 5;

std::string toHex(std::span<const unsigned char> bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

std::string keyOf(Connection& c, Random& random) {
    if (const auto kept = firstRow(c, [](Row& row) { return row.text(); }, "SELECT key FROM sign_in_key WHERE id = 1")) return *kept;
    std::array<unsigned char, keyBytes> key;
    random.fill(key);
    run(c, "INSERT INTO sign_in_key (id, key) VALUES (1, $1)", toHex(key));
    return toHex(key);
}

// 1, 2, 4, … minutes from the fifth failure on, at most a day.
std::optional<std::chrono::minutes> lockFor(long long failures) {
    if (failures < failuresBeforeLock) return std::nullopt;
    const auto doublings = std::min(failures - failuresBeforeLock, 11LL);
    return std::min(std::chrono::minutes(1LL << doublings), std::chrono::minutes(24 * 60));
}

void forgetOld(Connection& c, Moment now) {
    run(c, "DELETE FROM sign_in_attempt WHERE known = 0 AND last_at < $1 AND (locked_until IS NULL OR locked_until < $2)", now - remembered, now);
    const auto tooMany = numberFrom(c, "SELECT count(*) FROM sign_in_attempt WHERE known = 0") - maxUnknownLogins;
    if (tooMany > 0)
        run(c,
            "DELETE FROM sign_in_attempt WHERE login_mark IN "
            "(SELECT login_mark FROM sign_in_attempt WHERE known = 0 ORDER BY last_at, login_mark LIMIT $1)",
            tooMany);
}

}  // namespace

std::string loginMark(Connection& c, std::string_view login, Random& random) {
    const auto key = keyOf(c, random);
    std::array<unsigned char, crypto_generichash_BYTES> hash;
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(login.data()), login.size(),
                       reinterpret_cast<const unsigned char*>(key.data()), std::min<std::size_t>(key.size(), crypto_generichash_KEYBYTES_MAX));
    return toHex(std::span(hash).first(markBytes));
}

std::optional<Moment> lockedUntil(Connection& c, const std::string& mark, Moment now) {
    const auto until = firstRow(c, [](Row& row) { return row.optionalMoment(); }, "SELECT locked_until FROM sign_in_attempt WHERE login_mark = $1", mark);
    return until && *until && now < **until ? *until : std::nullopt;
}

std::optional<Moment> countFailure(Connection& c, const std::string& mark, LoginIs is, Moment now) {
    const auto failures = numberFrom(c,
                                     "INSERT INTO sign_in_attempt (login_mark, known, failures, last_at) VALUES ($1, $2, 1, $3) "
                                     "ON CONFLICT (login_mark) DO UPDATE SET failures = sign_in_attempt.failures + 1, known = excluded.known, "
                                     "last_at = excluded.last_at RETURNING failures",
                                     mark, is == LoginIs::known, now);
    forgetOld(c, now);
    const auto pause = lockFor(failures);
    if (!pause) return std::nullopt;
    run(c, "UPDATE sign_in_attempt SET locked_until = $1 WHERE login_mark = $2", now + *pause, mark);
    return now + *pause;
}

void forgetFailures(Connection& c, const std::string& mark) { run(c, "DELETE FROM sign_in_attempt WHERE login_mark = $1", mark); }

}  // namespace service::store
