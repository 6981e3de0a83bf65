// How often signing in failed, per login, known or not: the same counting, the same lock, the same work for both. For
// Accounts only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "service/environment.h"

namespace service::store {

class Connection;

enum class LoginIs { known, unknown };

inline constexpr int maxUnknownLogins = 10'000;  // rows kept; the oldest go first

// A keyed, shortened hash of the login in lower case. Makes the key when there is none: call within a write.
std::string loginMark(Connection& connection, std::string_view login, Random& random);
std::optional<Moment> lockedUntil(Connection& connection, const std::string& mark, Moment now);  // absent: not locked
std::optional<Moment> countFailure(Connection& connection, const std::string& mark, LoginIs is, Moment now);
void forgetFailures(Connection& connection, const std::string& mark);

}  // namespace service::store
