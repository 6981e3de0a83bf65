#include <mutex>
#include <set>
#include <thread>

#include "tests/unit/store/fresh_store.h"

namespace service::store {

using namespace std::chrono;

using JobsTest = FreshStore;

TEST_F(JobsTest, AskingTwiceIsOneOpenJob) {
    const auto first = store->jobs().add("read", "f1", R"({"a":1})");
    EXPECT_EQ(store->jobs().add("read", "f1").id, first.id);
    EXPECT_NE(store->jobs().add("read", "f2").id, first.id);
    EXPECT_THROW(raw("INSERT INTO job (id, kind, subject, state, run_after, created_at) VALUES "
                     "('x', 'read', 'f1', 'running', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z')"),
                 std::runtime_error);
}

TEST_F(JobsTest, OneThatIsAskedForWhileItRunsRunsOnceMore) {
    store->jobs().add("propose", "r1");
    const auto running = store->jobs().claim("a");
    store->jobs().add("propose", "r1", R"({"newer":true})");
    EXPECT_FALSE(store->jobs().claim("a"));
    store->jobs().finish(running->id);
    const auto next = store->jobs().claim("a");
    ASSERT_TRUE(next);
    EXPECT_NE(next->id, running->id);
    EXPECT_EQ(next->payload, R"({"newer":true})");
    store->jobs().finish(next->id);
    EXPECT_FALSE(store->jobs().claim("a"));
}

TEST_F(JobsTest, EachIsClaimedByOneThreadOnly) {
    constexpr int jobs = 60;
    for (int i = 0; i < jobs; ++i) store->jobs().add("read", std::to_string(i));
    std::mutex mutex;
    std::multiset<std::string> done;
    std::vector<std::thread> threads;
    for (int worker = 0; worker < 6; ++worker)
        threads.emplace_back([&, worker] {
            while (const auto job = store->jobs().claim(std::to_string(worker))) {
                store->jobs().finish(job->id);
                const std::lock_guard lock(mutex);
                done.insert(job->subject);
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(done.size(), std::size_t(jobs));
    EXPECT_EQ(std::set<std::string>(done.begin(), done.end()).size(), std::size_t(jobs));
}

TEST_F(JobsTest, WaitsLongerAfterEachFailure) {
    const auto id = store->jobs().add("collect", "r1").id;
    auto job = store->jobs().claim("a");
    store->jobs().retryLater(id, "partner geeft geen antwoord", pauseAfter(job->attempts));
    EXPECT_FALSE(store->jobs().claim("a"));
    EXPECT_EQ(store->jobs().nextDue(), mondayMorning + 60s);
    clock.advance(60s);
    job = store->jobs().claim("a");
    ASSERT_TRUE(job);
    EXPECT_EQ(job->attempts, 2);
    EXPECT_EQ(job->error, "partner geeft geen antwoord");
    EXPECT_EQ(pauseAfter(1), 60s);
    EXPECT_EQ(pauseAfter(4), 480s);
    EXPECT_EQ(pauseAfter(400), 3600s);
}

TEST_F(JobsTest, RunningOnesAreReadyAgainAfterARestart) {
    const auto id = store->jobs().add("read", "f1").id;
    store->jobs().claim("a");
    reopen();
    EXPECT_EQ(store->jobs().load(id).state, JobState::ready);
    EXPECT_EQ(store->jobs().claim("b")->attempts, 2);
}

TEST_F(JobsTest, IsDoneExactlyOnceTogetherWithItsResult) {
    const auto id = store->jobs().add("read", "f1").id;
    store->jobs().claim("a");
    EXPECT_THROW(store->transact([&] {
        store->settings().set("result", "half");
        store->jobs().finish(id);
        throw std::runtime_error("crash");
    }),
                 std::runtime_error);
    EXPECT_EQ(store->jobs().load(id).state, JobState::running);
    EXPECT_FALSE(store->settings().find("result"));
    store->jobs().finish(id);
    EXPECT_EQ(refusal([&] { store->jobs().finish(id); }), "conflict");
}

TEST_F(JobsTest, FailedOnesWaitForSomeoneAndCancelledOnesStop) {
    const auto failed = store->jobs().add("collect", "c1", "{}", "r1").id;
    store->jobs().claim("a");
    store->jobs().fail(failed, "wachtwoord onjuist");
    EXPECT_FALSE(store->jobs().claim("a"));
    store->jobs().runAgain(failed);
    EXPECT_EQ(store->jobs().claim("a")->id, failed);
    EXPECT_EQ(store->jobs().countOpen("r1"), 1u);
    store->jobs().cancelAll("r1");
    EXPECT_TRUE(store->jobs().isCancelled(failed));
    EXPECT_NO_THROW(store->jobs().finish(failed));
    EXPECT_TRUE(store->jobs().isCancelled(failed));
}

TEST_F(JobsTest, AClockThatWentBackKeepsNothingWaitingLongerThanItWasTo) {
    const auto tried = store->jobs().add("collect", "c1").id, fresh = store->jobs().add("read", "f1").id;
    const auto late = store->jobs().addLater("forget-letter", "l1", "{}", std::chrono::hours(24)).id;
    store->jobs().claim("a");
    store->jobs().retryLater(tried, "niet bereikbaar", std::chrono::minutes(5));
    clock.advance(-std::chrono::hours(24 * 30));
    reopen();
    EXPECT_EQ(store->jobs().load(tried).runAfter, clock.now());
    EXPECT_EQ(store->jobs().load(fresh).runAfter, clock.now());
    EXPECT_EQ(store->jobs().load(late).runAfter, clock.now() + std::chrono::hours(24));
    reopen();
    EXPECT_EQ(store->jobs().load(late).runAfter, clock.now() + std::chrono::hours(24)) << "a second start changes nothing";
}

using TransactionsTest = FreshStore;

TEST_F(TransactionsTest, AnInnerOneThatFailsUndoesItsOwnPartOnly) {
    store->transact([&] {
        store->settings().set("outer", "1");
        EXPECT_THROW(store->transact([&] {
            store->settings().set("inner", "1");
            throw std::runtime_error("no");
        }),
                     std::runtime_error);
        EXPECT_FALSE(store->settings().find("inner"));
        EXPECT_TRUE(store->settings().find("outer"));
    });
    EXPECT_TRUE(store->settings().find("outer"));
    EXPECT_EQ(store->transact([&] { return store->settings().number("outer", 0); }), 1);
}

TEST_F(TransactionsTest, ManyThreadsReadAndWriteAtOnce) {
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int t = 0; t < 20; ++t)
        threads.emplace_back([&, t] {
            try {
                for (int i = 0; i < 10; ++i) {
                    const auto name = "k" + std::to_string(t);
                    store->transact([&] {
                        store->settings().set(name, std::to_string(store->settings().number(name, 0) + 1));
                        store->settings().set("all", std::to_string(store->settings().number("all", 0) + 1));
                    });
                    store->settings().all();
                }
            } catch (const std::exception&) {
                ++failures;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(store->settings().number("all", 0), 200);
}

TEST_F(TransactionsTest, ASecondProcessCannotWriteTheSameFolder) {
    EXPECT_EQ(refusal([&] { Store::open(folder, environment); }), "conflict");
    EXPECT_NO_THROW(Store::openToRead(folder, environment));
    EXPECT_EQ(refusal([&] { Store::openToRead(folder, environment)->settings().set("a", "b"); }), "broken");
}

}  // namespace service::store
