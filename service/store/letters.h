// Letters that belong to a request: acknowledgement, extension, decision per controller. The text a human added and the
// PDF that came of it. A change voids a sign-off.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Letter {
    Id id, requestId;
    Id partnerId;       // the controller that decides; empty: none in particular
    std::string kind;   // the folder under templates/letters
    std::string language = "nl";
    std::string fields = "{}";  // JSON: what a human filled in
    Id blobId;                  // the PDF; empty: not made yet
    Id changedBy;
    Moment changedAt{};
};

class Letters : Repository {
  public:
    using Repository::Repository;

    Letter save(const Letter& letter);  // one per request, partner and kind; id, changedAt are made
    std::optional<Letter> find(const Id& requestId, const Id& partnerId, std::string_view kind) const;
    std::vector<Letter> ofRequest(const Id& requestId) const;
};

}  // namespace service::store
