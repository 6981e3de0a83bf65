#include "redaction/document/document.h"
#include "redaction/policy/rules.h"
#include "tests/unit/dossiers/span_faults.h"

#include <algorithm>

namespace dossiers {

namespace {

using redaction::policy::Proposal;
using redaction::policy::Scope;

std::string cut(const Fragment& fragment, std::size_t start, std::size_t end) {
    end = std::min(end, fragment.document.text.size());
    auto text = redaction::document::toUtf8(std::u32string_view(fragment.document.text).substr(start, end - start));
    std::replace(text.begin(), text.end(), '\n', '/');
    return text;
}

std::string inContext(const Fragment& fragment, std::size_t start, std::size_t end) {
    constexpr std::size_t kAround = 50;
    return cut(fragment, start > kAround ? start - kAround : 0, start) + "[[" + cut(fragment, start, end) + "]]" + cut(fragment, end, end + kAround);
}

std::string kindOf(const Proposal& p) { return p.kind.value_or("?"); }

class Faults {
  public:
    Faults(const Dossier& dossier, const Fragment& fragment, const std::vector<Proposal>& proposals, std::vector<std::string>& lines) : dossier_(dossier), fragment_(fragment), lines_(lines) {
        for (const auto& p : proposals)
            if (p.fragment == fragment.name && p.scope == Scope::span) ours_.push_back(&p);
    }

    void run() {
        for (const auto& passage : fragment_.passages)
            for (const auto& span : passage.spans) check(span);
        for (const auto* p : ours_)
            if (!touchesAny(*p)) tell("EXTRA", kindOf(*p), p->start, p->end, "subject " + p->subject.value_or("-"));
    }

  private:
    void check(const Span& span) {
        const auto hit = std::find_if(ours_.begin(), ours_.end(), [&](const Proposal* p) { return isHit(span, *p); });
        if (hit == ours_.end()) {
            std::string there;
            for (const auto* p : ours_)
                if (p->start < span.end && span.start < p->end) there += " " + kindOf(*p) + ":" + p->subject.value_or("-") + "|" + cut(fragment_, p->start, p->end);
            tell("MISSED", span.kind, span.start, span.end, "subject " + span.subject + ", found there:" + (there.empty() ? " nothing" : there));
        } else if (redaction::household::findPerson(dossier_.household, span.subject) && (*hit)->subject.value_or("") != span.subject) {
            tell("SUBJECT", span.kind, span.start, span.end, "wanted " + span.subject + ", got " + (*hit)->subject.value_or("-"));
        }
    }

    bool touchesAny(const Proposal& p) const {
        for (const auto& passage : fragment_.passages)
            for (const auto& span : passage.spans)
                if (p.start < span.end && span.start < p.end) return true;
        return false;
    }

    void tell(const std::string& fault, const std::string& kind, std::size_t start, std::size_t end, const std::string& what) {
        lines_.push_back(fault + " " + kind + "\t" + inContext(fragment_, start, end) + "\t" + what + "\t" + dossier_.name + "/" + fragment_.name);
    }

    const Dossier& dossier_;
    const Fragment& fragment_;
    std::vector<const Proposal*> ours_;
    std::vector<std::string>& lines_;
};

}  // namespace

std::vector<std::string> spanFaults(const Dossier& dossier, const redaction::policy::RuleSet& rules) {
    std::vector<std::string> lines;
    std::vector<redaction::policy::Fragment> fragments;
    for (const auto& f : dossier.fragments) fragments.push_back({f.name, f.partner, &f.document});
    if (dossier.requests.empty()) return lines;
    const auto proposals = redaction::policy::propose(dossier.household, dossier.requests.front().asked, fragments, rules, *dossier.household.referenceDate);
    for (const auto& f : dossier.fragments) Faults(dossier, f, proposals, lines).run();
    std::stable_sort(lines.begin(), lines.end(), [](const std::string& a, const std::string& b) { return a.substr(0, a.find('\t')) < b.substr(0, b.find('\t')); });
    return lines;
}

}  // namespace dossiers
