// How the proposals for a dossier differ from its decisions, in characters other than white space.
#pragma once

#include "redaction/policy/rules.h"
#include "tests/unit/dossiers/dossier.h"

namespace dossiers {

struct Measure {
    std::size_t withheld = 0, leaked = 0, hedged = 0;     // should be redacted; shown; put to a human
    std::size_t weighed = 0, silent = 0, overruled = 0;   // should be put to a human; shown; redacted
    std::size_t released = 0, over = 0, load = 0;         // should be shown; redacted; put to a human
    std::size_t both = 0, sameGround = 0;                 // withheld by both
    std::size_t critical = 0, criticalLeaks = 0;          // stretches on ground safety or reporter
    std::size_t spans = 0, found = 0, subjects = 0, rightSubject = 0;

    void add(const Measure& other);
    double share(std::size_t part, std::size_t whole) const { return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole); }
};

bool isHit(const Span& span, const redaction::policy::Proposal& proposal);  // a span proposal of about that size lies over it
Measure measure(const Dossier& dossier, const redaction::policy::RuleSet& rules);

}  // namespace dossiers
