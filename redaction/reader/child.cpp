#include "redaction/reader/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace redaction::reader {
namespace {

using document::Failure;

constexpr std::size_t chunkBytes = 256u << 10;

[[noreturn]] void cannotStart() {
    throw document::ReadError(Failure::crashed, "De lezer van documenten kon niet worden gestart. Meld dit bij de beheerder.");
}

// The program starts with clean signals, in its own process group, and with nothing of ours but two descriptors.
class SpawnSettings {
  public:
    SpawnSettings(int childIn, int childOut) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawnattr_init(&attributes_);
        posix_spawn_file_actions_adddup2(&actions_, childIn, 0);
        posix_spawn_file_actions_adddup2(&actions_, childOut, 1);
        posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &all);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
    const posix_spawn_file_actions_t* actions() const { return &actions_; }
    const posix_spawnattr_t* attributes() const { return &attributes_; }

  private:
    posix_spawn_file_actions_t actions_;
    posix_spawnattr_t attributes_;
};

// dup2 onto 0 or 1 must not find its source already there with close-on-exec set.
int aboveStandard(int descriptor) {
    if (descriptor > 2) return descriptor;
    const int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    ::close(descriptor);
    return copy;
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

void FileDescriptor::close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

Child::Child(const std::filesystem::path& program, std::chrono::steady_clock::time_point deadline) : deadline_(deadline) {
    int forth[2], back[2];
    // A socket for what we send: unlike a pipe it can say "closed" without a signal.
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, forth) != 0) cannotStart();
    in_ = FileDescriptor(aboveStandard(forth[0]));
    const FileDescriptor childIn(aboveStandard(forth[1]));
    if (pipe2(back, O_CLOEXEC) != 0) cannotStart();
    out_ = FileDescriptor(aboveStandard(back[0]));
    const FileDescriptor childOut(aboveStandard(back[1]));
    fcntl(in_.number(), F_SETFL, O_NONBLOCK);
    fcntl(out_.number(), F_SETFL, O_NONBLOCK);
    spawn(program, childIn.number(), childOut.number());
}

void Child::spawn(const std::filesystem::path& program, int childIn, int childOut) {
    const SpawnSettings settings(childIn, childOut);
    char limit[] = "OMP_THREAD_LIMIT=1", locale[] = "LC_ALL=C.UTF-8", name[] = "lakwerk-reader";
    char* environment[] = {limit, locale, nullptr};
    char* arguments[] = {name, nullptr};
    if (posix_spawn(&pid_, program.c_str(), settings.actions(), settings.attributes(), arguments, environment) != 0) {
        pid_ = -1;
        cannotStart();
    }
}

Child::~Child() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

int Child::milliseconds() const {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 1 << 30));
}

void Child::failed(Failure failure) { throw document::failed(failure, format_); }

void Child::sendSome(const NextPiece& nextPiece) {
    while (!unsent_.empty() || !(unsent_ = nextPiece()).empty()) {
        const ssize_t count = send(in_.number(), unsent_.data(), std::min(unsent_.size(), chunkBytes), MSG_NOSIGNAL);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (count < 0) break;  // it stopped listening: its own last frame, or how it ended, says why
        unsent_.remove_prefix(std::size_t(count));
    }
    in_.close();
}

bool Child::receiveSome() {
    char chunk[64 << 10];
    const ssize_t count = ::read(out_.number(), chunk, sizeof chunk);
    if (count < 0) return errno == EAGAIN || errno == EINTR;
    received_ += std::size_t(count);
    if (received_ > protocol::maxAnswerBytes) failed(Failure::memoryLimit);
    buffer_.append(chunk, std::size_t(count));
    return count > 0;
}

bool Child::handleFrames(const OnFrame& onFrame) {
    while (buffer_.size() - consumed_ >= protocol::frameHeaderBytes) {
        unsigned char header[protocol::frameHeaderBytes];
        std::memcpy(header, buffer_.data() + consumed_, sizeof header);
        const protocol::FrameStart start = protocol::parseFrameHeader(header);
        if (buffer_.size() - consumed_ - sizeof header < start.length) break;
        std::string payload = buffer_.substr(consumed_ + sizeof header, start.length);
        consumed_ += sizeof header + start.length;
        if (start.kind == protocol::Kind::finished) return true;
        if (start.kind == protocol::Kind::failed) {
            const protocol::FailedAnswer answer = protocol::failedFrom(payload);
            throw document::failed(answer.failure, answer.format);
        }
        onFrame(start.kind, std::move(payload));
    }
    if (consumed_ == buffer_.size() || consumed_ > chunkBytes * 4) buffer_.erase(0, consumed_), consumed_ = 0;
    return false;
}

void Child::explainEnd() {
    int status = 0;
    kill(pid_, SIGKILL);  // it closed its end; how it ended is decided already
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) failed(Failure::timeLimit);
    failed(Failure::crashed);
}

void Child::talk(const NextPiece& nextPiece, const OnFrame& onFrame) {
    for (;;) {
        pollfd watched[2] = {{out_.number(), POLLIN, 0}, {in_.number(), POLLOUT, 0}};
        const int ready = poll(watched, in_.isOpen() ? 2 : 1, milliseconds());
        if (ready < 0 && errno != EINTR) failed(Failure::crashed);
        if (ready == 0 && milliseconds() == 0) failed(Failure::timeLimit);
        if (in_.isOpen() && watched[1].revents != 0) sendSome(nextPiece);
        if (watched[0].revents == 0) continue;
        const bool open = receiveSome();
        try {
            if (handleFrames(onFrame)) return;
        } catch (const document::ReadError&) {
            throw;
        } catch (const std::runtime_error&) {  // nonsense from the other side
            failed(Failure::crashed);
        }
        if (!open) explainEnd();
    }
}

}  // namespace redaction::reader
