// The form's values between browser and casework: reading them, showing them, marking what came from the letter.
#pragma once

#include <set>

#include "service/casework/household_editing.h"
#include "service/casework/intake.h"
#include "service/web/visit.h"

namespace service::web::pages {

// What the desk has before it: the form, its household, its letter.
struct Desk {
    casework::RequestForm form;
    std::optional<casework::HouseholdView> household;
    std::optional<casework::Prefill> letter;
    std::set<std::string> unconfirmed;  // fields filled from the letter that nobody confirmed yet
    std::string searched;               // what the household was searched with
    bool searchAsked = false;
};

Desk deskFrom(Visit& visit, const Sent& sent);
void chooseHousehold(Visit& visit, Desk& desk, const std::string& id);  // empty: none
// Puts the letter's guesses into fields that are still empty, and marks them.
void takeOver(Desk& desk);
Data deskData(Visit& visit, Desk desk, const std::vector<casework::Finding>& blocking);
Data previewData(Visit& visit, const Desk& desk);
Data previewData(Visit& visit, const Desk& desk, const casework::Preview& preview);

}  // namespace service::web::pages
