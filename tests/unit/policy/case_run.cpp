#include "redaction/document/document.h"
#include "tests/unit/policy/case_run.h"

#include <algorithm>

#include "tests/unit/policy/case_words.h"

namespace cases {

namespace {

using namespace redaction;
using policy::Proposal;
using policy::Scope;

bool isInk(const char32_t c) { return c > 127 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The proposals of one piece, laid over its text.
class Laid {
  public:
    Laid(std::vector<Proposal> proposals, const std::u32string& text) : proposals_(std::move(proposals)), text_(text), passage_(text.size()), span_(text.size()) {
        for (const auto& p : proposals_) {
            auto& layer = p.scope == Scope::passage ? passage_ : span_;
            for (auto i = p.start; i < std::min(p.end, layer.size()); ++i)
                if (!layer[i] || layer[i]->decision < p.decision) layer[i] = &p;
        }
    }
    bool ink(std::size_t i) const { return isInk(text_[i]); }
    const Proposal* passageAt(std::size_t i) const { return passage_[i]; }
    const Proposal* at(std::size_t i) const { return span_[i] ? span_[i] : passage_[i]; }
    const std::vector<Proposal>& all() const { return proposals_; }
    std::string slice(std::size_t start, std::size_t end) const { return document::toUtf8(std::u32string_view(text_).substr(start, end - start)); }

  private:
    std::vector<Proposal> proposals_;
    const std::u32string& text_;
    std::vector<const Proposal*> passage_, span_;
};

bool agrees(const Proposal* p, const Expected& e) {
    return p && p->decision == e.decision && p->ground == e.ground && (e.rule.empty() || p->rule == e.rule);
}

std::string told(const Proposal* p) {
    if (!p) return "geen voorstel";
    return inDutch({p->decision, p->ground, p->rule}) + " · " + p->why;
}

void note(Outcome& outcome, const Proposal* p, const Expected& expected, const std::string& where) {
    const auto sentence = where + "\n    verwacht:   " + inDutch(expected) + "\n    voorgesteld: " + told(p);
    if (std::find(outcome.differences.begin(), outcome.differences.end(), sentence) == outcome.differences.end()) outcome.differences.push_back(sentence);
    if (expected.decision == Decision::release || (p && p->decision != Decision::release)) return;
    outcome.harm = std::max(outcome.harm, expected.decision == Decision::redact ? Harm::shown : Harm::unweighed);
}

void compareMark(Outcome& outcome, const Laid& laid, const Mark& mark) {
    const auto here = "[" + mark.text + "]";
    if (mark.expected)
        for (auto i = mark.start; i < mark.end; ++i)
            if (laid.ink(i) && !agrees(laid.at(i), *mark.expected)) note(outcome, laid.at(i), *mark.expected, here);
    if (mark.who == Who::anyone && mark.kind.empty()) return;
    std::vector<bool> covered(mark.end - mark.start);
    std::string found;
    for (const auto& p : laid.all()) {
        if (p.scope != Scope::span || p.end <= mark.start || p.start >= mark.end) continue;
        found += (found.empty() ? "" : ", ") + laid.slice(p.start, p.end) + " = " + p.subject.value_or("onbekend") + ":" + p.kind.value_or("?");
        const bool same = mark.who == Who::anyone || (mark.who == Who::open ? !p.subject && p.why.rfind("Kan ", 0) == 0 : mark.who == Who::unknown ? !p.subject : p.subject == mark.person);
        if (!same || (!mark.kind.empty() && p.kind != mark.kind)) continue;
        for (auto i = std::max(p.start, mark.start); i < std::min(p.end, mark.end); ++i) covered[i - mark.start] = true;
    }
    bool whole = true;
    for (auto i = mark.start; i < mark.end; ++i) whole = whole && (covered[i - mark.start] || !laid.ink(i));
    const bool right = mark.who == Who::nobodyAtAll ? found.empty() : whole;
    if (right) return;
    const auto who = mark.who == Who::nobodyAtAll ? "geen" : mark.who == Who::open ? "open" : mark.who == Who::unknown ? "onbekend" : mark.who == Who::anyone ? "?" : mark.person;
    outcome.differences.push_back(here + "\n    verwacht:   " + who + (mark.kind.empty() ? "" : ":" + mark.kind) + "\n    herkend:    " + (found.empty() ? "niets" : found));
}

// What is outside the marks of a released line must be readable; inside a line that is withheld the passage decides.
void compareLine(Outcome& outcome, const Laid& laid, const Line& line) {
    const auto& expected = *line.expected;
    const auto marked = [&](std::size_t i) {
        return std::any_of(line.marks.begin(), line.marks.end(), [&](const Mark& m) { return m.expected && i >= m.start && i < m.end; });
    };
    for (auto i = line.start; i < line.end; ++i) {
        if (!laid.ink(i)) continue;
        const auto* p = laid.passageAt(i);
        if (!agrees(p, expected)) note(outcome, p, expected, "de regel");
        const auto* span = laid.at(i);
        if (expected.decision == Decision::release && p && p->decision == Decision::release && span && span->decision != Decision::release && !marked(i))
            note(outcome, span, {Decision::release, {}, {}}, "\"" + laid.slice(span->start, span->end) + "\"");
    }
}

void gather(Outcome& outcome, const Laid& laid, const Line& line) {
    for (const auto& p : laid.all()) {
        if (p.end <= line.start || p.start >= line.end) continue;
        outcome.whys.push_back(p.why);
        const bool judgedSpan = std::any_of(line.marks.begin(), line.marks.end(), [&](const Mark& m) { return m.expected && p.start < m.end && m.start < p.end; });
        if (p.scope == Scope::passage ? line.expected.has_value() : judgedSpan) outcome.rules.insert(p.rule);
    }
}

}  // namespace

const policy::RuleSet& rules() {
    static const auto loaded = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    return loaded;
}

std::vector<Outcome> run(const CaseFile& file, const Piece& piece) {
    const auto& setting = file.settings[piece.setting];
    document::Document paper;
    paper.text = piece.text;
    const auto name = setting.partner + "-" + setting.document + ".txt";
    const Laid laid(policy::propose(setting.household, setting.request, {{name, setting.partner, &paper}}, rules(), setting.today), paper.text);
    std::vector<Outcome> outcomes;
    for (const auto& line : piece.lines) {
        Outcome outcome;
        outcome.line = &line;
        if (line.expected) compareLine(outcome, laid, line);
        for (const auto& mark : line.marks) compareMark(outcome, laid, mark);
        gather(outcome, laid, line);
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

}  // namespace cases
