// kill -9 at any moment: nothing lost that was promised, nothing there twice, the trail whole.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "tests/unit/store/fresh_store.h"

namespace service::store {

class CrashTest : public FreshStore {
  protected:
    static constexpr int jobs = 400;

    // The child's life: claims jobs, writes a fragment with its bytes for each, ends them, tells the parent after each.
    [[noreturn]] void work(int report) {
        SystemClock now;
        RandomId id(random);
        auto mine = Store::open(folder, {now, random, id});
        while (const auto job = mine->jobs().claim("child")) {
            NewFragment wanted;
            wanted.requestId = job->requestId;
            wanted.partnerId = "vt";
            wanted.externalId = job->subject;
            wanted.title = wanted.fileName = "stuk";
            wanted.sha256 = job->subject;
            wanted.sourceBlob = mine->blobs().write(job->requestId, "bytes of " + job->subject);
            mine->transact([&] {
                mine->fragments().add(wanted);
                mine->audit().append({"", "service", "fragment.fetched", "", job->requestId, "", "", "{}"});
                mine->jobs().finish(job->id);
            });
            const auto line = job->subject + "\n";
            if (::write(report, line.data(), line.size()) < 0) break;
        }
        ::_exit(0);
    }

    enum class Kill { whileStarting, whileWorking };

    // Lets a child work (until it said a first time that something is done) and kills it some time later; all it said.
    std::set<std::string> killedAfter(Kill when, useconds_t microseconds) {
        int pipe[2];
        if (::pipe(pipe) != 0) throw std::runtime_error("pipe");
        const pid_t child = ::fork();
        if (child == 0) work(pipe[1]);
        ::close(pipe[1]);
        std::string said;
        char buffer[4096];
        if (when == Kill::whileWorking) {
            const ssize_t got = ::read(pipe[0], buffer, sizeof buffer);
            said.append(buffer, std::size_t(std::max<ssize_t>(got, 0)));
        }
        ::usleep(microseconds);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        for (ssize_t got = 0; (got = ::read(pipe[0], buffer, sizeof buffer)) > 0;) said.append(buffer, std::size_t(got));
        ::close(pipe[0]);
        std::set<std::string> done;
        std::istringstream lines(said);
        for (std::string line; std::getline(lines, line);) done.insert(line);
        return done;
    }
};

TEST_F(CrashTest, KilledWhileItWorksNothingIsLostOrDoubled) {
    const auto id = request().id;
    for (int i = 0; i < jobs; ++i) store->jobs().add("fetch", "doc-" + std::to_string(i), "{}", id);
    close();
    std::set<std::string> promised;
    int killedWithWorkLeft = 0;
    for (const useconds_t pause : {0u, 37'000u, 91'000u, 13'000u, 150'000u, 64'000u, 5'000u, 120'000u}) {
        promised.merge(killedAfter(Kill::whileStarting, pause / 4));
        promised.merge(killedAfter(Kill::whileWorking, pause));
        killedWithWorkLeft += promised.size() < std::size_t(jobs);
    }
    RecordProperty("promised", int(promised.size()));
    EXPECT_GE(promised.size(), 8u);
    EXPECT_GT(killedWithWorkLeft, 0);

    store = Store::open(folder, environment);
    clock.moveTo(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + std::chrono::hours(1));
    const auto fragments = store->fragments().ofRequest(id);
    std::set<std::string> there;
    for (const auto& fragment : fragments) {
        EXPECT_TRUE(there.insert(fragment.externalId).second) << "twice: " << fragment.externalId;
        EXPECT_EQ(store->blobs().read(fragment.sourceBlob), "bytes of " + fragment.externalId);
    }
    for (const auto& subject : promised) EXPECT_TRUE(there.contains(subject)) << "lost: " << subject;
    EXPECT_EQ(fragments.size() + store->jobs().countOpen(id), std::size_t(jobs));
    const auto trail = store->audit().verify();
    EXPECT_TRUE(trail.isWhole) << trail.difference;
    EXPECT_EQ(trail.entries, (long long)fragments.size());

    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "blobs")) files += entry.is_regular_file();
    EXPECT_EQ(files, std::size_t(numberOf("SELECT count(*) FROM blob")));
}

}  // namespace service::store
