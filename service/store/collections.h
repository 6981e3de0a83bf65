// What was asked of each partner for a request, and how it ended: the completeness statement's source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

enum class CollectionState { waiting, asking, retrying, done, needsSomeone, cancelled };
std::string toText(CollectionState state);  // waiting, asking, retrying, done, needs-someone, cancelled
std::optional<CollectionState> collectionStateFrom(std::string_view text);

struct Collection {
    Id requestId, partnerId;
    CollectionState state = CollectionState::waiting;
    std::string answer;       // delivered-in-full, delivered-in-part, nothing-held, nothing-visible-to-us, refused,
                              // no-answer; empty: not yet
    std::string explanation;  // Dutch, may stand in a letter
    std::vector<std::string> searchedIn, searchedWith;
    struct MissingPiece {
        std::string externalId, title, reason;
    };
    std::vector<MissingPiece> missing;
    int expected = 0, delivered = 0, attempts = 0;
    std::string whoMustAct;
    std::optional<Moment> nextAttemptAt, askedAt, answeredAt;
    Id askedBy;
};

class Collections : Repository {
  public:
    using Repository::Repository;

    Collection save(const Collection& collection);  // adds or changes
    Collection load(const Id& requestId, const Id& partnerId) const;  // notFound
    std::optional<Collection> find(const Id& requestId, const Id& partnerId) const;
    std::vector<Collection> ofRequest(const Id& requestId) const;  // in the order they were added
    void setExpected(const Id& requestId, const Id& partnerId, int documents);
    void countDelivered(const Id& requestId, const Id& partnerId);  // sets it to what fragments there are
};

}  // namespace service::store
