// How it was established who asks: what was seen, by whom, when; and codes that were sent to try it. Never a copy of a
// document, never its number, and of a code only a hash.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct IdentityCheck {
    Id id, requestId;
    std::string method;   // of service/requests: identityChoices or documentKinds
    std::string outcome;  // established, in-doubt, refused
    std::string seenBy;   // a name
    Id partnerId;         // through which partner; or empty
    std::optional<Date> on;
    std::string note;
    Id recordedBy;
    Moment recordedAt{};
};

struct IdentityCode {
    Id id, requestId;
    std::string channelKind, channelWords;
    Id madeBy;
    Moment madeAt{}, validUntil{};
    int tries = 0;
};

enum class CodeAnswer { matched, wrong, noTriesLeft, expired, none };  // none: no code is open

class Identities : Repository {
  public:
    using Repository::Repository;

    IdentityCheck add(const IdentityCheck& check);  // id, recordedAt are made
    std::vector<IdentityCheck> ofRequest(const Id& requestId) const;  // newest first

    // An earlier open one is replaced. id, madeAt are made.
    IdentityCode openCode(const IdentityCode& code, std::string_view secret);
    std::optional<IdentityCode> findOpenCode(const Id& requestId) const;
    CodeAnswer tryCode(const Id& requestId, std::string_view secret, int mostTries);  // counts the try
};

}  // namespace service::store
