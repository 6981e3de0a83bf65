// What somebody asked, once, and the parts it became: one right towards one controller each, every part a request with its
// own clock, decision, signature and letter. Who opens an application sees their own parts, and of the others what they
// must know: which partners also decide, and when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/intake.h"
#include "service/store/applications.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// No access is checked: for casework itself.
store::Application applicationOf(Office& office, std::string_view requestId);
std::vector<store::Request> partsOf(Office& office, std::string_view applicationId);
// The first whose copies are still there: it says who asks. Throws Failure (notFound) where all were destroyed.
store::Request livingPartOf(Office& office, std::string_view applicationId);

// Who decide on what this form asks: those chosen; where the form showed no choice, all partners of the household for
// access and the one addressed for another right.
std::vector<std::string> partnersChosen(Office& office, const RequestForm& form);

// The parts this form becomes. At the desk, who asks all partners that it may name asks the others too.
// Who handles for itself decides in a part of its own, also where the form joins them (partner_wall.h).
std::vector<requests::Part> partsWanted(Office& office, const Actor& actor, const RequestForm& form);

struct PartRow {
    // own: to be opened; known: only that it is there, of whom, and its dates
    enum Sight { own, known } sight = own;
    std::string requestId, reference, partnerName, right, rightWords, step, stepWords, who, outcomeWords, receivedWords, decidedWords, transferredWords;
    ClockView clock;
    bool notNamed = false;   // stands in no letter: its name alone tells where someone stays
    bool reopens = false, decided = false, mayTransfer = false, mayTransferOutside = false;
};
struct ApplicationLetterRow {
    std::string id, words, atWords, byName;
};
struct ApplicationView {
    std::string id, reference, householdId, householdTitle, requesterName, receivedWords, asked, contactWords;
    std::vector<PartRow> parts;
    std::vector<ApplicationLetterRow> letters;
    std::size_t decided = 0;
    bool atDesk = false;       // the desk that logged it: no household behind it
    bool mayWriteOverview = false;  // the region's people, once something was decided
};
// Throws Failure (notFound) for who has nothing to do with any part of it.
ApplicationView viewApplication(Office& office, const Actor& actor, std::string_view applicationId);

// One acknowledgement for the whole: every controller that may be named, and the first day by which one decides.
std::string applicationAcknowledgement(Office& office, const Actor& actor, std::string_view applicationId);

}  // namespace service::casework
