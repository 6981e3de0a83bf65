// dossier_report FOLDER [--misses|--spans]: how the proposals for the dossiers of a folder differ from their decisions, per
// dossier and together; with --misses also every passage on which they differ, worst first; with --spans every
// marked span that is not found or has another subject, and what was found where nothing is marked. For whoever adds a dossier
// or changes a rule; the bounds are held by dossiers_test.cpp.
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "redaction/document/document.h"
#include "redaction/policy/rules.h"
#include "tests/unit/dossiers/span_faults.h"

namespace {

using redaction::policy::Decision;
using redaction::policy::Proposal;
using redaction::policy::Scope;

struct Miss {
    int weight;  // characters, times how bad it is
    std::string line;
};

void print(const std::string& name, const dossiers::Measure& m) {
    std::printf("%-28s leak %5.2f  critical %zu/%zu  hedged %5.1f  silent %5.1f  overruled %5.1f  over %5.2f  load %5.1f  ground %5.1f  found %5.1f  subject %5.1f\n", name.c_str(),
                m.share(m.leaked, m.withheld), m.criticalLeaks, m.critical, m.share(m.hedged, m.withheld), m.share(m.silent, m.weighed), m.share(m.overruled, m.weighed),
                m.share(m.over, m.released), m.share(m.load, m.released), m.share(m.sameGround, m.both), m.share(m.found, m.spans), m.share(m.rightSubject, m.subjects));
}

int badness(Decision want, Decision got) {
    if (got == Decision::release) return want == Decision::redact ? 9 : 5;
    if (want == Decision::release) return got == Decision::redact ? 2 : 1;
    return want == Decision::judge ? 1 : 1;
}

std::string excerpt(const dossiers::Fragment& fragment, std::size_t start, std::size_t end) {
    auto text = redaction::document::toUtf8(std::u32string_view(fragment.document.text).substr(start, std::min<std::size_t>(end - start, 230)));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// Whoever decides most of the stretch: of the passages of ours that lie over it the strictest.
const Proposal* over(const std::vector<Proposal>& proposals, const std::string& fragment, std::size_t start, std::size_t end, Scope scope) {
    const Proposal* best = nullptr;
    for (const auto& p : proposals)
        if (p.fragment == fragment && p.scope == scope && p.start < end && start < p.end && (!best || p.decision > best->decision)) best = &p;
    return best;
}

void collectMisses(const dossiers::Dossier& dossier, const dossiers::Request& request, const std::vector<Proposal>& proposals, std::vector<Miss>& misses) {
    for (const auto& fragment : dossier.fragments)
        for (const auto& passage : fragment.passages) {
            const auto& want = passage.answers.at(request.asked.id);
            const auto* got = over(proposals, fragment.name, passage.start, passage.end, Scope::passage);
            const auto decision = got ? got->decision : Decision::release;
            if (decision == want.decision) continue;
            misses.push_back({badness(want.decision, decision) * static_cast<int>(passage.end - passage.start),
                              dossier.name + "/" + fragment.name + " " + request.asked.id + " " + request.asked.requester + ": wanted " + redaction::policy::toText(want.decision) + " " + want.ground +
                                  ", got " + redaction::policy::toText(decision) + " " + (got ? got->ground + " " + got->rule + " (" + got->why + ")" : "nothing") + "\n    " +
                                  excerpt(fragment, passage.start, passage.end)});
        }
}

void report(const dossiers::Dossier& dossier, const redaction::policy::RuleSet& rules, std::vector<Miss>& misses) {
    std::vector<redaction::policy::Fragment> fragments;
    for (const auto& f : dossier.fragments) fragments.push_back({f.name, f.partner, &f.document});
    for (const auto& request : dossier.requests)
        collectMisses(dossier, request, redaction::policy::propose(dossier.household, request.asked, fragments, rules, *dossier.household.referenceDate), misses);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "dossier_report FOLDER [--misses|--spans]\n";
        return 2;
    }
    try {
        const auto rules = redaction::policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
        dossiers::Measure all;
        std::vector<Miss> misses;
        const std::string asked = argc > 2 ? argv[2] : "";
        std::vector<std::string> spans;
        for (const auto& dossier : dossiers::loadAll(argv[1])) {
            const auto m = dossiers::measure(dossier, rules);
            print(dossier.name, m);
            all.add(m);
            if (asked == "--misses") report(dossier, rules, misses);
            if (asked == "--spans")
                for (auto& line : dossiers::spanFaults(dossier, rules)) spans.push_back(std::move(line));
        }
        print("together", all);
        for (const auto& line : spans) std::cout << line << '\n';
        std::stable_sort(misses.begin(), misses.end(), [](const Miss& a, const Miss& b) { return a.weight > b.weight; });
        for (const auto& miss : misses) std::cout << miss.line << '\n';
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
