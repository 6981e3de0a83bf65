// What someone must know of their own cases, shown on their worklist until they have seen it. Names nobody: a reference,
// a day, what to do.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Notice {
    Id id, accountId;
    Id requestId;       // empty: about no request in particular
    std::string kind;   // clock-changed, milestone-slipped, answer-arrived, …
    std::string words;  // Dutch
    Moment madeAt{};
    std::optional<Moment> seenAt;
};

class Notices : Repository {
  public:
    using Repository::Repository;

    Notice add(const Notice& notice);  // id, madeAt are made
    std::vector<Notice> unseen(const Id& accountId) const;  // newest first
    std::vector<Notice> ofRequest(const Id& requestId) const;
    void markSeen(const Id& id, const Id& accountId);  // of another account: nothing happens
};

}  // namespace service::store
