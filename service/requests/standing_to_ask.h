// Whether the requester may ask for one person on a day, by which title, and what to do when that has ended. Pure.
#pragma once

#include <string>

#include "service/requests/intake.h"

namespace service::requests {

struct StandingToAsk {
    bool may = false;
    std::string why;  // may: self, parent, guardian, child-not-able, child-consent, authorised, curator, mentor, kin, for-holder (authorised by who holds authority), deceased. May not:
                      // under-12, child-16plus, adult, no-authority, authority-suspended, authority-unknown, age-unknown,
                      // no-guardianship, authorisation-ended, authorisation-missing, authorisation-unclear (a human reads for what), authorisation-elsewhere, not-asked
};
// On facts.today, in the capacity asked in. Basis: UAVG art. 5; Jeugdwet art. 7.3.11, 7.3.15; Wmo 2015 art. 5.3.2; BW art. 1:302
StandingToAsk standingToAsk(const IntakeInput& facts, const std::string& subject);

// The requester towards whom one point of the other five rights is about, on facts.today. What opens access alone grants nothing
// here: not a child of 16 that lets its parent read along, nor what may be told of the dead. Doubt closes: without a birth date
// nobody acts for a child.
// Basis: UAVG art. 5; Jeugdwet 7.3.15; RBROT:2024:8250; procedure P6, P11; rules R5, R7, R9, R22-R24
struct ActingFor {
    bool other = false;        // it is about somebody else
    bool child = false;        // who is not known to be of age
    bool may = false;          // for whom the requester may act
    bool otherHolder = false;  // somebody else has authority over that child too
    bool under12 = false;      // the requester is itself a child under 12
    bool unclear = false;      // there is an authorisation, and nobody recorded that it covers this
};
ActingFor actingFor(const IntakeInput& facts, const std::string& about);

// Dutch, naming nobody: why it ended, with the law, and what can be done.
struct EndedWords {
    std::string title, next, source;
};
EndedWords endedWords(const std::string& why);

}  // namespace service::requests
