// Long work in a table: it survives a restart, is done once, and is tried again after growing pauses. One process
// claims; its threads work.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

enum class JobState { ready, running, done, failed, cancelled };
std::string toText(JobState state);

struct Job {
    Id id;
    std::string kind;     // "collect", "read", "propose", "package"
    std::string subject;  // what it is about: at most one open job per kind and subject
    std::string payload = "{}";
    Id requestId;  // empty: none
    JobState state = JobState::ready;
    int attempts = 0;  // started so far, this one included
    Moment runAfter{}, createdAt{};
    std::optional<Moment> finishedAt;
    std::string error;  // Dutch, no personal data
};

// 1, 2, 4, … minutes, at most an hour; for use with retryLater.
std::chrono::seconds pauseAfter(int attempts);

class Jobs : Repository {
  public:
    using Repository::Repository;

    // The same open kind and subject again: the job that is there. One that is running is not doubled either: it is
    // marked to run once more when it ends.
    Job add(std::string_view kind, std::string_view subject, std::string_view payload = "{}", const Id& requestId = {});
    // Not before `after` from now.
    Job addLater(std::string_view kind, std::string_view subject, std::string_view payload, std::chrono::seconds after);
    std::optional<Job> claim(std::string_view worker);  // the oldest that is due; absent: nothing to do
    // Within Store::transact the job's result and its end are one. conflict: done before. A cancelled one stays so.
    void finish(const Id& id);
    void retryLater(const Id& id, std::string_view error, std::chrono::seconds pause);
    void fail(const Id& id, std::string_view error);  // needs someone; not tried again by itself
    void runAgain(const Id& id);                      // a failed one, or a waiting one at once
    void cancelAll(const Id& requestId);              // those that run see isCancelled and stop
    bool isCancelled(const Id& id) const;

    Job load(const Id& id) const;
    std::optional<Job> findOpen(std::string_view kind, std::string_view subject) const;
    std::vector<Job> ofRequest(const Id& requestId) const;  // newest first
    std::size_t countOpen(const Id& requestId) const;
    std::optional<Moment> nextDue() const;  // of ready jobs
    // Running → ready; Store::open calls it. A clock that went back meanwhile makes nothing wait longer than it was to.
    std::size_t resumeAfterCrash();
    std::size_t removeFinishedBefore(Moment moment);
};

}  // namespace service::store
