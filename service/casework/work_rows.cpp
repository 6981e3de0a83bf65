#include "service/casework/work_rows.h"

#include "service/casework/case_file.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/work_orders.h"

namespace service::casework {

using store::Step;

bool isDecided(const store::Request& request) { return request.step == Step::released || request.step == Step::closed; }
bool isOver(Office& office, const store::Request& request) { return isDecided(request) && !(request.step == Step::released && office.store.items().hasOpenWork(request.id)); }

void setItemStep(Office& office, const store::Request& request, WorkRow& row) {
    if (request.step == Step::logged) row.nextStepWords = "Leg de punten van het verzoek vast", row.nextStepLink = "items";
    if (request.step == Step::review) row.nextStepWords = "Beslis over de punten", row.nextStepLink = "items";
    const auto work = request.step == Step::released ? openWork(office, request) : std::nullopt;
    if (!work) return;
    row.nextStepWords = work->orders ? "Volg de opdrachten aan de partner" : "Licht de ontvangers in", row.nextStepLink = "items";
}

void setWorkClock(Office& office, const store::Request& request, WorkRow& row) {
    const auto work = request.step == Step::released ? openWork(office, request) : std::nullopt;
    if (!work) return;
    const int left = requests::daysBetween(today(office), work->due);
    row.clock.due = requests::toIso(work->due), row.clock.daysLeft = left, row.clock.late = work->daysLate > 0, row.clock.suspended = false;
    row.clock.leftWords = left < 0 ? std::to_string(-left) + (left == -1 ? " dag te laat" : " dagen te laat") : left == 0 ? "vandaag is de laatste dag" : "nog " + std::to_string(left) + (left == 1 ? " dag" : " dagen");
}

}  // namespace service::casework
