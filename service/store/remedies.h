// What came after a decision: complaint, objection, petition to the court, complaint to the supervisory authority. A case
// is written once; what happens to it is added as events.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct RemedyCase {
    Id id, applicationId, requestId, partnerId;  // the decision of this partner on this part
    std::string kind;                            // own-complaint, objection, petition, appeal, higher-appeal, authority-complaint
    Date receivedOn{};
    std::string theirReference, about;
    std::optional<Date> letterReceivedOn;  // when the requester got the decision, where that is known
    std::vector<Id> alsoConcerned;         // other partners
    Id recordedBy;
    Moment recordedAt{};
};

struct RemedyEvent {
    Id id, remedyId;
    std::string kind;   // coordinator, term, forwarded, outcome, reopened, note
    std::string value;  // a partner, a day, an outcome, a request
    Date onDay{};
    std::string words;
    Id recordedBy;
    Moment recordedAt{};
};

class Remedies : Repository {
  public:
    using Repository::Repository;

    RemedyCase add(const RemedyCase& remedy);      // id, recordedAt are made
    RemedyEvent addEvent(const RemedyEvent& event);  // id, recordedAt are made
    std::optional<RemedyCase> find(const Id& id) const;
    std::vector<RemedyCase> all() const;           // newest first
    std::vector<RemedyCase> ofApplication(const Id& applicationId) const;
    std::vector<RemedyEvent> events(const Id& remedyId) const;  // oldest first
};

}  // namespace service::store
