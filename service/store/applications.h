// What somebody asked, once: the parts of it are requests of their own (requests.h). And what belongs to the whole: its
// letters, and handing a part on to the controller it should have gone to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct NewApplication {
    Id householdId;
    std::string requesterId;
    Date receivedOn{};
    std::string asked;  // in the requester's words, or the desk's
    Id contactPartner;  // where it came in; empty: the region's desk, for all partners
    Id createdBy;
};

struct Application : NewApplication {
    Id id;
    std::string reference;  // LW-2026-0001; its parts: LW-2026-0001-1, -2, …; a single one has the same
    Moment createdAt{};
};

enum class ApplicationLetterKind { overview, transfer, transferPartner };
std::string toText(ApplicationLetterKind kind);  // overview, transfer, transfer-partner

struct ApplicationLetter {
    Id id, applicationId;
    ApplicationLetterKind kind = ApplicationLetterKind::overview;
    Id requestId;  // the part it is about; empty: the whole
    Id blobId;     // under the application's own key
    Id madeBy;
    Moment madeAt{};
};

struct Transfer {
    Id id, requestId;
    Id toPartner;        // empty: none of ours
    std::string toName;
    std::string reason;
    Date sentOn{};
    Id newRequestId;     // the part at the right partner; empty: none of ours
    Date clockFrom{};    // the day the right controller's term counts from
    std::string clockWhy;
    Id recordedBy;
    Moment recordedAt{};
};

class Applications : Repository {
  public:
    using Repository::Repository;

    Application add(const NewApplication& wanted);  // gives it the next reference of the year of `now`
    Application load(const Id& id) const;           // notFound
    std::optional<Application> find(const Id& id) const;
    std::vector<Application> ofHousehold(const Id& householdId) const;  // newest first

    ApplicationLetter addLetter(const ApplicationLetter& letter);  // id, madeAt are made
    std::vector<ApplicationLetter> letters(const Id& applicationId) const;  // newest first

    Transfer addTransfer(const Transfer& transfer);  // id, recordedAt are made; a part is handed on once
    std::optional<Transfer> findTransfer(const Id& requestId) const;
};

}  // namespace service::store
