// What an audit entry says about people, sealed. Not for use outside this folder.
#pragma once

#include <map>
#include <optional>

#include "service/store/audit.h"
#include "service/store/master_key.h"

namespace service::store {

class Connection;

// Whose key: the request's, else the household's; empty: about no case, nothing is sealed.
Id sealOwner(const NewAuditEntry& entry);
// Fills `sealed` where there is something to seal. Of a case whose key is destroyed nothing can be sealed: the words are dropped.
void seal(Connection& c, AuditEntry& entry, const MasterKey& masterKey, const Environment& environment);

// Opens entries one after the other; what was sealed with a key that is destroyed stays blank.
class Unsealing {
  public:
    Unsealing(Connection& c, const MasterKey& masterKey) : connection_(c), masterKey_(masterKey) {}
    void open(AuditEntry& entry);

  private:
    Connection& connection_;
    const MasterKey& masterKey_;
    std::map<Id, std::optional<Key>> keys_;
};

}  // namespace service::store
