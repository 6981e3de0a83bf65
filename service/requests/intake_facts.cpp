#include "service/requests/intake_facts.h"

#include <algorithm>

namespace service::requests {
using std::chrono::sys_days;

bool holdsOn(const std::optional<Date>& from, const std::optional<Date>& until, const Date& day) {
    return (!from || sys_days{*from} <= sys_days{day}) && (!until || sys_days{day} < sys_days{*until});
}

const PersonFacts* findPerson(const IntakeInput& input, std::string_view id) {
    const auto found = std::ranges::find(input.persons, id, &PersonFacts::id);
    return found == input.persons.end() ? nullptr : &*found;
}

std::string nameOf(const IntakeInput& input, std::string_view id) {
    const auto* person = findPerson(input, id);
    return person && !person->name.empty() ? person->name : "deze persoon";
}

std::optional<int> ageOf(const IntakeInput& input, std::string_view id) {
    const auto* person = findPerson(input, id);
    if (!person || !person->birthdate) return std::nullopt;
    return ageOn(*person->birthdate, input.today);
}

std::string nameAndAge(const IntakeInput& input, std::string_view id) {
    const auto age = ageOf(input, id);
    return nameOf(input, id) + (age ? " (" + std::to_string(*age) + " jaar)" : "");
}

bool isParentOf(const IntakeInput& input, std::string_view parent, std::string_view child) {
    return std::ranges::any_of(input.relations, [&](const RelationFacts& relation) {
        return relation.type == "parent" && relation.from == parent && relation.to == child;
    });
}

std::optional<AuthorityKind> authorityOver(const IntakeInput& input, std::string_view child, std::string_view holder) {
    const auto* person = findPerson(input, holder);
    const std::string organisation = person ? person->partner : std::string();
    std::optional<AuthorityKind> kind;
    for (const auto& fact : input.authority) {
        const bool byOrganisation = fact.kind == AuthorityKind::guardian && !organisation.empty() && fact.holder == organisation;
        if (fact.child != child || (fact.holder != holder && !byOrganisation) || !holdsOn(fact.from, fact.to, input.today)) continue;
        if (fact.kind == AuthorityKind::suspended) return AuthorityKind::suspended;
        kind = !kind || *kind == fact.kind ? fact.kind : AuthorityKind::unknown;
    }
    return kind;
}

bool holdsParentalAuthority(std::optional<AuthorityKind> kind) {
    return kind == AuthorityKind::joint || kind == AuthorityKind::sole;
}

std::vector<std::string> otherHolders(const IntakeInput& input, std::string_view child) {
    std::vector<std::string> holders;
    for (const auto& person : input.persons) {
        if (person.id == input.requester) continue;
        const auto kind = authorityOver(input, child, person.id);
        if (holdsParentalAuthority(kind) || kind == AuthorityKind::guardian) holders.push_back(person.id);
    }
    return holders;
}

ConsentState consentFrom(const IntakeInput& input, std::string_view person, std::string_view to) {
    auto state = ConsentState::none;
    for (const auto& consent : input.consents) {
        if (consent.person != person || consent.to != to) continue;
        if (holdsOn(consent.given, consent.withdrawn, input.today)) return ConsentState::given;
        if (consent.withdrawn && sys_days{*consent.withdrawn} <= sys_days{input.today}) state = ConsentState::withdrawn;
    }
    return state;
}

namespace {

// By order of the court or a signed authorisation, of whoever it is.
Representation appointed(const IntakeInput& input, std::string_view person, std::string_view by) {
    auto found = Representation::none;
    const auto take = [&](bool holds, Representation kind) { found = std::max(found, holds ? kind : Representation::ended); };
    for (const auto& it : input.relations) {
        if (it.from != by || it.to != person || (it.until && it.since && sys_days{*it.until} <= sys_days{*it.since})) continue;
        const bool holds = holdsOn(it.since, it.until, input.today), begun = !it.since || sys_days{*it.since} <= sys_days{input.today};
        if (!begun) continue;
        if (it.type == "curator") take(holds, Representation::curator);
        if (it.type == "mentor") take(holds, Representation::mentor);
    }
    for (const auto& it : input.consents) {
        if (it.person != person || it.to != by || it.mandate == Mandate::none || (it.given && sys_days{input.today} < sys_days{*it.given})) continue;
        const auto covered = it.mandate == Mandate::covers ? Representation::authorised : it.mandate == Mandate::unclear ? Representation::unclear : Representation::elsewhere;
        take(holdsOn(it.given, it.withdrawn, input.today), covered);
    }
    return found;
}

bool areKin(const IntakeInput& input, std::string_view one, std::string_view other, std::initializer_list<std::string_view> types) {
    return std::ranges::any_of(input.relations, [&](const RelationFacts& it) {
        const bool both = (it.from == one && it.to == other) || (it.from == other && it.to == one);
        return both && std::ranges::count(types, it.type) > 0 && holdsOn(it.since, it.until, input.today);
    });
}

// Basis: Jeugdwet art. 7.3.15(3): only for an adult who cannot decide, in the order of the law.
bool actsAsKin(const IntakeInput& input, std::string_view person, std::string_view by) {
    const auto age = ageOf(input, person);
    if (!age || *age < input.ages.adult || findPerson(input, person)->able != false) return false;
    const auto isDead = [&](const PersonFacts& it) { return it.deceased && sys_days{*it.deceased} <= sys_days{input.today}; };
    if (const auto* relative = findPerson(input, by); !relative || isDead(*relative)) return false;
    bool partnerThere = false;
    for (const auto& it : input.persons) {
        if (it.id == person || isDead(it)) continue;
        if (appointed(input, person, it.id) > Representation::ended) return false;  // that one goes before
        partnerThere = partnerThere || areKin(input, person, it.id, {"partner", "spouse"});
    }
    return areKin(input, person, by, {"partner", "spouse"}) || (!partnerThere && areKin(input, person, by, {"parent", "sibling"}));
}

}  // namespace

Representation representation(const IntakeInput& input, std::string_view person, std::string_view by) {
    const auto found = appointed(input, person, by);
    return found == Representation::none && actsAsKin(input, person, by) ? Representation::kin : found;
}

bool asksForSelf(const IntakeInput& input) { return std::ranges::count(input.subjects, input.requester) > 0; }

std::vector<std::string> otherSubjects(const IntakeInput& input) {
    std::vector<std::string> others;
    for (const auto& subject : input.subjects)
        if (subject != input.requester) others.push_back(subject);
    return others;
}

}  // namespace service::requests
