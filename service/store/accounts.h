// Who may sign in, with what role. Passwords are kept as Argon2id hashes; repeated failures lock for a growing time.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

enum class Role { frontDesk, professional, privacyOfficer, administrator };
std::string toText(Role role);  // front-desk, professional, privacy-officer, administrator
std::optional<Role> roleFrom(std::string_view text);

struct Account {
    Id id;
    std::string login, displayName;
    Role role = Role::professional;
    std::string email, language = "nl";
    bool active = true, singleKeys = true;  // singleKeys: keys without Ctrl on the review page (WCAG 2.1.4)
    std::optional<Moment> lockedUntil;
    Moment createdAt{};
    Id partnerId = {};  // whom they work for; empty: the region
};

struct NewAccount {
    std::string login, displayName;
    Role role = Role::professional;
    std::string password, email, language = "nl";
    Id partnerId = {};
};

enum class SignInOutcome { signedIn, wrong, locked };  // wrong: also unknown and inactive; the caller cannot tell
struct SignIn {
    SignInOutcome outcome = SignInOutcome::wrong;
    std::optional<Account> account;     // signedIn only
    std::optional<Moment> lockedUntil;  // locked only
};

inline constexpr std::size_t minPasswordLength = 12, maxPasswordLength = 1024;  // bytes
inline constexpr int failuresBeforeLock = 5;  // then 1, 2, 4, … minutes, at most a day

class Accounts : Repository {
  public:
    using Repository::Repository;

    bool any() const;
    Account add(const NewAccount& wanted);  // conflict: login taken; forbiddenByRule: password too short, login empty
    Account load(const Id& id) const;       // notFound
    std::optional<Account> find(const Id& id) const;
    std::optional<Account> findByLogin(std::string_view login) const;  // case does not matter
    std::vector<Account> all() const;                                   // by display name
    Id partnerOf(const Id& id) const;                // empty: the region, or nobody
    bool anyHandlers(const Id& partnerId) const;     // whether a partner has reviewers or privacy officers of its own

    // Takes about as long for an unknown login as for a known one. At most two passwords are hashed at a time.
    SignIn signIn(std::string_view login, std::string_view password);
    SignIn confirmPassword(const Id& id, std::string_view password);  // for signing; counts failures too
    void changePassword(const Id& id, std::string_view password);     // closes the account's sessions
    void change(const Account& account);  // display name, role, e-mail, language, active, single keys
    void unlock(const Id& id);
};

}  // namespace service::store
