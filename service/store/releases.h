// The packages built for a request: what is in them, how verification ended, whether they went out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

enum class ReleaseState { built, refused, isSigned, released, isVoid };
std::string toText(ReleaseState state);  // built, refused, signed, released, void
std::optional<ReleaseState> releaseStateFrom(std::string_view text);

struct NewRelease {
    Id requestId;
    std::string packageHash;
    Id packageBlob;
    std::string verification = "{}", contents = "{}";  // JSON: the report, the list of files and decisions
    bool passed = false;                               // verification; false: state refused
};

struct Release : NewRelease {
    Id id;
    ReleaseState state = ReleaseState::built;
    Moment builtAt{};
    std::optional<Moment> releasedAt;
    Id releasedBy;
    std::string sentTo;
};

// Along which channel it went: desk, known-post, known-email, or a channel's id; where, as placeOf writes it; and in words.
struct Way {
    std::string channel, place, words;
};

class Releases : Repository {
  public:
    using Repository::Repository;

    Release add(const NewRelease& wanted);  // earlier ones that did not go out become void
    Release load(const Id& id) const;       // notFound
    std::optional<Release> latest(const Id& requestId) const;  // not void
    std::vector<Release> ofRequest(const Id& requestId) const;  // oldest first
    // forbiddenByRule: refused, no standing sign-off over this hash, the identity is open, the requester may no longer ask for
    // someone, or the way is not open to this requester.
    Release markReleased(const Id& id, const Id& by, const Way& way);
};

}  // namespace service::store
