#include "service/casework/putting_aside.h"

#include "service/casework/case_file.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/household_change.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_answers.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/reopening.h"
#include "service/requests/calendar.h"

namespace service::casework {

namespace {

using store::Step;

bool isEarly(const store::Request& request) {
    return request.step == Step::logged || request.step == Step::collecting || request.step == Step::reading || request.step == Step::review;
}

bool refusesToSay(Office& office, const store::Request& request) {
    const auto checks = office.store.identities().ofRequest(request.id);
    return (request.identityMethod.empty() || request.identityMethod == "not-yet") && !checks.empty() && checks.front().outcome == "refused";
}

bool isHandler(const Actor& actor) { return actor.role == Role::professional || actor.role == Role::privacyOfficer; }

bool decidedByPublicBody(Office& office, const store::Request& request) {
    const auto partner = office.store.partners().find(controllerOf(request));
    return partner && (partner->publicBody || partner->contested);
}

// Absent: the law sets this partner no term.
std::optional<requests::Clock> asideClock(Office& office, const store::Request& request, const std::optional<Date>& until) {
    if (!until || !decidedByPublicBody(office, request)) return std::nullopt;
    return requests::putAsideBy(*until, termsOf(office, *until), calendarOf(office));
}

bool wasSent(const store::Request& request) { return request.step == Step::released || request.step == Step::closed; }

bool isReopened(Office& office, const store::Request& request) {
    for (const auto& it : office.store.requests().ofApplication(request.applicationId))
        if (it.reopens == request.id) return true;
    return false;
}

}  // namespace

bool isPutAside(Office& office, const store::Request& request) { return office.store.answerForms().standingAside(request.id).has_value(); }

std::string whyTooLateToPutAside(Office& office, const store::Request& request) {
    const auto aside = office.store.answerForms().standingAside(request.id);
    const auto clock = aside ? asideClock(office, request, aside->until) : std::nullopt;
    if (!clock || today(office) <= clock->end) return {};
    return "Deze brief kon uit tot en met " + requests::longDutchDate(clock->end) +
           ": een bestuursorgaan laat binnen vier weken weten dat het een verzoek niet behandelt. Vraag de verzoeker opnieuw om zich te laten identificeren, met een nieuwe laatste dag, of neem het verzoek in behandeling.";
}

AsideView asideOf(Office& office, const Actor& actor, const store::Request& request) {
    AsideView view;
    if (const auto it = office.store.answerForms().standingAside(request.id)) {
        view.stands = true, view.asked = it->asked, view.until = it->until ? redaction::household::toIso(*it->until) : "", view.why = it->why, view.byName = accountName(office, it->proposedBy), view.atWords = dutchMoment(it->proposedAt);
        if (const auto clock = asideClock(office, request, it->until)) view.last = requests::toIso(clock->end), view.lastSteps = derivationOf(*clock);
        view.out = wasSent(request), view.mayReopen = view.out && isHandler(actor) && !isReopened(office, request);
    }
    view.mayPropose = !view.stands && isHandler(actor) && isEarly(request) && refusesToSay(office, request);
    return view;
}

FormOutcome putAside(Office& office, const Actor& actor, std::string_view requestId, const AsideForm& form) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {Step::logged, Step::collecting, Step::reading, Step::review});
    if (!refusesToSay(office, request)) return formRefused("", "not-refused", "Leg eerst vast dat de verzoeker zich niet laat identificeren, en hoe daarnaar is gevraagd.");
    if (form.asked.empty()) return formRefused("asked", "asked-missing", "Schrijf wat u de verzoeker vroeg, en op welke manieren het kon.");
    const auto until = redaction::household::parseDate(form.until);
    if (!until || *until <= request.receivedOn) return formRefused("until", "last-day-missing", "Vul de laatste dag in die u de verzoeker gaf om zich te laten identificeren. Zonder zo’n kans laat u niets buiten behandeling.");
    if (*until >= today(office))
        return formRefused("until", "last-day-to-come", "De verzoeker kan zich nog laten identificeren tot en met " + requests::longDutchDate(*until) + ". Wacht die dag af; daarna kunt u dit voorstellen.");
    if (const auto clock = asideClock(office, request, until); clock && today(office) > clock->end)
        return formRefused("until", "last-day-long-ago", "Een bestuursorgaan laat dit binnen vier weken na die dag weten; die zijn voorbij. Vraag de verzoeker opnieuw om zich te laten identificeren, met een nieuwe laatste dag.");
    if (form.why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom er in dit geval niets kan zonder te weten wie er vraagt.");
    office.store.transact([&] {
        store::PutAside wanted;
        wanted.requestId = request.id, wanted.asked = form.asked, wanted.until = until, wanted.why = form.why, wanted.proposedBy = actor.accountId;
        office.store.answerForms().putAside(wanted);
        record(office, actor, trailOf(request, "request.put-aside", form.why));
        sendLettersToPackaging(office, request, actor.accountId);
    });
    office.wakeWorkers();
    return formDone("Voorgesteld. Lakwerk maakt de brief met de redenen en waar de verzoeker terechtkan; een privacy officer die dit niet zelf voorstelde, beslist met het akkoord.");
}

void takeUpAfterAll(Office& office, const Actor& actor, const store::Request& request) {
    const auto aside = office.store.answerForms().standingAside(request.id);
    if (!aside || wasSent(request)) return;
    office.store.answerForms().takeUpAfterAll(aside->id, "de verzoeker liet zich alsnog identificeren", actor.accountId);
    record(office, actor, trailOf(request, "request.taken-up-after-all"));
    if (request.step != Step::packaging && request.step != Step::signOff) return;
    const bool begun = !office.store.collections().ofRequest(request.id).empty() || !office.store.items().ofRequest(request.id).empty();
    office.store.reviews().reopen(request.id);
    office.store.requests().moveTo(request.id, request.step, begun ? Step::review : Step::logged);
    notify(office, concernedBy(office, request), request, "taken-up-after-all", "De verzoeker liet zich alsnog identificeren: het verzoek wordt gewoon behandeld.");
}

RemedyOutcome reopenPutAside(Office& office, const Actor& actor, std::string_view requestId, std::string_view why) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto old = requireRequest(office, actor, requestId);
    RemedyOutcome outcome;
    const auto refuse = [&](const char* code, const char* words) { return outcome.code = code, outcome.words = words, outcome; };
    if (!isPutAside(office, old) || !wasSent(old)) return refuse("not-put-aside", "Dit verzoek is niet buiten behandeling gelaten.");
    if (why.empty()) return refuse("reason-missing", "Schrijf hoe de verzoeker zich meldde.");
    if (isReopened(office, old)) return refuse("already-open", "Dit deelverzoek is al opnieuw geopend.");
    office.store.transact([&] { outcome.newRequestId = madeAnew(office, actor, old, today(office), std::string(why)).id; });
    outcome.done = true, outcome.code = "done";
    outcome.words = "Het verzoek is opnieuw geopend; de termijn loopt vanaf vandaag. Leg nu vast hoe de identiteit is vastgesteld.";
    return outcome;
}

}  // namespace service::casework
