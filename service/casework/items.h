// The points of a request under the five rights besides access: entered from the requester's letter, each decided with
// what the law asks, then finished as one decision. The package, sign-off and hand-out are those of every request.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/term_events.h"
#include "service/requests/items.h"
#include "service/store/items.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

bool isAnsweredByItems(const store::Request& request);  // every right but access
std::string controllerOf(const store::Request& request);  // the partner that decides on its points
requests::ItemFacts itemFacts(Office& office, const store::Request& request, const store::Item& item);

struct ItemDecisionView {
    int number = 0;
    std::string choice, answer;                 // codes; the page has their words
    std::map<std::string, std::string> fields;
    std::string law, byName, atWords;
    bool actOpen = true;
};
struct ItemRow {
    std::string id, what, place, wish, aboutName, byName, atWords, withdrawnWhy;
    int number = 0;
    bool withdrawn = false;
    std::optional<ItemDecisionView> decision;   // that holds now
    std::size_t earlier = 0;                    // decisions before it
    std::vector<requests::Lack> lacks;          // of the decision that holds, as the facts are today
};
struct WorkOrderRow {
    std::string id, kind, what, partnerName, due, confirmedOn, confirmedBy, recordedByName, note;  // kind: code; days YYYY-MM-DD
    std::vector<ClockStep> dueSteps;            // how that day came about
    int itemNumber = 0, daysLate = 0;
    bool open = true, planned = false;          // planned: it goes out with the decision
};
struct RecipientRow {
    std::string id, recipient, toldOn, how, impossibleWhy, recordedByName;
    int itemNumber = 0;
    bool open = true, mayTell = false;          // once the decision is out
};
// What must happen before the points can be finished. code: no-items, undecided, incomplete, remark, identity, child-view
struct ItemBlocker {
    std::string code, itemId, text;
    int number = 0;
};
struct ItemsView {
    std::string requestId, reference, right, step, partnerName, partnerId;
    std::vector<ItemRow> items;
    std::vector<WorkOrderRow> orders;
    std::vector<RecipientRow> recipients;
    std::vector<ItemBlocker> blockers;
    std::vector<std::pair<std::string, std::string>> people;  // whom a point may be about: id, name
    struct Lifting { std::string itemId; int number = 0; bool told = false; };
    std::vector<Lifting> liftable;     // restrictions that can be ended; told: the requester was, and the letter is there
    struct Remark { std::string id, text, byName, atWords; };
    std::vector<Remark> remarks;       // not settled
    bool mayAdd = false, mayDecide = false, mayFinish = false, finished = false, mayFetch = false, mayConfirm = false;
    bool mayConfirmErasure = false;    // everything was erased: the letter to the requester can be made
};
ItemsView viewItems(Office& office, const Actor& actor, std::string_view requestId);

struct ItemForm {
    std::string what, place, wish, about;
};
// The first point takes the request from logged to deciding. A point of an objection orders the restriction that holds
// while it is weighed. Basis: AVG art. 18(1)(d)
FormOutcome addItem(Office& office, const Actor& actor, std::string_view requestId, const ItemForm& form);
// Within a transaction: the points that stand in one part, in another that takes its place; and then none stands in the first.
void carryItems(Office& office, const Actor& actor, const store::Request& from, const store::Request& to);
void dropItems(Office& office, const Actor& actor, const store::Request& from, const std::string& why);
FormOutcome withdrawItem(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId, std::string_view why);

struct ItemToDecide {
    ItemsView all;
    ItemRow item;
    requests::ItemFacts facts;
};
ItemToDecide itemToDecide(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId);

// code: done, lacking, someone-was-first. lacks: what the law still asks, by field.
struct ItemOutcome : Outcome {
    std::vector<requests::Lack> lacks;
};
ItemOutcome decideItem(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId, const requests::ItemAnswer& answer, int seen);
Outcome finishItems(Office& office, const Actor& actor, std::string_view requestId);

// For the summary to sign by: the points with what was decided.
std::vector<ItemRow> itemRows(Office& office, const store::Request& request);

// Empty: every point that stands may still be decided as it was, as the facts are today; or nothing rests on the points.
// Basis: domain page redaction-rules: age and authority are taken on the day of the decision
std::string whyPointsLack(Office& office, const store::Request& request);

}  // namespace service::casework
