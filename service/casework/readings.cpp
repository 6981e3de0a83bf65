#include "service/casework/readings.h"

#include <algorithm>
#include <map>

#include "service/casework/archive.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
namespace policy = redaction::policy;

// One after another so that no two rows of texts run together into the same.
class Row {
  public:
    Row& add(const std::string& text) {
        all_ += std::to_string(text.size()) + ":" + text;
        return *this;
    }
    Row& add(std::size_t number) { return add(std::to_string(number)); }
    std::string hash() const { return sha256Hex(all_); }

  private:
    std::string all_;
};

// The same in every request on the same pieces, and in this order in a map.
std::string nameOf(std::size_t number) {
    auto digits = std::to_string(number);
    return std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
}

std::vector<std::string> namesOf(const std::vector<policy::Fragment>& fragments) {
    std::vector<std::string> names;
    for (const auto& it : fragments) names.push_back(it.name);
    return names;
}

std::vector<policy::Fragment> numbered(std::vector<policy::Fragment> fragments) {
    for (std::size_t i = 0; i < fragments.size(); ++i) fragments[i].name = nameOf(i);
    return fragments;
}

household::Corrections numbered(household::Corrections corrections, const std::vector<policy::Fragment>& fragments) {
    std::map<std::string, std::string> numbers;
    for (std::size_t i = 0; i < fragments.size(); ++i) numbers[fragments[i].name] = nameOf(i);
    for (auto& it : corrections) {
        const auto number = numbers.find(it.fragment);
        it.fragment = number == numbers.end() ? std::string() : number->second;
    }
    return corrections;
}

std::string keyOf(const ToRead& wanted) {
    Row row;
    row.add(wanted.householdId).add(household::toJson(policy::factsForReading(wanted.household)));
    for (std::size_t i = 0; i < wanted.fragments.size(); ++i) row.add(wanted.fragments[i].partner).add(wanted.contents.at(i));
    return row.hash();
}

std::string keyOf(const household::Corrections& corrections) {
    Row row;
    for (const auto& it : corrections) {
        row.add(it.id).add(std::size_t(it.target)).add(std::size_t(it.reach)).add(it.fragment).add(it.start).add(it.end).add(it.form).add(it.from).add(it.to.size());
        for (const auto& to : it.to) row.add(to);
    }
    return row.hash();
}

std::size_t charactersOf(const ToRead& wanted) {
    std::size_t all = 0;
    for (const auto& it : wanted.fragments) all += it.document->text.size();
    return wanted.corrections.empty() ? all : 2 * all;
}

}  // namespace

std::vector<policy::Proposal> ReadDossier::propose(const household::Case& known, const household::AccessRequest& asked, const policy::RuleSet& rules, const household::Date& today) const {
    auto proposals = dossier_->propose(known, asked, rules, today);
    for (auto& it : proposals) it.fragment = names_.at(std::stoul(it.fragment));
    return proposals;
}

ReadDossier Readings::of(const ToRead& asked, Moment now) {
    const auto fragments = numbered(asked.fragments);
    const ToRead wanted{asked.requestId, asked.householdId, asked.household, fragments, asked.contents, numbered(asked.corrections, asked.fragments)};
    const auto key = keyOf(wanted), corrections = keyOf(wanted.corrections);
    std::promise<Dossier> promise;
    std::shared_future<Dossier> before;  // the same without these corrections
    {
        std::unique_lock lock(mutex_);
        if (const auto found = find(key, &corrections); found != kept_.end()) {
            found->requests.insert(asked.requestId), found->lastUsed = now;
            kept_.splice(kept_.begin(), kept_, found);
            release(asked.requestId, &kept_.front());
            const auto dossier = kept_.front().dossier;
            lock.unlock();
            return {dossier.get(), namesOf(asked.fragments)};
        }
        if (const auto found = find(key, nullptr); found != kept_.end()) before = found->dossier;
        kept_.push_front({key, corrections, promise.get_future().share(), charactersOf(wanted), {asked.requestId}, now});
        release(asked.requestId, &kept_.front());
        timesRead_ += (before.valid() ? 0u : 1u) + (wanted.corrections.empty() ? 0u : 1u);
    }
    try {
        const auto dossier = read(wanted, before.valid() ? before.get() : nullptr);
        promise.set_value(dossier);
        keepWithin();
        return {dossier, namesOf(asked.fragments)};
    } catch (...) {
        drop(key, corrections);
        promise.set_exception(std::current_exception());
        throw;
    }
}

Readings::Dossier Readings::read(const ToRead& named, const Dossier& plain) {
    if (plain) return std::make_shared<policy::Dossier>(plain->corrected(named.fragments, named.corrections));
    return std::make_shared<policy::Dossier>(named.household, named.fragments, named.corrections);
}

Readings::Place Readings::find(const std::string& key, const std::string* corrections) {
    return std::find_if(kept_.begin(), kept_.end(), [&](const Kept& it) { return it.key == key && (!corrections || it.corrections == *corrections); });
}

// A request needs one reading at a time; what nobody needs is gone.
void Readings::release(const std::string& requestId, const Kept* except) {
    for (auto& it : kept_)
        if (&it != except) it.requests.erase(requestId);
    kept_.remove_if([](const Kept& it) { return it.requests.empty(); });
}

void Readings::drop(const std::string& key, const std::string& corrections) {
    const std::lock_guard lock(mutex_);
    if (const auto found = find(key, &corrections); found != kept_.end()) kept_.erase(found);
}

void Readings::keepWithin() {
    const std::lock_guard lock(mutex_);
    std::size_t all = 0;
    for (const auto& it : kept_) all += it.characters;
    for (; all > most_; kept_.pop_back()) all -= kept_.back().characters;
}

void Readings::forget(const std::string& requestId) {
    const std::lock_guard lock(mutex_);
    release(requestId, nullptr);
}

void Readings::forgetUnused(Moment now) {
    const std::lock_guard lock(mutex_);
    kept_.remove_if([&](const Kept& it) { return it.lastUsed + keptFor <= now; });
}

std::size_t Readings::timesRead() const {
    const std::lock_guard lock(mutex_);
    return timesRead_;
}

std::size_t Readings::charactersKept() const {
    const std::lock_guard lock(mutex_);
    std::size_t all = 0;
    for (const auto& it : kept_) all += it.characters;
    return all;
}

}  // namespace service::casework
