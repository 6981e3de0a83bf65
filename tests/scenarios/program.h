// The real program as a process of its own: started, killed without warning, started again.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace scenarios {

class Program {
  public:
    // output: a file that both what it says and what it logs is added to.
    Program(const std::vector<std::string>& arguments, const std::filesystem::path& output);
    ~Program();  // kills what still runs
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void kill();       // SIGKILL: no time for anything
    int stop();        // SIGTERM; returns the exit status, -1 when it had to be killed
    bool isRunning();

  private:
    pid_t process_ = -1;
};

}  // namespace scenarios
