// The key of a request, or of a household as a whole: made when first needed, wrapped by the master key, destroyed for ever.
#pragma once

#include <optional>

#include "service/store/master_key.h"
#include "service/store/repository.h"

namespace service::store {

class Connection;

Key keyOf(Connection& c, const MasterKey& masterKey, const Id& owner, const Environment& environment);  // notFound: destroyed
std::optional<Key> findKey(Connection& c, const MasterKey& masterKey, const Id& owner);  // absent: none, or destroyed
bool isKeyDestroyed(Connection& c, const Id& owner);
[[noreturn]] void keyIsGone();

}  // namespace service::store
