// The wall between partners: who works for one sees only its own parts of an application; the region's people handle for a
// partner without people of its own, or on its recorded mandate. Asked wherever a request is opened (case_file.cpp) or
// listed; the household's own doors (access.h) come on top of it. Basis: Convenant art. 5.2; AVG art. 5(1)(c), 32
#pragma once

#include <set>
#include <string>

#include "redaction/household/household.h"
#include "service/casework/actor.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// The partner this person works for; empty: the region, or the service itself.
std::string partnerOf(Office& office, const Actor& actor);

// A partner with people of its own, as long as no mandate to the region holds: nobody else handles for it.
bool handlesItself(Office& office, const std::string& partnerId);

// Nothing of this request may be opened by this person.
bool isBehindWall(Office& office, const Actor& actor, const store::Request& request);
bool isBehindWall(Office& office, const store::Account& account, const store::Request& request);

// What is learned in one does not go to the other: they are of different partners, of which one handles for itself.
bool areApart(Office& office, const store::Request& one, const store::Request& other);

// Whether a partner has to do with a household: it is a partner of it, or decides on a request of it.
bool isInvolved(Office& office, const std::string& partnerId, const std::string& householdId);

// Partners whose name alone tells where someone stays: who works for another partner is not told of them. known: what the
// protections of a household hide counts too. Basis: rule R13
std::set<std::string> untoldPartners(Office& office, const Actor& actor, const redaction::household::Case& known = {});

// In the place of such a partner's name.
extern const std::string unnamedPartner;

// The household as a sentence for this person may tell it: such partners are in it without their name, also those that
// only a fact speaks of.
redaction::household::Case namedFor(Office& office, const Actor& actor, redaction::household::Case known);
// The same for its lists and choices: such partners are not among its partners.
redaction::household::Case listedFor(Office& office, const Actor& actor, redaction::household::Case known);

// Whether this person may deal with that colleague: everyone of the region with all, others with their own.
bool isColleague(Office& office, const Actor& actor, const std::string& accountId);

}  // namespace service::casework
