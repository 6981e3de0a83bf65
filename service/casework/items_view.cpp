// The points of a request as a page shows them: what was decided, what lacks, what is ordered and who must hear of it.
#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/child_view.h"
#include "service/casework/law_of_request.h"
#include "service/casework/work_order_clock.h"
#include "service/casework/items.h"
#include "service/casework/letter_answers.h"
#include "service/casework/lifting.h"
#include "service/casework/moments.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

using store::Step;

bool isOut(const store::Request& request) { return request.step == Step::released || request.step == Step::closed; }

std::string isoOf(const std::optional<Date>& day) { return day ? redaction::household::toIso(*day) : std::string(); }

ItemDecisionView viewOf(Office& office, const requests::ItemFacts& facts, const store::ItemDecision& decision) {
    ItemDecisionView view;
    view.number = decision.number, view.choice = decision.choice, view.answer = decision.answer, view.fields = decision.fields;
    view.byName = accountName(office, decision.decidedBy), view.atWords = dutchMoment(decision.decidedAt);
    if (const auto* choice = requests::findChoice(facts.right, decision.choice)) {
        const auto law = requests::lawOf(*choice, facts);
        view.law = law.source, view.actOpen = law.actOpen;
    }
    return view;
}

ItemRow rowOf(Office& office, const store::Request& request, const redaction::household::Case& known, const store::Item& item,
              const std::map<store::Id, store::ItemDecision>& decisions) {
    ItemRow row;
    row.id = item.id, row.number = item.number, row.what = item.what, row.place = item.place, row.wish = item.wish;
    row.aboutName = item.about.empty() ? std::string() : nameIn(known, item.about);
    row.byName = accountName(office, item.addedBy), row.atWords = dutchMoment(item.addedAt);
    row.withdrawn = item.withdrawnAt.has_value(), row.withdrawnWhy = item.withdrawnWhy;
    const auto found = decisions.find(item.id);
    if (found == decisions.end()) return row;
    const auto facts = itemFacts(office, request, item);
    row.decision = viewOf(office, facts, found->second);
    row.earlier = std::size_t(found->second.number - 1);
    if (!isOut(request)) row.lacks = requests::lacking(facts, {found->second.choice, found->second.fields});
    return row;
}

int numberOf(const std::vector<store::Item>& items, const std::string& id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& it) { return it.id == id; });
    return found == items.end() ? 0 : found->number;
}

void addOrders(Office& office, const store::Request& request, const std::vector<store::Item>& items, ItemsView& view) {
    for (const auto& it : office.store.items().orders(request.id)) {
        WorkOrderRow row;
        row.id = it.id, row.kind = it.kind, row.itemNumber = numberOf(items, it.itemId);
        row.partnerName = office.store.partners().load(it.partnerId).name, row.due = redaction::household::toIso(it.dueOn), row.dueSteps = derivationOf(orderClock(office, request, it));
        row.open = !it.confirmedOn, row.confirmedOn = isoOf(it.confirmedOn), row.confirmedBy = it.confirmedBy, row.note = it.note;
        if (!row.open) row.recordedByName = accountName(office, it.recordedBy);
        row.daysLate = row.open ? std::max(0, requests::daysBetween(it.dueOn, today(office))) : 0;
        view.orders.push_back(std::move(row));
    }
}

// Before the decision is out: what it will ask of the partner.
void addPlanned(const store::Request& request, ItemsView& view) {
    const auto right = requests::rightFrom(request.right).value_or(requests::Right::rectification);
    for (const auto& item : view.items) {
        const auto* choice = item.decision ? requests::findChoice(right, item.decision->choice) : nullptr;
        if (!choice) continue;
        for (const auto work : choice->work) {
            if (work == requests::Work::tellRecipients) continue;
            WorkOrderRow row;
            row.kind = toText(work), row.itemNumber = item.number, row.planned = true, row.partnerName = view.partnerName;
            const bool there = std::any_of(view.orders.begin(), view.orders.end(), [&](const auto& it) { return it.itemNumber == row.itemNumber && it.kind == row.kind; });
            if (!there) view.orders.push_back(std::move(row));
        }
    }
}

void addLifting(Office& office, const store::Request& request, const std::vector<store::Item>& items, ItemsView& view) {
    for (const auto& item : items) {
        if (mayLift(office, request, item)) view.liftable.push_back({item.id, item.number, false});
        else if (hasLiftLetter(office, request, item)) view.liftable.push_back({item.id, item.number, true});
    }
}

void addRecipients(Office& office, const store::Request& request, const std::vector<store::Item>& items, ItemsView& view) {
    for (const auto& it : office.store.items().recipients(request.id)) {
        RecipientRow row;
        row.id = it.id, row.recipient = it.recipient, row.itemNumber = numberOf(items, it.itemId), row.open = !it.recordedAt;
        row.toldOn = isoOf(it.toldOn), row.how = it.how, row.impossibleWhy = it.impossibleWhy, row.mayTell = row.open && isOut(request);
        if (!row.open) row.recordedByName = accountName(office, it.recordedBy);
        view.recipients.push_back(std::move(row));
    }
}

