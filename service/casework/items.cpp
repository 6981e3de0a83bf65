#include "service/casework/items.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/guarded_words.h"
#include "service/casework/queue.h"
#include "service/casework/standing.h"
#include "service/casework/words.h"
#include "service/casework/work_order_clock.h"
#include "service/letters/item_letters.h"

namespace service::casework {

namespace {

using store::Step;

store::Request requireItems(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequest(office, actor, requestId);
    if (!isAnsweredByItems(request)) throw Failure(Failure::notFound, "Een verzoek om inzage heeft geen punten.");
    return request;
}

store::Item requireItem(Office& office, const store::Request& request, std::string_view itemId) {
    auto item = office.store.items().find(std::string(itemId));
    if (!item || item->requestId != request.id) throw Failure(Failure::notFound, "Dit punt bestaat niet.");
    return *item;
}

std::string detailsOf(const store::Item& item) { return "{\"number\":" + std::to_string(item.number) + "}"; }

// Basis: AVG art. 18(1)(d): not used while it is weighed whose grounds prevail; used again when the objection is withdrawn
void orderForObjection(Office& office, const Actor& actor, const store::Request& request, const store::Item& item, requests::Work work) {
    if (request.right != "objection") return;
    store::WorkOrder order;
    order.requestId = request.id, order.itemId = item.id, order.partnerId = controllerOf(request), order.kind = toText(work);
    order.dueOn = orderDue(office, request, work, requests::Ordered::whileWeighed), order.orderedBy = actor.accountId;
    office.store.items().order(order);
    record(office, actor, trailOf(request, "work.ordered", {}, nlohmann::json{{"number", item.number}, {"work", order.kind}}.dump()));
}

void addTo(Office& office, const Actor& actor, const store::Request& request, store::Item item) {
    item.requestId = request.id, item.addedBy = actor.accountId;
    item = office.store.items().add(item);
    record(office, actor, trailOf(request, "item.added", {}, detailsOf(item)));
    orderForObjection(office, actor, request, item, requests::Work::restrictUse);
}

bool isOnSubject(const store::Request& request, const std::string& about) {
    return about.empty() || about == request.requesterId || std::find(request.subjects.begin(), request.subjects.end(), about) != request.subjects.end();
}

// The letter repeats it, or the file that is exported, and in neither can it be changed.
std::vector<requests::Lack> notToBeSaid(Office& office, const store::Request& request, const store::Item& item, const requests::ItemAnswer& answer) {
    const auto standing = standingOf(office, request);
    std::vector<requests::Lack> lacks;
    // Also what the requester typed: in our letter it is a confirmation. Basis: AVG art. 15(4) (rule R13)
    if (saysGuarded(office, standing, item.what + "\n" + item.place + "\n" + item.wish)) lacks.push_back({"choice", "guarded-what"});
    for (const auto& [field, text] : answer.fields)
        if ((field == "data" || letters::repeats(office.letterBook, answer.choice, field)) && saysGuarded(office, standing, text)) lacks.push_back({field, "guarded"});
    return lacks;
}

void withdraw(Office& office, const Actor& actor, const store::Request& request, const store::Item& item, std::string_view why) {
    office.store.items().withdraw(item.id, why, actor.accountId);
    record(office, actor, trailOf(request, "item.withdrawn", std::string(why), detailsOf(item)));
    orderForObjection(office, actor, request, item, requests::Work::liftRestriction);
}

}  // namespace

FormOutcome addItem(Office& office, const Actor& actor, std::string_view requestId, const ItemForm& form) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireItems(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    if (controllerOf(request).empty() || !office.store.partners().find(controllerOf(request)))
        return formRefused("what", "no-partner", "Van dit verzoek is niet bekend aan welke partner het is gericht. Leg dat eerst vast.");
    if (form.what.empty()) return formRefused("what", "what-missing", "Schrijf wat de verzoeker op dit punt vraagt.");
    if (!isOnSubject(request, form.about)) return formRefused("about", "about-wrong", "Dit verzoek gaat niet over deze persoon.");
    office.store.transact([&] {
        store::Item item;
        item.what = form.what, item.place = form.place, item.wish = form.wish;
        const bool forItself = std::find(request.subjects.begin(), request.subjects.end(), request.requesterId) != request.subjects.end();
        if (form.about != request.requesterId || !forItself) item.about = form.about;
        addTo(office, actor, request, std::move(item));
        if (request.step == Step::logged) office.store.requests().moveTo(request.id, Step::logged, Step::review);
    });
    return formDone();
}

void carryItems(Office& office, const Actor& actor, const store::Request& from, const store::Request& to) {
    bool any = false;
    for (const auto& it : office.store.items().ofRequest(from.id)) {
        if (it.withdrawnAt) continue;
        store::Item item;
        item.what = it.what, item.place = it.place, item.wish = it.wish, item.about = it.about;
        addTo(office, actor, to, std::move(item));
        any = true;
    }
    if (any) office.store.requests().moveTo(to.id, Step::logged, Step::review);
}

void dropItems(Office& office, const Actor& actor, const store::Request& from, const std::string& why) {
    for (const auto& it : office.store.items().ofRequest(from.id))
        if (!it.withdrawnAt) withdraw(office, actor, from, it, why);
}

FormOutcome withdrawItem(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId, std::string_view why) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireItems(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    const auto item = requireItem(office, request, itemId);
    if (item.withdrawnAt) return formRefused("", "withdrawn", "Dit punt is al ingetrokken.");
    if (why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom dit punt vervalt, bijvoorbeeld: de verzoeker trok het in.");
    office.store.transact([&] { withdraw(office, actor, request, item, why); });
    return formDone();
}

ItemOutcome decideItem(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId, const requests::ItemAnswer& answer, int seen) {
    requireRole(actor, {Role::professional});
    const auto request = requireItems(office, actor, requestId);
    requireStep(request, {Step::review});
    const auto item = requireItem(office, request, itemId);
    const auto facts = itemFacts(office, request, item);
    ItemOutcome outcome;
    outcome.lacks = requests::lacking(facts, answer);
    if (outcome.lacks.empty()) outcome.lacks = notToBeSaid(office, request, item, answer);
    if (!outcome.lacks.empty()) {
        outcome.code = "lacking", outcome.words = "Dit punt kan zo nog niet worden beslist: er ontbreekt iets dat de wet vraagt.";
        return outcome;
    }
    const auto* choice = requests::findChoice(facts.right, answer.choice);
    store::ItemDecision decision{{}, item.id, 0, choice->id, toText(choice->answer), {}, actor.accountId, {}};
    for (const auto& field : requests::fieldsOf(facts, *choice))
        if (const auto found = answer.fields.find(field.name); found != answer.fields.end()) decision.fields[field.name] = found->second;
    try {
        office.store.transact([&] {
            office.store.items().decide(decision, seen);
            record(office, actor, trailOf(request, "item.decided", {}, nlohmann::json{{"number", item.number}, {"choice", choice->id}, {"answer", decision.answer}}.dump()));
        });
    } catch (const store::StoreError& refused) {
        if (refused.kind() != store::ErrorKind::conflict) throw;
        outcome.code = "someone-was-first", outcome.words = "Iemand anders heeft intussen over dit punt beslist. Kijk opnieuw.";
        return outcome;
    }
    outcome.done = true, outcome.code = "done";
    return outcome;
}

Outcome finishItems(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional});
    const auto request = requireItems(office, actor, requestId);
    requireStep(request, {Step::review});
    if (!viewItems(office, actor, requestId).blockers.empty()) return Outcome::refused("blocked", "Afronden kan nog niet: er moet eerst iets gebeuren. Het staat in de lijst.");
    office.store.transact([&] {
        office.store.reviews().finish(request.id, actor.accountId);
        office.store.requests().moveTo(request.id, Step::review, Step::packaging);
        record(office, actor, trailOf(request, "items.finished"));
        queuePackaging(office, request.id);
    });
    office.wakeWorkers();
    return Outcome::success("De punten zijn afgerond. Lakwerk maakt de brieven en controleert ze; daarna is de privacy officer aan zet.");
}

}  // namespace service::casework
