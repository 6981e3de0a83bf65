// The end of a case: its copies are destroyed on a day that follows from a rule, and a certificate stays. The only place
// that takes history away; the guards in the database open for it within one transaction, for one case.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

class Blobs;

struct Postponement {
    Id id, requestId;
    Date until{};  // the first day on which it may be destroyed again
    std::string reason;
    Id by;
    Moment at{};
};

enum class DestructionState { begun, erased, done };

// Names nobody of the family.
struct Destruction {
    Id requestId, householdId;
    std::string reference;
    bool wholeHousehold = false;  // nobody else needed what was known of the household: it went too
    DestructionState state = DestructionState::begun;
    Date plannedFor{};
    std::string rule, because;    // id in templates/rules/retention.json; Dutch: how the day came about
    Id plannedBy;                 // who closed the case, or put it off last
    int postponed = 0;            // how many times
    std::map<std::string, std::size_t> what;  // rows taken away per table; "blob": files; "request_key": keys
    std::string figures = "{}";   // JSON: what the overview still counts
    std::optional<std::vector<Id>> notNamed = {};  // partners that no letter to this requester names; absent: not known, so none may be named
    Moment begunAt{};
    std::optional<Moment> doneAt;
};

// What stays of a case when its copies go: the decision, the inventory, the package where a partner wants it.
struct KeptFile {
    Id id, requestId;
    std::string kind, name, sha256;  // kind: decision, item, inventory, package
    Id blobId;
    Date until{};                    // the first day on which it may be destroyed too
    Moment keptAt{};
};

class Retention : Repository {
  public:
    Retention(Database& database, const Environment& environment, Blobs& blobs);

    Postponement postpone(const Postponement& wanted);  // id, at are made. forbiddenByRule: no reason, or begun already
    std::vector<Postponement> postponements(const Id& requestId) const;  // oldest first

    // Each step may be done again after a crash at any moment. begin: the row that is there, when there is one.
    Destruction begin(const Destruction& wanted);
    void destroyKeys(const Id& requestId);                   // and with them every file, and what the trail says of people
    void eraseRows(const Id& requestId);                     // everything readable, in one transaction; nothing when done before
    std::map<std::string, std::size_t> left(const Id& requestId) const;  // rows that should be gone, per table; empty: none
    void compact();                                          // no page, no log holds what was deleted. broken: too busy now
    void finish(const Id& requestId);                        // eraseRows must have been

    // Under a key of its own. keep: while the destruction is begun (forbiddenByRule), and then not twice; id, blobId, keptAt are made.
    KeptFile keep(const KeptFile& wanted, std::string_view bytes);
    std::vector<KeptFile> kept(const Id& requestId) const;
    std::vector<Id> keptTooLong(const Date& today) const;   // requests of which something kept is past its day
    void destroyKept(const Id& requestId);                  // all of it; forbiddenByRule: before its day

    std::optional<Destruction> find(const Id& requestId) const;
    std::vector<Destruction> all() const;                    // newest first

  private:
    Blobs& blobs_;
};

}  // namespace service::store
