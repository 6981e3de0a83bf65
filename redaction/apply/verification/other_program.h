// Runs another program on bytes in memory and takes its output, bounded in time and size. Nothing touches the disk.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::apply::verification {

inline constexpr std::chrono::seconds programTimeLimit{120};
inline constexpr std::size_t mostOutputBytes = 512u << 20;

// Bytes other programs can open by a path, as long as this lives.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes);  // throws std::system_error
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const;  // valid in this process and in programs it starts
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

struct Outcome {
    bool succeeded = false;  // ended by itself with status 0, within the bounds
    std::string output;
};

// arguments: the program's name first, found on PATH. Its errors are not kept.
Outcome runProgram(const std::vector<std::string>& arguments, const MemoryFile& input);

}  // namespace redaction::apply::verification
