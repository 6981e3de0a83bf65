#include <re2/re2.h>

#include <algorithm>

#include "redaction/policy/facts.h"
#include "redaction/policy/limits.h"

namespace redaction::policy {

namespace {

using about::Class;
using about::Passage;

// What is the requester's: the rule that opens it.
Verdict ownRule(const Ruling& r, const ReadFragment& fragment) {
    if (r.standing.isRepresentative()) return r.by("R23");
    if (!r.standing.isYoungSelf()) return r.by("R1");
    auto verdict = r.by("R8");
    const auto* partner = r.kindOf(fragment.partner);  // who delivered it decides under its own law (R18)
    const auto* law = partner ? r.rules.lawOf(*partner) : nullptr;
    // Basis: R8; where no act gives a child of that age the right itself (templates/rules/partners.xml), a human looks.
    if (law && r.standing.selfAge() < law->ownRequestFrom) {
        verdict.decision = Decision::judge;
        verdict.ground = "good-care";
    }
    return verdict;
}

Verdict openChildRule(const Ruling& r, const Passage& p) {
    for (const auto& i : p.about) {
        const auto* child = r.standing.child(i.subject);
        if (!child || child->child == Child::closed) continue;
        if (r.standing.isGuardian()) return r.by("R24");
        if (child->child == Child::open) return r.by("R2");
        auto verdict = r.by(child->rule);  // R3, R6: open, except what was told in confidence
        verdict.decision = Decision::release;
        verdict.ground = {};
        verdict.why = "Dit gaat over een kind waarvoor de verzoeker het gezag heeft; alleen wat het kind in vertrouwen vertelde, wordt apart gewogen.";
        return verdict;
    }
    return r.by("R2");
}

Verdict redactOther(const Ruling& r, const Company& c) {
    if (c.closed == Presence::strong || (c.closed != Presence::none && c.other != Presence::strong))
        return r.by(c.closedGround == "child-16plus" ? "R5" : c.closedGround == "no-authority" ? "R7" : "R10", c.closedGround);
    return r.by("R10");
}

Verdict judgeEntwined(const Ruling& r, const Company& c) { return r.by("R12", c.closed != Presence::none ? c.closedGround : std::string_view()); }

// "Niet delen met betrokkenen", "niet met het gezin bespreken": the requester is one of them.
bool keptFromAll(const ReadFragment& fragment, const Passage& p) {
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 all(R"(\b(?:betrokkenen?|het gezin|gezinsleden|beide ouders|de ouders|de familie|partijen)\b)");
    return RE2::PartialMatch({text.data(), text.size()}, all);
}

// R17–R20 come before what an ordinary passage gets. Basis: domain rules, "Order".
std::optional<Verdict> professionalMatter(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& c) {
    std::string_view rule;
    switch (p.cls) {
        case Class::worknote: rule = "R17"; break;
        case Class::police: rule = "R19"; break;
        case Class::investigation: rule = "R20"; break;
        case Class::internal:
            rule = fragment.partner == r.askedPartner ? "R4" : "R18";
            break;
        default: return std::nullopt;
    }
    const bool named = std::any_of(p.about.begin(), p.about.end(), [](const about::Involved& i) { return i.certainty > 0.75; });
    bool concerns = c.mine() != Presence::none || c.closed != Presence::none || !named;
    // Basis: domain rules, R19 covers the whole police document; a form line about another or a child stays theirs.
    if (p.policeDocument && !p.personData && !concerns)
        concerns = std::none_of(p.about.begin(), p.about.end(), [&](const about::Involved& i) { return r.standing.isMinor(i.subject); });
    if (p.cls == Class::investigation || p.cls == Class::internal) concerns = concerns || keptFromAll(fragment, p);
    if (!concerns) return r.by("R10");
    return r.by(rule);
}

// "Melder: mevr. … , tel. …, een zus van moeder": what stands with the reporter's name and number describes them.
bool describesReporter(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    bool named = false, contact = p.cls == Class::header;
    for (const auto& m : fragment.mentionsIn(p)) {
        if (!r.standing.isKeptBack(m.subject) && !r.standing.isSameAsKeptBack(m.subject)) continue;
        named = named || m.kind == detect::Kind::name || m.kind == detect::Kind::initials;
        contact = contact || m.kind == detect::Kind::phone || m.kind == detect::Kind::email || m.kind == detect::Kind::address;
        named = named || m.kind == detect::Kind::phone || m.kind == detect::Kind::email;
    }
    static const RE2 reporter(R"(\b(?:melder|meldster|informante?|tipgever)\b)");
    if (named && p.cls == Class::header && !p.mailHeader && !p.signature && RE2::PartialMatch(fragment.headingOf(p), reporter)) return true;  // "Rubriek A – Melder", with what they do below it
    const auto text = fragment.view.slice(p.start, p.end);
    return named && contact && RE2::PartialMatch({text.data(), text.size()}, reporter);
}

// "Melder 112: …, R. Driessen, 06-…, wil niet genoemd worden": somebody the case does not know, who asks to stay unknown.
bool asksToStayUnknown(const ReadFragment& fragment, const Passage& p) {
    if (!p.fearsReturn) return false;
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 reporter(R"(\b(?:melder|meldster|informante?|tipgever|getuige)\b)");
    const auto here = fragment.mentionsIn(p);
    return RE2::PartialMatch({text.data(), text.size()}, reporter) && std::any_of(here.begin(), here.end(), [](const detect::Mention& m) {
        return detect::isStranger(m.subject) || (m.subject.empty() && (m.kind == detect::Kind::phone || m.kind == detect::Kind::email));
    });
}

// A passage that tells of the one whose identity is kept back, by name: what she fears or does tells who she is (R14, R15).
std::optional<Verdict> tellsOfKeptBack(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& c) {
    if (p.cls == Class::header || r.standing.isOwn(p.speaker)) return std::nullopt;
    const auto here = fragment.mentionsIn(p);
    const bool acts = std::any_of(p.about.begin(), p.about.end(), [&](const about::Involved& i) { return i.weight == about::Weight::subject && r.standing.isKeptBack(i.subject); });
    const bool named = std::any_of(here.begin(), here.end(), [&](const detect::Mention& m) { return r.standing.isKeptBack(m.subject) && m.kind == detect::Kind::name; });
    if (!acts || !named) return std::nullopt;
    return r.by(c.mine() == Presence::strong && !p.fearsReturn ? "R15" : "R14");
}

bool tellsOfHim(const ReadFragment& fragment, const Passage& p) {
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 pronoun(R"(\b(?:hem|hij)\b)");
    return RE2::PartialMatch({text.data(), text.size()}, pronoun);
}

bool isOnlyOne(const ReadFragment& fragment, const Passage& p) {  // a description that fits one person
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 only(R"(\b(?:als enige|de enige die|als enigste)\b)");
    return RE2::PartialMatch({text.data(), text.size()}, only);
}

std::optional<Verdict> keptBack(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& c) {
    const bool anyKeptBack = r.standing.keepsAnybodyBack();
    if (anyKeptBack && describesReporter(r, fragment, p)) return r.by("R14");
    if (asksToStayUnknown(fragment, p)) return r.by("R14");
    if (anyKeptBack)
        if (const auto v = tellsOfKeptBack(r, fragment, p, c)) return v;
    if (p.cls == Class::reporter && anyKeptBack) {
        const auto here = fragment.mentionsIn(p);
        const bool named = std::any_of(here.begin(), here.end(), [&](const detect::Mention& m) {
            return (r.standing.isKeptBack(m.subject) || r.standing.isSameAsKeptBack(m.subject));
        });
        const auto text = fragment.view.slice(p.start, p.end);
        if (named || text.find("anonimiteit") != std::string_view::npos || text.find("gegevens melder") != std::string_view::npos) return r.by("R14");
        if (isOnlyOne(fragment, p)) return r.by("R14");
        if ((c.mine() != Presence::none && c.mineSure >= limits::kMineBesideReporter) || (c.other == Presence::none && tellsOfHim(fragment, p))) return r.by("R15");
        return c.other == Presence::strong && c.closed == Presence::none ? r.by("R10", "") : r.by("R14");
    }
    if (p.cls == Class::worknote && anyKeptBack) {
        const auto here = fragment.mentionsIn(p);
        if (std::any_of(here.begin(), here.end(), [&](const detect::Mention& m) { return isReporterHere(r, fragment, p, m); })) return r.by("R14");
    }
    if (p.fearsReturn && c.mine() != Presence::none && p.cls != Class::worknote) return r.by("R15");
    return std::nullopt;
}

// Nobody is said to confide, and it is kept from one who asks: then a child of the passage may have told it.
const ChildStanding* childWhoConfides(const Ruling& r, const Passage& p) {
    if (!p.speaker.empty()) return r.standing.child(p.speaker);
    for (const auto& i : p.about)
        if (const auto* child = r.standing.child(i.subject); child && child->child != Child::closed) return child;
    return nullptr;
}

std::optional<Verdict> confidence(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& c) {
    if (p.cls != Class::confidential) return std::nullopt;
    if (toldByRequester(r, p)) return ownRule(r, fragment);
    const auto* child = childWhoConfides(r, p);
    if (child && child->child == Child::open) return r.by("R4");
    if (child && child->child == Child::confidence) return r.by(child->rule);
    if (child) return c.mine() != Presence::none ? judgeEntwined(r, c) : redactOther(r, c);
    if (c.mine() >= Presence::object) return r.by("R12");
    return redactOther(r, c);
}

// Basis: domain rules, R12: an adult who is not its parent with authority.
bool speaksOfOutsider(const Ruling& r, const Passage& p) {
    return std::any_of(p.about.begin(), p.about.end(), [&](const about::Involved& i) {
        return i.weight == about::Weight::subject && !r.standing.isMine(i.subject) && !r.standing.isProfessional(i.subject) && !r.standing.isMinor(i.subject) && !r.standing.holdsAuthority(i.subject, p.speaker);
    });
}

std::optional<Verdict> statement(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& c) {
    if (p.cls != Class::statement) return std::nullopt;
    if (toldByRequester(r, p)) return ownRule(r, fragment);
    const bool child = r.standing.isMinor(p.speaker);
    if (child && p.harmful && r.standing.isOpen(p.speaker) && c.own != Presence::none) return r.by("R4");
    // Basis: domain rules, R12: what a child said about an adult who is not its parent with authority is judged.
    if (child && c.own >= Presence::object && !r.standing.isOpen(p.speaker)) return judgeEntwined(r, c);
    if (child && r.standing.isOpen(p.speaker) && c.other == Presence::strong && speaksOfOutsider(r, p)) return r.by("R12");
    return std::nullopt;
}

Verdict whoIsThisAbout(const Ruling& r, const Company& c) {
    auto verdict = judgeEntwined(r, c);
    verdict.why = "Lakwerk weet niet zeker over wie dit gaat; kijk of het over de verzoeker gaat, over een ander, of over beiden.";
    return verdict;
}

// Nobody is spoken of, but a line of numbers stands there: whose they are decides. Closed on doubt: of nobody known, a human looks.
Verdict onlyData(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    bool unknown = false;
    for (const auto& m : fragment.mentionsIn(p)) {
        if (m.kind != detect::Kind::birthdate && m.kind != detect::Kind::bsn && m.kind != detect::Kind::iban) continue;
        if (!m.subject.empty() && !r.standing.isMine(m.subject) && !r.standing.isProfessional(m.subject)) return r.by("R10");
        unknown = unknown || m.subject.empty();
    }
    return r.by(unknown ? "R12" : "R1");
}

Verdict ordinary(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& c) {
    const auto mine = [&] { return c.own >= c.open ? ownRule(r, fragment) : openChildRule(r, p); };
    if (c.mine() == Presence::none && explainsOwnChildhood(r, fragment, p)) return r.by("R25");  // before R21: it is what the rule is for
    const bool healthOfOther = std::any_of(p.health.begin(), p.health.end(), [&](const std::string& s) { return !r.standing.isMine(s) && !r.standing.isProfessional(s); });
    if (healthOfOther && c.own < Presence::object && c.open != Presence::strong)
        return c.closed == Presence::strong ? redactOther(r, c) : r.by("R21");
    if (healthOfOther && c.own < Presence::object && c.other == Presence::strong) return r.by("R12");  // what a child brings with it is no reason to show another's illness
    if (p.cls == Class::mixed && (p.sorts[about::Sort::mixed] >= limits::kHardlyMixed || c.mineSure < limits::kHardlyInDoubt) && c.mine() != Presence::none && (c.other != Presence::none || c.closed != Presence::none)) return judgeEntwined(r, c);
    const bool others = c.othersSure >= limits::kOthersPresent;
    if (c.mineSure >= limits::kSurelyMine) return mine();
    if (c.mineSure >= limits::kPerhapsMine) return others ? whoIsThisAbout(r, c) : mine();
    if (others) return onlyDeceased(r, p) ? r.by("R22") : redactOther(r, c);
    if (p.unsure || std::max(c.mineSure, c.othersSure) >= limits::kAnybody) return whoIsThisAbout(r, c);
    return onlyData(r, fragment, p);
}

// A single clue to where somebody hides: a human looks before it goes out. Basis: R13.
Verdict byCluesOnly(const Ruling& r) {
    auto verdict = r.by("R13");
    verdict.decision = Decision::judge;
    verdict.why = "Dit kan iets zeggen over de plek waar iemand verblijft die tegen de verzoeker wordt beschermd; kijk of het die plek verraadt.";
    return verdict;
}

// A passage that says who is protected among the professionals, or what happened to them, says too much. Basis: R16.
bool namesProtectedProfessional(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    const auto here = fragment.mentionsIn(p);
    if (std::none_of(here.begin(), here.end(), [&](const detect::Mention& m) { return r.standing.isProtectedProfessional(m.subject); })) return false;
    static constexpr std::string_view tells[] = {"afgescherm", "afscherm", "haar naam", "zijn naam", "naam niet", "teamnaam", "huisadres", "eigen adres", "prive", "bedreig", "gefilmd"};
    const auto text = fragment.view.slice(p.start, p.end);
    return std::any_of(std::begin(tells), std::end(tells), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Nobody but professionals is named: that the requester is in it is only taken from what stands around it.
bool namesOnlyProfessionals(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    const auto here = fragment.mentionsIn(p);
    return std::all_of(here.begin(), here.end(), [&](const detect::Mention& m) { return m.subject.empty() || m.inFunction || r.standing.isProfessional(m.subject); });
}

// "Hij bedreigde haar aan de telefoon": it may be the requester's own deed (R1), so a human looks.
// Not where it begins with the professional, and so tells what they did or what was done to them.
Verdict maybeTheirOwn(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& company) {
    auto verdict = r.by("R16");
    const auto here = fragment.mentionsIn(p);
    if (company.own == Presence::none || (!here.empty() && here.front().start == p.start)) return verdict;
    verdict.decision = Decision::judge;
    verdict.why = "Dit gaat over een medewerker die is afgeschermd, en mogelijk over wat de verzoeker zelf deed. Kan het worden getoond zonder te zeggen wie die medewerker is?";
    return verdict;
}

// Of nobody else: what they do to be safe, where they sit. It tells who they are. Basis: R16.
bool isAboutProtectedProfessional(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    const auto here = fragment.mentionsIn(p);
    return p.cls != Class::header && !p.unsure && std::any_of(here.begin(), here.end(), [&](const detect::Mention& m) { return r.standing.isProtectedProfessional(m.subject); });
}

// What comes before everything else. Basis: domain rules, "Order": R13, R14.
std::optional<Verdict> hiddenOrKeptBack(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& company) {
    const auto told = tellsWhereabouts(r, fragment, p, company);
    const auto inferred = told == Inference::certain ? told : std::max(told, surroundingsTell(r, fragment, p, company));
    if (inferred == Inference::certain) return r.by("R13");
    if (auto v = keptBack(r, fragment, p, company)) return v;
    if (inferred == Inference::likely) return byCluesOnly(r);
    return std::nullopt;
}

}  // namespace

bool tellsOfHiding(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    const auto company = companyOf(r, p);
    const auto v = hiddenOrKeptBack(r, fragment, p, company);
    return v && v->rule == "R13";
}

namespace {

// What holds where nothing in it tells of a hidden place or of who reported.
Verdict evaluateOpen(const Ruling& r, const ReadFragment& fragment, const Passage& p, const Company& company) {
    if (namesProtectedProfessional(r, fragment, p)) {
        if (company.own == Presence::none && company.other == Presence::none) return r.by("R16");
        if (namesOnlyProfessionals(r, fragment, p)) return maybeTheirOwn(r, fragment, p, company);
    }
    if (company.mine() == Presence::none && company.other == Presence::none && company.closed == Presence::none && isAboutProtectedProfessional(r, fragment, p)) return r.by("R16");
    if (const auto v = professionalMatter(r, fragment, p, company)) return *v;
    if (p.cls == Class::jointPlan && std::any_of(p.planFor.begin(), p.planFor.end(), [&](const std::string& who) { return r.standing.isOwn(who); })) return r.by("R11");
    if (p.cls == Class::jointPlan && company.own != Presence::none) return judgeEntwined(r, company);
    if (p.releaseHarms && company.mine() != Presence::none && !r.standing.isOwn(p.speaker)) return r.by("R4");
    if (r.standing.isYoungRequester() && company.mine() != Presence::none) return r.by("R9", "good-care");
    // A minor of sixteen or an adult who consented: their data are open in the documents the consent names (R5, R11).
    for (const auto& i : p.about)
        if (i.weight == about::Weight::subject && !r.standing.isMine(i.subject) && p.cls != Class::confidential && p.sorts[about::Sort::confidential] < limits::kConfided && r.standing.consents(i.subject, fragment.title, fragment.headingOf(p))) return r.by("R11");
    if (const auto v = confidence(r, fragment, p, company)) return *v;
    if (recordsParentage(r, fragment, p)) return r.by("R26");
    if (const auto v = statement(r, fragment, p, company)) return *v;
    return ordinary(r, fragment, p, company);
}

}  // namespace

Verdict evaluateBySigns(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    const auto company = companyOf(r, p);
    const auto v = hiddenOrKeptBack(r, fragment, p, company);
    if (!v) return evaluateOpen(r, fragment, p, company);
    if (v->rule != "R13" || v->decision != Decision::judge) return *v;
    const auto open = evaluateOpen(r, fragment, p, company);
    return open.decision == Decision::redact ? open : *v;  // it stays hidden anyway
}

}  // namespace redaction::policy
