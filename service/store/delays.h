// What is late: milestones that slipped and who was told, why a decision came late, and the letters in which a requester
// says so (notice of default).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

enum class Mail { none, waiting, sent, failed };
std::string toText(Mail mail);  // none, waiting, sent, failed

struct Escalation {
    Id requestId;
    std::string milestone;
    Date byDay{};
    int level = 1;  // 1: who must act; 2: the privacy officer
    Id accountId;
    Moment at{};
    Mail mail = Mail::none;
    std::string mailError;  // Dutch, no personal data
    int mailTries = 0;
};

// Two latenesses, each with its own reason. Basis: AVG art. 12(3) the decision, 12(4) telling a refusal
enum class Lateness { term, refusal };
std::string toText(Lateness lateness);  // term, refusal

struct LateDecision {
    Id requestId;
    std::string reason;
    Id recordedBy;
    Moment recordedAt{};
    std::string cause = "other";  // templates/rules/late_causes.json: what the overview counts
    Lateness explains = Lateness::term;
};

// Basis: Awb art. 4:17(3)
struct DefaultNotice {
    Id id, requestId, partnerId;
    Date receivedOn{};
    Id recordedBy;
    Moment recordedAt{};
};

class Delays : Repository {
  public:
    using Repository::Repository;

    bool escalate(const Escalation& escalation);  // false: this person was told already; `at` is made
    std::vector<Escalation> escalations(const Id& requestId) const;
    std::vector<Escalation> waitingForMail() const;
    void setMail(const Escalation& escalation, Mail mail, std::string_view error);
    void retryMail(const Escalation& escalation, std::string_view error, std::chrono::seconds pause);  // it stays waiting

    LateDecision explain(const LateDecision& late);  // a later reason replaces nothing: conflict when this lateness has one
    std::vector<LateDecision> explanations(const Id& requestId) const;  // in the order in which they were recorded

    DefaultNotice addNotice(const DefaultNotice& notice);
    std::vector<DefaultNotice> notices(const Id& requestId) const;  // by day
};

}  // namespace service::store
