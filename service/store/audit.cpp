#include "service/store/audit.h"

#include "service/store/audit_anchor.h"
#include "service/store/audit_chain.h"
#include "service/store/audit_seal.h"
#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT number, at, account_id, role, action, household_id, request_id, on_person, why, details, previous_hash, hash, sealed "
    "FROM audit_entry ";

AuditEntry fromRow(Row& row) {
    AuditEntry entry;
    entry.number = row.number();
    entry.at = row.moment();
    for (auto* text : {&entry.accountId, &entry.role, &entry.action, &entry.householdId, &entry.requestId, &entry.onPerson,
                       &entry.why, &entry.details, &entry.previousHash, &entry.hash, &entry.sealed})
        *text = row.text();
    return entry;
}

void insert(Connection& c, const AuditEntry& e) {
    run(c,
        "INSERT INTO audit_entry (number, at, account_id, role, action, household_id, request_id, on_person, why, details, "
        "previous_hash, hash, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        e.number, e.at, e.accountId, e.role, e.action, e.householdId, e.requestId, e.sealed.empty() ? e.onPerson : "", e.sealed.empty() ? e.why : "",
        e.sealed.empty() ? e.details : "{}", e.previousHash, e.hash, e.sealed);
}

void compareWithAnchor(Connection& c, const std::optional<Anchored>& anchored, ChainCheck& check) {
    const auto entries = check.report().entries;
    if (!anchored) return check.fail(entries + 1, "het anker (audit.anchor) ontbreekt of is niet van deze hoofdsleutel");
    if (anchored->number == 0) return;
    const auto there = firstRow(c, [](Row& row) { return row.text(); }, "SELECT hash FROM audit_entry WHERE number = $1",
                                anchored->number);
    if (!there)
        check.fail(entries + 1, "het einde ontbreekt: volgens het anker waren er ten minste " + std::to_string(anchored->number) + " regels");
    else if (*there != anchored->hash)
        check.fail(anchored->number, "deze regel is niet die van het anker: het einde is vervangen");
}

}  // namespace

Audit::Audit(Database& database, const Environment& environment, AuditAnchor& anchor, const MasterKey& masterKey)
    : Repository(database, environment), anchor_(anchor), masterKey_(masterKey) {}

AuditEntry Audit::append(const NewAuditEntry& wanted) {
    AuditEntry entry;
    static_cast<NewAuditEntry&>(entry) = wanted;
    entry.at = environment_.clock.now();
    database_.write([&](Connection& c) {
        const auto last = firstRow(c, [](Row& row) { return Anchored{row.number(), row.text()}; },
                                   "SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1");
        entry.number = last ? last->number + 1 : 1;
        entry.previousHash = last ? last->hash : "";
        seal(c, entry, masterKey_, environment_);
        entry.hash = hashOf(entry);
        insert(c, entry);
        database_.afterCommit([this, at = Anchored{entry.number, entry.hash}] { anchor_.moveTo(at); });
    });
    return entry;
}

std::vector<AuditEntry> Audit::find(const std::string& rest, std::string_view value, std::size_t atMost) const {
    return database_.read([&](Connection& c) {
        auto found = value.empty() ? rows(c, fromRow, select + rest, atMost) : rows(c, fromRow, select + rest, value, atMost);
        Unsealing unsealing(c, masterKey_);
        for (auto& entry : found) unsealing.open(entry);
        return found;
    });
}

std::vector<AuditEntry> Audit::ofRequest(const Id& requestId, std::size_t atMost) const {
    return requestId.empty() ? std::vector<AuditEntry>() : find("WHERE request_id = $1 ORDER BY number DESC LIMIT $2", requestId, atMost);
}

std::optional<Moment> Audit::firstOf(const Id& requestId, std::string_view action) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return row.moment(); }, "SELECT at FROM audit_entry WHERE request_id = $1 AND action = $2 ORDER BY number LIMIT 1", requestId, action);
    });
}

std::set<Id> Audit::requestsWith(std::string_view action) const {
    return database_.read([&](Connection& c) {
        const auto ids = rows(c, [](Row& row) { return row.text(); }, "SELECT DISTINCT request_id FROM audit_entry WHERE action = $1 AND request_id <> ''", action);
        return std::set<Id>(ids.begin(), ids.end());
    });
}

std::vector<AuditEntry> Audit::ofHousehold(const Id& householdId, std::size_t atMost) const {
    return householdId.empty() ? std::vector<AuditEntry>() : find("WHERE household_id = $1 ORDER BY number DESC LIMIT $2", householdId, atMost);
}

std::vector<AuditEntry> Audit::ofAccount(const Id& accountId, std::size_t atMost) const {
    return accountId.empty() ? std::vector<AuditEntry>() : find("WHERE account_id = $1 ORDER BY number DESC LIMIT $2", accountId, atMost);
}

std::vector<AuditEntry> Audit::latest(std::size_t atMost) const { return find("ORDER BY number DESC LIMIT $1", "", atMost); }

ChainReport Audit::verify() const {
    const auto anchored = anchor_.read();  // before the trail: it may grow meanwhile, never shrink
    return database_.read([&](Connection& c) {
        ChainCheck check;
        Statement statement(c, std::string(select) + "ORDER BY number");
        while (check.report().isWhole && statement.step()) {
            Row row = statement.row();
            try {
                check.next(fromRow(row));
            } catch (const StoreError&) {
                check.fail(check.report().entries + 1, "het tijdstip van de regel is onleesbaar");
            }
        }
        compareWithAnchor(c, anchored, check);
        return check.report();
    });
}

}  // namespace service::store
