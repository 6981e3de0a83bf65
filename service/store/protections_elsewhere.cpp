// The same people may stand in more than one household. A protection that holds for them in one must not be lost by
// entering them again in another. People are the same by BSN, or by all their names and their date of birth.
#include <algorithm>
#include <set>

#include "service/store/folding.h"
#include "service/store/household_rows.h"

namespace service::store {

namespace household = redaction::household;

namespace {

using People = std::vector<std::pair<std::string, std::string>>;  // id there, id here

bool isSame(const household::Person& one, const household::Person& other) {
    if (!one.bsn.empty() && !other.bsn.empty()) return one.bsn == other.bsn;
    return one.birthdate && one.birthdate == other.birthdate && !one.family.empty() && folded(one.family) == folded(other.family) &&
           !one.given.empty() && !other.given.empty() && folded(one.given.front()) == folded(other.given.front());
}

std::vector<Id> householdsWith(Connection& c, const household::Case& here, const Id& except) {
    std::set<Id> found;
    for (const auto& person : here.persons) {
        const auto id = [](Row& row) { return row.text(); };
        if (!person.bsn.empty())
            for (auto& one : rows(c, id, "SELECT household_id FROM household_search WHERE what = 'number' AND folded = $1", folded(person.bsn))) found.insert(std::move(one));
        if (person.family.empty() || !person.birthdate) continue;
        for (auto& one : rows(c, id, "SELECT household_id FROM household_search WHERE what = 'name' AND folded LIKE $1 ESCAPE '\\'", likePattern(folded(person.family))))
            found.insert(std::move(one));
    }
    found.erase(except);
    return {found.begin(), found.end()};
}

People sameOf(const household::Case& there, const household::Case& here) {
    People same;
    for (const auto& one : there.persons)
        for (const auto& other : here.persons)
            if (isSame(one, other)) same.emplace_back(one.id, other.id);
    return same;
}

std::string hereOf(const People& same, const std::string& there) {
    const auto found = std::find_if(same.begin(), same.end(), [&](const auto& it) { return it.first == there; });
    return found == same.end() ? std::string() : found->second;
}

// The part of it that concerns people of this case, in this case's ids.
household::Protection translated(const household::Protection& it, const People& same) {
    auto here = it;
    here.person = hereOf(same, it.person);
    here.against.clear();
    for (const auto& id : it.against)
        if (const auto known = hereOf(same, id); !known.empty()) here.against.push_back(known);
    return here;
}

bool isKept(const household::Case& here, const household::Protection& wanted) {
    return std::any_of(here.protections.begin(), here.protections.end(),
                       [&](const auto& it) { return !weakens(FactKind::protection, bodyOf(wanted), bodyOf(it)); });
}

bool losesAny(const household::Case& there, const household::Case& here, const Date& today) {
    const auto same = sameOf(there, here);
    for (const auto& it : there.protections) {
        const auto wanted = translated(it, same);
        const bool over = it.until && *it.until <= today;
        if (!over && !wanted.person.empty() && !wanted.against.empty() && !isKept(here, wanted)) return true;
    }
    for (const auto& [thereId, hereId] : same) {
        auto before = *household::findPerson(there, thereId), after = *household::findPerson(here, hereId);
        before.id = after.id;
        if (weakens(FactKind::person, bodyOf(before), bodyOf(after))) return true;
    }
    return false;
}

}  // namespace

bool Households::leavesOutProtection(const household::Case& here, const Id& except) const {
    return database_.read([&](Connection& c) {
        const auto all = householdsWith(c, here, except);
        return std::any_of(all.begin(), all.end(), [&](const Id& id) { return losesAny(caseAt(c, id, latestVersion), here, amsterdamDay(environment_.clock.now())); });
    });
}

}  // namespace service::store
