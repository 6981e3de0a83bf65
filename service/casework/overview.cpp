#include "service/casework/overview.h"

#include <algorithm>

#include "redaction/policy/rules.h"
#include "service/casework/case_file.h"
#include "service/casework/figures.h"
#include "service/casework/partner_wall.h"
#include "service/casework/words.h"
#include "service/requests/intake.h"

namespace service::casework {

Overview overview(Office& office, const Actor& actor, std::optional<int> year) {
    requireRole(actor, {Role::privacyOfficer, Role::administrator});
    auto cases = countedCases(office);
    // Who works for one partner counts with that partner only. Basis: Convenant art. 5.2
    if (const auto own = partnerOf(office, actor); !own.empty())
        std::erase_if(cases, [&](const auto& one) { return std::find(one.partners.begin(), one.partners.end(), own) == one.partners.end(); });
    const auto day = today(office);
    Overview view;
    view.years = requests::yearsOf(cases);
    view.year = year.value_or(view.years.empty() ? int(day.year()) : *view.years.rbegin());
    view.tables = requests::withoutSmallCounts(requests::tablesOf(cases, view.year, day));
    // The causes add up to what was decided late: hidden above, hidden here.
    const auto& late = view.tables.front().all.cells[std::size_t(requests::Outcome::decidedLate)];
    const auto whole = late ? requests::Whole::shown : requests::Whole::hidden;
    const auto byRight = *std::find_if(view.tables.begin(), view.tables.end(), [](const auto& it) { return it.id == "right"; });
    for (auto& table : requests::withoutSmallCounts({requests::answersOf(cases, view.year, day, requests::rightsWithDecidedShown(byRight))})) view.tables.push_back(std::move(table));
    const auto causes = requests::lateCausesByRightOf(cases, view.year, day, byRight);
    for (auto& table : requests::withoutSmallCounts({causes ? *causes : requests::lateCausesOf(cases, view.year, day)}, whole)) view.tables.push_back(std::move(table));
    for (auto& table : requests::withoutSmallCounts({requests::groundsOf(cases, view.year)})) view.tables.push_back(std::move(table));
    record(office, actor, {"overview.seen", {}, {}, {}, {}, "{\"year\":\"" + std::to_string(view.year) + "\"}"});
    return view;
}

std::string rowWords(Office& office, const std::string& table, const std::string& id) {
    if (table == "right" || table == "answer") return rightName(id);
    if (table == "partner") {
        const auto partner = office.store.partners().find(id);
        return partner ? partner->name : id;
    }
    if (table == "ground")
        for (const auto& ground : office.rules.grounds())
            if (ground.id == id) return ground.code;
    if (table == "ground" && requests::rightFrom(id)) return rightName(id);
    return id;
}

}  // namespace service::casework
