// Asked at the wrong desk: the part is handed on to the partner that decides on it, which the requester and that partner hear
// in a letter. The part here ends; the right partner gets one of its own, with its own term.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

struct TransferForm {
    std::string toPartner, reason;
};
struct TransferOutcome : Outcome {
    std::string newRequestId, applicationId;
};
// Before anything was collected or decided; points that were only written down go along. Of what several handle together: the part
// of a partner that decides for itself now (mandates.h), also when it was collected and reviewed.
bool mayTransfer(Office& office, const store::Request& part);
// Of a part handled together that partner gets a part of its own with the same term, and what it delivered here is read and released
// no more; the others go on, their proposals are made anew and what was signed is signed again.
TransferOutcome transferRequest(Office& office, const Actor& actor, std::string_view requestId, const TransferForm& form);

// To an organisation that is no partner of the region: its name and address as typed, after somebody checked them. The
// requester hears where the request went; the organisation gets no documents and no address. Basis: Awb art. 2:3
struct OutsideForm {
    std::string name, address, checkedHow, reason;
};
TransferOutcome transferOutside(Office& office, const Actor& actor, std::string_view requestId, const OutsideForm& form);

struct TransferChoices {
    std::vector<std::pair<std::string, std::string>> partners;  // id, name
    bool together = false;   // who decides for itself after all; otherwise all who may
    std::string clockWords;  // from when the term of whoever gets it counts, and why
};
TransferChoices transferChoices(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
