#include "service/store/jobs.h"

#include <algorithm>

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* columns =
    "id, kind, subject, payload, request_id, state, attempts, run_after, created_at, finished_at, error";

constexpr std::pair<JobState, const char*> stateNames[] = {{JobState::ready, "ready"},
                                                           {JobState::running, "running"},
                                                           {JobState::done, "done"},
                                                           {JobState::failed, "failed"},
                                                           {JobState::cancelled, "cancelled"}};

JobState stateFrom(const std::string& text) {
    for (const auto& [state, name] : stateNames)
        if (name == text) return state;
    throw StoreError(ErrorKind::broken, "een taak in het gegevensbestand is onleesbaar");
}

Job fromRow(Row& row) {
    Job job;
    for (auto* text : {&job.id, &job.kind, &job.subject, &job.payload, &job.requestId}) *text = row.text();
    job.state = stateFrom(row.text());
    job.attempts = row.integer();
    job.runAfter = row.moment();
    job.createdAt = row.moment();
    job.finishedAt = row.optionalMoment();
    job.error = row.text();
    return job;
}

constexpr std::chrono::seconds longestPause = std::chrono::hours{24};  // that anyone asks between two attempts

std::string selectJobs(const char* rest) { return std::string("SELECT ") + columns + " FROM job " + rest; }

std::optional<Job> findOpenJob(Connection& c, std::string_view kind, std::string_view subject) {
    return firstRow(c, fromRow, selectJobs("WHERE kind = $1 AND subject = $2 AND state IN ('ready', 'running')"), kind, subject);
}

Job loadJob(Connection& c, const Id& id) {
    auto found = firstRow(c, fromRow, selectJobs("WHERE id = $1"), id);
    if (!found) throw StoreError(ErrorKind::notFound, "deze taak bestaat niet");
    return *found;
}

// Asked for once more while it ran: the next one starts when this one has ended.
void startAgain(Connection& c, const Job& ended, const Id& newId, Moment now) {
    const auto wanted = numberFrom(c, "SELECT again FROM job WHERE id = $1", ended.id);
    if (wanted == 0) return;
    run(c,
        "INSERT INTO job (id, kind, subject, payload, request_id, state, run_after, created_at) "
        "VALUES ($1, $2, $3, $4, $5, 'ready', $6, $6)",
        newId, ended.kind, ended.subject, ended.payload, ended.requestId, now);
}

}  // namespace

std::string toText(JobState state) { return stateNames[std::size_t(state)].second; }

std::chrono::seconds pauseAfter(int attempts) {
    return std::min(std::chrono::seconds(60LL << std::clamp(attempts - 1, 0, 6)), std::chrono::seconds(3600));
}

Job Jobs::add(std::string_view kind, std::string_view subject, std::string_view payload, const Id& requestId) {
    const auto now = environment_.clock.now();
    return database_.write([&](Connection& c) {
        if (const auto open = findOpenJob(c, kind, subject)) {
            run(c, "UPDATE job SET payload = $1, again = CASE state WHEN 'running' THEN 1 ELSE 0 END WHERE id = $2", payload,
                open->id);
            return loadJob(c, open->id);
        }
        const auto id = environment_.newId.make();
        run(c,
            "INSERT INTO job (id, kind, subject, payload, request_id, state, run_after, created_at) "
            "VALUES ($1, $2, $3, $4, $5, 'ready', $6, $6)",
            id, kind, subject, payload, requestId, now);
        return loadJob(c, id);
    });
}

Job Jobs::addLater(std::string_view kind, std::string_view subject, std::string_view payload, std::chrono::seconds after) {
    return database_.write([&](Connection& c) {
        const auto job = add(kind, subject, payload);
        run(c, "UPDATE job SET run_after = $1 WHERE id = $2 AND state = 'ready'", environment_.clock.now() + after, job.id);
        return loadJob(c, job.id);
    });
}

std::optional<Job> Jobs::claim(std::string_view worker) {
    const auto now = environment_.clock.now();
    const auto isDue = database_.read(
        [&](Connection& c) { return numberFrom(c, "SELECT count(*) FROM job WHERE state = 'ready' AND run_after <= $1", now); });
    if (isDue == 0) return std::nullopt;  // without a write transaction: workers ask often
    return database_.write([&](Connection& c) {
        const auto id = firstRow(c, [](Row& row) { return row.text(); },
                                 "UPDATE job SET state = 'running', attempts = attempts + 1, claimed_by = $1, claimed_at = $2 "
                                 "WHERE id = (SELECT id FROM job WHERE state = 'ready' AND run_after <= $2 "
                                 "ORDER BY run_after, created_at, id LIMIT 1) RETURNING id",
                                 worker, now);
        return id ? std::optional(loadJob(c, *id)) : std::nullopt;
    });
}

