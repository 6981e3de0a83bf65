// A privacy officer's signature over the hash of a whole package. Four eyes are held here: who decided anything or
// finished the review cannot sign. Any later change of what is released voids it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct SignOff {
    Id id, requestId;
    std::string packageHash;  // hex
    Id signedBy;
    Moment signedAt{};
    std::optional<Moment> voidedAt;
    std::string voidedWhy;  // Dutch
};

class SignOffs : Repository {
  public:
    using Repository::Repository;

    // forbiddenByRule: signer is no privacy officer, decided or finished the review, the review is not finished, or the
    // latest built package has another hash. Check the password first (Accounts::confirmPassword).
    SignOff sign(const Id& requestId, std::string_view packageHash, const Id& by);
    bool maySign(const Id& requestId, const Id& accountId) const;  // as far as four eyes and role go
    std::optional<SignOff> standing(const Id& requestId) const;    // absent: none, or voided
    std::vector<SignOff> history(const Id& requestId) const;       // oldest first
    void voidStanding(const Id& requestId, std::string_view why);
};

}  // namespace service::store
