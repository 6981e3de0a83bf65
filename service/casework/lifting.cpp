#include "service/casework/lifting.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_guard.h"
#include "service/casework/letter_sender.h"
#include "service/casework/package_letters.h"
#include "service/letters/item_letters.h"

namespace service::casework {

namespace {

constexpr std::size_t mostBytes = 1000;

std::string kindOf(const store::Item& item) { return "restriction-lifted-" + std::to_string(item.number); }

store::Item requireItem(Office& office, const store::Request& request, std::string_view itemId) {
    auto item = office.store.items().find(std::string(itemId));
    if (!item || item->requestId != request.id) throw Failure(Failure::notFound, "Dit punt bestaat niet.");
    return *std::move(item);
}

std::optional<store::WorkOrder> orderOf(Office& office, const store::Request& request, const store::Item& item, const char* kind) {
    for (auto& order : office.store.items().orders(request.id))
        if (order.itemId == item.id && order.kind == kind) return order;
    return std::nullopt;
}

std::string whatOf(Office& office, const store::Request& request, const store::Item& item) {
    const auto decisions = office.store.items().latest(request.id);
    const auto decision = decisions.find(item.id);
    const auto what = decision == decisions.end() ? std::map<std::string, std::string>::const_iterator{} : decision->second.fields.find("what");
    return decision == decisions.end() || what == decision->second.fields.end() ? item.what : what->second;
}

letters::Letter letterFor(Office& office, const Standing& standing, const Sender& sender, const store::Item& item, const Date& from, const std::string& why) {
    const auto& request = standing.request;
    const auto sent = today(office);
    letters::LiftedRestriction letter{frameOf(office, standing, sender.partnerOrRegion()), sender.controller, sent, from, sent, whatOf(office, request, item), why, termsOf(office), calendarOf(office), readerOf(office, standing)};
    if (const auto release = office.store.releases().latest(request.id); release && release->releasedAt) letter.decided = service::amsterdamDay(*release->releasedAt);
    return letters::restrictionLifted(office.letterBook, letters::languageFrom(request.language), letter);
}

}  // namespace

bool mayLift(Office& office, const store::Request& request, const store::Item& item) {
    if (request.right != "restriction" || item.withdrawnAt) return false;
    const auto restricted = orderOf(office, request, item, "restrict");
    return restricted && restricted->confirmedOn && !orderOf(office, request, item, "lift");
}

FormOutcome liftRestriction(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId, const LiftForm& form) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto item = requireItem(office, request, itemId);
    if (!mayLift(office, request, item)) return formRefused("", "nothing-to-lift", "Op dit punt geldt geen beperking die u kunt opheffen.");
    const auto from = redaction::household::parseDate(form.from);
    if (!from || *from <= today(office)) return formRefused("from", "date-wrong", "Kies een dag na vandaag: de verzoeker hoort het voordat de gegevens weer worden gebruikt (AVG art. 18 lid 3).");
    if (form.why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom de beperking stopt; de verzoeker leest dit.");
    if (form.why.size() > mostBytes) return formRefused("why", "too-long", "Maak de reden korter dan 1.000 tekens.");
    std::string pdf;
    try {
        const auto standing = standingOf(office, request);
        const auto sender = senderOf(office, standing);
        if (sender.nameless) return formRefused("why", "no-sender", namelessSender);
        pdf = guardedPdf(office, standing, letterFor(office, standing, sender, item, *from, form.why));
    } catch (const LetterStopped& stopped) {
        return formRefused("why", "letter-stopped", stopped.what());
    }
    office.store.transact([&] {
        store::WorkOrder order;
        order.requestId = request.id, order.itemId = item.id, order.partnerId = controllerOf(request), order.kind = toText(requests::Work::liftRestriction);
        order.dueOn = *from, order.orderedBy = actor.accountId;
        office.store.items().order(order);
        store::Letter kept;
        kept.requestId = request.id, kept.partnerId = order.partnerId, kept.kind = kindOf(item), kept.language = request.language, kept.changedBy = actor.accountId;
        kept.fields = nlohmann::json{{"from", requests::toIso(*from)}, {"why", form.why}}.dump(), kept.blobId = office.store.blobs().write(request.id, pdf);
        office.store.letters().save(kept);
        record(office, actor, trailOf(request, "restriction.lifted", form.why, nlohmann::json{{"number", item.number}}.dump()));
    });
    return formDone("De brief aan de verzoeker staat bij het punt. Verstuur hem vandaag: de partner mag de gegevens vanaf " + requests::longDutchDate(*from) + " weer gebruiken, niet eerder.");
}

bool hasLiftLetter(Office& office, const store::Request& request, const store::Item& item) {
    return office.store.letters().find(request.id, controllerOf(request), kindOf(item)).has_value();
}

StoredFile liftLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view itemId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto item = requireItem(office, request, itemId);
    const auto kept = office.store.letters().find(request.id, controllerOf(request), kindOf(item));
    if (!kept || kept->blobId.empty()) throw Failure(Failure::notFound, "Deze brief bestaat niet.");
    record(office, actor, trailOf(request, "restriction.letter-seen"));
    return {"beperking-stopt-" + request.reference + ".pdf", "application/pdf", office.store.blobs().read(kept->blobId)};
}

std::optional<Date> promisedUntil(Office& office, const store::Request& request, const store::WorkOrder& order) {
    const auto item = order.kind == "lift" ? office.store.items().find(order.itemId) : std::nullopt;
    if (!item || !hasLiftLetter(office, request, *item)) return std::nullopt;
    return order.dueOn;
}

}  // namespace service::casework
