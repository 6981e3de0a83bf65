// When a milestone that slips is put to someone else. Pure.
#pragma once

#include "service/requests/remaining.h"

namespace service::requests {

struct EscalationRule {
    int officerAfterWorkingDays = 2;  // the person first; the privacy officer after so many working days more
};

// 0: nobody need be told; 1: the person who must act; 2: the privacy officer as well.
int escalationLevel(const Milestone& milestone, const EscalationRule& rule, const Date& today, const Calendar& calendar);

}  // namespace service::requests
