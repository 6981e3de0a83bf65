// Who acts: every function of casework takes one, so that access is checked and the audit trail can name who did it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "service/store/accounts.h"

namespace service::casework {

using store::Role;

struct Actor {
    std::string accountId;
    Role role = Role::professional;
    std::string displayName;  // for screens; never decides anything
};

std::string dutchName(Role role);  // "Balie"

// What a person can be told after pressing a button. `code` is stable (for tests and translations), `words` is Dutch.
struct Outcome {
    bool done = false;
    std::string code;   // "done", "reason-missing", …
    std::string words;  // one or two sentences; empty where all went well and nothing need be said

    static Outcome success(std::string words = {}) { return {true, "done", std::move(words)}; }
    static Outcome refused(std::string code, std::string words) { return {false, std::move(code), std::move(words)}; }
};

// What stops the work. notAllowed: this person may not do or see this (403); conflictOfInterest: never (403);
// notFound (404); notNow: the case stands in another step (409). The text is Dutch and holds no personal data.
class Failure : public std::runtime_error {
  public:
    enum Kind { notAllowed, conflictOfInterest, notFound, notNow };
    Failure(Kind kind, const std::string& words) : std::runtime_error(words), kind_(kind) {}
    Kind kind() const { return kind_; }

  private:
    Kind kind_;
};

}  // namespace service::casework
