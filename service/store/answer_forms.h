// In which form a request is answered besides handing out documents: only what is done with the data, inspection on
// location, or that it is manifestly excessive. And the partners' registers, from which that first answer is told.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct AnswerForm {
    Id requestId;
    std::string form = "documents";  // documents, processing, inspection
    std::string why;
    Id chosenBy;
    Moment chosenAt{};
};

// To a child under 12 that asks itself.
struct YoungRequester {
    Id requestId;
    std::string choice;  // representative: told who may ask for it; to-child: given it, because that is evidently in its interest
    std::string why;
    Id decidedBy;        // to-child: a privacy officer
    Moment decidedAt{};
};

struct Inspection {
    Id id, requestId, partnerId;
    Date day{};
    std::string time, place;
    Id plannedBy;
    Moment plannedAt{};
    std::optional<Date> heldOn;   // absent: to come, or cancelled
    std::string present, shown;
    Id recordedBy;
    std::string cancelledWhy;     // empty: stands
    Id cancelledBy;
};

struct ExcessiveClaim {
    Id id, requestId;
    std::string kind, why, earlier, offered;
    Id proposedBy;
    Moment proposedAt{};
    Id confirmedBy;                    // another person; empty: not confirmed
    std::optional<Moment> confirmedAt;
    std::string rejectedWhy;
};

// Because the requester does not let anyone know who asks; the letter that says so is signed and handed out like any other.
struct PutAside {
    Id id, requestId;
    std::string why, asked;
    std::optional<Date> until;  // the last day to let it be known who asks; absent: put aside before this was kept
    Id proposedBy;
    Moment proposedAt{};
    Id withdrawnBy;
    std::optional<Moment> withdrawnAt;
    std::string withdrawnWhy;
};

class AnswerForms : Repository {
  public:
    using Repository::Repository;

    std::string formOf(const Id& requestId) const;  // "documents" where nobody chose
    void choose(const AnswerForm& form);            // chosenAt is made
    std::vector<AnswerForm> history(const Id& requestId) const;

    void answerYoung(const YoungRequester& choice);  // decidedAt is made. forbiddenByRule: no reason; to-child, by another than a privacy officer
    std::optional<YoungRequester> youngRequester(const Id& requestId) const;  // the last choice; absent: nobody chose

    Inspection plan(const Inspection& inspection);  // id, plannedAt are made
    std::vector<Inspection> inspections(const Id& requestId) const;  // oldest first
    void hold(const Inspection& held);              // heldOn, present, shown, recordedBy
    void cancel(const Id& inspectionId, std::string_view why, const Id& by);

    ExcessiveClaim propose(const ExcessiveClaim& claim);  // id, proposedAt are made
    std::optional<ExcessiveClaim> claim(const Id& requestId) const;  // the one that is not rejected
    void confirm(const Id& claimId, const Id& by);                   // forbiddenByRule: who proposed it
    void reject(const Id& claimId, std::string_view why, const Id& by);

    PutAside putAside(const PutAside& wanted);  // id, proposedAt are made. forbiddenByRule: identification
                                                // was not refused, or the last day to do so is not over
    std::optional<PutAside> standingAside(const Id& requestId) const;  // the one that is not withdrawn
    void takeUpAfterAll(const Id& putAsideId, std::string_view why, const Id& by);

    std::string registerOf(const Id& partnerId) const;  // JSON; empty: the partner gave none
    void setRegister(const Id& partnerId, std::string_view json, const Id& by);
};

}  // namespace service::store
