#include "service/casework/job_runner.h"

#include <chrono>

#include "service/casework/jobs.h"
#include "service/casework/pauses.h"
#include "service/casework/queue.h"

namespace service::casework {

namespace {

using namespace std::chrono_literals;
constexpr int maxAttempts = 4;
constexpr auto longestSleep = 2s;  // a retry that falls due wakes nobody by itself

void tryAgainOrGiveUp(Office& office, const store::Job& claimed) {
    const std::string error = "Er ging iets mis in Lakwerk zelf.";
    if (claimed.attempts >= maxAttempts) office.store.jobs().fail(claimed.id, error);
    else office.store.jobs().retryLater(claimed.id, error, pauseAfter(claimed.attempts).value_or(60s));
}

}  // namespace

const std::vector<JobKind>& jobKinds() {
    static const std::vector<JobKind> all{
        {job::collect, "verzamelen", runCollecting}, {job::read, "lezen", runReading},
        {job::propose, "voorstellen maken", runProposing}, {job::package, "pakket maken", runPackaging},
        {job::prefill, "brief lezen", runPrefill}, {job::forgetLetter, "brief vergeten", runForgetLetter},
        {job::escalate, "te late stappen melden", runEscalating}, {job::mail, "e-mail versturen", runMailing},
        {job::destroyDue, "kijken wat vernietigd wordt", runDestroyingDue}, {job::destroy, "vernietigen", runDestroying},
        {job::passDays, "verjaardagen en gezag bijhouden", runPassingDays},
    };
    return all;
}

JobRunner::JobRunner(Office& office, std::size_t threads, std::function<void(const std::string&)> log)
    : office_(office), threadCount_(threads), log_(std::move(log)) {}

JobRunner::~JobRunner() { stop(); }

void JobRunner::start() {
    for (std::size_t index = 0; index < threadCount_; ++index)
        threads_.emplace_back([this, index] { work("worker-" + std::to_string(index + 1)); });
}

void JobRunner::wake() {
    {
        const std::lock_guard lock(mutex_);
        wakeAsked_ = true;
    }
    woken_.notify_all();
}

void JobRunner::stop() {
    stopping_ = true;
    wake();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

void JobRunner::work(const std::string& worker) {
    while (!stopping_) {
        std::optional<store::Job> claimed;
        try {
            claimed = office_.store.jobs().claim(worker);
            if (claimed) runClaimed(*claimed);
        } catch (const std::exception&) {
            log_("werk uit de wachtrij nemen mislukte");
        }
        if (claimed) continue;
        office_.readings.forgetUnused(office_.environment.clock.now());
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, longestSleep, [this] { return wakeAsked_ || stopping_; });
        wakeAsked_ = false;
    }
}

bool JobRunner::runOne() {
    const auto claimed = office_.store.jobs().claim("worker-0");
    if (claimed) runClaimed(*claimed);
    return claimed.has_value();
}

void JobRunner::runClaimed(const store::Job& claimed) {
    const StopSign stop(office_, stopping_, claimed.id);
    for (const auto& kind : jobKinds()) {
        if (kind.name != claimed.kind) continue;
        try {
            kind.run(office_, claimed, stop);
        } catch (const LeftOff&) {
            office_.store.jobs().retryLater(claimed.id, "", 0s);
        } catch (const std::exception&) {
            log_(std::string(kind.words) + " mislukte (poging " + std::to_string(claimed.attempts) + ", " + claimed.id + ")");
            tryAgainOrGiveUp(office_, claimed);
        }
        return;
    }
    office_.store.jobs().fail(claimed.id, "Dit soort werk kent Lakwerk niet.");
}

}  // namespace service::casework
