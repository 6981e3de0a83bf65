// What a letter with a request gives away for the form: the right asked, dates, people of the household. Guesses for a
// human to confirm; nothing is decided by them.
#pragma once

#include <string_view>
#include <vector>

#include "redaction/household/household.h"
#include "service/casework/intake.h"

namespace service::casework {

// text: UTF-8, as read from the letter. household: nullptr when not chosen yet.
// Fields: right, otherRight, requesterId, senderName, subjectIds, capacity, letterDate, receivedOn (only beside a stamp
// that says so), address, childBirthdate.
std::vector<Guess> guessesFrom(std::string_view text, const redaction::household::Case* household, const redaction::household::Date& today);

}  // namespace service::casework
