#include "service/casework/mandates.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/household_change.h"
#include "service/casework/milestones.h"
#include "service/casework/notices.h"
#include "service/casework/partner_wall.h"
#include "service/casework/passing_days.h"

namespace service::casework {

namespace {

store::Partner requirePartner(Office& office, const Actor& actor, std::string_view partnerId) {
    requireRole(actor, {Role::administrator});
    auto partner = office.store.partners().find(std::string(partnerId));
    if (!partner) throw Failure(Failure::notFound, "Deze partner bestaat niet.");
    return *std::move(partner);
}

std::string detailsOf(const store::Partner& partner) { return nlohmann::json{{"partner", partner.id}}.dump(); }

}  // namespace

std::vector<MandateRow> mandatesOf(Office& office, const Actor& actor, std::string_view partnerId) {
    const auto partner = requirePartner(office, actor, partnerId);
    std::vector<MandateRow> rows;
    for (const auto& it : office.store.partners().mandates(partner.id))
        rows.push_back({it.id, it.givenBy, requests::toIso(it.since), it.document, accountName(office, it.recordedBy), it.endedOn ? requests::toIso(*it.endedOn) : "", it.endedWhy,
                        it.endedBy.empty() ? "" : accountName(office, it.endedBy), it.holdsOn(today(office))});
    std::reverse(rows.begin(), rows.end());
    return rows;
}

FormOutcome recordMandate(Office& office, const Actor& actor, std::string_view partnerId, const MandateForm& form) {
    const auto partner = requirePartner(office, actor, partnerId);
    const auto since = requests::parseIso(form.since);
    if (form.givenBy.empty()) return formRefused("given_by", "giver-missing", "Schrijf wie bij de partner het mandaat gaf.");
    if (!since) return formRefused("since", "date-wrong", "Vul de dag in waarop het mandaat ingaat.");
    if (form.document.empty()) return formRefused("document", "document-missing", "Schrijf welk stuk u hebt gezien, met kenmerk of datum.");
    for (const auto& it : office.store.partners().mandates(partner.id))
        if (!it.endedOn || *it.endedOn > *since) return formRefused("since", "mandate-stands", "Er is al een mandaat van deze partner. Beëindig dat eerst.");
    office.store.transact([&] {
        store::Mandate mandate;
        mandate.partnerId = partner.id, mandate.givenBy = form.givenBy, mandate.since = *since, mandate.document = form.document, mandate.recordedBy = actor.accountId;
        office.store.partners().addMandate(mandate);
        record(office, actor, {"mandate.recorded", {}, {}, {}, form.document, detailsOf(partner)});
    });
    return formDone("Het mandaat is vastgelegd. Vanaf de dag dat het ingaat, kan de regio de deelverzoeken van deze partner openen.");
}

FormOutcome endMandate(Office& office, const Actor& actor, std::string_view partnerId, std::string_view mandateId, std::string_view on, std::string_view why) {
    const auto partner = requirePartner(office, actor, partnerId);
    const auto day = requests::parseIso(on);
    const auto all = office.store.partners().mandates(partner.id);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& it) { return it.id == mandateId; });
    if (found == all.end() || found->endedOn) throw Failure(Failure::notFound, "Dit mandaat bestaat niet meer.");
    if (!day || *day < found->since) return formRefused("on", "date-wrong", "Vul de dag in waarop het mandaat eindigt: niet voordat het inging.");
    if (why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom het mandaat eindigt.");
    office.store.transact([&] {
        office.store.partners().endMandate(found->id, *day, why, actor.accountId);
        record(office, actor, {"mandate.ended", {}, {}, {}, std::string(why), detailsOf(partner)});
    });
    takeUpDays(office);  // what the region handles for this partner together with others
    return formDone("Het mandaat eindigt op die dag. Wie een zaak behandelt waarin deze partner meedoet, hoort het.");
}

std::vector<store::Partner> decidingForThemselves(Office& office, const store::Request& request) {
    std::vector<store::Partner> partners;
    if (!request.partnerId.empty()) return partners;
    for (const auto& id : office.store.requests().partnersOf(request)) {
        auto partner = office.store.partners().find(id);
        if (partner && partner->active && !office.store.partners().mandates(id).empty() && handlesItself(office, id)) partners.push_back(*std::move(partner));
    }
    return partners;
}

std::vector<std::string> handlersOf(Office& office, const std::string& partnerId) {
    std::vector<std::string> ids;
    for (const auto& it : office.store.accounts().all())
        if (it.active && it.partnerId == partnerId && (it.role == Role::professional || it.role == Role::privacyOfficer)) ids.push_back(it.id);
    return ids;
}

// Basis: Convenant art. 5.2: the controller decides for itself, or has somebody else do so
std::string whyMandateEnded(Office& office, const store::Request& request) {
    if (!isOpen(request)) return {};
    const auto partners = decidingForThemselves(office, request);
    if (partners.empty()) return {};
    const auto& name = partners.front().name;
    return "Het mandaat van " + name + " aan de regio is geëindigd. De regio kan hier niet meer voor " + name + " beslissen of tekenen. Geef dit deel door aan " + name + " (Zend door naar de juiste organisatie), of laat een beheerder een nieuw mandaat vastleggen (Beheer, Partners, Mandaat).";
}

bool tellMandateEnded(Office& office, const store::Request& request) {
    const auto why = whyMandateEnded(office, request);
    if (why.empty()) return false;
    const auto notices = office.store.notices().ofRequest(request.id);
    if (std::any_of(notices.begin(), notices.end(), [&](const auto& it) { return it.kind == "mandate-ended" && it.words == why; })) return false;
    auto ids = concernedBy(office, request);
    for (const auto& partner : decidingForThemselves(office, request))
        for (const auto& id : handlersOf(office, partner.id))
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    if (office.store.signOffs().standing(request.id)) office.store.signOffs().voidStanding(request.id, "het mandaat van een partner is geëindigd");
    record(office, theServiceItself(), trailOf(request, "request.mandate-ended", why));
    notify(office, ids, request, "mandate-ended", why);
    return true;
}

}  // namespace service::casework
