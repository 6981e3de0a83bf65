#include <algorithm>

#include "redaction/policy/evaluate.h"
#include "redaction/policy/facts.h"
#include "redaction/policy/holds_one.h"

namespace redaction::policy {

namespace {

using detect::Kind;

bool identifiesOnly(Kind kind) {  // names, roles and ages of the household stay (R27)
    return kind == Kind::name || kind == Kind::role || kind == Kind::initials || kind == Kind::age || kind == Kind::caseNumber || kind == Kind::url || kind == Kind::other;
}

bool isSpecial(Kind kind) { return kind == Kind::health || kind == Kind::criminal || kind == Kind::religion || kind == Kind::ethnicity || kind == Kind::sexuality; }

bool placeLike(Kind kind) {
    return kind == Kind::place || kind == Kind::address || kind == Kind::postcode || kind == Kind::phone || kind == Kind::school || kind == Kind::institution || kind == Kind::gp || kind == Kind::employer;
}

constexpr std::size_t kTitle = 26, kSentence = 300;  // code points round a name

std::string_view around(const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& m, std::size_t reach) {
    const auto from = m.start - std::min(m.start - passage.start, reach), to = std::min(m.end + reach, passage.end);
    return fragment.view.slice(from, std::max(from, to));
}

// Somebody who hides, or whose school is hidden, stands near.
template <class Hides>
bool standsNear(const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& m, Hides hides) {
    const auto here = fragment.mentionsIn(passage);
    const auto first = m.start - std::min(m.start, kSentence);
    for (auto it = std::lower_bound(here.begin(), here.end(), first, [](const detect::Mention& other, std::size_t at) { return other.start < at; }); it != here.end() && it->start < m.end + kSentence; ++it)
        if (hides(it->subject)) return true;
    return std::any_of(passage.about.begin(), passage.about.end(), [&](const about::Involved& i) { return hides(i.subject); });
}

// Who stands next to a hidden life gives the place away, also where the school or the street is not named: the teacher of a
// child whose school is hidden, a neighbour of where they live now. What the requester told themself they know.
bool tellsOfHiddenLife(const Ruling& r, const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& m) {
    if (!r.standing.protectsAnybody() || toldByRequester(r, passage)) return false;
    const auto near = around(fragment, passage, m, kTitle);
    if (m.inFunction && holdsOne(near, {"juf ", "meester ", "mentor", "leerkracht", "docent"}))
        return standsNear(fragment, passage, m, [&](const std::string& who) { return r.standing.hides(who, "school"); });
    if (!holdsOne(near, {"buurvrouw", "buurman", "buurmeisje", "buurjongen", "buren"})) return false;
    if (!standsNear(fragment, passage, m, [&](const std::string& who) { return r.standing.isProtected(who); })) return false;
    return r.hiding.isSetThere(fragment, passage) || holdsOne(around(fragment, passage, m, kSentence), {"nieuwe huis", "nieuwe woning", "nieuwe flat"});
}

Verdict ofStranger(const Ruling& r, const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& m) {
    if (r.unsafeStrangers.count(m.subject) || tellsOfHiddenLife(r, fragment, passage, m)) return r.by("R13");
    Verdict open = r.by("R1");
    if (m.inFunction) {
        open.rule = "R16";
        open.why = "Dit is een professional in functie; naam en functie blijven staan.";
        return open;
    }
    if (r.ownStrangers.count(m.subject)) return r.by("R11");
    return r.by("R27");
}

bool belongsToSomebody(Kind kind) {
    return kind == Kind::bsn || kind == Kind::iban || kind == Kind::plate || kind == Kind::birthdate || kind == Kind::phone || kind == Kind::email || kind == Kind::postcode;
}

// A number or address of which nobody knows whose it is, is not the requester's until a human says so (R27).
Verdict ofNobodyKnown(const Ruling& r, const detect::Mention& m) {
    if (m.inFunction || !belongsToSomebody(m.kind)) return r.by("R1");
    auto unsure = r.by("R27");
    unsure.decision = Decision::judge;
    unsure.why = "Lakwerk weet niet van wie dit gegeven is; kijk of het van de verzoeker zelf of van een organisatie is.";
    return unsure;
}

Verdict ofOther(const Ruling& r, const std::string& subject, Kind kind) {
    const auto* child = r.standing.child(subject);
    if (child && child->child == Child::closed) return r.by("R27", child->ground);
    return r.by(isSpecial(kind) ? "R21" : "R27");
}

}  // namespace

bool isHiddenPlace(const Ruling& r, const detect::Mention& m) {
    // A town the requester lives in too gives nothing away where nobody is named with it.
    const bool shared = m.certainty < 0.7 && std::any_of(m.candidates.begin(), m.candidates.end(), [&](const std::string& c) { return r.standing.isOwn(c); });
    if (shared) return false;
    if (r.standing.hides(m.subject, m.kind)) return true;
    if (placeLike(m.kind) && r.standing.livesWithProtected(m.subject)) return true;
    return std::any_of(m.candidates.begin(), m.candidates.end(), [&](const std::string& c) { return r.standing.hides(c, m.kind) && !r.standing.isMine(m.subject); });
}

bool isPlaceOfHiding(const Ruling& r, const ReadFragment& fragment, const detect::Mention& m) {
    if (!placeLike(m.kind) || r.standing.isOwn(m.subject)) return false;
    if (r.hiding.isPlace(fragment.view.slice(m.start, m.end))) return true;
    return r.hiding.isTheirPaper(fragment) && (m.subject.empty() || detect::isStranger(m.subject));
}

bool isReporterHere(const Ruling& r, const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& m) {
    if (r.standing.isKeptBack(m.subject)) return true;
    if (!r.standing.isSameAsKeptBack(m.subject)) return false;
    // As a relative she stays; where the report speaks, she is the reporter.
    if (passage.cls == about::Class::reporter || passage.cls == about::Class::worknote) return true;
    const auto text = fragment.view.slice(passage.start, passage.end);
    return fragment.title.find("melding") != std::string::npos || text.find("melder") != std::string_view::npos;
}

Verdict evaluateSpan(const Ruling& r, const ReadFragment& fragment, const about::Passage& passage, const detect::Mention& m) {
    if (isReporterHere(r, fragment, passage, m)) return r.by("R14");
    if (r.standing.isProtectedProfessional(m.subject)) return r.by("R16");
    if (isHiddenPlace(r, m) || isPlaceOfHiding(r, fragment, m)) return r.by("R13");
    if (m.subject.empty()) return ofNobodyKnown(r, m);
    if (detect::isStranger(m.subject)) return ofStranger(r, fragment, passage, m);
    if (r.standing.isMine(m.subject)) return r.by("R1");
    if (r.standing.isProfessional(m.subject) || identifiesOnly(m.kind)) {
        auto open = r.by("R1");
        open.rule = r.standing.isProfessional(m.subject) ? "R16" : "R27";
        open.why = r.standing.isProfessional(m.subject) ? "Dit is een professional in functie; naam en functie blijven staan." : "Namen, rollen en leeftijden van het gezin blijven staan.";
        return open;
    }
    return ofOther(r, m.subject, m.kind);
}

}  // namespace redaction::policy
