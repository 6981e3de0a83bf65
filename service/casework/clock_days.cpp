#include "service/casework/clock_days.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/clocks.h"
#include "service/casework/form_outcomes.h"
#include "service/casework/law_of_request.h"

namespace service::casework {

namespace {

constexpr const char* letterReceived = "letter-received";
constexpr const char* recorded = "recorded";
constexpr const char* extendedAgain = "inform-extended";
constexpr const char* told = "family-told";
constexpr int daysToWarn = 7;

std::optional<Date> lastOf(Office& office, const store::Request& request, std::string_view kind, std::string_view partnerId) {
    std::optional<Date> day;
    for (const auto& it : office.store.clockDays().ofRequest(request.id))
        if (it.kind == kind && it.partnerId == partnerId) day = it.on;
    return day;
}

std::vector<store::Partner> partnersOf(Office& office, const store::Request& request) {
    std::vector<store::Partner> partners;
    for (const auto& id : office.store.requests().partnersOf(request))
        if (auto partner = office.store.partners().find(id); partner && partner->active) partners.push_back(std::move(*partner));
    return partners;
}

bool isSafeHome(const store::Partner& partner) { return requests::partnerKindFrom(partner.kind) == requests::PartnerKind::safeHome; }

bool mayRecord(Office& office, const store::Request& request, const store::Partner& partner, std::string_view kind) {
    if (kind == letterReceived) return sentOn(office, request).has_value();
    if (!isSafeHome(partner)) return false;
    const bool running = lastOf(office, request, recorded, partner.id).has_value() && !familyTold(office, request, partner.id);
    return kind == recorded ? !lastOf(office, request, recorded, partner.id) : running;
}

requests::Clock familyClock(Office& office, const store::Request& request, const store::Partner& partner) {
    const auto facts = clockFactsOf(office, request, &partner);
    return requests::informFamilyBy(*facts.recorded, facts.informExtensions, termsOf(office, *facts.recorded), calendarOf(office));
}

FormOutcome dayWrong(const char* words) { return formRefused("day", "date-wrong", words); }

FormOutcome problemOf(Office& office, const store::Request& request, const store::Partner& partner, const ClockDayForm& form, const std::optional<Date>& day) {
    if (!day || *day > today(office)) return dayWrong("Vul een dag in die niet in de toekomst ligt.");
    if (form.kind == letterReceived && *day < *sentOn(office, request)) return dayWrong("De brief kan niet eerder zijn ontvangen dan hij is verstuurd.");
    if (form.kind == letterReceived || form.kind == recorded) return formDone();
    if (*day < *lastOf(office, request, recorded, partner.id)) return dayWrong("Dat kan niet eerder zijn dan de dag waarop Veilig Thuis de gegevens vastlegde.");
    if (form.kind == told) return formDone();
    // Basis: Wmo 2015 art. 5.3.1(2)
    if (std::chrono::sys_days{*day} > std::chrono::sys_days{familyClock(office, request, partner).end}) return dayWrong("Verlengen kan alleen zolang de termijn loopt.");
    if (form.reason.empty()) return formRefused("reason", "reason-missing", "Schrijf waarom het gezin nog niet kan worden ingelicht.");
    return formDone();
}

bool isRecorder(const Actor& actor) { return actor.role == Role::professional || actor.role == Role::privacyOfficer; }

}  // namespace

void requireRecorder(const Actor& actor) {
    if (!isRecorder(actor))
        throw Failure(Failure::notAllowed, "Deze dag legt een behandelaar vast: ervan hangt af tot wanneer iemand naar de rechter kan en of het gezin op tijd is ingelicht. "
                                           "Geef wat u hoorde door aan wie dit verzoek behandelt, met de dag waarop het was.");
}

ClockDaysView viewClockDays(Office& office, const Actor& actor, const store::Request& request) {
    ClockDaysView view;
    for (const auto& it : office.store.clockDays().history(request.id))
        view.rows.push_back({it.id, it.kind, it.partnerId, office.store.partners().load(it.partnerId).name, requests::toIso(it.on), it.reason, accountName(office, it.recordedBy), it.withdrawn.why, !it.withdrawn.at});
    for (const char* kind : {letterReceived, recorded, extendedAgain, told}) {
        ClockDayChoice choice{kind, {}};
        for (const auto& partner : partnersOf(office, request))
            if (mayRecord(office, request, partner, kind)) choice.partners.emplace_back(partner.id, partner.name);
        if (choice.partners.empty()) continue;
        if (isRecorder(actor)) view.choices.push_back(std::move(choice));
        else view.forHandler = true;
    }
    return view;
}

FormOutcome recordClockDay(Office& office, const Actor& actor, std::string_view requestId, const ClockDayForm& form) {
    requireRecorder(actor);
    const auto request = requireRequest(office, actor, requestId);
    const auto partners = partnersOf(office, request);
    const auto partner = std::find_if(partners.begin(), partners.end(), [&](const auto& it) { return it.id == form.partnerId; });
    if (partner == partners.end()) return formRefused("partner", "partner-unknown", "Kies een partner van dit verzoek.");
    if (!mayRecord(office, request, *partner, form.kind)) return formRefused("kind", "not-now", "Dat kan bij deze partner nu niet worden vastgelegd.");
    const auto day = requests::parseIso(form.day);
    if (auto problem = problemOf(office, request, *partner, form, day); !problem.done) return problem;
    office.store.transact([&] {
        store::ClockDay it;
        it.requestId = request.id, it.partnerId = partner->id, it.kind = form.kind, it.on = *day, it.reason = form.reason, it.recordedBy = actor.accountId;
        office.store.clockDays().add(it);
        record(office, actor, trailOf(request, "clock.day-recorded", form.reason, nlohmann::json{{"kind", form.kind}, {"day", requests::longDutchDate(*day)}}.dump()));
    });
    return formDone("De dag is vastgelegd; de termijnen rekenen ermee.");
}

FormOutcome withdrawClockDay(Office& office, const Actor& actor, std::string_view requestId, std::string_view dayId, std::string_view why) {
    requireRecorder(actor);
    const auto request = requireRequest(office, actor, requestId);
    const auto all = office.store.clockDays().ofRequest(request.id);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& it) { return it.id == dayId; });
    if (found == all.end()) throw Failure(Failure::notFound, "Deze dag is niet meer vastgelegd.");
    if (why.empty()) return formRefused("why", "reason-missing", "Schrijf waarom dit ongedaan wordt gemaakt.");
    office.store.transact([&] {
        office.store.clockDays().withdraw(found->id, why, actor.accountId);
        record(office, actor, trailOf(request, "clock.day-withdrawn", std::string(why)));
    });
    return formDone("De dag telt niet meer mee.");
}

void addClockDays(Office& office, const store::Request& request, const store::Partner& partner, requests::ClockFacts& facts) {
    for (const auto& it : office.store.clockDays().ofRequest(request.id)) {
        if (it.partnerId != partner.id) continue;
        if (it.kind == letterReceived) facts.letterReceived = it.on;
        if (it.kind == recorded) facts.recorded = it.on, facts.informExtensions = 0;
        facts.informExtensions += it.kind == extendedAgain;
    }
}

std::optional<Date> familyTold(Office& office, const store::Request& request, std::string_view partnerId) { return lastOf(office, request, told, partnerId); }

std::string familyWords(Office& office, const store::Request& request) {
    for (const auto& partner : partnersOf(office, request)) {
        if (!lastOf(office, request, recorded, partner.id) || familyTold(office, request, partner.id)) continue;
        const auto end = familyClock(office, request, partner).end;
        const int left = requests::daysBetween(today(office), end);
        if (left > daysToWarn) continue;
        return partner.name + ": het gezin inlichten " + (left < 0 ? "is te laat; het kon tot en met " : "kan nog tot en met ") + requests::longDutchDate(end);
    }
    return {};
}

}  // namespace service::casework
