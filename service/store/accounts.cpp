#include "service/store/accounts.h"

#include <algorithm>

#include "service/store/error.h"
#include "service/store/password.h"
#include "service/store/sign_in_attempts.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr std::size_t maxLoginLength = 200;  // bytes looked at; longer ones nobody has

constexpr const char* columns =
    "id, login, display_name, role, email, language, active, single_keys, locked_until, created_at, partner_id";

Account fromRow(Row& row) {
    Account account;
    for (auto* text : {&account.id, &account.login, &account.displayName}) *text = row.text();
    account.role = roleFrom(row.text()).value_or(Role::frontDesk);
    account.email = row.text();
    account.language = row.text();
    account.active = row.flag();
    account.singleKeys = row.flag();
    account.lockedUntil = row.optionalMoment();
    account.createdAt = row.moment();
    account.partnerId = row.text();
    return account;
}

std::string lowered(std::string_view login) {
    std::string lower(login);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return lower;
}

std::optional<Account> findBy(Connection& c, const char* column, const std::string& value) {
    return firstRow(c, fromRow, std::string("SELECT ") + columns + " FROM account WHERE " + column + " = $1", value);
}

PasswordCost costSet(Connection& c) {
    const auto set = firstRow(c, [](Row& row) { return row.text(); }, "SELECT value FROM setting WHERE name = 'password.cost'");
    return set == "moderate" ? PasswordCost::moderate : PasswordCost::interactive;
}

void checkPassword(std::string_view password) {
    if (password.size() < minPasswordLength)
        throw StoreError(ErrorKind::forbiddenByRule, "een wachtwoord heeft ten minste " + std::to_string(minPasswordLength) + " tekens");
    if (password.size() > maxPasswordLength) throw StoreError(ErrorKind::forbiddenByRule, "dit wachtwoord is te lang");
}

struct Attempt {
    Id id;  // empty: nobody has this login
    std::string mark;
    bool fits = false;
};

// What holds after the password was checked; looks at the lock again, since others may have failed meanwhile. The
// account's own columns only show the administrator what was counted.
SignIn settle(Connection& c, const Attempt& attempt, Moment now) {
    if (const auto until = lockedUntil(c, attempt.mark, now)) return {SignInOutcome::locked, std::nullopt, until};
    const auto account = attempt.id.empty() ? std::nullopt : findBy(c, "id", attempt.id);
    if (!account || !account->active || !attempt.fits) {
        const auto until = countFailure(c, attempt.mark, account ? LoginIs::known : LoginIs::unknown, now);
        run(c, "UPDATE account SET locked_until = $1 WHERE id = $2", until, attempt.id);
        return {until ? SignInOutcome::locked : SignInOutcome::wrong, std::nullopt, until};
    }
    forgetFailures(c, attempt.mark);
    run(c, "UPDATE account SET locked_until = NULL WHERE id = $1", attempt.id);
    return {SignInOutcome::signedIn, findBy(c, "id", attempt.id), std::nullopt};
}

std::string hashOf(Connection& c, const Id& id) {
    return firstRow(c, [](Row& row) { return row.text(); }, "SELECT password_hash FROM account WHERE id = $1", id).value_or("");
}

}  // namespace

std::string toText(Role role) {
    switch (role) {
        case Role::frontDesk: return "front-desk";
        case Role::professional: return "professional";
        case Role::privacyOfficer: return "privacy-officer";
        case Role::administrator: return "administrator";
    }
    return {};
}

std::optional<Role> roleFrom(std::string_view text) {
    for (const auto role : {Role::frontDesk, Role::professional, Role::privacyOfficer, Role::administrator})
        if (toText(role) == text) return role;
    return std::nullopt;
}

bool Accounts::any() const {
    return database_.read([](Connection& c) { return numberFrom(c, "SELECT count(*) FROM account") > 0; });
}

Account Accounts::add(const NewAccount& wanted) {
    if (wanted.login.empty() || wanted.displayName.empty())
        throw StoreError(ErrorKind::forbiddenByRule, "een account heeft een inlognaam en een naam nodig");
    checkPassword(wanted.password);
    const auto hash = hashPassword(wanted.password, database_.read(costSet));
    const auto id = environment_.newId.make();
    return database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO account (id, login, display_name, role, password_hash, email, language, created_at, partner_id) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id, lowered(wanted.login), wanted.displayName, toText(wanted.role), hash, wanted.email, wanted.language,
            environment_.clock.now(), wanted.partnerId);
        return *findBy(c, "id", id);
    });
}

