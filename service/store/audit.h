// Everything anyone saw or did, as a hash-chained trail that can only grow. A keyed anchor outside the database
// remembers the last entry, so that a cut-off tail is noticed.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct NewAuditEntry {
    Id accountId;  // empty: the service itself
    std::string role, action;  // action: "request.logged", "fragment.seen", "ruling.made", …
    Id householdId, requestId;
    std::string onPerson;       // person id in the household
    std::string why;            // what the person gave as a reason
    std::string details = "{}"; // JSON
};

struct AuditEntry : NewAuditEntry {
    long long number = 0;
    Moment at{};
    std::string previousHash, hash;  // hex
    std::string sealed;              // hex: person, why and details, sealed with the key of the case; empty: about no case
};

struct ChainReport {
    long long entries = 0;
    bool isWhole = true;
    long long brokenAt = 0;   // number of the first entry that does not fit
    std::string difference;   // Dutch: what differs
};

class AuditAnchor;
class MasterKey;

// What is typed about a case is sealed with the key of the request, or of the household where no request is named: when
// that key is destroyed the trail still tells who did what when, and verifies, and holds no word about anyone.
class Audit : Repository {
  public:
    Audit(Database& database, const Environment& environment, AuditAnchor& anchor, const MasterKey& masterKey);

    // In the transaction of the caller where there is one (Store::transact), so that act and trail stand or fall together.
    AuditEntry append(const NewAuditEntry& entry);
    std::vector<AuditEntry> ofRequest(const Id& requestId, std::size_t atMost = 1000) const;     // newest first
    std::vector<AuditEntry> ofHousehold(const Id& householdId, std::size_t atMost = 1000) const;
    std::vector<AuditEntry> ofAccount(const Id& accountId, std::size_t atMost = 1000) const;
    std::optional<Moment> firstOf(const Id& requestId, std::string_view action) const;  // absent: never done
    std::vector<AuditEntry> latest(std::size_t atMost) const;
    ChainReport verify() const;  // reads the whole chain, entry by entry

    std::set<Id> requestsWith(std::string_view action) const;  // at least one entry

  private:
    std::vector<AuditEntry> find(const std::string& rest, std::string_view value, std::size_t atMost) const;
    AuditAnchor& anchor_;
    const MasterKey& masterKey_;
};

}  // namespace service::store
