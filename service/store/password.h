// Argon2id hashes of passwords. At most two are computed at a time: each takes 64 MiB and a core.
#pragma once

#include <string>
#include <string_view>

namespace service::store {

enum class PasswordCost { interactive, moderate };  // libsodium's: 64 MiB, 256 MiB

std::string hashPassword(std::string_view password, PasswordCost cost);
bool passwordFits(const std::string& hash, std::string_view password);
// As slow as a real check; for logins nobody has.
void checkAgainstNobody(std::string_view password, PasswordCost cost);

}  // namespace service::store
