// A wrong release: what went to whom, when it was known, who was told. Written once; what happens after is added as events.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct BreachItem {
    std::string file, title;
    Id partnerId;          // whose document; empty: a letter of the package
    std::string outcome;   // released, partly; empty: a letter
    int pages = 0;
    std::string sha256, sentTo;
};

struct Breach {
    Id id;
    std::string reference;  // DL-2026-0001
    Id requestId, releaseId;
    Moment happenedAt{}, knownAt{};
    std::string knownHow, what;
    std::vector<BreachItem> items;
    std::vector<Id> partners;  // controllers that must be told
    Id recordedBy;
    Moment recordedAt{};
};

struct BreachEvent {
    Id id, breachId;
    std::string kind;   // risk, known-earlier, told-partner, told-authority, not-told-authority, told-person, not-told-persons, measure, closed
    std::string value;  // a partner, a person, a risk, a moment
    Moment at{};
    std::string words;
    Id recordedBy;
    Moment recordedAt{};
};

class Breaches : Repository {
  public:
    using Repository::Repository;

    Breach add(const Breach& breach);                // id, reference, recordedAt are made
    BreachEvent addEvent(const BreachEvent& event);  // id, recordedAt are made; forbiddenByRule: closing too early
    std::optional<Breach> find(const Id& id) const;
    std::vector<Breach> all() const;                 // newest first
    std::vector<Breach> ofRequest(const Id& requestId) const;
    std::vector<BreachEvent> events(const Id& breachId) const;  // oldest first
};

}  // namespace service::store
