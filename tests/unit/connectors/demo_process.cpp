#include "tests/unit/connectors/demo_process.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <thread>

namespace connectors::tests {
namespace {

std::string firstLine(int descriptor) {
    std::string line;
    for (char character = 0; read(descriptor, &character, 1) == 1 && character != '\n';) line += character;
    return line;
}

}  // namespace

DemoProcess::DemoProcess(const std::filesystem::path& folder, const std::vector<std::string>& more) {
    std::vector<std::string> words{LAKWERK_BUILD_DIR "/lakwerk-demo-partners", "--folder", folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    pid_ = fork();
    if (pid_ == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    close(ends[1]);
    output_ = ends[0];
    readiness_ = firstLine(output_);
}

DemoProcess::~DemoProcess() {
    if (!ended_) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    close(output_);
}

int DemoProcess::port() const {
    const std::string marker = "127.0.0.1:";
    return std::stoi(readiness_.substr(readiness_.find(marker) + marker.size()));
}

void DemoProcess::terminate() const {
    kill(pid_, SIGTERM);
}

bool DemoProcess::endsWithin(std::chrono::milliseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    while (!ended_ && std::chrono::steady_clock::now() < until) {
        int status = 0;
        ended_ = waitpid(pid_, &status, WNOHANG) == pid_ && WIFEXITED(status) && WEXITSTATUS(status) == 0;
        if (!ended_) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return ended_;
}

}  // namespace connectors::tests
