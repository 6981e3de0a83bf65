#include "redaction/about/plan.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>

namespace redaction::about {

namespace {

constexpr std::size_t kHead = 5, kTitle = 90;

bool matches(std::string_view text, const RE2& expression) { return RE2::PartialMatch({text.data(), text.size()}, expression); }

// "Aan tafel: moeder, Kofi, oma Hilda", "Getekend: R.M., P.S."
bool tellsWhoTookPart(std::string_view t) {
    static const RE2 expression(R"((?:^|[.\n] ?)(?:aan tafel|deelnemers|wie doen (?:er )?mee|aanwezig(?:en)?|met|paraaf|parafen|getekend|ondertekend|handtekening(?:en)?|voor akkoord|akkoord|ondertekenaars)\b)");
    return matches(t, expression);
}

bool tellsWhoSigned(std::string_view t) {
    static const RE2 expression(R"((?:^|[.\n] ?)(?:paraaf|parafen|getekend|ondertekend|handtekening(?:en)?|voor akkoord|akkoord|ondertekenaars)\b)");
    return matches(t, expression);
}

bool isItem(std::string_view t) {  // of the plan itself: what is agreed, no longer who got it
    static const RE2 expression(R"(^(?:\d{1,2}[.)]|[a-z][.)]|[-*]|(?:deel|blad|onderdeel|hoofdstuk|afspraak) (?:\d+|[a-z])(?: ?[-:.]|$)))");
    return matches(t, expression);
}

// "wo 14-1 | oma | kantoor, 1 uur | vlecht gemaakt": what came of it, day by day.
bool isRowOfLog(std::string_view t) {
    static const RE2 expression(R"(^(?:ma|di|wo|do|vr|za|zo)[a-z]*\.? \d{1,2}(?:[-/. ](?:\d{1,2}|[a-z]{3,9})\.?)(?:[-/. ]\d{2,4})?\s*(?:\||  |\s[A-Za-z]+\s+\d{1,2}[.:]\d\d\s))");
    return matches(t, expression);
}

// What was said when the plan was made, and not agreed: "Achteraf op de gang zei mevrouw".
bool isAside(std::string_view t) {
    static constexpr std::string_view opens[] = {"achteraf", "na afloop", "naderhand", "buiten de vergadering", "op de gang", "bij het weggaan", "bij de deur", "in de pauze", "in de wandelgangen"};
    return std::any_of(std::begin(opens), std::end(opens), [&](std::string_view words) { return t.starts_with(words); });
}

}  // namespace

void Plan::begin(const std::vector<Stretch>& stretches) {
    whole_ = true;
    bool head = true;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const auto t = text(stretches[i]);
        head = head && i < kHead && !isItem(t);
        if (!head && parts_.inParts()) break;  // who signed did not sign for all of it
        if (head ? !PlanParts::tellsWhoGotIt(t) && !tellsWhoTookPart(t) : !tellsWhoSigned(t)) continue;
        learn(stretches[i], namedIn(v_, people_, mentions_, stretches[i]));
    }
}

void Plan::readHeading(const Stretch& s, bool given, const std::vector<Named>& named) {
    openSection(s, given, named);
    if (isHere()) parts_.enter(text(s), named, true);
}

// What came of it is no longer agreed with everybody.
void Plan::leaveAt(const Stretch& s) {
    static const RE2 behind(R"((?:^\W*|\bplan: ?)(?:\w+-? (?:en )?){0,2}\w*(?:verslag|verloop|logboek|terugblik|bezoeklijst|belschema|bezoekschema|bezoekoverzicht)\b)");
    if (isHere() && s.end - s.start < kTitle && matches(text(s), behind)) whole_ = section_ = false;
}

// Quicker than the expressions, and nearly always no.
bool Plan::mayTurn(const Stretch& s) const {
    const auto first = v_.word(v_.tokenAt(s.start));
    if (first.is(detect::Fact::plan)) return true;
    for (const auto* end : {"nabespreking", "bijlage", "los", "rondvraag", "intern", "verslag", "notitie", "brief", "mail", "van"})
        if (first.ends_with(end)) return true;
    return false;
}

void Plan::openSection(const Stretch& s, bool given, const std::vector<Named>& named) {
    if (!mayTurn(s)) return;
    static const RE2 opens(R"(^\W*(?:\w*plan|afsprakenplan)\b)"), ends(R"(^\W*(?:nabespreking|bijlage|los blad|rondvraag|intern|verslag|notitie|brief|mail|van:)\b)");
    if (matches(text(s), ends)) section_ = false;
    if (!matches(text(s), opens)) return;
    section_ = true;
    if (given) learn(s, named);
}

void Plan::learn(const Stretch& s, const std::vector<Named>& named) {
    if (!learnt_.insert(s.start).second) return;
    parts_.learn(v_, named, s.start, s.end);
    static const RE2 parents(R"(\b(?:beide ouders|ouders|alle volwassenen|het hele gezin|alle gezinsleden)\b)"), left(R"(\b(?:niet|alleen|behalve)\b)");
    if (!matches(text(s), parents) || matches(text(s), left)) return;
    for (std::size_t i = 0; i < people_.persons().size(); ++i)
        if (people_.isFamily(i) && people_.isMinor(i))
            for (const auto parent : people_.related(i, "parent", false)) parts_.give(people_.persons()[parent].id);
}

void Plan::read(Passage& p, const Stretch& s, bool given, const std::vector<Named>& named, bool early) {
    const auto t = text(s);
    parts_.enter(t, named, false);
    if (given && !isItem(t) && early) learn(s, named);
    if (p.cls == Class::worknote || p.cls == Class::internal || p.cls == Class::reporter || p.cls == Class::investigation || isRowOfLog(t) || isAside(t)) return;
    p.planFor = parts_.recipients();
    static const RE2 apart(R"((?:apart|ook) (?:besproken|gegeven)[^.]{0,40}(?:aan (?:hem|haar))[^.]{0,20}gegeven)");
    if (matches(t, apart)) {
        const auto first = std::find_if(named.begin(), named.end(), [](const Named& n) { return !n.staff; });
        if (first != named.end()) p.planFor.push_back(first->mention->subject);
    }
    if (!p.planFor.empty()) p.cls = Class::jointPlan;
}

}  // namespace redaction::about
