#include "tests/scenarios/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

extern char** environ;

namespace scenarios {

Program::Program(const std::vector<std::string>& arguments, const std::filesystem::path& output) {
    std::vector<std::string> all{std::string(LAKWERK_BUILD_DIR) + "/lakwerk"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& argument : all) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    const int failure = ::posix_spawn(&process_, all.front().c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error("lakwerk did not start");
}

Program::~Program() {
    if (process_ > 0) kill();
}

void Program::kill() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
}

int Program::stop() {
    ::kill(process_, SIGTERM);
    for (int waited = 0; waited < 200; ++waited) {
        int status = 0;
        if (::waitpid(process_, &status, WNOHANG) == process_) {
            process_ = -1;
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        ::usleep(100'000);
    }
    kill();
    return -1;
}

bool Program::isRunning() {
    if (process_ <= 0 || ::waitpid(process_, nullptr, WNOHANG) == 0) return process_ > 0;
    process_ = -1;
    return false;
}

}  // namespace scenarios
