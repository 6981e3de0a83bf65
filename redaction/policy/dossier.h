// A dossier that has been read: what stands where and whom every passage is about is found once, whoever asks
// afterwards. No decision: those are made per request.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "redaction/policy/correcting.h"
#include "redaction/policy/reading.h"

namespace redaction::policy {

// What reading rests on of a household: its people, how they are related, who is hidden. Who holds authority, what was consented to
// and from when all that holds is asked for each request, so that none of it makes a dossier be read again.
household::Case factsForReading(const household::Case& household);

class Dossier {
  public:
    // Keeps what it needs: neither the household nor the documents of the fragments need outlive it.
    Dossier(const household::Case& household, const std::vector<Fragment>& fragments);
    // With what reviewers corrected for this household.
    Dossier(const household::Case& household, const std::vector<Fragment>& fragments, const household::Corrections& corrections);
    // The same dossier with other corrections, the same fragments given again: what is found without them is not looked for again.
    Dossier corrected(const std::vector<Fragment>& fragments, const household::Corrections& corrections) const;

    // All proposals for one request, ordered by fragment and start. Changes nothing: several threads may ask at once.
    // household: as it stands on that day; std::logic_error where its factsForReading are others than the dossier was read with.
    // Throws std::runtime_error (Dutch) for a day on which the rules did not hold.
    std::vector<Proposal> propose(const household::Case& household, const household::AccessRequest& request, const RuleSet& rules, const household::Date& today) const;

  private:
    struct Plain {  // without corrections
        Plain(const household::Case& household, const std::vector<Fragment>& read);
        household::Case facts;
        std::string factsAsText;
        detect::People people;  // of `facts`
        std::vector<ReadFragment> fragments;
    };
    struct Corrected {  // the same dossier as the reviewers read it
        Corrected(const household::Case& facts, const std::vector<Fragment>& read, const household::Corrections& made);
        household::Corrections corrections;
        Correcting correcting;  // of `corrections`
        detect::People people;
        std::vector<ReadFragment> fragments;
    };
    explicit Dossier(std::shared_ptr<const Plain> plain) : plain_(std::move(plain)) {}

    std::shared_ptr<const Plain> plain_;
    std::shared_ptr<const Corrected> corrected_;  // nullptr: nothing was corrected
};

}  // namespace redaction::policy
