// What a reader that a hostile document has taken over cannot do. Every attempt is shown to work without the lock, where
// this machine lets it, so that it is the lock that refuses.
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstddef>
#include <cstring>
#include <thread>

#include "tests/unit/reader/reader_fixture.h"

using namespace reader_tests;

namespace {

enum class Lock { shut, open };

// In a process group of its own, so that whatever it leaves behind can be found.
pid_t start(const char* what, const std::string& argument, Lock lock) {
    const pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0);
        execl(LAKWERK_BUILD_DIR "/lakwerk-reader", "lakwerk-reader", lock == Lock::shut ? "self-test" : "self-test-unlocked", what, argument.c_str(), nullptr);
        _exit(127);
    }
    return child;
}

int statusOf(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}
int statusOf(const char* what, const std::string& argument = "", Lock lock = Lock::shut) { return statusOf(start(what, argument, lock)); }

bool endedBySystemCallFilter(int status) { return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS; }
bool wasRefused(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }
bool succeeded(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 3; }

class Listener {
  public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        socklen_t length = sizeof address;
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = std::to_string(ntohs(address.sin_port));
        listen(socket_, 4);
    }
    explicit Listener(const std::string& abstractName) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)), port_(abstractName) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path + 1, abstractName.c_str(), sizeof address.sun_path - 2);
        bind(socket_, reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + abstractName.size()));
        listen(socket_, 4);
    }
    ~Listener() { close(socket_); }
    const std::string& name() const { return port_; }
    bool heardSomeone() const {
        pollfd watched{socket_, POLLIN, 0};
        return poll(&watched, 1, 0) > 0;
    }

  private:
    int socket_;
    std::string port_;
};

// A process of this user that has nothing to do with the reader.
class Bystander {
  public:
    Bystander() : pid_(fork()) {
        if (pid_ == 0) {
            sleep(60);
            _exit(0);
        }
    }
    ~Bystander() {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    std::string name() const { return std::to_string(pid_); }
    bool isAlive() const {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        siginfo_t gone{};
        waitid(P_PID, static_cast<id_t>(pid_), &gone, WEXITED | WNOHANG | WNOWAIT);
        return gone.si_pid == 0;
    }

  private:
    pid_t pid_;
};

// A file that is not the document, with a name of its own.
class Secret {
  public:
    Secret() { close(mkstemp(path_)); }
    ~Secret() { unlink(path_); }
    std::string path() const { return path_; }

  private:
    char path_[32] = "/tmp/lakwerk-secret-XXXXXX";
};

bool someoneIsLeft(pid_t group) { return kill(-group, 0) == 0; }

}  // namespace

TEST(Sandbox, EndsAReaderThatReachesForTheOutside) {
    for (const char* what : {"socket", "fork", "fork-new", "limits"}) {
        EXPECT_TRUE(endedBySystemCallFilter(statusOf(what))) << what;
        EXPECT_TRUE(succeeded(statusOf(what, "", Lock::open))) << what;
    }
    EXPECT_TRUE(endedBySystemCallFilter(statusOf("exec")));
}

TEST(Sandbox, ReadsNoFileByAnyCall) {
    const Secret secret;
    for (const char* what : {"open", "open-old", "open-at", "open-new", "link"}) {
        EXPECT_TRUE(wasRefused(statusOf(what, secret.path()))) << what;
        EXPECT_TRUE(succeeded(statusOf(what, secret.path(), Lock::open))) << what;
    }
    EXPECT_TRUE(endedBySystemCallFilter(statusOf("open-ring")));
}

TEST(Sandbox, WritesNowhere) {
    const Secret secret;
    for (const char* what : {"create", "proc"}) {
        EXPECT_TRUE(wasRefused(statusOf(what, secret.path()))) << what;
        EXPECT_TRUE(succeeded(statusOf(what, secret.path(), Lock::open))) << what;
    }
}

TEST(Sandbox, AListenerOnThisMachineHearsNothing) {
    const Listener port, abstract("lakwerk-sandbox-" + std::to_string(getpid()));
    EXPECT_TRUE(endedBySystemCallFilter(statusOf("connect", port.name())));
    EXPECT_TRUE(endedBySystemCallFilter(statusOf("abstract", abstract.name())));
    EXPECT_FALSE(port.heardSomeone());
    EXPECT_FALSE(abstract.heardSomeone());
    EXPECT_TRUE(succeeded(statusOf("connect", port.name(), Lock::open)));
    EXPECT_TRUE(succeeded(statusOf("abstract", abstract.name(), Lock::open)));
    EXPECT_TRUE(port.heardSomeone());
    EXPECT_TRUE(abstract.heardSomeone());
}

TEST(Sandbox, AForkBombLeavesNoProcess) {
    const pid_t bomb = start("bomb", "", Lock::shut);
    EXPECT_TRUE(endedBySystemCallFilter(statusOf(bomb)));
    EXPECT_FALSE(someoneIsLeft(bomb));
    const pid_t unlocked = start("bomb", "", Lock::open);
    EXPECT_TRUE(succeeded(statusOf(unlocked)));
    EXPECT_TRUE(someoneIsLeft(unlocked));
    kill(-unlocked, SIGKILL);
}

TEST(Sandbox, OtherProcessesAreOutOfReach) {
    const Bystander bystander;
    for (const char* what : {"signal", "trace", "memory-of"}) EXPECT_TRUE(endedBySystemCallFilter(statusOf(what, bystander.name()))) << what;
    EXPECT_TRUE(bystander.isAlive());
    EXPECT_TRUE(succeeded(statusOf("trace", "", Lock::open)));
    EXPECT_TRUE(succeeded(statusOf("signal", bystander.name(), Lock::open)));
    EXPECT_FALSE(bystander.isAlive());
}

TEST(Sandbox, RefusesNewCodeAndTooMuchMemory) {
    EXPECT_TRUE(wasRefused(statusOf("code")));
    EXPECT_TRUE(succeeded(statusOf("code", "", Lock::open)));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_TRUE(wasRefused(statusOf("memory")));
    EXPECT_TRUE(succeeded(statusOf("memory", "", Lock::open)));
#endif
}

TEST(Sandbox, AnUnknownTestIsNotAPass) { EXPECT_FALSE(wasRefused(statusOf("iets-anders"))); }

TEST(Sandbox, SaysWhatHolds) {
    const reader::Confinement confinement = program().probe();
    EXPECT_NE(std::find(confinement.holds.begin(), confinement.holds.end(), "seccomp"), confinement.holds.end());
    EXPECT_NE(std::find(confinement.holds.begin(), confinement.holds.end(), "no_new_privs"), confinement.holds.end());
    for (const auto& part : confinement.holds) RecordProperty(("holds " + part).c_str(), 1);
}
