// What a child thinks of a request that another made for it, or why it was not asked. The last one holds; earlier ones stay.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct ChildView {
    Id id, requestId;
    std::string childId;  // person
    std::string asked;    // asked, not-safe, not-able, no-answer
    std::string why;      // why it was not asked
    Date on{};
    std::string answer, weighed;
    Id recordedBy;
    Moment recordedAt{};
};

class ChildViews : Repository {
  public:
    using Repository::Repository;

    ChildView add(const ChildView& view);  // id, recordedAt are made; forbiddenByRule: no answer and weighing, or no reason
    std::vector<ChildView> ofRequest(const Id& requestId) const;  // newest first
};

}  // namespace service::store
