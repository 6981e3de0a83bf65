// Runs a program on bytes in memory and takes what it writes, bounded in time and size. The program is ended when the
// bounds are passed, and when whoever waits for it gives up.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::reader {

enum class Ended { byItself, tooLong, tooMuch, notStarted };

struct BoundedRun {
    Ended ended = Ended::notStarted;
    std::string output;
};

struct RunBounds {
    std::chrono::seconds time{60};
    std::size_t outputBytes = 100u << 20;
};

// arguments: the program's full path first. input: what it can read from descriptor 3. Its errors are not kept, and its
// environment is empty. whileWaiting: about every second; may throw, which ends the program.
BoundedRun runBounded(const std::vector<std::string>& arguments, std::string_view input, const RunBounds& bounds,
                      const std::function<void()>& whileWaiting);

}  // namespace redaction::reader
