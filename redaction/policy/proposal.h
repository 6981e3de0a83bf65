// What the engine proposes for a stretch of text, and the one call that makes the proposals of a request.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/correction.h"
#include "redaction/household/household.h"

namespace redaction::document {
struct Document;
}

namespace redaction::policy {

enum class Decision { release, judge, redact };  // in this order: the later wins where proposals overlap
enum class Scope { span, passage };

// Basis: domain rules R1–R27 (templates/rules). start, end: code points of the fragment's text, end exclusive.
struct Proposal {
    std::string fragment;
    std::size_t start = 0, end = 0;
    Scope scope = Scope::span;
    Decision decision = Decision::judge;
    std::string ground;                  // third-party, safety, …; empty where released
    std::string rule;                    // "R13"
    std::optional<std::string> subject;  // person id in the case; absent: nobody known
    std::optional<std::string> kind;     // name, address, …: spans only
    std::string why;                     // one sentence in plain Dutch
    double certainty = 1.0;              // 0..1
    std::string correction;              // id of the correction that made it another; empty: none did
    std::optional<Decision> uncorrected; // what was proposed without it
    // Who an unknown person is, or which number of nobody: alike where equal, within one request only. Empty where that
    // cannot be told: a first name alone is not the same person elsewhere.
    std::string likeness;
};

// One piece of a dossier as the engine sees it.
struct Fragment {
    std::string name;     // file name or id; comes back in Proposal::fragment
    std::string partner;  // partner id
    const document::Document* document = nullptr;
};

class RuleSet;  // redaction/policy/rules.h: the dated rules, loaded from XML

// All proposals for one request over all its fragments, ordered by fragment and start. Pure: the same input gives the
// same output. `today` is the day on which ages and authority are taken (the day of the decision).
std::vector<Proposal> propose(const household::Case& household, const household::AccessRequest& request,
                              const std::vector<Fragment>& fragments, const RuleSet& rules,
                              const household::Date& today);
// The same with what reviewers corrected for this household. What is hidden for safety or for a reporter stays so, or
// becomes a judge; where a proposal differs from the one without corrections it says so.
std::vector<Proposal> propose(const household::Case& household, const household::AccessRequest& request,
                              const std::vector<Fragment>& fragments, const RuleSet& rules,
                              const household::Date& today, const household::Corrections& corrections);

std::string toText(Decision decision);  // "release", "judge", "redact"
std::string toText(Scope scope);        // "span", "passage"
std::optional<Decision> decisionFrom(std::string_view text);
std::optional<Scope> scopeFrom(std::string_view text);

}  // namespace redaction::policy
