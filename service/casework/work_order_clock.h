// How the day came about by which a partner must carry out an order.
#pragma once

#include "service/casework/office.h"
#include "service/requests/work_terms.h"
#include "service/store/items.h"

namespace service::casework {

Date orderDue(Office& office, const store::Request& request, requests::Work work, requests::Ordered why);  // of one that is given today
Date recipientDue(Office& office, const store::Request& request, const store::RecipientNotice& notice);  // by when it must have been told
requests::Clock orderClock(Office& office, const store::Request& request, const store::WorkOrder& order);

}  // namespace service::casework
