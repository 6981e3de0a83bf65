// What came after a decision, as its page shows it. No access is checked.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/office.h"
#include "service/casework/remedies.h"
#include "service/casework/term_table.h"
#include "service/requests/clock.h"
#include "service/store/remedies.h"

namespace service::casework {

// Works for a partner that it concerns beside the one that decided: a privacy officer, or a professional of the household.
// Never with a conflict of interest.
bool isConcernedBesides(Office& office, const Actor& actor, const store::RemedyCase& remedy);
bool mayLead(Office& office, const Actor& actor, const store::RemedyCase& remedy);  // of who opens it: sets the term and the outcome
inline constexpr const char* remedyNotice = "remedy-concerned";  // a notice that opens the page, not the case

// By when the law wants it answered; absent: it says nothing.
std::optional<requests::Clock> remedyAnswer(Office& office, const store::RemedyCase& remedy);
std::optional<requests::Clock> remedyAnswer(Office& office, const store::RemedyCase& remedy, const TermTable& table, const requests::Calendar& calendar);
bool isOver(Office& office, const store::RemedyCase& remedy);  // its outcome is known
std::string remedyKindWords(std::string_view kind);
std::string remedyStepWords(std::string_view kind);
std::string remedyDue(Office& office, const store::RemedyCase& remedy);  // YYYY-MM-DD by which it must be answered: as recorded, else by law; empty: neither
RemedyView remedyViewOf(Office& office, const Actor& actor, const store::RemedyCase& remedy);  // names no partner that this person is not told of

}  // namespace service::casework
