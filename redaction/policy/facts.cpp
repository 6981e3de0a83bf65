#include "redaction/policy/facts.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/policy/limits.h"

namespace redaction::policy {

using about::Passage;

namespace {

constexpr int kDrawnOut = 2;

// A document of years after the requester came of age tells nothing of their childhood.
bool isAfterChildhood(const Ruling& r, const ReadFragment& fragment) {
    const auto* requester = household::findPerson(r.standing.household(), r.standing.requester());
    if (!requester || !requester->birthdate) return false;
    int first = 9999;
    for (const int year : fragment.years)
        if (year != static_cast<int>(requester->birthdate->year())) first = std::min(first, year);
    return first != 9999 && first > static_cast<int>(requester->birthdate->year()) + r.standing.ages().adult;
}

// "… – locatie Emmen": where a partner has its office is no secret, unless somebody hides with it.
bool isLetterheadOfPartner(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    if (p.cls != about::Class::header || !p.about.empty()) return false;
    const auto text = fragment.view.slice(p.start, p.end);
    const auto& names = r.standing.openLetterheads();
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return text.find(name) != std::string_view::npos; });
}

}  // namespace

// "cc: huisarts J. Jansen": the doctor of somebody whose doctor is hidden, where the requester is not the one who goes there.
bool namesHiddenDoctor(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    if (!detect::holds(p.facts, detect::Fact::doctor)) return false;
    const auto& persons = r.standing.household().persons;
    if (std::none_of(persons.begin(), persons.end(), [&](const household::Person& x) { return r.standing.hides(x.id, "gp"); })) return false;
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 doctor(R"(\b(?:huisarts|tandarts|jeugdarts|apotheek)(?: (?:dr|drs|mw|dhr|mevr)\.?)? [a-z]\. ?[a-z]{3,})");
    return RE2::PartialMatch({text.data(), text.size()}, doctor);
}

// Basis: R1, R11. Only when it is sure that they told it.
bool toldByRequester(const Ruling& r, const Passage& p) {
    return r.standing.isOwn(p.speaker) && p.speakerCertainty >= limits::kToldByRequester;
}

// R13: does the passage itself tell where a protected person is? A guess that the requester is in it opens nothing.
Inference tellsWhereabouts(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& company) {
    if (company.own < Presence::object && namesHiddenDoctor(r, fragment, p)) return Inference::certain;
    if (isLetterheadOfPartner(r, fragment, p)) return Inference::none;
    int clues = 0, places = 0;
    for (const auto& m : fragment.mentionsIn(p)) {
        const bool stranger = detect::isStranger(m.subject) && r.unsafeStrangers.count(m.subject) != 0;
        if (!stranger && !isHiddenPlace(r, m) && !isPlaceOfHiding(r, fragment, m)) continue;
        ++clues;
        if (!stranger && m.kind != detect::Kind::phone && m.kind != detect::Kind::email) ++places;
    }
    if (clues == 0) return Inference::none;
    if (p.personData && company.own != Presence::none) return Inference::none;  // a form: its fields are spans
    const bool keptFromMe = !p.planFor.empty() && std::none_of(p.planFor.begin(), p.planFor.end(), [&](const std::string& who) { return r.standing.isOwn(who); });
    if (company.mineSure < limits::kMineBesidePlace || places >= 2 || (places >= 1 && (clues >= 2 || keptFromMe))) return Inference::certain;
    if (company.own == Presence::strong) return Inference::none;
    // Of a child asked for, where nothing but those words tells of the place: they go, and a human looks at what stands around them.
    const bool onlyWords = company.open == Presence::strong && p.surroundings == 0 && p.sorts[about::Sort::whereabouts] < limits::kHardlyPlace;
    return onlyWords ? Inference::likely : Inference::certain;
}

bool isOfHidden(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    const auto here = fragment.mentionsIn(p);
    return std::any_of(p.about.begin(), p.about.end(), [&](const about::Involved& i) { return r.standing.isProtected(i.subject); }) ||
           std::any_of(here.begin(), here.end(), [&](const detect::Mention& m) { return r.standing.isProtected(m.subject); });
}

// The region somebody hides in, or how far it is: a human looks, also where the requester is in it.
Inference regionTells(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& company) {
    const bool ofHidden = isOfHidden(r, fragment, p);
    if (r.hiding.regions().isNamedIn(fragment, p)) {
        if (ofHidden) return company.mine() == Presence::none ? Inference::certain : Inference::likely;
        if (company.own == Presence::none && company.open == Presence::none) return Inference::likely;
    }
    if (!ofHidden || company.mine() == Presence::none || !r.hiding.mayBeSetThere(fragment, p)) return Inference::none;
    return tellsDistance(r, fragment, p) || tellsNeighbourhood(fragment, p) ? Inference::likely : Inference::none;
}

