#include <algorithm>
#include <array>

#include "redaction/policy/correcting.h"
#include "redaction/policy/evaluate.h"
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

// People who occur only where a protected person lives, learns or is cared for give the place away by their name.
void learnStrangers(Ruling& ruling, const std::vector<ReadFragment>& fragments) {
    for (const auto& fragment : fragments)
        for (const auto& passage : fragment.passages) {
            const bool unsafe = evaluatePassage(ruling, fragment, passage).rule == "R13";
            const bool told = ruling.standing.isOwn(passage.speaker) && passage.cls != about::Class::header;
            if (!unsafe && !told) continue;
            for (const auto& m : fragment.mentionsIn(passage))
                if (detect::isStranger(m.subject) && !(unsafe && isKnownTeacher(ruling, fragment, m)))
                    (unsafe ? ruling.unsafeStrangers : ruling.ownStrangers).insert(m.subject);
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
    p.why = verdict.why;
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

void proposeFragment(const Ruling& ruling, const ReadFragment& fragment, std::vector<Proposal>& out) {
    std::vector<Verdict> verdicts;
    for (const auto& passage : fragment.passages) verdicts.push_back(evaluatePassage(ruling, fragment, passage));
    settleUnnamed(fragment, verdicts);
    settleHeaders(ruling, fragment, verdicts);
    std::size_t m = 0;
    for (std::size_t i = 0; i < fragment.passages.size(); ++i) {
        const auto& passage = fragment.passages[i];
        out.push_back(toProposal(fragment, passage.start, passage.end, Scope::passage, verdicts[i]));
        out.back().why = whyOf(ruling, passage, verdicts[i]);
        for (const auto& involved : passage.about) out.back().certainty = std::min(out.back().certainty, involved.certainty);
        for (; m < fragment.mentions.size() && fragment.mentions[m].start < passage.end; ++m) {
            const auto& mention = fragment.mentions[m];
            if (mention.start < passage.start) continue;
            auto span = withPassage(evaluateSpan(ruling, fragment, passage, mention), verdicts[i]);
            auto p = toProposal(fragment, mention.start, std::min(mention.end, passage.end), Scope::span, span);
            if (!mention.subject.empty() && !detect::isStranger(mention.subject)) p.subject = mention.subject;
            p.kind = detect::toText(mention.kind);
            p.certainty = mention.certainty;
            out.push_back(std::move(p));
        }
    }
}

std::vector<Proposal> proposeFrom(const household::Case& household, const household::AccessRequest& request, const detect::People& people,
                                  const std::vector<ReadFragment>& read, const RuleSet& rules, const household::Date& today) {
    const Standing standing(household, request, today);
    Ruling ruling{rules, standing, people, partnerAsked(household, request), {}, {}, {}};
    Hiding hiding;
    hiding.learn(ruling, read);
    ruling.hiding = std::move(hiding);
    learnStrangers(ruling, read);
    std::vector<Proposal> proposals;
    for (const auto& fragment : read) proposeFragment(ruling, fragment, proposals);
    return proposals;
}

}  // namespace

std::vector<Proposal> propose(const household::Case& household, const household::AccessRequest& request,
                              const std::vector<Fragment>& fragments, const RuleSet& rules, const household::Date& today) {
    detect::People people(household);
    const auto read = readFragments(people, fragments);
    return proposeFrom(household, request, people, read, rules, today);
}

std::vector<Proposal> propose(const household::Case& household, const household::AccessRequest& request,
                              const std::vector<Fragment>& fragments, const RuleSet& rules, const household::Date& today,
                              const household::Corrections& corrections) {
    auto without = propose(household, request, fragments, rules, today);
    if (corrections.empty()) return without;
    detect::People people(household);
    Correcting correcting(corrections);
    const auto read = readFragments(people, fragments, &correcting);
    auto with = proposeFrom(household, request, people, read, rules, today);
    correcting.settle(without, with);
    return with;
}

}  // namespace redaction::policy
