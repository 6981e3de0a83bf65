// What reviewers corrected in the dossier of one household. Kept for good: a correction is withdrawn, never changed. Each
// one, and each withdrawal, raises the household's version, so that what rests on the dossier is proposed anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/correction.h"
#include "service/store/repository.h"

namespace service::store {

struct Correction {
    Id id, householdId;
    int number = 0;                             // 1, 2, … within the household: what people call it
    Id requestId, fragmentId;                   // where it was made
    std::string documentSha256;                 // the same document may come with another request
    redaction::household::Correction what;      // its `fragment` is empty: see documentSha256
    std::string reason;
    Id madeBy;
    Moment madeAt{};
    Id withdrawnBy;
    std::optional<Moment> withdrawnAt;          // absent: it holds
    std::string withdrawnWhy;
};

class Corrections : Repository {
  public:
    using Repository::Repository;

    Correction add(const Correction& wanted);  // id, number and moment are made; forbiddenByRule: no reason, another household's document
    void withdraw(const Id& id, std::string_view why, const Id& by);  // forbiddenByRule: no reason, or withdrawn already
    Correction load(const Id& id) const;                              // notFound
    std::vector<Correction> ofHousehold(const Id& householdId) const;  // withdrawn ones too, oldest first
};

}  // namespace service::store
