// The requests people make, their steps, and what stops or lengthens their term. Not the law of it: service/requests.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/household.h"
#include "service/store/repository.h"

namespace service::store {

enum class Step { logged, collecting, reading, review, signOff, packaging, released, closed };
std::string toText(Step step);  // logged, collecting, reading, review, sign-off, packaging, released, closed
std::optional<Step> stepFrom(std::string_view text);

// Right, capacity, channel and identity method are the words of service/requests; kept here as text.
struct NewRequest {
    Id id;  // empty: made. Made beforehand when the letter was stored under the request's own key.
    Id householdId;
    std::string right = "access";
    std::string requesterId;  // person id in the household
    std::string capacity = "self";
    std::vector<std::string> subjects;  // person ids
    Id addressedTo;                     // partner id
    Date receivedOn{};
    std::string channel;
    std::string identityMethod, identityBy, identityNote;  // by: account id; method: kind of document seen, never a copy
    std::optional<Date> identityOn;
    std::string remarks, language = "nl";
    Id letterBlob;  // empty: none
    Id createdBy;
    Id applicationId = {};               // empty: an application of its own is made
    int part = 0;                        // the how-manieth of its application, in its reference; 0: the only one
    Id partnerId = {};                   // who decides; empty: several partners together
    std::vector<Id> togetherWith = {};   // which; empty: all of the household
    Id reopens = {};                     // the part that is decided anew; its decision stays
    std::string reopenedWhy = {};
};

struct Request : NewRequest {
    std::string reference;  // LW-2026-0001
    Step step = Step::logged;
    std::string rulesVersion;  // with which the proposals were made
    int householdVersion = 0;  // for which the proposals were made; 0: none yet
    int version = 1;
    Moment createdAt{};
    std::optional<Moment> closedAt;
};

// An event that was a mistake: it stays to be seen, and no longer counts.
struct Withdrawn {
    std::optional<Moment> at;  // absent: it counts
    Id by;
    std::string why;
};

struct Suspension {
    Id id, requestId;
    std::string lawfulGround;  // as in service/requests
    Date from{};
    std::optional<Date> until;  // first day that counts again; absent: still stands
    std::string reason;
    Id recordedBy;
    Moment recordedAt{};
    std::string question = {};  // what the requester was asked, in the language of the request
    int documents = 0;          // about how many it concerns; 0: not said
    std::string lateWhy = {};   // why it was not asked at once; empty: it was
    Id letterBlob = {};         // empty: asked in another way
    std::string answer = {};
    Withdrawn withdrawn = {};
};

struct Extension {
    Id requestId;
    Date toldOn{};
    std::string reason;
    Id recordedBy;
    Moment recordedAt{};
    Id id = {};
    Id letterBlob = {};  // empty: told in another way
    Withdrawn withdrawn = {};
};

class Requests : Repository {
  public:
    using Repository::Repository;

    Id makeId();  // for a request that is about to be logged
    Request add(const NewRequest& wanted);  // gives it the next reference of the year of `now`
    Request load(const Id& id) const;       // notFound
    std::optional<Request> find(const Id& id) const;
    std::optional<Request> findByReference(std::string_view reference) const;
    std::vector<Request> all() const;  // newest first
    std::vector<Request> ofHousehold(const Id& householdId) const;
    std::vector<Request> ofApplication(const Id& applicationId) const;  // in the order of their references
    std::vector<Id> partnersOf(const Request& request) const;           // who decide on it, in order; inactive ones too, who left not
    // This partner takes no part in it any more, for good: its fragments, proposals and answer count no longer. conflict: it
    // takes no part already. forbiddenByRule: no reason, or nobody would be left.
    void leave(const Id& requestId, const Id& partnerId, std::string_view why, const Id& by);
    // Open or recent requests of the same requester, right and at least one subject: perhaps the same letter twice.
    std::vector<Request> similar(const NewRequest& wanted) const;
    redaction::household::AccessRequest accessRequest(const Id& id) const;  // as the engine takes it

    // What the desk may correct (all of NewRequest besides id, household, createdBy); raises the version, voids a
    // sign-off. conflict: someone changed it first. forbiddenByRule: released or closed.
    Request change(const Request& changed);
    void moveTo(const Id& id, Step from, Step to);  // conflict: it no longer stands at `from`
    void setProposed(const Id& id, std::string_view rulesVersion, int householdVersion);

    Suspension addSuspension(const Suspension& suspension);  // id, recordedAt are made
    void endSuspension(const Id& suspensionId, const Date& until, std::string_view answer);
    void withdrawSuspension(const Id& suspensionId, std::string_view why, const Id& by);
    std::vector<Suspension> suspensions(const Id& requestId) const;        // that count, by day
    std::vector<Suspension> suspensionHistory(const Id& requestId) const;  // withdrawn ones too
    Extension extend(const Extension& extension);  // conflict: extended already (Basis: AVG art. 12(3): once)
    void withdrawExtension(const Id& requestId, std::string_view why, const Id& by);
    std::optional<Extension> findExtension(const Id& requestId) const;  // the one that counts
    std::vector<Extension> extensionHistory(const Id& requestId) const;
};

}  // namespace service::store