void Jobs::finish(const Id& id) {
    const auto now = environment_.clock.now();
    database_.write([&](Connection& c) {
        const auto job = loadJob(c, id);
        if (job.state == JobState::cancelled) return;  // stopped while it ended; its result may stand
        if (job.state != JobState::running) throw StoreError(ErrorKind::conflict, "deze taak is al klaar");
        run(c, "UPDATE job SET state = 'done', finished_at = $1, error = '' WHERE id = $2", now, id);
        startAgain(c, job, environment_.newId.make(), now);
    });
}

void Jobs::retryLater(const Id& id, std::string_view error, std::chrono::seconds pause) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE job SET state = 'ready', again = 0, error = $1, run_after = $2 WHERE id = $3 AND state = 'running'", error,
            environment_.clock.now() + pause, id);
    });
}

void Jobs::fail(const Id& id, std::string_view error) {
    const auto now = environment_.clock.now();
    database_.write([&](Connection& c) {
        const auto job = loadJob(c, id);
        if (job.state != JobState::running) return;
        run(c, "UPDATE job SET state = 'failed', error = $1, finished_at = $2 WHERE id = $3", error, now, id);
        startAgain(c, job, environment_.newId.make(), now);
    });
}

void Jobs::runAgain(const Id& id) {
    const auto now = environment_.clock.now();
    database_.write([&](Connection& c) {
        const auto job = loadJob(c, id);
        if (job.state == JobState::ready) run(c, "UPDATE job SET run_after = $1 WHERE id = $2", now, id);
        if (job.state != JobState::failed || findOpenJob(c, job.kind, job.subject)) return;
        run(c, "UPDATE job SET state = 'ready', attempts = 0, run_after = $1, finished_at = NULL, again = 0 WHERE id = $2", now, id);
    });
}

void Jobs::cancelAll(const Id& requestId) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE job SET state = 'cancelled', finished_at = $1 WHERE request_id = $2 AND state IN ('ready', 'running')",
            environment_.clock.now(), requestId);
    });
}

bool Jobs::isCancelled(const Id& id) const { return load(id).state == JobState::cancelled; }

Job Jobs::load(const Id& id) const {
    return database_.read([&](Connection& c) { return loadJob(c, id); });
}

std::optional<Job> Jobs::findOpen(std::string_view kind, std::string_view subject) const {
    return database_.read([&](Connection& c) { return findOpenJob(c, kind, subject); });
}

std::vector<Job> Jobs::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, selectJobs("WHERE request_id = $1 ORDER BY created_at DESC, id DESC"), requestId);
    });
}

std::size_t Jobs::countOpen(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return std::size_t(
            numberFrom(c, "SELECT count(*) FROM job WHERE request_id = $1 AND state IN ('ready', 'running')", requestId));
    });
}

std::optional<Moment> Jobs::nextDue() const {
    return database_.read([](Connection& c) {
        return firstRow(c, [](Row& row) { return row.moment(); },
                        "SELECT run_after FROM job WHERE state = 'ready' ORDER BY run_after LIMIT 1");
    });
}

std::size_t Jobs::resumeAfterCrash() {
    const auto now = environment_.clock.now();
    return database_.write([&](Connection& c) {
        for (const auto& job : rows(c, fromRow, selectJobs("WHERE state = 'ready'"))) {
            const auto longest = job.attempts > 0 ? longestPause : job.runAfter - job.createdAt;
            if (job.runAfter > now + longest)
                run(c, "UPDATE job SET run_after = $1, created_at = CASE WHEN created_at > $2 THEN $2 ELSE created_at END WHERE id = $3",
                    job.attempts > 0 ? now : now + longest, now, job.id);
        }
        return std::size_t(run(c, "UPDATE job SET state = 'ready', again = 0, claimed_by = '' WHERE state = 'running'"));
    });
}

std::size_t Jobs::removeFinishedBefore(Moment moment) {
    return database_.write([&](Connection& c) {
        return std::size_t(run(c, "DELETE FROM job WHERE state IN ('done', 'cancelled') AND finished_at < $1", moment));
    });
}

}  // namespace service::store
