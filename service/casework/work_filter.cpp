#include <algorithm>

#include "service/casework/worklist.h"

namespace service::casework {

namespace {

bool holds(const std::vector<std::string>& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace

bool fitsFields(const WorkRow& row, const WorkFilter& filter) {
    if (!filter.right.empty() && row.right != filter.right) return false;
    if (!filter.partnerId.empty() && !holds(row.partnerIds, filter.partnerId)) return false;
    if (!filter.step.empty() && row.step != filter.step) return false;
    if (filter.assigned == "nobody") return row.assigneeIds.empty();
    return filter.assigned.empty() || holds(row.assigneeIds, filter.assigned);
}

}  // namespace service::casework
