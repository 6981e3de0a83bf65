#include "redaction/policy/rules.h"
#include "tests/unit/dossiers/measure.h"

#include <algorithm>

namespace dossiers {

namespace {

using redaction::policy::Decision;
using redaction::policy::Proposal;
using redaction::policy::Scope;

using Row = std::vector<Answer>;  // per code point

bool isBlank(char32_t c) { return c == U' ' || c == U'\n' || c == U'\t' || c == U'\u00a0'; }

void raise(Row& row, std::size_t start, std::size_t end, const Answer& answer) {
    for (auto i = start; i < end && i < row.size(); ++i)
        if (answer.decision > row[i].decision) row[i] = answer;
}

bool isAbsolute(const std::string& ground) { return ground == "safety" || ground == "reporter" || ground == "professional-safety"; }

bool names(const std::vector<std::string>& list, const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); }

// What is asked of a span by itself: the first rule that fits it.
Answer answerFor(const Request& request, const Span& span) {
    for (const auto& rule : request.spans)
        if (names(rule.subjects, span.subject) && (names(rule.kinds, "*") || names(rule.kinds, span.kind))) return rule.answer;
    return {};
}

struct Stretch {
    std::size_t start, end;
    Answer answer;
};

std::vector<Stretch> wanted(const Fragment& fragment, const Request& request) {
    std::vector<Stretch> result;
    for (const auto& passage : fragment.passages) {
        const auto& answer = passage.answers.at(request.asked.id);
        result.push_back({passage.start, passage.end, answer});
        for (const auto& span : passage.spans) {
            const auto own = answerFor(request, span);
            if (answer.decision == Decision::release || (answer.decision == Decision::judge && isAbsolute(own.ground))) result.push_back({span.start, span.end, own});
        }
    }
    return result;
}

void countCharacters(Measure& m, const Answer& want, const Answer& got) {
    const auto count = [&](std::size_t& all, std::size_t& first, Decision a, std::size_t& second, Decision b) {
        ++all;
        first += got.decision == a ? 1u : 0u;
        second += got.decision == b ? 1u : 0u;
    };
    switch (want.decision) {
        case Decision::redact: count(m.withheld, m.leaked, Decision::release, m.hedged, Decision::judge); break;
        case Decision::judge: count(m.weighed, m.silent, Decision::release, m.overruled, Decision::redact); break;
        case Decision::release: count(m.released, m.over, Decision::redact, m.load, Decision::judge); break;
    }
    if (want.decision == Decision::release || got.decision == Decision::release) return;
    ++m.both;
    m.sameGround += want.ground == got.ground ? 1u : 0u;
}

void countCritical(Measure& m, const std::u32string& text, const std::vector<Stretch>& stretches, const Row& got) {
    for (const auto& s : stretches) {
        if (s.answer.decision != Decision::redact || !(s.answer.ground == "safety" || s.answer.ground == "reporter")) continue;
        ++m.critical;
        bool leaks = false;
        for (auto i = s.start; i < s.end; ++i) leaks = leaks || (!isBlank(text[i]) && got[i].decision == Decision::release);
        m.criticalLeaks += leaks ? 1u : 0u;
    }
}

void measureFragment(Measure& m, const Fragment& fragment, const Request& request, const std::vector<Proposal>& proposals) {
    const auto& text = fragment.document.text;
    Row want(text.size()), got(text.size());
    const auto stretches = wanted(fragment, request);
    for (const auto& s : stretches) raise(want, s.start, s.end, s.answer);
    for (const auto& p : proposals)
        if (p.fragment == fragment.name) raise(got, p.start, p.end, {p.decision, p.ground});
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!isBlank(text[i])) countCharacters(m, want[i], got[i]);
    countCritical(m, text, stretches, got);
}

void measureSpans(Measure& m, const Dossier& dossier, const Fragment& fragment, const std::vector<Proposal>& proposals) {
    for (const auto& passage : fragment.passages)
        for (const auto& span : passage.spans) {
            ++m.spans;
            const auto hit = std::find_if(proposals.begin(), proposals.end(), [&](const Proposal& p) { return p.fragment == fragment.name && isHit(span, p); });
            if (hit == proposals.end()) continue;
            ++m.found;
            if (!redaction::household::findPerson(dossier.household, span.subject)) continue;
            ++m.subjects;
            m.rightSubject += hit->subject.value_or("") == span.subject ? 1u : 0u;
        }
}

}  // namespace

bool isHit(const Span& span, const Proposal& p) {
    if (p.scope != Scope::span || p.start >= span.end || span.start >= p.end) return false;
    const auto common = std::min(p.end, span.end) - std::max(p.start, span.start), length = span.end - span.start;
    return common * 10 >= length * 8 && (p.end - p.start) * 2 <= length * 3 + 4;
}

void Measure::add(const Measure& o) {
    for (auto [mine, theirs] : {std::pair{&withheld, o.withheld}, {&leaked, o.leaked}, {&hedged, o.hedged}, {&weighed, o.weighed}, {&silent, o.silent},
                                {&overruled, o.overruled}, {&released, o.released}, {&over, o.over}, {&load, o.load}, {&both, o.both}, {&sameGround, o.sameGround},
                                {&critical, o.critical}, {&criticalLeaks, o.criticalLeaks}, {&spans, o.spans}, {&found, o.found}, {&subjects, o.subjects}, {&rightSubject, o.rightSubject}})
        *mine += theirs;
}

Measure measure(const Dossier& dossier, const redaction::policy::RuleSet& rules) {
    Measure m;
    std::vector<redaction::policy::Fragment> fragments;
    for (const auto& f : dossier.fragments) fragments.push_back({f.name, f.partner, &f.document});
    bool first = true;
    for (const auto& request : dossier.requests) {
        const auto proposals = redaction::policy::propose(dossier.household, request.asked, fragments, rules, *dossier.household.referenceDate);
        for (const auto& f : dossier.fragments) {
            measureFragment(m, f, request, proposals);
            if (first) measureSpans(m, dossier, f, proposals);
        }
        first = false;
    }
    return m;
}

}  // namespace dossiers
