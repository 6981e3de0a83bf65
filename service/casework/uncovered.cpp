#include "service/casework/uncovered.h"

#include <algorithm>

namespace service::casework {

namespace {

namespace policy = redaction::policy;

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
