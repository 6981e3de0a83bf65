#include "service/casework/work_orders.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/household_from_decision.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_answers.h"
#include "service/casework/lifting.h"
#include "service/casework/words.h"
#include "service/casework/work_order_clock.h"
#include "service/store/items.h"

namespace service::casework {

namespace {

bool isOut(const store::Request& request) { return request.step == store::Step::released || request.step == store::Step::closed; }

void orderOne(Office& office, const Actor& actor, const store::Request& request, const store::Item& item, requests::Work work) {
    store::WorkOrder order;
    order.requestId = request.id, order.itemId = item.id, order.partnerId = controllerOf(request), order.kind = toText(work);
    order.dueOn = orderDue(office, request, work, requests::Ordered::byDecision);
    if (!office.store.items().order(order)) return;
    record(office, actor, trailOf(request, "work.ordered", {}, nlohmann::json{{"number", item.number}, {"work", order.kind}}.dump()));
}

bool dayIsWrong(Office& office, const std::optional<Date>& day) { return !day || *day > today(office); }

std::string countOf(std::size_t count, const char* one, const char* many) { return std::to_string(count) + (count == 1 ? one : many); }

}  // namespace

void orderWork(Office& office, const Actor& actor, const store::Request& request) {
    if (!isAnsweredByItems(request)) return;
    const auto right = requests::rightFrom(request.right).value_or(requests::Right::rectification);
    const auto decisions = office.store.items().latest(request.id);
    if (isNotTakenUp(office, request)) {  // what was stopped while an objection was weighed goes on; nothing else is done
        if (right == requests::Right::objection)
            for (const auto& item : office.store.items().ofRequest(request.id)) orderOne(office, actor, request, item, requests::Work::liftRestriction);
        return;
    }
    for (const auto& item : office.store.items().ofRequest(request.id)) {
        const auto decision = decisions.find(item.id);
        const auto* choice = decision == decisions.end() ? nullptr : requests::findChoice(right, decision->second.choice);
        if (!choice) continue;
        for (const auto work : choice->work)
            if (work != requests::Work::tellRecipients) orderOne(office, actor, request, item, work);
        if (const auto typed = decision->second.fields.find("recipients"); typed != decision->second.fields.end())
            for (const auto& recipient : requests::recipientsIn(typed->second)) office.store.items().mustTell(request.id, item.id, recipient);
    }
    recordInHousehold(office, actor, request);
}

FormOutcome confirmOrder(Office& office, const Actor& actor, std::string_view requestId, std::string_view orderId, const ConfirmForm& form) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    auto order = office.store.items().findOrder(std::string(orderId));
    if (!order || order->requestId != request.id) throw Failure(Failure::notFound, "Deze opdracht bestaat niet.");
    if (order->confirmedOn) return formRefused("", "confirmed", "Deze opdracht is al bevestigd.");
    const auto on = redaction::household::parseDate(form.on);
    if (dayIsWrong(office, on) || *on < service::amsterdamDay(order->orderedAt)) return formRefused("on", "date-wrong", "Vul de dag in waarop de partner het deed: niet voor de opdracht en niet in de toekomst.");
    if (const auto from = promisedUntil(office, request, *order); from && *on < *from)
        return formRefused("on", "too-early", "De verzoeker is verteld dat de gegevens tot " + requests::longDutchDate(*from) + " niet worden gebruikt. Vul die dag of een latere in.");
    if (form.by.empty()) return formRefused("by", "by-missing", "Schrijf wie het bij de partner heeft bevestigd.");
    order->confirmedOn = on, order->confirmedBy = form.by, order->recordedBy = actor.accountId, order->note = form.note;
    office.store.transact([&] {
        office.store.items().confirm(*order);
        record(office, actor, trailOf(request, "work.confirmed", form.note, nlohmann::json{{"work", order->kind}}.dump()));
    });
    return formDone("Bevestigd. Het staat vast wie het zei en op welke dag.");
}

// Basis: AVG art. 19: each recipient is told, unless that proves impossible or takes disproportionate effort
FormOutcome settleRecipient(Office& office, const Actor& actor, std::string_view requestId, std::string_view recipientId, const ToldForm& form) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    auto recipient = office.store.items().findRecipient(std::string(recipientId));
    if (!recipient || recipient->requestId != request.id) throw Failure(Failure::notFound, "Deze ontvanger bestaat niet.");
    if (!isOut(request)) throw Failure(Failure::notNow, "De beslissing is nog niet verstrekt: vertel ontvangers daarna pas wat er verandert.");
    if (recipient->recordedAt) return formRefused("", "settled", "Dit is al vastgelegd.");
    const auto on = redaction::household::parseDate(form.on);
    if (form.impossibleWhy.empty() && dayIsWrong(office, on)) return formRefused("on", "date-wrong", "Vul de dag in waarop de ontvanger het hoorde, of schrijf waarom dat niet kan.");
    if (form.impossibleWhy.empty() && form.how.empty()) return formRefused("how", "how-missing", "Schrijf hoe de ontvanger het hoorde, bijvoorbeeld: per brief.");
    if (form.impossibleWhy.empty()) recipient->toldOn = on, recipient->how = form.how;
    else recipient->impossibleWhy = form.impossibleWhy;
    recipient->recordedBy = actor.accountId;
    office.store.transact([&] {
        office.store.items().settle(*recipient);
        record(office, actor, trailOf(request, form.impossibleWhy.empty() ? "recipient.told" : "recipient.not-told", form.impossibleWhy));
    });
    return formDone("Vastgelegd.");
}

std::optional<OpenWork> openWork(Office& office, const store::Request& request) {
    OpenWork work;
    std::optional<Date> ordersDue, recipientsDue;
    std::string partner;
    const auto first = [](std::optional<Date>& due, const Date& day) { if (!due || day < *due) due = day; };
    for (const auto& it : office.store.items().orders(request.id)) {
        if (it.confirmedOn) continue;
        ++work.orders;
        partner = it.partnerId;
        first(ordersDue, it.dueOn);
    }
    for (const auto& it : office.store.items().recipients(request.id)) {
        if (it.recordedAt) continue;
        ++work.recipients;
        first(recipientsDue, recipientDue(office, request, it));
    }
    if (work.orders + work.recipients == 0) return std::nullopt;
    const auto lateWords = [&](const std::string& words, const std::optional<Date>& due) {
        const int days = due ? requests::daysBetween(*due, today(office)) : 0;
        if (days > 0) work.late.push_back(words + ": " + countOf(std::size_t(days), " dag te laat", " dagen te laat"));
    };
    work.due = ordersDue && recipientsDue ? std::min(*ordersDue, *recipientsDue) : ordersDue ? *ordersDue : *recipientsDue;
    work.daysLate = std::max(0, requests::daysBetween(work.due, today(office)));
    if (work.orders) work.words = countOf(work.orders, " opdracht aan ", " opdrachten aan ") + office.store.partners().load(partner).name + (work.orders == 1 ? " is nog niet bevestigd" : " zijn nog niet bevestigd");
    lateWords(work.words, ordersDue);
    const auto untold = countOf(work.recipients, " ontvanger is nog niet ingelicht", " ontvangers zijn nog niet ingelicht");
    lateWords(untold, recipientsDue);
    if (!work.orders) work.words = untold;
    return work;
}

}  // namespace service::casework
