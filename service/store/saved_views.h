// Filters on the worklist that someone gave a name, one of them perhaps the one to begin with. No search words: they name people.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct SavedView {
    Id id, accountId;
    std::string name, query;  // query: as in the address, without '?'
    bool isDefault = false;
    Moment savedAt{};
};

class SavedViews : Repository {
  public:
    using Repository::Repository;

    SavedView save(const Id& accountId, std::string_view name, std::string_view query);  // the same name again: replaced
    void remove(const Id& id, const Id& accountId);       // of another account: nothing happens
    void setDefault(const Id& id, const Id& accountId);   // empty id: none
    std::vector<SavedView> ofAccount(const Id& accountId) const;  // by name
    std::optional<SavedView> findDefault(const Id& accountId) const;
};

}  // namespace service::store
