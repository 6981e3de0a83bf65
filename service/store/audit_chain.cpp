#include "service/store/audit_chain.h"

#include <sodium.h>

#include <array>

#include "service/store/master_key.h"

namespace service::store {

std::string canonicalForm(const AuditEntry& entry) {
    const bool sealed = !entry.sealed.empty();
    std::string form = sealed ? "lakwerk-audit-2" : "lakwerk-audit-1";
    const auto add = [&](const std::string& field) {
        for (int shift = 56; shift >= 0; shift -= 8) form += char((std::uint64_t(field.size()) >> shift) & 0xff);
        form += field;
    };
    add(entry.previousHash);
    add(std::to_string(entry.number));
    add(toIso(entry.at));
    for (const auto* field : {&entry.accountId, &entry.role, &entry.action, &entry.householdId, &entry.requestId}) add(*field);
    // What is sealed counts as it stands there, so that the chain outlives the key.
    if (sealed) add(entry.sealed);
    else
        for (const auto* field : {&entry.onPerson, &entry.why, &entry.details}) add(*field);
    return form;
}

std::string hashOf(const AuditEntry& entry) {
    const auto form = canonicalForm(entry);
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(form.data()), form.size());
    return toHex(hash.data(), hash.size());
}

void ChainCheck::fail(long long number, const std::string& difference) {
    if (!report_.isWhole) return;
    report_.isWhole = false;
    report_.brokenAt = number;
    report_.difference = difference;
}

void ChainCheck::next(const AuditEntry& entry) {
    const auto expected = report_.entries + 1;
    if (report_.isWhole && entry.number != expected)
        fail(expected, "regel " + std::to_string(expected) + " ontbreekt");
    else if (entry.previousHash != lastHash_)
        fail(entry.number, "de verwijzing naar de vorige regel klopt niet");
    else if (hashOf(entry) != entry.hash || (!entry.sealed.empty() && !(entry.onPerson.empty() && entry.why.empty() && entry.details == "{}")))
        fail(entry.number, "de inhoud van de regel past niet bij haar controlegetal");
    ++report_.entries;
    lastHash_ = entry.hash;
}

}  // namespace service::store
