// Does the waiting work on a few threads. What is done is stored together with the end of its job, so that a process
// that is killed at any moment loses nothing and does nothing twice.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "service/casework/office.h"

namespace service::casework {

// Handed to a job: whether to leave off.
class StopSign {
  public:
    StopSign(Office& office, const std::atomic<bool>& stopping, std::string jobId)
        : office_(office), stopping_(stopping), jobId_(std::move(jobId)) {}
    bool serviceStops() const { return stopping_; }
    bool isRaised() const { return stopping_ || office_.store.jobs().isCancelled(jobId_); }

  private:
    Office& office_;
    const std::atomic<bool>& stopping_;
    std::string jobId_;
};

// Thrown by a job that leaves off because the service stops: it is taken up again at the next start.
struct LeftOff {};

// A job stores its result and its own end in one transaction. What it throws is tried again a few times, then put to
// someone; the text of an exception is not shown or logged.
struct JobKind {
    std::string_view name, words;  // words: Dutch, for the log
    void (*run)(Office& office, const store::Job& job, const StopSign& stop);
};
const std::vector<JobKind>& jobKinds();

class JobRunner {
  public:
    // log: one line per failure; never personal data.
    JobRunner(Office& office, std::size_t threads, std::function<void(const std::string&)> log);
    ~JobRunner();  // as stop()
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    void start();
    void wake();
    void stop();        // asks running jobs to leave off, waits for them
    bool runOne();      // in the calling thread; false: nothing was due. For tests and for draining.

  private:
    void work(const std::string& worker);
    void runClaimed(const store::Job& claimed);

    Office& office_;
    std::size_t threadCount_;
    std::function<void(const std::string&)> log_;
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::condition_variable woken_;
    bool wakeAsked_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace service::casework
