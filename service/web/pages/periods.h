// Authority as periods on a line of years, per child and holder.
#pragma once

#include "redaction/household/household.h"
#include "service/web/visit.h"

namespace service::web::pages {

Data authorityPeriods(const Visit& visit, const redaction::household::Case& known);

}  // namespace service::web::pages
