#include "redaction/apply/verification/other_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace redaction::apply::verification {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

class SpawnActions {
  public:
    SpawnActions() { posix_spawn_file_actions_init(&actions_); }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
    void copy(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
    void discard(int descriptor, int flags) { posix_spawn_file_actions_addopen(&actions_, descriptor, "/dev/null", flags, 0); }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_;
};

// The programs get no more of this process's environment than they need.
constexpr std::array<const char*, 5> environment{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent", "TMPDIR=/nonexistent", nullptr};

pid_t start(const std::vector<std::string>& arguments, int input, int output) {
    std::vector<char*> list;
    for (const auto& argument : arguments) list.push_back(const_cast<char*>(argument.c_str()));
    list.push_back(nullptr);
    SpawnActions actions;
    actions.discard(STDIN_FILENO, O_RDONLY);
    actions.discard(STDERR_FILENO, O_WRONLY);
    actions.copy(output, STDOUT_FILENO);
    actions.copy(input, 3);
    pid_t child = -1;
    const int failure = posix_spawnp(&child, list[0], actions.get(), nullptr, list.data(), const_cast<char* const*>(environment.data()));
    return failure == 0 ? child : -1;
}

// False when the program had to be stopped: too slow, or too much.
bool collect(int pipe, std::string& output, Clock::time_point deadline) {
    std::array<char, 65536> buffer;
    while (output.size() < mostOutputBytes) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd ready{pipe, POLLIN, 0};
        const int events = left > 0 ? poll(&ready, 1, static_cast<int>(left)) : 0;
        if (events < 0 && errno == EINTR) continue;
        if (events <= 0) return false;
        const auto size = read(pipe, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return size == 0;
        output.append(buffer.data(), static_cast<std::size_t>(size));
    }
    return false;
}

int waitFor(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return status;
}

}  // namespace

MemoryFile::MemoryFile(std::string_view bytes) : descriptor_(memfd_create("document", MFD_CLOEXEC)) {
    if (descriptor_ < 0) fail("memfd_create");
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            close(descriptor_);
            fail("write");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

MemoryFile::~MemoryFile() { close(descriptor_); }

std::string MemoryFile::path() const { return "/proc/self/fd/3"; }

Outcome runProgram(const std::vector<std::string>& arguments, const MemoryFile& input) {
    int pipes[2];
    if (pipe2(pipes, O_CLOEXEC) != 0) fail("pipe2");
    Outcome outcome;
    // A copy above 3, so that the child's own 3 does not close what it is copied from.
    const int source = fcntl(input.descriptor(), F_DUPFD_CLOEXEC, 10);
    const pid_t child = start(arguments, source, pipes[1]);
    close(pipes[1]);
    close(source);
    if (child > 0) {
        const bool complete = collect(pipes[0], outcome.output, Clock::now() + programTimeLimit);
        if (!complete) kill(child, SIGKILL);
        const int status = waitFor(child);
        outcome.succeeded = complete && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    close(pipes[0]);
    return outcome;
}

}  // namespace redaction::apply::verification