Account Accounts::load(const Id& id) const {
    if (auto found = find(id)) return *std::move(found);
    throw StoreError(ErrorKind::notFound, "dit account bestaat niet");
}

std::optional<Account> Accounts::find(const Id& id) const {
    return database_.read([&](Connection& c) { return findBy(c, "id", id); });
}

std::optional<Account> Accounts::findByLogin(std::string_view login) const {
    return database_.read([&](Connection& c) { return findBy(c, "login", lowered(login)); });
}

std::vector<Account> Accounts::all() const {
    return database_.read([](Connection& c) {
        return rows(c, fromRow, std::string("SELECT ") + columns + " FROM account ORDER BY display_name, login");
    });
}

Id Accounts::partnerOf(const Id& id) const {
    return database_.read([&](Connection& c) { return firstRow(c, [](Row& row) { return row.text(); }, "SELECT partner_id FROM account WHERE id = $1", id).value_or(""); });
}

bool Accounts::anyHandlers(const Id& partnerId) const {
    if (partnerId.empty()) return false;
    return database_.read([&](Connection& c) {
        return numberFrom(c, "SELECT count(*) FROM account WHERE partner_id = $1 AND active = 1 AND role IN ('professional', 'privacy-officer')", partnerId) > 0;
    });
}

// Known or not, the same steps: look at the lock, hash once, count in one transaction.
SignIn Accounts::signIn(std::string_view login, std::string_view password) {
    const auto name = lowered(login.substr(0, maxLoginLength));
    const auto account = findByLogin(name);
    Attempt attempt{account ? account->id : Id(), database_.write([&](Connection& c) { return loginMark(c, name, environment_.random); })};
    const auto locked = database_.read([&](Connection& c) { return lockedUntil(c, attempt.mark, environment_.clock.now()); });
    if (locked) return {SignInOutcome::locked, std::nullopt, locked};
    const auto hash = database_.read([&](Connection& c) { return hashOf(c, attempt.id); });
    if (password.size() <= maxPasswordLength) {
        if (hash.empty()) checkAgainstNobody(password, database_.read(costSet));
        else attempt.fits = passwordFits(hash, password);
    }
    return database_.write([&](Connection& c) { return settle(c, attempt, environment_.clock.now()); });
}

SignIn Accounts::confirmPassword(const Id& id, std::string_view password) {
    const auto account = find(id);
    return account ? signIn(account->login, password) : SignIn{};
}

void Accounts::changePassword(const Id& id, std::string_view password) {
    checkPassword(password);
    const auto hash = hashPassword(password, database_.read(costSet));
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE account SET password_hash = $1, locked_until = NULL WHERE id = $2", hash, id) == 0)
            throw StoreError(ErrorKind::notFound, "dit account bestaat niet");
        forgetFailures(c, loginMark(c, findBy(c, "id", id)->login, environment_.random));
        run(c, "DELETE FROM session WHERE account_id = $1", id);
    });
}

void Accounts::change(const Account& account) {
    database_.write([&](Connection& c) {
        if (run(c,
                "UPDATE account SET display_name = $1, role = $2, email = $3, language = $4, active = $5, single_keys = $6, partner_id = $8 "
                "WHERE id = $7",
                account.displayName, toText(account.role), account.email, account.language, account.active,
                account.singleKeys, account.id, account.partnerId) == 0)
            throw StoreError(ErrorKind::notFound, "dit account bestaat niet");
    });
}

void Accounts::unlock(const Id& id) {
    database_.write([&](Connection& c) {
        const auto account = findBy(c, "id", id);
        if (!account) throw StoreError(ErrorKind::notFound, "dit account bestaat niet");
        forgetFailures(c, loginMark(c, account->login, environment_.random));
        run(c, "UPDATE account SET locked_until = NULL WHERE id = $1", id);
    });
}

}  // namespace service::store
