// E-mail out of Lakwerk: short messages to colleagues that something waits for them (a reference, a day, what to do), and a
// code to a requester to show who they are. Never with anyone's data in it.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

struct MailServer {
    enum class Security { startTls, tls };  // from the second line on, or from the first byte; never plain
    std::string host;
    int port = 587;
    Security security = Security::startTls;
    std::string user, password;  // empty user: no sign-in
    std::string from;            // address
    std::string caFile;          // empty: the certificates the machine trusts
};
struct Mail {
    std::string to, subject, text;
};
struct Sent {
    bool done = false;
    std::string words;  // Dutch: why not; never what the server said, which may name people
};
// Refuses a server that offers no TLS or whose certificate is not its own. Waits at most half a minute.
Sent sendMail(const MailServer& server, const Mail& mail);

// As an administrator fills it in; the password is kept sealed and never shown.
struct MailForm {
    std::string host, port, security, user, password, from, caFile, address;  // address: where people open Lakwerk, for the link
};
MailForm mailForm(Office& office);  // without the password
bool hasMailPassword(Office& office);
struct MailOutcome : Outcome {
    std::string field;
};
MailOutcome saveMail(Office& office, const Actor& actor, const MailForm& form);  // empty host: no e-mail is sent
Outcome tryMail(Office& office, const Actor& actor);                         // to the administrator's own address

bool sendsMail(Office& office);
MailServer mailServer(Office& office);  // throws StoreError when the password does not open

}  // namespace service::casework
