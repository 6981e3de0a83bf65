#include <algorithm>
#include <array>
#include <stdexcept>

#include "redaction/detect/sentence_words.h"
#include "redaction/policy/dossier.h"
#include "redaction/policy/evaluate.h"
#include "redaction/policy/facts.h"
#include "redaction/policy/why.h"

namespace redaction::policy {

namespace {

constexpr std::size_t kTitleBefore = 14;
constexpr std::array<std::string_view, 6> kTeachers{"juf", "meester ", "mentor", "leerkracht", "docent", "directeur"};

std::string partnerAsked(const household::Case& household, const household::AccessRequest& request) {
    if (!request.addressedTo.empty()) return request.addressedTo;
    return household.partners.empty() ? "" : household.partners.front().id;
}

// A teacher gives nothing away where the school is not hidden.
bool isKnownTeacher(const Ruling& ruling, const ReadFragment& fragment, const detect::Mention& m) {
    if (ruling.standing.hidesFromRequester("school")) return false;
    const auto from = m.start < kTitleBefore ? 0 : m.start - kTitleBefore;
    const auto text = fragment.view.slice(from, std::min(m.end + kTitleBefore, fragment.view.size()));
    return std::any_of(kTeachers.begin(), kTeachers.end(), [&](std::string_view title) { return text.find(title) != std::string_view::npos; });
}

// "Mohammed |vertelt|", "|zegt| Mohammed".
bool speaks(const ReadFragment& fragment, const detect::Mention& m) {
    constexpr std::size_t kComma = 2;
    const auto& tokens = fragment.view.tokens();
    const auto from = [&](std::size_t at) { return std::size_t(std::lower_bound(tokens.begin(), tokens.end(), at, [](const auto& token, std::size_t place) { return token.start < place; }) - tokens.begin()); };
    const auto next = from(m.end), here = from(m.start);
    if (next < tokens.size() && tokens[next].start - m.end <= kComma && detect::isSayingVerb(fragment.view.word(next))) return true;
    return here > 0 && m.start - tokens[here - 1].end <= kComma && detect::isSayingVerb(fragment.view.word(here - 1));
}

// Where in a passage the requester no longer tells: somebody else speaks, or, where the passage tells of somebody who hides,
// the first sentence ends. The start of the passage: they told nothing of it. Basis: R11.
std::size_t endOfTelling(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage) {
    if (passage.cls == about::Class::header || !toldByRequester(ruling, passage)) return passage.start;
    auto end = passage.end;
    if (ruling.standing.protectsAnybody() && isOfHidden(ruling, fragment, passage)) {
        const auto text = fragment.view.slice(passage.start, passage.end);
        for (const std::string_view stop : {". ", "! ", "? ", "\n"}) end = std::min(end, passage.start + std::min(text.find(stop), text.size()));
    }
    for (const auto& other : fragment.mentionsIn(passage)) {
        if (other.start >= end) break;
        if (!ruling.standing.isOwn(other.subject) && speaks(fragment, other)) return other.start;
    }
    return end;
}

using Verdicts = std::vector<Verdict>;  // per passage of a fragment

// People who occur only where a protected person lives, learns or is cared for give the place away by their name.
// Returns the verdicts as they were before that was known.
std::vector<Verdicts> learnStrangers(Ruling& ruling, const std::vector<ReadFragment>& fragments) {
    std::vector<Verdicts> verdicts(fragments.size());
    for (std::size_t f = 0; f < fragments.size(); ++f)
        for (const auto& passage : fragments[f].passages) {
            const auto& fragment = fragments[f];
            verdicts[f].push_back(evaluatePassage(ruling, fragment, passage));
            const bool unsafe = verdicts[f].back().rule == "R13";
            const auto told = unsafe ? passage.start : endOfTelling(ruling, fragment, passage);
            if (!unsafe && told == passage.start) continue;
            for (const auto& m : fragment.mentionsIn(passage)) {
                if (!detect::isStranger(m.subject)) continue;
                if (unsafe && !isKnownTeacher(ruling, fragment, m)) ruling.unsafeStrangers.insert(m.subject);
                if (m.start < told) ruling.ownStrangers.insert(m.subject);
            }
        }
    return verdicts;
}

// Only who names somebody that gives a place away is looked at again.
void reconsider(const Ruling& ruling, const ReadFragment& fragment, Verdicts& verdicts) {
    if (ruling.unsafeStrangers.empty()) return;
    for (std::size_t i = 0; i < fragment.passages.size(); ++i) {
        const auto here = fragment.mentionsIn(fragment.passages[i]);
        const bool unsafe = std::any_of(here.begin(), here.end(), [&](const detect::Mention& m) { return detect::isStranger(m.subject) && ruling.unsafeStrangers.count(m.subject) != 0; });
        if (unsafe) verdicts[i] = evaluatePassage(ruling, fragment, fragment.passages[i]);
    }
}

Proposal toProposal(const ReadFragment& fragment, std::size_t start, std::size_t end, Scope scope, const Verdict& verdict) {
    Proposal p;
    p.fragment = fragment.name;
    p.start = start;
    p.end = end;
    p.scope = scope;
    p.decision = verdict.decision;
    p.ground = verdict.ground;
    p.rule = verdict.rule;
    p.certainty = verdict.certainty;
    return p;
}

// A span never says less than its passage; R13, R14 and R16 stand also inside a judged one.
Verdict withPassage(Verdict span, const Verdict& passage) {
    const bool absolute = span.rule == "R13" || span.rule == "R14" || (span.rule == "R16" && span.decision == Decision::redact);
    if (absolute) return span;
    if (passage.decision == Decision::release) return span;
    return passage;
}

constexpr double kBetweenSeveral = 0.5;

// Fits several people as well: nobody's until a human says whose.
bool isOpen(const detect::Mention& m) { return !m.candidates.empty() && m.certainty <= kBetweenSeveral; }

bool namesSomebody(const detect::Mention& m) { return m.kind == detect::Kind::name || m.kind == detect::Kind::role || m.kind == detect::Kind::initials; }

// What is only taken to be of the one named before: an illness, a debt, an age.
bool followsName(detect::Kind kind) { return kind == detect::Kind::finance || kind == detect::Kind::age || (kind >= detect::Kind::health && kind <= detect::Kind::sexuality); }

bool isOneOfAKind(detect::Kind kind) {
    return kind == detect::Kind::phone || kind == detect::Kind::email || kind == detect::Kind::iban || kind == detect::Kind::bsn || kind == detect::Kind::plate || kind == detect::Kind::address || kind == detect::Kind::url;
}

// What makes an unknown person, or a number of nobody, the same elsewhere in the dossier: the full name, the number itself.
std::string likenessOf(const ReadFragment& fragment, const detect::Mention& m) {
    if (!m.subject.empty() && !detect::isStranger(m.subject)) return {};
    if (m.kind != detect::Kind::name && !isOneOfAKind(m.kind)) return {};
    const auto text = fragment.view.slice(m.start, m.end);
    if (m.kind == detect::Kind::email || m.kind == detect::Kind::url) return detect::toText(m.kind) + ":" + std::string(text);  // each sign counts
    std::string form;
    std::size_t words = 0, letters = 0, firstWord = 0;  // letters: of the word
    for (const char c : text) {
        const bool isPart = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+';
        if (isPart && letters == 0) ++words;
        if (isPart) form += c, ++letters;
        if (words == 1) firstWord = letters;
        if (!isPart && letters > 0) letters = 0, form += m.kind == detect::Kind::name || m.kind == detect::Kind::address ? " " : "";
    }
    while (!form.empty() && form.back() == ' ') form.pop_back();
    if (m.kind != detect::Kind::name) return detect::toText(m.kind) + ":" + form;
    constexpr std::size_t kInitial = 1;
    return words >= 2 && firstWord > kInitial ? m.subject + ":" + form : std::string();
}

void proposeFragment(const Ruling& ruling, const StrangersForms& strangers, const ReadFragment& fragment, Verdicts verdicts, std::vector<Proposal>& out) {
    reconsider(ruling, fragment, verdicts);
    settleUnnamed(fragment, verdicts);
    settleHeaders(ruling, fragment, verdicts);
    std::size_t m = 0;
    for (std::size_t i = 0; i < fragment.passages.size(); ++i) {
        const auto& passage = fragment.passages[i];
        out.push_back(toProposal(fragment, passage.start, passage.end, Scope::passage, verdicts[i]));
        out.back().why = whyOf(ruling, fragment, passage, verdicts[i]);
        for (const auto& involved : passage.about) out.back().certainty = std::min(out.back().certainty, involved.certainty);
        const detect::Mention* named = nullptr;  // last
        for (; m < fragment.mentions.size() && fragment.mentions[m].start < passage.end; ++m) {
            const auto& mention = fragment.mentions[m];
            if (mention.start < passage.start) continue;
            if (namesSomebody(mention)) named = &mention;
            const auto* between = isOpen(mention) ? &mention : named && followsName(mention.kind) && mention.subject == named->subject && isOpen(*named) ? named : nullptr;
            auto span = withPassage(evaluateSpan(ruling, fragment, passage, mention), verdicts[i]);
            auto p = toProposal(fragment, mention.start, std::min(mention.end, passage.end), Scope::span, span);
            if (!between && !mention.subject.empty() && !detect::isStranger(mention.subject)) p.subject = mention.subject;
            p.why = (between ? whoItMayBe(ruling, *between) : detect::isStranger(mention.subject) ? strangers.linked(mention.subject) : std::string()).append(span.why);
            p.kind = detect::toText(mention.kind);
            p.likeness = likenessOf(fragment, mention);
            p.certainty = between ? std::min(mention.certainty, kBetweenSeveral) : mention.certainty;
            out.push_back(std::move(p));
        }
    }
}

std::vector<Proposal> proposeFrom(const household::Case& household, const household::AccessRequest& request, const detect::People& people,
                                  const std::vector<ReadFragment>& read, const RuleSet& rules, const household::Date& today) {
    const Standing standing(household, request, today, rules.ages(today));
    Ruling ruling{RulesOfDay(rules, today), standing, people, partnerAsked(household, request), {}, {}, {}};
    Hiding hiding;
    hiding.learn(ruling, read);
    ruling.hiding = std::move(hiding);
    auto verdicts = learnStrangers(ruling, read);
    const StrangersForms strangers(read);
    std::vector<Proposal> proposals;
    std::size_t most = 0;
    for (const auto& fragment : read) most += fragment.passages.size() + fragment.mentions.size();
    proposals.reserve(most);
    for (std::size_t f = 0; f < read.size(); ++f) proposeFragment(ruling, strangers, read[f], std::move(verdicts[f]), proposals);
    return proposals;
}

}  // namespace

std::vector<Proposal> propose(const household::Case& household, const household::AccessRequest& request,
                              const std::vector<Fragment>& fragments, const RuleSet& rules, const household::Date& today) {
    return Dossier(household, fragments).propose(household, request, rules, today);
}

std::vector<Proposal> propose(const household::Case& household, const household::AccessRequest& request,
                              const std::vector<Fragment>& fragments, const RuleSet& rules, const household::Date& today,
                              const household::Corrections& corrections) {
    return Dossier(household, fragments, corrections).propose(household, request, rules, today);
}

household::Case factsForReading(const household::Case& household) {
    household::Case facts;
    facts.id = household.id, facts.referenceDate = household.referenceDate, facts.persons = household.persons;
    for (auto& person : facts.persons) person.source = {};
    for (const auto& it : household.relations) facts.relations.push_back({it.type, it.from, it.to, {}, {}, {}});
    for (const auto& it : household.protections) facts.protections.emplace_back().person = it.person;
    return facts;
}

Dossier::Plain::Plain(const household::Case& household, const std::vector<Fragment>& read)
    : facts(factsForReading(household)), factsAsText(household::toJson(facts)), people(facts), fragments(readFragments(people, read)) {}

Dossier::Corrected::Corrected(const household::Case& facts, const std::vector<Fragment>& read, const household::Corrections& made)
    : corrections(made), correcting(corrections), people(facts), fragments(readFragments(people, read, &correcting)) {}

Dossier::Dossier(const household::Case& household, const std::vector<Fragment>& fragments) : plain_(std::make_shared<Plain>(household, fragments)) {}

Dossier::Dossier(const household::Case& household, const std::vector<Fragment>& fragments, const household::Corrections& corrections) : Dossier(household, fragments) {
    if (!corrections.empty()) corrected_ = std::make_shared<Corrected>(plain_->facts, fragments, corrections);
}

Dossier Dossier::corrected(const std::vector<Fragment>& fragments, const household::Corrections& corrections) const {
    Dossier other(plain_);
    if (!corrections.empty()) other.corrected_ = std::make_shared<Corrected>(plain_->facts, fragments, corrections);
    return other;
}

std::vector<Proposal> Dossier::propose(const household::Case& household, const household::AccessRequest& request, const RuleSet& rules, const household::Date& today) const {
    if (!rules.holdOn(today)) throw std::runtime_error("Op " + household::toIso(today) + " golden deze regels niet; controleer de datum van het verzoek of de peildatum van het dossier.");
    if (household::toJson(factsForReading(household)) != plain_->factsAsText) throw std::logic_error("another household than the reading rests on");
    auto without = proposeFrom(household, request, plain_->people, plain_->fragments, rules, today);
    if (!corrected_) return without;
    auto with = proposeFrom(household, request, corrected_->people, corrected_->fragments, rules, today);
    corrected_->correcting.settle(without, with);
    return with;
}

}  // namespace redaction::policy
