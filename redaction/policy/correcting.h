// Lays the corrections of reviewers over a reading, and keeps what they may not do: open by themselves what is hidden for
// safety or for a reporter. Not where corrections come from, and no decision: what they change is proposed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "redaction/about/passage.h"
#include "redaction/detect/detect.h"
#include "redaction/household/correction.h"
#include "redaction/policy/proposal.h"

namespace redaction::policy {

class Correcting {
  public:
    struct Hit {  // where a correction took hold
        std::size_t start = 0, end = 0;
        const household::Correction* by = nullptr;
    };

    explicit Correcting(const household::Corrections& corrections);  // which must outlive it

    void mentions(const std::string& fragment, const detect::TextView& view, std::vector<detect::Mention>& mentions);
    void passages(const std::string& fragment, std::vector<about::Passage>& passages);  // after `mentions`

    // `without`: what was proposed for the same fragments and request without corrections. Marks in `with` what differs.
    // Basis: domain rules R13, R14: a correction by one person lifts neither; it puts them to a human at most.
    void settle(const std::vector<Proposal>& without, std::vector<Proposal>& with) const;

  private:
    const Hit* causeOf(const Proposal& proposal) const;  // nullptr: nothing took hold
    void settleOne(const Proposal* without, Proposal& with) const;

    struct Wanted {
        const household::Correction* correction;
        std::string foldedForm;
    };
    std::vector<Wanted> wanted_;
    std::map<std::string, std::vector<Hit>> hits_;  // by fragment
};

}  // namespace redaction::policy
