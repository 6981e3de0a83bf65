// The hash of an audit entry: SHA-256 over the previous hash and every field, each with its length before it, so that
// no two different entries encode the same.
#pragma once

#include <string>

#include "service/store/audit.h"

namespace service::store {

std::string canonicalForm(const AuditEntry& entry);  // bytes; includes previousHash, not hash
std::string hashOf(const AuditEntry& entry);         // hex

// Checks entries one after the other, as they stand in the database: not unsealed.
class ChainCheck {
  public:
    void next(const AuditEntry& entry);
    ChainReport report() const { return report_; }
    void fail(long long number, const std::string& difference);

  private:
    ChainReport report_;
    std::string lastHash_;
};

}  // namespace service::store
