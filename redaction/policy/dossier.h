// A dossier that has been read: what stands where and whom every passage is about is found once, whoever asks
// afterwards. No decision: those are made per request.
#pragma once

#include <optional>

#include "redaction/policy/correcting.h"
#include "redaction/policy/reading.h"

namespace redaction::policy {

class Dossier {
  public:
    // The household must outlive the dossier; the documents of the fragments need not.
    Dossier(const household::Case& household, const std::vector<Fragment>& fragments);
    // With what reviewers corrected for this household; the corrections must outlive it too.
    Dossier(const household::Case& household, const std::vector<Fragment>& fragments, const household::Corrections& corrections);

    // All proposals for one request, ordered by fragment and start. Changes nothing: several threads may ask at once.
    // Throws std::runtime_error (Dutch) for a day on which the rules did not hold.
    std::vector<Proposal> propose(const household::AccessRequest& request, const RuleSet& rules, const household::Date& today) const;

  private:
    struct Corrected {  // the same dossier as the reviewers read it
        Correcting correcting;
        detect::People people;
        std::vector<ReadFragment> fragments;
    };

    const household::Case& household_;
    detect::People people_;
    std::vector<ReadFragment> fragments_;
    std::optional<Corrected> corrected_;
};

}  // namespace redaction::policy