void addBlockers(Office& office, const store::Request& request, ItemsView& view) {
    const bool any = std::any_of(view.items.begin(), view.items.end(), [](const auto& it) { return !it.withdrawn; });
    if (!any) view.blockers.push_back({"no-items", {}, {}, 0});
    if (request.identityMethod.empty() || request.identityMethod == "not-yet") view.blockers.push_back({"identity", {}, {}, 0});
    for (const auto& item : view.items) {
        if (item.withdrawn) continue;
        if (!item.decision) view.blockers.push_back({"undecided", item.id, {}, item.number});
        else if (!item.lacks.empty()) view.blockers.push_back({"incomplete", item.id, {}, item.number});
    }
    for (const auto& it : office.store.reviews().remarks(request.id))
        if (!it.settledAt) {
            view.remarks.push_back({it.id, it.text, accountName(office, it.by), dutchMoment(it.at)});
            view.blockers.push_back({"remark", {}, it.text, 0});
        }
}

// Before it is decided. Basis: IVRK art. 12; Jeugdwet art. 7.3.11(2)(b); Handreiking
void addUnheard(Office& office, const store::Request& request, ItemsView& view) {
    for (auto& words : childViewBlocks(office, request)) view.blockers.push_back({"child-view", {}, std::move(words), 0});
}

// Basis: AVG art. 17, 19: confirmed to the requester when all of it is gone and told on
bool erasureIsDone(Office& office, const store::Request& request) {
    if (request.right != "erasure" && request.right != "rectification") return false;
    const auto orders = office.store.items().orders(request.id);
    const bool erased = std::any_of(orders.begin(), orders.end(), [](const auto& it) { return it.kind == "erase"; });
    return erased && !office.store.items().hasOpenWork(request.id);
}

void addPeople(const redaction::household::Case& known, const store::Request& request, ItemsView& view) {
    const bool forItself = request.subjects.empty() || std::find(request.subjects.begin(), request.subjects.end(), request.requesterId) != request.subjects.end();
    if (forItself) view.people.emplace_back(request.requesterId, nameIn(known, request.requesterId));
    for (const auto& id : request.subjects)
        if (id != request.requesterId) view.people.emplace_back(id, nameIn(known, id));
    if (!forItself) view.people.emplace_back(request.requesterId, nameIn(known, request.requesterId));  // last: it asks for another
}

}  // namespace

std::vector<ItemRow> itemRows(Office& office, const store::Request& request) {
    const auto known = office.store.households().load(request.householdId);
    const auto decisions = office.store.items().latest(request.id);
    std::vector<ItemRow> rows;
    for (const auto& item : office.store.items().ofRequest(request.id)) rows.push_back(rowOf(office, request, known, item, decisions));
    return rows;
}

std::string whyPointsLack(Office& office, const store::Request& request) {
    if (!isAnsweredByItems(request) || isNotTakenUp(office, request)) return {};
    for (const auto& item : itemRows(office, request))
        if (!item.withdrawn && (!item.decision || !item.lacks.empty()))
            return "Over punt " + std::to_string(item.number) + " kan nu niet meer zo worden beslist: er ontbreekt iets dat de wet vraagt. De beoordelaar beslist er opnieuw over.";
    return {};
}

ItemsView viewItems(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequest(office, actor, requestId);
    if (!isAnsweredByItems(request)) throw Failure(Failure::notFound, "Een verzoek om inzage heeft geen punten.");
    ItemsView view;
    view.requestId = request.id, view.reference = request.reference, view.right = request.right, view.step = toText(request.step);
    if (const auto partner = office.store.partners().find(controllerOf(request))) view.partnerName = partner->name, view.partnerId = partner->id;
    const auto items = office.store.items().ofRequest(request.id);
    view.items = itemRows(office, request);
    addOrders(office, request, items, view);
    if (!isOut(request)) addPlanned(request, view);
    addRecipients(office, request, items, view);
    addLifting(office, request, items, view);
    addBlockers(office, request, view);
    addUnheard(office, request, view);
    addPeople(office.store.households().load(request.householdId), request, view);
    const bool handles = actor.role != Role::administrator;
    const bool early = request.step == Step::logged || request.step == Step::collecting || request.step == Step::reading || request.step == Step::review;
    view.mayAdd = handles && early;
    view.mayDecide = actor.role == Role::professional && request.step == Step::review;
    view.mayFinish = view.mayDecide && view.blockers.empty();
    view.finished = office.store.reviews().find(request.id).has_value();
    view.mayFetch = handles && (request.step == Step::logged || request.step == Step::review) && office.store.collections().ofRequest(request.id).empty();
    view.mayConfirm = handles && (request.step != Step::closed || office.store.items().hasOpenWork(request.id));  // what was lifted after the end is confirmed too
    view.mayConfirmErasure = isOut(request) && erasureIsDone(office, request);
    record(office, actor, trailOf(request, "items.seen"));
    return view;
}

ItemToDecide itemToDecide(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId) {
    ItemToDecide found{viewItems(office, actor, requestId), {}, {}};
    const auto item = office.store.items().find(std::string(itemId));
    if (!item || item->requestId != found.all.requestId) throw Failure(Failure::notFound, "Dit punt bestaat niet.");
    for (const auto& row : found.all.items)
        if (row.id == item->id) found.item = row;
    found.facts = itemFacts(office, office.store.requests().load(found.all.requestId), *item);
    return found;
}

}  // namespace service::casework
