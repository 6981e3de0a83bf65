// The letters that follow a decision on points: to the partner, to recipients, and the confirmation of erasure.
#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/item_letters.h"
#include "service/casework/items.h"
#include "service/casework/letter_guard.h"
#include "service/casework/letter_sender.h"
#include "service/casework/package_letters.h"
#include "service/casework/work_orders.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

letters::LetterItem itemOf(Office& office, const store::Request& request, const std::string& itemId) {
    const auto item = office.store.items().find(itemId);
    const auto decisions = office.store.items().latest(request.id);
    if (const auto decision = decisions.find(itemId); item && decision != decisions.end()) return letterItem(office, request, *item, decision->second);
    letters::LetterItem undecided;  // a restriction while an objection is weighed
    if (item) undecided.number = item->number, undecided.what = item->what, undecided.place = item->place;
    return undecided;
}

// Whom the data of a point are about: who asks is not always that person. Basis: AVG art. 16-19
std::string dataSubjectsOf(Office& office, const Standing& standing, const std::string& itemId) {
    const auto& request = standing.request;
    const auto item = office.store.items().find(itemId);
    std::vector<std::string> ids = request.subjects;
    if (item && !item->about.empty()) ids = {item->about};
    else if (ids.empty() || std::ranges::count(ids, request.requesterId) > 0) ids = {request.requesterId};
    std::string names;
    for (const auto& id : ids)
        if (const auto* person = redaction::household::findPerson(standing.household, id)) names += (names.empty() ? "" : "; ") + nameWithBirth(*person);
    return names.empty() ? request.reference : names;
}

// Who asks, where that is another than whom the data are about.
std::string requesterOf(Office& office, const Standing& standing, const std::string& itemId) {
    const auto* person = redaction::household::findPerson(standing.household, standing.request.requesterId);
    return person && dataSubjectsOf(office, standing, itemId) != nameWithBirth(*person) ? fullName(*person) : std::string();
}

// What went, as it was decided; not always all that was asked.
std::string erasedOf(const letters::LetterItem& item) {
    for (const auto* name : {"part", "own", "without"})
        if (const auto found = item.fields.find(name); found != item.fields.end() && !found->second.empty()) return found->second;
    return item.what;
}

void addKept(Office& office, const store::Request& request, letters::ErasureConfirmation& letter) {
    const auto language = letters::languageFrom(request.language);
    for (const auto& item : office.store.items().ofRequest(request.id)) {
        if (item.withdrawnAt) continue;
        const auto point = itemOf(office, request, item.id);
        if (auto why = letters::keptBecause(office.letterBook, language, letter.reader, point); !why.empty()) letter.kept.push_back({point.what, std::move(why)});
    }
}

void addressTo(letters::Frame& frame, std::string name, std::vector<std::string> lines) {
    frame.addresseeName = std::move(name), frame.addresseeLines = std::move(lines), frame.salutation.clear();
}

StoredFile fileOf(Office& office, const letters::Letter& letter, const Standing& standing, const char* name, const std::string& toPartner = {}) {
    return {std::string(name) + "-" + standing.request.reference + ".pdf", "application/pdf", guardedPdf(office, standing, letter, {toPartner, {}})};
}

}  // namespace

StoredFile orderLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view orderId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto order = office.store.items().findOrder(std::string(orderId));
    if (!order || order->requestId != request.id) throw Failure(Failure::notFound, "Deze opdracht bestaat niet.");
    const auto standing = standingOf(office, request);
    const auto partner = office.store.partners().load(order->partnerId);
    letters::WorkOrderLetter letter{frameOf(office, standing, nullptr), dataSubjectsOf(office, standing, order->itemId), requesterOf(office, standing, order->itemId), requests::workFrom(order->kind).value_or(requests::Work::correct), itemOf(office, request, order->itemId), order->dueOn};
    addressTo(letter.frame, partner.name, addressLines(partner.address));
    record(office, actor, trailOf(request, "work.letter-made"));
    return fileOf(office, letters::workOrder(office.letterBook, letters::Language::dutch, letter), standing, "opdracht", partner.id);
}

StoredFile recipientLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view recipientId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto recipient = office.store.items().findRecipient(std::string(recipientId));
    if (!recipient || recipient->requestId != request.id) throw Failure(Failure::notFound, "Deze ontvanger bestaat niet.");
    const auto standing = standingOf(office, request);
    const auto partner = office.store.partners().load(controllerOf(request));
    letters::RecipientLetter letter{frameOf(office, standing, &partner), partner.name, dataSubjectsOf(office, standing, recipient->itemId), itemOf(office, request, recipient->itemId)};
    auto to = requests::recipientAddress(recipient->recipient);
    addressTo(letter.frame, std::move(to.name), std::move(to.lines));
    record(office, actor, trailOf(request, "recipient.letter-made"));
    return fileOf(office, letters::recipientNotice(office.letterBook, letters::Language::dutch, letter), standing, "ontvanger");
}

StoredFile erasureLetter(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto view = viewItems(office, actor, requestId);
    if (!view.mayConfirmErasure) throw Failure(Failure::notNow, "Nog niet alles is verwijderd en doorgegeven: bevestig het pas daarna aan de verzoeker.");
    const auto request = requireRequest(office, actor, requestId);
    const auto standing = standingOf(office, request);
    const auto sender = senderOf(office, standing);
    if (sender.nameless) throw Failure(Failure::notNow, namelessSender);
    letters::ErasureConfirmation letter;
    letter.frame = frameOf(office, standing, sender.partnerOrRegion()), letter.controller = sender.controller.name, letter.reader = readerOf(office, standing);
    if (const auto review = office.store.reviews().find(request.id)) letter.decided = service::amsterdamDay(review->finishedAt);
    if (const auto release = office.store.releases().latest(request.id); release && release->releasedAt) letter.decided = service::amsterdamDay(*release->releasedAt);
    for (const auto& order : office.store.items().orders(request.id))
        if (order.kind == "erase") letter.rows.push_back({erasedOf(itemOf(office, request, order.itemId)), *order.confirmedOn});
    addKept(office, request, letter);
    for (const auto& it : office.store.items().recipients(request.id)) {
        letter.recipientsTold = letter.recipientsTold || it.toldOn.has_value();
        if (!it.toldOn) letter.untold.push_back(it.impossibleWhy);
    }
    record(office, actor, trailOf(request, "erasure.letter-made"));
    return fileOf(office, letters::erasureConfirmation(office.letterBook, letters::languageFrom(request.language), letter), standing, "verwijderd");
}

}  // namespace service::casework
