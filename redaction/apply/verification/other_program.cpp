#include "redaction/apply/verification/other_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "redaction/apply/passing_folders.h"

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

constexpr int firstInput = 3;

pid_t start(const std::vector<std::string>& arguments, const std::vector<int>& inputs, int output) {
    std::vector<char*> list;
    for (const auto& argument : arguments) list.push_back(const_cast<char*>(argument.c_str()));
    list.push_back(nullptr);
    SpawnActions actions;
    actions.discard(STDIN_FILENO, O_RDONLY);
    actions.discard(STDERR_FILENO, O_WRONLY);
    actions.copy(output, STDOUT_FILENO);
    for (std::size_t at = 0; at < inputs.size(); ++at) actions.copy(inputs[at], firstInput + static_cast<int>(at));
    pid_t child = -1;
    const int failure = posix_spawnp(&child, list[0], actions.get(), nullptr, list.data(), const_cast<char* const*>(environment.data()));
    return failure == 0 ? child : -1;
}

using Take = std::function<bool(std::string_view)>;

// False when the program had to be stopped: too slow, or too much.
bool collect(int pipe, const Take& take, Clock::time_point deadline) {
    std::array<char, 65536> buffer;
    for (std::size_t taken = 0; taken < mostOutputBytes;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd ready{pipe, POLLIN, 0};
        const int events = left > 0 ? poll(&ready, 1, static_cast<int>(left)) : 0;
        if (events < 0 && errno == EINTR) continue;
        if (events <= 0) return false;
        const auto size = read(pipe, buffer.data(), buffer.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return size == 0;
        taken += static_cast<std::size_t>(size);
        if (!take({buffer.data(), static_cast<std::size_t>(size)})) return false;
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

std::string MemoryFile::path() const { return pathOfInput(0); }

std::string pathOfInput(std::size_t number) { return "/proc/self/fd/" + std::to_string(firstInput + static_cast<int>(number)); }

PassingFolder::PassingFolder() {
    auto name = passingFolderPrefix() + "XXXXXX";
    if (!mkdtemp(name.data())) fail("mkdtemp");
    path_ = name;
}

PassingFolder::~PassingFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::vector<std::filesystem::path> PassingFolder::files() const {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

void PassingFolder::empty() const {
    for (const auto& file : files()) std::filesystem::remove(file);
}

namespace {

// Copies that stand above all places they are copied to, so that none is closed before its turn.
class HighCopies {
  public:
    explicit HighCopies(const std::vector<const MemoryFile*>& inputs) {
        for (const auto* input : inputs)
            copies_.push_back(fcntl(input->descriptor(), F_DUPFD_CLOEXEC, firstInput + static_cast<int>(inputs.size()) + 1));
    }
    ~HighCopies() {
        for (const int copy : copies_) close(copy);
    }
    HighCopies(const HighCopies&) = delete;
    HighCopies& operator=(const HighCopies&) = delete;
    const std::vector<int>& descriptors() const { return copies_; }

  private:
    std::vector<int> copies_;
};

bool runAndTake(const std::vector<std::string>& arguments, const std::vector<const MemoryFile*>& inputs, const Take& take) {
    int pipes[2];
    if (pipe2(pipes, O_CLOEXEC) != 0) fail("pipe2");
    const int output = fcntl(pipes[1], F_DUPFD_CLOEXEC, firstInput + static_cast<int>(inputs.size()) + 1);
    close(pipes[1]);
    pid_t child = -1;
    {
        const HighCopies copies(inputs);
        child = start(arguments, copies.descriptors(), output);
    }
    close(output);
    bool succeeded = false;
    if (child > 0) {
        const bool complete = collect(pipes[0], take, Clock::now() + programTimeLimit);
        if (!complete) kill(child, SIGKILL);
        const int status = waitFor(child);
        succeeded = complete && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    close(pipes[0]);
    return succeeded;
}

}  // namespace

Outcome runProgram(const std::vector<std::string>& arguments, const std::vector<const MemoryFile*>& inputs) {
    Outcome outcome;
    outcome.succeeded = runAndTake(arguments, inputs, [&](std::string_view piece) {
        outcome.output.append(piece);
        return true;
    });
    return outcome;
}

Outcome runProgram(const std::vector<std::string>& arguments, const MemoryFile& input) { return runProgram(arguments, std::vector{&input}); }

bool streamProgram(const std::vector<std::string>& arguments, const MemoryFile& input, const std::function<bool(std::string_view)>& take) {
    return runAndTake(arguments, {&input}, take);
}

}  // namespace redaction::apply::verification
