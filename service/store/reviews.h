// The end of a review, and the remarks a privacy officer sends it back with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Review {
    Id requestId, finishedBy;
    Moment finishedAt{};
};

struct Remark {
    Id id, requestId;
    Id proposalId;  // empty: on the whole
    std::string text;
    Id by;
    Moment at{};
    std::optional<Moment> settledAt;
};

class Reviews : Repository {
  public:
    using Repository::Repository;

    Review finish(const Id& requestId, const Id& by);  // forbiddenByRule: something is still undecided
    void reopen(const Id& requestId);                  // voids a sign-off
    std::optional<Review> find(const Id& requestId) const;

    Remark addRemark(const Remark& remark);  // id, at are made
    void settleRemark(const Id& remarkId);
    std::vector<Remark> remarks(const Id& requestId) const;  // oldest first
};

}  // namespace service::store
