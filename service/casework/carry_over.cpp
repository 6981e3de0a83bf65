#include "service/casework/carry_over.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace service::casework {

namespace {

namespace policy = redaction::policy;

auto keyOf(const policy::Proposal& p) {
    return std::make_tuple(p.fragment, p.start, p.end, p.scope, p.decision, p.ground, p.rule, p.subject.value_or(""), p.kind.value_or(""));
}
using Key = decltype(keyOf(policy::Proposal{}));

bool isSpace(char32_t c) { return c == U' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0xFEFF; }

policy::Proposal gapProposal(const std::string& fragment, std::size_t start, std::size_t end) {
    policy::Proposal gap;
    gap.fragment = fragment;
    gap.start = start;
    gap.end = end;
    gap.scope = policy::Scope::passage;
    gap.decision = policy::Decision::judge;
    gap.ground = "third-party";
    gap.rule = "R12";
    gap.why = "Lakwerk kon niet bepalen over wie deze tekst gaat; kijk of zij getoond mag worden.";
    gap.certainty = 0;
    return gap;
}

}  // namespace

CarryOver carryOver(const std::vector<Standing>& standing, const std::vector<policy::Proposal>& fresh) {
    std::map<Key, bool> wanted;  // true: already there
    for (const auto& proposal : fresh) wanted.emplace(keyOf(proposal), false);
    CarryOver result;
    for (const auto& old : standing) {
        const auto found = wanted.find(keyOf(old.proposal));
        if (found == wanted.end() || found->second) {
            result.replaced.push_back(old.id);
            continue;
        }
        found->second = true;
        ++result.kept;
    }
    for (const auto& proposal : fresh) {
        bool& there = wanted.at(keyOf(proposal));
        if (!there) result.added.push_back(proposal);
        there = true;
    }
    return result;
}

std::vector<policy::Proposal> uncovered(const std::string& fragment, const redaction::document::Document& document,
                                        const std::vector<policy::Proposal>& proposals) {
    std::vector<bool> covered(document.text.size(), false);
    for (const auto& proposal : proposals) {
        if (proposal.fragment != fragment || proposal.scope != policy::Scope::passage) continue;
        for (std::size_t at = proposal.start; at < std::min(proposal.end, covered.size()); ++at) covered[at] = true;
    }
    std::vector<policy::Proposal> gaps;
    std::size_t start = 0, end = 0;  // of the gap that is being gathered; end 0: none
    const auto close = [&] {
        if (end > 0) gaps.push_back(gapProposal(fragment, start, end));
        end = 0;
    };
    for (std::size_t at = 0; at < covered.size(); ++at) {
        const char32_t c = document.text[at];
        if (covered[at] || c == U'\n' || c == U'\f') close();
        else if (!isSpace(c)) {
            if (end == 0) start = at;
            end = at + 1;
        }
    }
    close();
    return gaps;
}

}  // namespace service::casework
