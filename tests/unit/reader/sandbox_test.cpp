#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/reader/reader_fixture.h"

using namespace reader_tests;

namespace {

// How `lakwerk-reader self-test WHAT` ended, as waitpid tells it.
int statusOf(const char* what) {
    const pid_t child = fork();
    if (child == 0) {
        execl(LAKWERK_BUILD_DIR "/lakwerk-reader", "lakwerk-reader", "self-test", what, nullptr);
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

bool endedBySystemCallFilter(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS; }
bool wasRefused(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }

}  // namespace

TEST(Sandbox, EndsAReaderThatReachesForTheOutside) {
    for (const char* what : {"socket", "fork", "exec", "limits"}) EXPECT_TRUE(endedBySystemCallFilter(statusOf(what))) << what;
}

TEST(Sandbox, RefusesFilesNewCodeAndTooMuchMemory) {
    for (const char* what : {"open", "create", "code"}) EXPECT_TRUE(wasRefused(statusOf(what))) << what;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_TRUE(wasRefused(statusOf("memory")));
#endif
}

TEST(Sandbox, AnUnknownTestIsNotAPass) { EXPECT_FALSE(wasRefused(statusOf("iets-anders"))); }

TEST(Sandbox, SaysWhatHolds) {
    const reader::Confinement confinement = program().probe();
    EXPECT_NE(std::find(confinement.holds.begin(), confinement.holds.end(), "seccomp"), confinement.holds.end());
    EXPECT_NE(std::find(confinement.holds.begin(), confinement.holds.end(), "no_new_privs"), confinement.holds.end());
    for (const auto& part : confinement.holds) RecordProperty(("holds " + part).c_str(), 1);
}
