#include "redaction/reader/bounded_run.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "redaction/reader/child.h"

namespace redaction::reader {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int inputNumber = 3;
constexpr std::chrono::milliseconds tick{1000};

// Bytes as a file without a name: nothing of it touches a disk. Not open: there was no room.
FileDescriptor memoryFile(std::string_view bytes) {
    FileDescriptor file(memfd_create("document", MFD_CLOEXEC));
    while (file.isOpen() && !bytes.empty()) {
        const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) file.close();
        else bytes.remove_prefix(std::size_t(count));
    }
    if (file.isOpen()) lseek(file.number(), 0, SEEK_SET);
    return file;
}

// A copy that dup2 in the child cannot mistake for what it is to become.
FileDescriptor outOfTheWay(int number) { return FileDescriptor(fcntl(number, F_DUPFD_CLOEXEC, 10)); }

class Running {
  public:
    Running(const std::vector<std::string>& arguments, int input, int output) {
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, input, inputNumber);
        posix_spawn_file_actions_addclosefrom_np(&actions, inputNumber + 1);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        std::vector<char*> list;
        for (const auto& argument : arguments) list.push_back(const_cast<char*>(argument.c_str()));
        list.push_back(nullptr);
        char* environment[] = {nullptr};
        if (posix_spawn(&pid_, list[0], &actions, &attributes, list.data(), environment) != 0) pid_ = -1;
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    ~Running() {
        if (pid_ <= 0) return;
        kill(pid_, SIGKILL);
        while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    bool isStarted() const { return pid_ > 0; }

  private:
    pid_t pid_ = -1;
};

enum class Chunk { some, none, end };

Chunk take(int pipe, std::chrono::milliseconds patience, std::string& output) {
    pollfd watched{pipe, POLLIN, 0};
    const int ready = poll(&watched, 1, static_cast<int>(patience.count()));
    if (ready <= 0) return Chunk::none;
    char chunk[64 << 10];
    const ssize_t count = ::read(pipe, chunk, sizeof chunk);
    if (count < 0) return errno == EINTR ? Chunk::none : Chunk::end;
    output.append(chunk, std::size_t(count));
    return count > 0 ? Chunk::some : Chunk::end;
}

Ended collect(int pipe, const RunBounds& bounds, const std::function<void()>& whileWaiting, std::string& output) {
    const auto deadline = Clock::now() + bounds.time;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
        if (left.count() <= 0) return Ended::tooLong;
        const Chunk chunk = take(pipe, std::min(left, tick), output);
        if (chunk == Chunk::end) return Ended::byItself;
        if (output.size() > bounds.outputBytes) return Ended::tooMuch;
        if (chunk == Chunk::none && whileWaiting) whileWaiting();
    }
}

}  // namespace

BoundedRun runBounded(const std::vector<std::string>& arguments, std::string_view input, const RunBounds& bounds,
                      const std::function<void()>& whileWaiting) {
    BoundedRun run;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return run;
    const FileDescriptor out(ends[0]);
    FileDescriptor childOut = outOfTheWay(ends[1]), source = memoryFile(input);
    ::close(ends[1]);
    if (!source.isOpen()) return run;
    FileDescriptor childIn = outOfTheWay(source.number());
    const Running program(arguments, childIn.number(), childOut.number());
    childOut.close();
    childIn.close();
    if (program.isStarted()) run.ended = collect(out.number(), bounds, whileWaiting, run.output);
    return run;
}

}  // namespace redaction::reader
