// Signed-in browsers. The token is only in the browser's cookie; here lies its hash.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "service/store/repository.h"

namespace service::store {

struct Session {
    Id accountId;
    std::string csrfToken;
    Moment createdAt{}, lastSeenAt{}, expiresAt{};  // expiresAt: the absolute end
};

struct OpenedSession {
    std::string token;  // 256 random bits as 64 hex digits; told once
    Session session;
};

// Read from the settings session.idle-minutes and session.absolute-minutes.
struct SessionTerms {
    std::chrono::minutes idle{30}, absolute{600};
};

class Sessions : Repository {
  public:
    using Repository::Repository;

    SessionTerms terms() const;
    OpenedSession open(const Id& accountId);
    // Absent: unknown, expired, or the account is no longer active. Otherwise moves the idle term.
    std::optional<Session> use(std::string_view token);
    void close(std::string_view token);
    void closeAllOf(const Id& accountId);
    std::size_t removeExpired();
};

}  // namespace service::store
