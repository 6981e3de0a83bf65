// Dossiers that have been read, kept in memory for whoever asks for the same pieces next: the other parent, the child, or the same
// request once a day, a consent or a correction made its proposals another. Kept for no other household, no longer than a working
// day after they were last asked for, never more than so many characters together, and not beyond the case: what is forgotten,
// or lost at a restart, is read again. Never on disk, so that nothing of it outlives the keys of the case.
#pragma once

#include <cstddef>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "redaction/policy/dossier.h"
#include "service/environment.h"

namespace service::casework {

// A reading, as one request names its pieces.
class ReadDossier {
  public:
    ReadDossier(std::shared_ptr<const redaction::policy::Dossier> dossier, std::vector<std::string> names) : dossier_(std::move(dossier)), names_(std::move(names)) {}
    // As redaction::policy::Dossier::propose.
    std::vector<redaction::policy::Proposal> propose(const redaction::household::Case& known, const redaction::household::AccessRequest& asked,
                                                     const redaction::policy::RuleSet& rules, const redaction::household::Date& today) const;

  private:
    std::shared_ptr<const redaction::policy::Dossier> dossier_;
    std::vector<std::string> names_;  // of its fragments, in order
};

struct ToRead {
    std::string requestId, householdId;
    const redaction::household::Case& household;
    const std::vector<redaction::policy::Fragment>& fragments;
    const std::vector<std::string>& contents;  // of each fragment a hash over all that was read of it
    redaction::household::Corrections corrections;
};

class Readings {
  public:
    static constexpr std::size_t mostCharacters = 8'000'000;  // about 4,000 pages, 150 MB
    static constexpr std::chrono::hours keptFor{8};

    explicit Readings(std::size_t most = mostCharacters) : most_(most) {}

    // Reads only what was not read yet: the same pieces in the same order, of the same household with the same people, relations and
    // hidden people, with the same corrections. Who asks while another reads it waits for that one.
    ReadDossier of(const ToRead& wanted, Moment now);
    void forget(const std::string& requestId);  // its case is over
    void forgetUnused(Moment now);

    std::size_t timesRead() const;   // how often mentions and passages were looked for in a whole dossier
    std::size_t charactersKept() const;

  private:
    using Dossier = std::shared_ptr<const redaction::policy::Dossier>;
    struct Kept {
        std::string key, corrections;  // hashes: of what is read, of what was corrected in it
        std::shared_future<Dossier> dossier;
        std::size_t characters = 0;
        std::set<std::string> requests;
        Moment lastUsed{};
    };
    using Place = std::list<Kept>::iterator;

    Place find(const std::string& key, const std::string* corrections);
    void release(const std::string& requestId, const Kept* except);
    Dossier read(const ToRead& named, const Dossier& plain);
    void drop(const std::string& key, const std::string& corrections);
    void keepWithin();

    const std::size_t most_;
    mutable std::mutex mutex_;
    std::list<Kept> kept_;  // last used first
    std::size_t timesRead_ = 0;
};

}  // namespace service::casework
