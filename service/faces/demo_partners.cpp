#include "service/faces/demo_partners.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "service/faces/running_office.h"

extern char** environ;

namespace service::faces {

namespace {

using namespace std::chrono_literals;
constexpr auto startTime = 120s;  // the first time it draws scans
constexpr std::string_view addressMark = "http://127.0.0.1:";

// Reads what the program says until it names its address; 0 when it ends or takes too long.
int portFrom(int output) {
    const auto until = std::chrono::steady_clock::now() + startTime;
    std::string said;
    while (std::chrono::steady_clock::now() < until) {
        pollfd waiting{output, POLLIN, 0};
        if (::poll(&waiting, 1, 500) <= 0) continue;
        char buffer[512];
        const ssize_t got = ::read(output, buffer, sizeof buffer);
        if (got <= 0) return 0;
        said.append(buffer, static_cast<std::size_t>(got));
        const auto at = said.find(addressMark);
        if (at != std::string::npos && said.find('\n', at) != std::string::npos) return std::atoi(said.c_str() + at + addressMark.size());
    }
    return 0;
}

pid_t spawnProgram(const std::string& program, const std::string& folder, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    std::string name = program, option = "--folder", value = folder;
    char* arguments[] = {name.data(), option.data(), value.data(), nullptr};
    pid_t process = -1;
    const int failure = ::posix_spawn(&process, program.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? process : -1;
}

}  // namespace

DemoPartners::DemoPartners(const std::filesystem::path& folder) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("de voorbeeldpartners konden niet starten");
    process_ = spawnProgram(besideProgram("lakwerk-demo-partners").string(), folder.string(), ends[1]);
    ::close(ends[1]);
    port_ = process_ > 0 ? portFrom(ends[0]) : 0;
    ::close(ends[0]);
    if (port_ > 0) return;
    stop();
    throw std::runtime_error("de voorbeeldpartners konden niet starten");
}

DemoPartners::~DemoPartners() { stop(); }

void DemoPartners::stop() {
    if (process_ <= 0) return;
    ::kill(process_, SIGTERM);
    for (int waited = 0; waited < 50; ++waited) {
        if (::waitpid(process_, nullptr, WNOHANG) != 0) {
            process_ = -1;
            return;
        }
        ::usleep(100'000);
    }
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

}  // namespace service::faces
