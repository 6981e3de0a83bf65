#include "service/casework/clock_changes.h"

#include <nlohmann/json.hpp>

#include <map>

#include "service/casework/case_file.h"
#include "service/casework/household_change.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/term_table.h"

namespace service::casework {

namespace {

constexpr const char* termsSeen = "rules.terms-seen";  // the text of the table that open cases were last computed with
using Dues = std::map<std::string, Date>;

Dues duesNow(Office& office) {
    Dues dues;
    for (const auto& request : office.store.requests().all())
        if (isOpen(request)) dues.emplace(request.id, decisionClock(office, request).due.end);
    return dues;
}

Dues duesUnder(Office& office, const TermTable& table) {
    Dues dues;
    for (const auto& request : office.store.requests().all()) {
        if (!isOpen(request)) continue;
        const auto course = courseOf(office, request, request.addressedTo);
        dues.emplace(request.id, requests::decideBy(course, table.on(request.receivedOn).terms, calendarOf(office)).due.end);
    }
    return dues;
}

void tellOne(Office& office, const Actor& actor, const std::string& requestId, const Date& before, const Date& after, const std::string& because) {
    const auto request = office.store.requests().load(requestId);
    const nlohmann::json details{{"before", requests::longDutchDate(before)}, {"after", requests::longDutchDate(after)}, {"because", because}};
    record(office, actor, trailOf(request, "clock.moved", {}, details.dump()));
    notify(office, concernedBy(office, request), request, "clock-changed",
           "De laatste dag om te beslissen is nu " + requests::longDutchDate(after) + " (was " + requests::longDutchDate(before) + "): " + because + ".");
}

std::size_t tellDifferences(Office& office, const Actor& actor, const Dues& before, const Dues& after, const std::string& because) {
    std::size_t moved = 0;
    for (const auto& [id, due] : after) {
        const auto earlier = before.find(id);
        if (earlier == before.end() || earlier->second == due) continue;
        tellOne(office, actor, id, earlier->second, due, because);
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
        const auto before = duesNow(office);
        change();
        return tellDifferences(office, actor, before, duesNow(office), because);
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
        const std::size_t moved = seen ? tellDifferences(office, theServiceItself(), duesUnder(office, parseTermTable(*seen)), duesUnder(office, table), "de regels voor termijnen zijn gewijzigd") : 0;
        office.store.settings().set(termsSeen, text);
        return moved;
    });
}

}  // namespace service::casework
