// What someone typed and did not send yet; it survives an expired session.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Draft {
    std::string form;  // which form of which case: "request/new", "review/<request>/<proposal>"
    std::string body;  // as the web layer writes it
    Moment savedAt{};
};

class Drafts : Repository {
  public:
    using Repository::Repository;

    void save(const Id& accountId, std::string_view form, std::string_view body);
    std::optional<Draft> find(const Id& accountId, std::string_view form) const;
    std::vector<Draft> all(const Id& accountId) const;  // newest first
    void remove(const Id& accountId, std::string_view form);
    std::size_t removeOlderThan(Moment moment);
};

}  // namespace service::store
