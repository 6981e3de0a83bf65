// Inspection on location: the appointment, who was present, what was shown.
#include <algorithm>

#include "service/casework/answer_forms.h"
#include "service/casework/case_file.h"
#include "service/casework/identity.h"
#include "service/casework/passing_days.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/items.h"
#include "service/casework/late.h"
#include "service/casework/letter_guard.h"
#include "service/casework/letter_sender.h"
#include "service/casework/package_letters.h"
#include "service/casework/queue.h"
#include "service/casework/words.h"
#include "service/letters/item_letters.h"

namespace service::casework {

namespace {

using store::Step;

store::Inspection requireInspection(Office& office, const store::Request& request, std::string_view id) {
    for (const auto& it : office.store.answerForms().inspections(request.id))
        if (it.id == id) return it;
    throw Failure(Failure::notFound, "Deze afspraak bestaat niet.");
}

bool isOpen(const store::Inspection& it) { return !it.heldOn && it.cancelledWhy.empty(); }

// "14:00": hours and minutes that exist.
bool isTime(const std::string& text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    return text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4) && text.substr(0, 2) <= "23" && text.substr(3) <= "59";
}

}  // namespace

std::vector<InspectionRow> inspectionRows(Office& office, const store::Request& request) {
    std::vector<InspectionRow> rows;
    for (const auto& it : office.store.answerForms().inspections(request.id)) {
        InspectionRow row{it.id, redaction::household::toIso(it.day), it.time, it.place, accountName(office, it.plannedBy), {}, it.present, it.shown, {}, it.cancelledWhy, isOpen(it)};
        if (it.heldOn) row.heldOn = redaction::household::toIso(*it.heldOn), row.recordedByName = accountName(office, it.recordedBy);
        rows.push_back(std::move(row));
    }
    return rows;
}

FormOutcome planInspection(Office& office, const Actor& actor, std::string_view requestId, const InspectionPlan& plan) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review, Step::packaging, Step::signOff});
    if (office.store.answerForms().formOf(request.id) != "inspection") return formRefused("", "form-other", "Kies eerst dat de verzoeker de stukken op locatie inziet.");
    const auto planned = office.store.answerForms().inspections(request.id);
    if (std::any_of(planned.begin(), planned.end(), isOpen)) return formRefused("", "planned", "Er staat al een afspraak. Zeg die eerst af.");
    const auto day = redaction::household::parseDate(plan.day);
    if (!day || *day < today(office)) return formRefused("day", "date-wrong", "Kies een dag die nog moet komen.");
    if (!isTime(plan.time)) return formRefused("time", "time-wrong", "Schrijf de tijd als 14:00.");
    if (plan.place.empty()) return formRefused("place", "place-missing", "Schrijf waar de verzoeker moet zijn.");
    office.store.transact([&] {
        store::Inspection it;
        it.requestId = request.id, it.partnerId = controllerOf(request), it.day = *day, it.time = plan.time, it.place = plan.place, it.plannedBy = actor.accountId;
        office.store.answerForms().plan(it);
        record(office, actor, trailOf(request, "inspection.planned", {}, "{\"day\":\"" + plan.day + "\"}"));
    });
    return formDone("De afspraak staat. U kunt de uitnodiging maken.");
}

FormOutcome cancelInspection(Office& office, const Actor& actor, std::string_view requestId, std::string_view inspectionId, std::string_view why) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto it = requireInspection(office, request, inspectionId);
    if (!isOpen(it)) return formRefused("", "over", "Deze afspraak is al voorbij of afgezegd.");
    if (why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom de afspraak niet doorgaat.");
    office.store.transact([&] {
        office.store.answerForms().cancel(it.id, why, actor.accountId);
        record(office, actor, trailOf(request, "inspection.cancelled", std::string(why)));
    });
    return formDone("De afspraak is afgezegd.");
}

// Basis: AVG art. 12(3), 15; Awb art. 3:41; UAVG art. 34: what was shown is what was signed; the decision follows in writing
FormOutcome holdInspection(Office& office, const Actor& actor, std::string_view requestId, std::string_view inspectionId, const InspectionHeld& held) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::signOff});
    auto it = requireInspection(office, request, inspectionId);
    if (!isOpen(it)) return formRefused("", "over", "Deze afspraak is al voorbij of afgezegd.");
    if (!office.store.signOffs().standing(request.id)) return formRefused("", "not-signed", "De privacy officer heeft nog geen akkoord gegeven: er mag nog niets worden getoond.");
    if (const auto unknown = whyNotProcessed(office, request); !unknown.empty()) return formRefused("", "identity-open", unknown);
    if (const auto stopped = whyStopped(office, request); !stopped.empty()) return formRefused("", "stopped", stopped);
    if (auto lacking = lacksReasonForLateness(office, request); !lacking.empty()) return formRefused("", "late-reason-missing", std::move(lacking));
    const auto on = redaction::household::parseDate(held.on);
    if (!on || *on > today(office)) return formRefused("on", "date-wrong", "Vul de dag in waarop de stukken zijn ingezien: niet in de toekomst.");
    if (held.present.empty()) return formRefused("present", "present-missing", "Schrijf wie erbij waren.");
    if (held.shown.empty()) return formRefused("shown", "shown-missing", "Schrijf wat er is getoond.");
    it.heldOn = on, it.present = held.present, it.shown = held.shown, it.recordedBy = actor.accountId;
    office.store.transact([&] {
        office.store.answerForms().hold(it);
        office.store.signOffs().voidStanding(request.id, "de stukken zijn ingezien; de beslissing op schrift wordt gemaakt");
        office.store.requests().moveTo(request.id, Step::signOff, Step::packaging);
        queuePackaging(office, request.id);
        record(office, actor, trailOf(request, "inspection.held", {}, "{\"day\":\"" + held.on + "\"}"));
    });
    office.wakeWorkers();
    return formDone("Vastgelegd. De stukken zijn ingezien; Lakwerk maakt nu de beslissing op schrift. Na akkoord van de privacy officer gaat die naar de verzoeker.");
}

bool wasInspected(Office& office, const store::Request& request) {
    const auto all = office.store.answerForms().inspections(request.id);
    return std::any_of(all.begin(), all.end(), [](const auto& it) { return it.heldOn.has_value(); });
}

StoredFile inspectionLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view inspectionId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    const auto it = requireInspection(office, request, inspectionId);
    const auto standing = standingOf(office, request);
    const auto sender = senderOf(office, standing);
    if (sender.nameless) throw Failure(Failure::notNow, namelessSender);
    const letters::InspectionLetter letter{frameOf(office, standing, sender.partnerOrRegion()), sender.controller.name, request.receivedOn, it.day, it.time, it.place, readerOf(office, standing)};
    record(office, actor, trailOf(request, "inspection.letter-made"));
    return {"afspraak-" + request.reference + ".pdf", "application/pdf", guardedPdf(office, standing, letters::inspection(office.letterBook, letters::languageFrom(request.language), letter), {{}, {it.place}})};
}

}  // namespace service::casework
