// The points of a request, the decisions on them, and what comes of those: work orders to the partner and who must hear
// of it. Rows are history: withdrawn, followed or confirmed once, never rewritten.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Item {
    Id id, requestId;
    int number = 0;  // 1, 2, … within the request
    std::string what, place, wish;  // as the requester asks it; where in the file; how it should become
    std::string about;              // person id; empty: the requester
    Id addedBy;
    Moment addedAt{};
    std::optional<Moment> withdrawnAt;
    Id withdrawnBy;
    std::string withdrawnWhy;
};

struct ItemDecision {
    Id id, itemId;
    int number = 0;
    std::string choice, answer;  // as in service/requests/items.h
    std::map<std::string, std::string> fields;
    Id decidedBy;
    Moment decidedAt{};
};

struct WorkOrder {
    Id id, requestId, itemId, partnerId;
    std::string kind;  // as in service/requests/items.h
    Date dueOn{};
    Id orderedBy;      // empty: it followed from the decision when that went out
    Moment orderedAt{};
    std::optional<Date> confirmedOn;  // absent: open
    std::string confirmedBy;          // who at the partner says so
    Id recordedBy;
    std::optional<Moment> recordedAt;
    std::string note;
};

struct RecipientNotice {
    Id id, requestId, itemId;
    std::string recipient;
    Moment madeAt{};
    std::optional<Date> toldOn;  // absent, with impossibleWhy: could not be told
    std::string how, impossibleWhy;
    Id recordedBy;
    std::optional<Moment> recordedAt;  // absent: open
};

class Items : Repository {
  public:
    using Repository::Repository;

    Item add(const Item& item);  // id, number, addedAt are made
    void withdraw(const Id& itemId, std::string_view why, const Id& by);
    std::vector<Item> ofRequest(const Id& requestId) const;  // by number; withdrawn ones too
    std::optional<Item> find(const Id& itemId) const;

    // `seen`: number of the latest decision that the decider saw; conflict: somebody was first.
    ItemDecision decide(const ItemDecision& decision, int seen);
    std::vector<ItemDecision> history(const Id& itemId) const;  // oldest first
    std::map<Id, ItemDecision> latest(const Id& requestId) const;  // by item; of items that stand

    bool order(const WorkOrder& order);  // false: this was ordered already; id, orderedAt are made
    std::vector<WorkOrder> orders(const Id& requestId) const;
    std::optional<WorkOrder> findOrder(const Id& orderId) const;
    std::vector<WorkOrder> openOrders() const;  // of all requests, by due day
    void confirm(const WorkOrder& confirmed);   // confirmedOn, confirmedBy, recordedBy, note; recordedAt is made

    bool mustTell(const Id& requestId, const Id& itemId, std::string_view recipient);  // false: known already
    std::vector<RecipientNotice> recipients(const Id& requestId) const;
    std::optional<RecipientNotice> findRecipient(const Id& id) const;
    void settle(const RecipientNotice& told);  // toldOn and how, or impossibleWhy; recordedBy; recordedAt is made

    bool hasOpenWork(const Id& requestId) const;  // orders or recipients
};

}  // namespace service::store
