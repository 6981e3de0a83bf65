#include "service/requests/escalation.h"

namespace service::requests {

int escalationLevel(const Milestone& milestone, const EscalationRule& rule, const Date& today, const Calendar& calendar) {
    if (milestone.state != Milestone::slipped) return 0;
    const auto patience = calendar.moveWorkingDays(milestone.by, rule.officerAfterWorkingDays);
    return std::chrono::sys_days{today} > std::chrono::sys_days{patience} ? 2 : 1;
}

}  // namespace service::requests
