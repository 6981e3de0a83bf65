// Runs lakwerk-demo-partners as `lakwerk run` does, and talks to it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace connectors::tests {

class DemoProcess {
  public:
    explicit DemoProcess(const std::filesystem::path& folder, const std::vector<std::string>& more = {});
    ~DemoProcess();  // SIGKILL when still there
    DemoProcess(const DemoProcess&) = delete;
    DemoProcess& operator=(const DemoProcess&) = delete;

    const std::string& readiness() const { return readiness_; }  // the line it printed, or ""
    int port() const;
    pid_t pid() const { return pid_; }
    void terminate() const;
    bool endsWithin(std::chrono::milliseconds time);

  private:
    pid_t pid_ = -1;
    int output_ = -1;
    bool ended_ = false;
    std::string readiness_;
};

}  // namespace connectors::tests
