// Who asks: how that was established, by whom and when, in a way that fits; a code that is sent to try it; and that nothing
// is asked of partners or handed out while it is open. Never a copy of a document, never its number.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/putting_aside.h"
#include "service/casework/safe_channels.h"
#include "service/casework/term_events.h"
#include "service/store/requests.h"

namespace service::casework {

// Empty: who asks is known. Otherwise why this request is not processed, and what to do; a request that repeats another
// says so. Basis: AVG art. 12(6)
std::string whyNotProcessed(Office& office, const store::Request& request);

// The same, but for the letter that tells that the request is put aside because it is not known: that goes out all the same.
std::string whyNotToAnswer(Office& office, const store::Request& request);

// Code empty: this may be recorded. Basis: AVG art. 5(1)(c); procedure P14
FormOutcome identityFormWrong(Office& office, const IdentityForm& form);
void keepIdentityCheck(Office& office, const Actor& actor, const store::Request& request, const IdentityForm& form);

struct IdentityView {
    bool open = true;
    std::string methodWords, whyNot;
    struct Check { std::string words, seenBy, partnerName, on, note, byName, atWords; };  // on: YYYY-MM-DD, or empty
    std::vector<Check> checks;  // newest first
    struct OpenCode { std::string channelWords, validWords; int triesLeft = 0; };
    std::optional<OpenCode> code;
    std::vector<Way> codeWays;  // closed ones too, with why
    AsideView aside;
    std::vector<std::pair<std::string, std::string>> partners;  // id and name: who may confirm who asks
};
IdentityView viewIdentity(Office& office, const Actor& actor, std::string_view requestId);

struct CodeOutcome : FormOutcome {
    std::string secret;  // to read out or write down once; empty: it went by e-mail
};
// Only along a channel that was known before the request came in, from another than the desk alone: who can read it there, is
// who we know. The desk does not see where to; a code that is read out or written down is sent by who does.
CodeOutcome sendIdentityCode(Office& office, const Actor& actor, std::string_view requestId, std::string_view channel);
FormOutcome checkIdentityCode(Office& office, const Actor& actor, std::string_view requestId, std::string_view secret);

}  // namespace service::casework
