#include "service/casework/mandates.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/form_outcomes.h"

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
    return formDone("Het mandaat eindigt op die dag.");
}

}  // namespace service::casework
