// Where a person may be reached, with what is unsafe about it. A channel is never changed: it is ended and recorded anew.
// What may be sent along it: service/requests/channels.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Channel {
    Id id, householdId;
    std::string personId, kind;      // post, email, phone, desk, lawyer
    std::string addressee, address;  // addressee: a lawyer's name, or empty; address: lines, a mailbox, a number
    std::string place;               // how two writings of one address are known to be the same (placeOf)
    std::vector<std::string> marks;  // secret, shared-mailbox, shared-household, no-ring, no-message, no-paper
    Date from{};
    std::optional<Date> until;  // first day it no longer holds
    std::string source;
    Id recordedBy;
    Moment recordedAt{};
    bool needsSecond = false;  // it opens a place that a mark closed before, or the desk wrote it down
    Id confirmedBy = {};
    std::optional<Moment> confirmedAt = {}, endedAt = {};
    Id endedBy = {};
    std::string endedWhy = {};
};

class Channels : Repository {
  public:
    using Repository::Repository;

    Channel add(const Channel& channel);  // id, recordedAt are made; needsSecond when asked, or when a mark closed this place before
    void end(const Id& id, std::string_view why, const Id& by);  // forbiddenByRule: ended before, no reason
    void confirm(const Id& id, const Id& by);                    // forbiddenByRule: the same person, or nothing to confirm
    Channel load(const Id& id) const;                            // notFound
    std::vector<Channel> ofPerson(const Id& householdId, std::string_view personId) const;  // ended ones too, newest first
};

}  // namespace service::store