// A passage about somebody who hides, set where they hide; what the requester told themself gives nothing away.
Inference surroundingsTell(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& company) {
    if (!r.standing.protectsAnybody() || toldByRequester(r, p) || p.personData || isLetterheadOfPartner(r, fragment, p)) return Inference::none;
    if (std::any_of(p.planFor.begin(), p.planFor.end(), [&](const std::string& who) { return r.standing.isOwn(who); })) return Inference::none;  // shared already (R11)
    if (const auto told = regionTells(r, fragment, p, company); told != Inference::none) return told;
    const auto likely = p.sorts[about::Sort::whereabouts];
    const bool alone = company.other == Presence::none && company.closed == Presence::none && company.open == Presence::none;
    if (company.own == Presence::strong) return likely >= (alone ? limits::kCalledHidden : limits::kSurelyPlace) ? Inference::likely : Inference::none;
    const bool ofHidden = isOfHidden(r, fragment, p);
    const bool forHidden = !p.planFor.empty() && std::all_of(p.planFor.begin(), p.planFor.end(), [&](const std::string& who) { return r.standing.isProtected(who); });
    if (forHidden) return Inference::certain;  // the sheet of a safety plan that only they got
    const int learnt = r.hiding.namesPlace(fragment.view.slice(p.start, p.end)) ? 2 : 0;
    if (!ofHidden && learnt == 0) return likely >= limits::kPlaceOfNobody ? Inference::likely : Inference::none;  // "Haar nieuwe kamer ligt op het zuiden"
    const int byWords = likely >= limits::kSurelyPlace ? 2 : likely >= limits::kPerhapsPlace ? 1 : 0;
    // Before the hidden setting begins (the key of a new home) only a place that is drawn out counts.
    if (!r.hiding.isSetThere(fragment, p)) {
        const bool drawnOut = ofHidden && company.own < Presence::object && (p.surroundings >= kDrawnOut || byWords > 0);
        return !drawnOut ? Inference::none : byWords == 2 && p.surroundings > 0 ? Inference::certain : Inference::likely;
    }
    const bool schoolHidden = p.schoolLife && std::any_of(p.about.begin(), p.about.end(), [&](const about::Involved& i) { return r.standing.hides(i.subject, "school"); });
    const bool onlyTheirs = !p.planFor.empty() && p.surroundings > 0;  // a part of the plan that the requester did not get
    const int score = std::max(p.surroundings, byWords) + learnt + (schoolHidden ? 1 : 0) + (onlyTheirs ? 1 : 0);
    return score >= 2 ? Inference::certain : score == 1 ? Inference::likely : Inference::none;
}

// R22: only about people who have died; never against an objection they recorded. Basis: Jeugdwet art. 7.3.12a.
bool onlyDeceased(const Ruling& r, const Passage& p) {
    bool any = false;
    for (const auto& i : p.about) {
        const auto* person = household::findPerson(r.standing.household(), i.subject);
        if (i.weight == about::Weight::mentioned || (person && r.standing.isProfessional(person->id))) continue;
        if (!person || !person->deceased || person->objectionRecorded) return false;
        any = true;
    }
    return any;
}

// R25: an adult asks for the file of their own childhood; what is about the parents may explain it. Basis: HR:2025:723.
bool explainsOwnChildhood(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    if (!r.standing.asksOwnChildhood() || isAfterChildhood(r, fragment)) return false;
    return std::any_of(p.about.begin(), p.about.end(), [&](const about::Involved& i) { return i.weight != about::Weight::mentioned && r.standing.isParentOfRequester(i.subject); });
}

// R26: who is recorded as parent is the child's own datum. Basis: RBMNE:2022:1821.
bool recordsParentage(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    if (p.about.empty() || !p.health.empty()) return false;
    if (!detect::holds(p.facts, detect::Fact::acknowledged) && !detect::holds(p.facts, detect::Fact::parent)) return false;
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 expression(R"(\b(?:heeft \w+ erkend|is de (?:juridische |biologische )?(?:vader|moeder|ouder) van|staat (?:\w+ ){0,4}als (?:juridische )?(?:vader|moeder|ouder)\b|ouder volgens de brp)\b)");
    if (!RE2::PartialMatch({text.data(), text.size()}, expression)) return false;
    return std::all_of(p.about.begin(), p.about.end(), [&](const about::Involved& i) { return r.standing.isMine(i.subject) || r.standing.isParentOfMine(i.subject); });
}

}  // namespace redaction::policy
