// What a reader that a hostile document has taken over would try. Each attempt runs in a reader that is locked down as for
// a real document; without the lock it succeeds, which shows that it is the lock that holds.
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include "redaction/reader/program/commands.h"

namespace redaction::reader::program {
namespace {

constexpr int refused = 0, allowed = 3, unknownTest = 2;
constexpr int bombSize = 4;  // processes; each would start as many

int outcome(bool succeeded) { return succeeded ? allowed : refused; }

// Reading a file that is not the document, by every way to open one.
int opens(const char* path) { return outcome(open(path, O_RDONLY) >= 0); }
int opensByOldCall(const char* path) { return outcome(syscall(SYS_open, path, O_RDONLY, 0) >= 0); }
int opensByCallAt(const char* path) { return outcome(syscall(SYS_openat, AT_FDCWD, path, O_RDONLY, 0) >= 0); }
int opensByNewCall(const char* path) {
    struct { unsigned long long flags, mode, resolve; } how{};
    return outcome(syscall(437 /* openat2 */, AT_FDCWD, path, &how, sizeof how) >= 0);
}
int opensByRing(const char*) {
    char parameters[120] = {};
    return outcome(syscall(425 /* io_uring_setup */, 4, parameters) >= 0);
}
int followsLink(const char*) {
    char target[256];
    return outcome(readlink("/proc/self/exe", target, sizeof target) > 0);
}
int creates(const char* path) { return outcome(open(path, O_WRONLY | O_CREAT, 0600) >= 0); }
int writesToProc(const char*) {
    const int file = open("/proc/self/comm", O_WRONLY);
    return outcome(file >= 0 && write(file, "x", 1) == 1);
}

int makesSocket(const char*) { return outcome(socket(AF_INET, SOCK_STREAM, 0) >= 0); }
int connectsTo(const char* port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(port)));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = socket(AF_INET, SOCK_STREAM, 0);
    return outcome(connect(one, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}
int connectsToAbstract(const char* name) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path + 1, name, sizeof address.sun_path - 2);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + std::strlen(name));
    const int one = socket(AF_UNIX, SOCK_STREAM, 0);
    return outcome(connect(one, reinterpret_cast<const sockaddr*>(&address), length) == 0);
}

int forks(const char*) {
    const pid_t child = fork();
    if (child == 0) _exit(0);
    return outcome(child > 0);
}
int forksByNewCall(const char*) {
    struct { unsigned long long flags, rest[10]; } arguments{};
    const long child = syscall(435 /* clone3 */, &arguments, sizeof arguments);
    if (child == 0) _exit(0);
    return outcome(child > 0);
}
// Children that start children, and stay.
int bombs(const char*) {
    int started = 0;
    for (int level = 0; level < bombSize; ++level) started += fork() > 0 ? 1 : 0;
    alarm(20);
    if (started < bombSize) pause();
    return outcome(started > 0);
}
int executes(const char*) {
    char name[] = "/bin/true";
    char* arguments[] = {name, nullptr};
    char* environment[] = {nullptr};
    execve(name, arguments, environment);
    return refused;  // a successful exec does not come back; true ends with 0, so the caller looks at the signal
}

// Other processes of the same user.
int signals(const char* process) { return outcome(kill(std::atoi(process), SIGUSR1) == 0); }
int traces(const char*) { return outcome(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0); }
int readsMemoryOf(const char* process) { return outcome(process_vm_readv(std::atoi(process), nullptr, 0, nullptr, 0, 0) == 0); }

int runsNewCode(const char*) { return outcome(mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED); }
int takesMemory(const char*) { return outcome(mmap(nullptr, std::size_t{8} << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED); }
int liftsLimits(const char*) {
    const rlimit more{1000, 1000};
    return outcome(setrlimit(RLIMIT_CPU, &more) == 0);
}

constexpr struct {
    std::string_view name;
    int (*attempt)(const char* argument);
} tests[] = {
    {"open", opens}, {"open-old", opensByOldCall}, {"open-at", opensByCallAt}, {"open-new", opensByNewCall}, {"open-ring", opensByRing},
    {"link", followsLink}, {"create", creates}, {"proc", writesToProc}, {"socket", makesSocket}, {"connect", connectsTo}, {"abstract", connectsToAbstract},
    {"fork", forks}, {"fork-new", forksByNewCall}, {"bomb", bombs}, {"exec", executes}, {"signal", signals}, {"trace", traces}, {"memory-of", readsMemoryOf},
    {"code", runsNewCode}, {"memory", takesMemory}, {"limits", liftsLimits}};

}  // namespace

int selfTest(const std::string& what, const std::string& argument, Lock lock) {
    for (const auto& test : tests) {
        if (test.name != what) continue;
        if (lock == Lock::shut) lockDown(document::Limits{});
        return test.attempt(argument.c_str());
    }
    return unknownTest;
}

}  // namespace redaction::reader::program
