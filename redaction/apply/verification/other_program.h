// Runs another program on bytes in memory and takes its output, bounded in time and size.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::apply::verification {

inline constexpr std::chrono::seconds programTimeLimit{120};
inline constexpr std::size_t mostOutputBytes = 512u << 20;

// Bytes other programs can open by a path, as long as this lives. Nothing touches the disk.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes);  // throws std::system_error
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const;  // for the program it is the only input of
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

// Where a program finds its inputs, the first being 0.
std::string pathOfInput(std::size_t number);

// For programs that write files: in memory where the machine has a file system there, readable by this user only, and
// gone with its owner.
class PassingFolder {
  public:
    PassingFolder();  // throws std::system_error
    ~PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::vector<std::filesystem::path> files() const;  // by name
    void empty() const;

  private:
    std::filesystem::path path_;
};

struct Outcome {
    bool succeeded = false;  // ended by itself with status 0, within the bounds
    std::string output;
};

// arguments: the program's name first, found on PATH. Its errors are not kept.
Outcome runProgram(const std::vector<std::string>& arguments, const std::vector<const MemoryFile*>& inputs);
Outcome runProgram(const std::vector<std::string>& arguments, const MemoryFile& input);

// Hands the output over as it comes. False: the program failed, or passed the bounds, or `take` returned false.
bool streamProgram(const std::vector<std::string>& arguments, const MemoryFile& input, const std::function<bool(std::string_view)>& take);

}  // namespace redaction::apply::verification
