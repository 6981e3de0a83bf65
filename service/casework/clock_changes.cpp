#include "service/casework/clock_changes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "service/casework/case_file.h"
#include "service/casework/clock_days.h"
#include "service/casework/clocks.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/remedy_view.h"
#include "service/casework/term_table.h"

namespace service::casework {

namespace {

constexpr const char* termsSeen = "rules.terms-seen";  // the text of the table that open cases were last computed with

struct KnownDay {
    std::string title;  // Dutch
    Date end;
};
// Of one case: what it must be decided by, and every other day that somebody reckons with.
struct CaseDays {
    std::optional<Date> decide;                // absent: decided
    std::map<std::string, KnownDay> clocks;    // of the partners, after the decision too
    std::map<std::string, KnownDay> milestones;
};
using Days = std::map<std::string, CaseDays>;

void addClocks(const store::Request& request, const requests::ClockFacts& facts, const std::string& of, const TermTable& table, const requests::Calendar& calendar, CaseDays& days) {
    const auto all = requests::allClocks(facts, [&](const Date& start) { return table.on(start).terms; }, calendar);
    for (const auto& clock : all.clocks)
        if (!clock.unlimited && (isOpen(request) || facts.sent)) days.clocks.emplace(of + "/" + clock.id, KnownDay{clock.title, clock.end});
}

CaseDays daysOf(Office& office, const store::Request& request, const TermTable& table, const requests::Calendar& calendar) {
    CaseDays days;
    if (isOpen(request)) {
        const auto decision = requests::decideBy(courseOf(office, request, request.addressedTo), table.on(request.receivedOn).terms, calendar);
        days.decide = decision.due.end;
        if (decision.extended) days.clocks.emplace("refusal", KnownDay{requests::refusalBy(decision).title, requests::refusalBy(decision).end});
        for (const auto& it : requests::planBackwards(decision.due, request.receivedOn, table.milestones, {}, today(office), calendar)) days.milestones.emplace(it.rule.id, KnownDay{it.rule.name, it.by});
    }
    for (const auto& id : office.store.requests().partnersOf(request)) {
        const auto partner = office.store.partners().find(id);
        if (!partner || !partner->active) continue;
        auto facts = clockFactsOf(office, request, &*partner);
        if (familyTold(office, request, partner->id)) facts.recorded.reset();
        addClocks(request, facts, partner->id, table, calendar, days);
    }
    for (const auto& remedy : office.store.remedies().ofApplication(request.applicationId))
        if (remedy.requestId == request.id && !isOver(office, remedy))
            if (const auto answer = remedyAnswer(office, remedy, table, calendar)) days.clocks.emplace("remedy/" + remedy.id, KnownDay{answer->title, answer->end});
    for (const char* own : {"/decide", "/extended", "/refusal", "/partner-own"}) std::erase_if(days.clocks, [&](const auto& it) { return it.first.ends_with(own); });  // told once, of the whole
    return days;
}

Days daysNow(Office& office, const TermTable& table) {
    Days days;
    const auto calendar = calendarOf(office);
    for (const auto& request : office.store.requests().all()) days.emplace(request.id, daysOf(office, request, table, calendar));
    return days;
}
Days daysNow(Office& office) { return daysNow(office, loadTermTable(office.templates)); }

// Those that moved and are not over, before nor after: "bezwaar maken: 28 april 2026 (was 27 april 2026)".
std::string movedIn(const std::map<std::string, KnownDay>& before, const std::map<std::string, KnownDay>& after, const Date& today) {
    std::string words;
    for (const auto& [id, now] : after) {
        const auto earlier = before.find(id);
        if (earlier == before.end() || earlier->second.end == now.end || std::max(earlier->second.end, now.end) < today) continue;
        words += (words.empty() ? "" : "; ") + now.title + ": " + requests::longDutchDate(now.end) + " (was " + requests::longDutchDate(earlier->second.end) + ")";
    }
    return words;
}

// Empty: nothing moved. The milestones go with the last day; alone they are named.
std::string whatMoved(const CaseDays& before, const CaseDays& after, const Date& today, const std::string& because) {
    const bool decide = before.decide && after.decide && before.decide != after.decide;
    auto others = movedIn(before.clocks, after.clocks, today);
    if (const auto milestones = decide ? std::string() : movedIn(before.milestones, after.milestones, today); !milestones.empty()) others += (others.empty() ? "" : "; ") + milestones;
    std::string words;
    if (decide) words = "De laatste dag om te beslissen is nu " + requests::longDutchDate(*after.decide) + " (was " + requests::longDutchDate(*before.decide) + "): " + because + ".";
    if (!others.empty()) words += decide ? " Ook verschoven: " + others + "." : "Een dag van dit verzoek is verschoven: " + others + ". Dat komt doordat " + because + ".";
    return words;
}

void tellOne(Office& office, const Actor& actor, const std::string& requestId, const CaseDays& before, const CaseDays& after, const std::string& words, const std::string& because) {
    const auto request = office.store.requests().load(requestId);
    if (before.decide && after.decide && before.decide != after.decide) {
        const nlohmann::json details{{"before", requests::longDutchDate(*before.decide)}, {"after", requests::longDutchDate(*after.decide)}, {"because", because}};
        record(office, actor, trailOf(request, "clock.moved", {}, details.dump()));
    } else record(office, actor, trailOf(request, "clock.others-moved", {}, nlohmann::json{{"what", words}}.dump()));
    notify(office, concernedBy(office, request), request, "clock-changed", words);
}

std::size_t tellDifferences(Office& office, const Actor& actor, const Days& before, const Days& after, const std::string& because) {
    std::size_t moved = 0;
    for (const auto& [id, now] : after) {
        const auto earlier = before.find(id);
        if (earlier == before.end()) continue;
        const auto words = whatMoved(earlier->second, now, today(office), because);
        if (words.empty()) continue;
        tellOne(office, actor, id, earlier->second, now, words, because);
        ++moved;
    }
    return moved;
}

std::string movedWords(std::size_t moved) {
    if (moved == 0) return "Geen open zaak kreeg daardoor een andere laatste dag.";
    if (moved == 1) return "Eén open zaak kreeg daardoor een andere laatste dag; wie haar behandelt, heeft bericht.";
    return std::to_string(moved) + " open zaken kregen daardoor een andere laatste dag; wie ze behandelt, heeft bericht.";
}

}  // namespace

std::size_t recomputeAfter(Office& office, const Actor& actor, const std::string& because, const std::function<void()>& change) {
    return office.store.transact([&] {
        const auto before = daysNow(office);
        change();
        return tellDifferences(office, actor, before, daysNow(office), because);
    });
}

// Basis: Algemene termijnenwet art. 3 lid 2 en 3: days the Crown equates with holidays
Outcome addHoliday(Office& office, const Actor& actor, std::string_view day, std::string_view name) {
    requireRole(actor, {Role::administrator});
    const auto date = requests::parseIso(day);
    if (!date) return Outcome::refused("date-wrong", "Vul een dag in.");
    if (name.empty()) return Outcome::refused("name-missing", "Vul de naam van de vrije dag in.");
    const auto moved = recomputeAfter(office, actor, requests::longDutchDate(*date) + " is een vrije dag geworden", [&] {
        office.store.holidays().add({*date, std::string(name)});
        record(office, actor, {"holiday.added", {}, {}, {}, {}, nlohmann::json{{"day", std::string(day)}}.dump()});
    });
    return Outcome::success(movedWords(moved));
}

Outcome removeHoliday(Office& office, const Actor& actor, std::string_view day) {
    requireRole(actor, {Role::administrator});
    const auto date = requests::parseIso(day);
    if (!date) return Outcome::refused("date-wrong", "Vul een dag in.");
    const auto moved = recomputeAfter(office, actor, requests::longDutchDate(*date) + " is geen vrije dag meer", [&] {
        office.store.holidays().remove(*date);
        record(office, actor, {"holiday.removed", {}, {}, {}, {}, nlohmann::json{{"day", std::string(day)}}.dump()});
    });
    return Outcome::success(movedWords(moved));
}

std::size_t takeUpTerms(Office& office) {
    const auto text = readTermTable(office.templates);
    const auto table = parseTermTable(text);
    const auto seen = office.store.settings().find(termsSeen);
    if (seen && *seen == text) return 0;
    return office.store.transact([&] {
        const std::size_t moved = seen ? tellDifferences(office, theServiceItself(), daysNow(office, parseTermTable(*seen)), daysNow(office, table), "de regels voor termijnen zijn gewijzigd") : 0;
        office.store.settings().set(termsSeen, text);
        return moved;
    });
}

}  // namespace service::casework
