#include "service/casework/letter_sender.h"

#include "service/casework/items.h"
#include "service/casework/office.h"
#include "service/casework/deciding_anew.h"
#include "service/casework/package_letters.h"

namespace service::casework {

const char* const namelessSender =
    "De organisatie waarvan deze brief komt, mag voor deze persoon niet worden genoemd, en de regio heeft nog geen naam. Vraag de beheerder om die in te vullen (Beheer, Regio), of laat een privacy officer deze persoon zelf bericht geven.";

Sender senderOf(Office& office, const Standing& standing) {
    auto partner = office.store.partners().load(controllerOf(standing.request));
    auto controller = controllerFrom(office, standing.request, partner);
    if (standing.hiddenPartners.count(partner.id) == 0) return {std::move(partner), std::move(controller)};
    // What may be asked of the controller stays as it is; what is passed on to it comes to the region. Basis: Awb 6:15
    requests::Controller region;
    region.name = office.store.settings().get("region.name", ""), region.standing = controller.standing, region.onObjection = controller.onObjection;
    region.postalAddress = office.store.settings().get("region.address", "");
    return {std::nullopt, region, region.name.empty()};
}

}  // namespace service::casework
