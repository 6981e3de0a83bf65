#include "service/store/audit_seal.h"

#include <charconv>

#include "service/store/error.h"
#include "service/store/request_keys.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* noDetails = "{}";

// A row of the trail that is put elsewhere, or under another case, does not open.
std::string placeOf(const AuditEntry& entry) { return "audit/" + sealOwner(entry) + "/" + std::to_string(entry.number); }

std::string packed(const AuditEntry& entry) {
    return std::to_string(entry.onPerson.size()) + ":" + std::to_string(entry.why.size()) + ":" + entry.onPerson + entry.why + entry.details;
}

std::size_t sizeFrom(std::string_view& text) {
    std::size_t size = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), size);
    const auto used = std::size_t(end - text.data());
    if (problem != std::errc() || used >= text.size() || text[used] != ':') throw StoreError(ErrorKind::broken, "een regel van het logboek is onleesbaar");
    text.remove_prefix(used + 1);
    return size;
}

void unpack(std::string_view text, AuditEntry& entry) {
    const auto person = sizeFrom(text), why = sizeFrom(text);
    if (person + why > text.size()) throw StoreError(ErrorKind::broken, "een regel van het logboek is onleesbaar");
    entry.onPerson = text.substr(0, person), entry.why = text.substr(person, why), entry.details = text.substr(person + why);
}

void blank(AuditEntry& entry) { entry.onPerson.clear(), entry.why.clear(), entry.details = noDetails; }

}  // namespace

Id sealOwner(const NewAuditEntry& entry) { return entry.requestId.empty() ? entry.householdId : entry.requestId; }

void seal(Connection& c, AuditEntry& entry, const MasterKey& masterKey, const Environment& environment) {
    const auto owner = sealOwner(entry);
    if (owner.empty() || (entry.onPerson.empty() && entry.why.empty() && entry.details == noDetails)) return;
    if (isKeyDestroyed(c, owner)) return blank(entry);
    entry.sealed = sealWith(keyOf(c, masterKey, owner, environment), packed(entry), placeOf(entry), environment.random);
}

void Unsealing::open(AuditEntry& entry) {
    if (entry.sealed.empty()) return;
    const auto owner = sealOwner(entry);
    auto found = keys_.find(owner);
    if (found == keys_.end()) found = keys_.emplace(owner, findKey(connection_, masterKey_, owner)).first;
    if (!found->second) return;
    try {
        unpack(unsealWith(*found->second, entry.sealed, placeOf(entry)), entry);
    } catch (const StoreError&) {
        blank(entry);  // meddled with: `verify` says so; the rest of the trail can still be read
    }
}

}  // namespace service::store
