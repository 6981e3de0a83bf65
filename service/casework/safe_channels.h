// Where something may be sent to the requester: the channels recorded for a person, what each may carry today, and the one
// way a package or letter takes. Nobody types an address at the moment of sending.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/household.h"
#include "service/casework/term_events.h"
#include "service/requests/channels.h"
#include "service/store/requests.h"

namespace service::casework {

// One way to the requester of a request.
struct Way {
    std::string channel;  // desk, known-post, known-email, known-phone, or the id of a recorded channel
    std::string kind, kindWords, addressee;
    std::vector<std::string> lines;  // of the address; none at the desk
    std::string place;
    bool secret = false, recordedBefore = true;  // recordedBefore: known before this request came in
    std::string recordedBy;                      // account; empty: known of the household
    bool confirmed = false;                      // by a second person
    bool kept = false;                           // from who looks: lines, place and addressee are empty
    bool allowed = false;
    std::string why, source, handling;
    std::string words() const;  // "per post: Lindelaan 12, 1234 AB Dorp"
};
// Open ways first. Where nothing was ever recorded for the requester: what is known of the person.
std::vector<Way> waysTo(Office& office, const store::Request& request, requests::Sending sending);
// As this person may know them: the desk sees what it typed itself and no secret address; of any other way only its kind, and
// it sends nothing along it. Basis: AVG art. 5(1)(c), 32
std::vector<Way> waysFor(Office& office, const Actor& actor, std::string_view requestId, requests::Sending sending);
void keepFromDesk(const Actor& actor, Way& way);
// The way a letter takes by itself: the lawyer, the post, e-mail; else the desk.
Way letterWay(Office& office, const store::Request& request);
// What stands under the name on a letter. A secret address stands on the envelope only.
std::vector<std::string> addressLines(const Way& way, const std::string& language);

// As typed. Dates YYYY-MM-DD.
struct ChannelForm {
    std::string kind, addressee, street, number, postcode, city, mailbox, phone;
    std::vector<std::string> marks;
    std::string from, until, source;
};
struct ChannelRow {
    std::string id, kindWords, addressee, addressWords, periodWords, source, recordedByName, recordedAtWords;
    std::vector<std::string> marks;  // words
    struct May { std::string words, why; bool allowed = false; };
    std::vector<May> may;            // package, letter, call, message
    std::string handling, endedByName, endedAtWords, endedWhy;  // endedByName empty: it holds
    bool recorded = true, kept = false, mayEnd = false, mayConfirm = false;  // kept: its value is not shown here
};
struct ChannelsView {
    std::string requesterName;
    std::vector<ChannelRow> open, ended;
    std::vector<std::pair<std::string, std::string>> kinds, marks;  // id and words, for the form
};
// What the desk records, a professional or privacy officer confirms; the desk ends only what it recorded itself.
ChannelsView viewChannels(Office& office, const Actor& actor, std::string_view requestId);
FormOutcome addChannel(Office& office, const Actor& actor, std::string_view requestId, const ChannelForm& form);
Outcome endChannel(Office& office, const Actor& actor, std::string_view requestId, std::string_view channelId, std::string_view why);
// That a place which a mark closed is safe again, or that what the desk wrote down is right: by another than who recorded it.
Outcome confirmChannel(Office& office, const Actor& actor, std::string_view requestId, std::string_view channelId);

}  // namespace service::casework
