// By when what follows a decision must be done, and how that day came about. Pure.
#pragma once

#include "service/requests/clock.h"
#include "service/requests/items.h"

namespace service::requests {

enum class Ordered { byDecision, whileWeighed };  // whileWeighed: the restriction that holds while an objection is weighed, and its end

// Erasure not later than the law lets it wait. Basis: AVG art. 12(3), 16-19, 18(1)(d); Wmo 2015 art. 5.3.5(1)
Clock workOrderBy(const Date& ordered, Work work, Ordered why, const Date& received, const Terms& terms, const Calendar& calendar);

}  // namespace service::requests
