#include "service/store/request_keys.h"

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

std::optional<std::string> wrappedOf(Connection& c, const Id& owner) {
    return firstRow(c, [](Row& row) { return row.text(); }, "SELECT wrapped FROM request_key WHERE id = $1", owner);
}

}  // namespace

void keyIsGone() { throw StoreError(ErrorKind::notFound, "de sleutel van dit verzoek is vernietigd"); }

Key keyOf(Connection& c, const MasterKey& masterKey, const Id& owner, const Environment& environment) {
    if (const auto wrapped = wrappedOf(c, owner)) {
        if (wrapped->empty()) keyIsGone();
        return masterKey.unwrap(*wrapped, owner);
    }
    Key key;
    environment.random.fill(key);
    run(c, "INSERT INTO request_key (id, wrapped) VALUES ($1, $2)", owner, masterKey.wrap(key, owner, environment.random));
    return key;
}

std::optional<Key> findKey(Connection& c, const MasterKey& masterKey, const Id& owner) {
    const auto wrapped = wrappedOf(c, owner);
    return wrapped && !wrapped->empty() ? std::optional(masterKey.unwrap(*wrapped, owner)) : std::nullopt;
}

bool isKeyDestroyed(Connection& c, const Id& owner) {
    const auto wrapped = wrappedOf(c, owner);
    return wrapped && wrapped->empty();
}

}  // namespace service::store
