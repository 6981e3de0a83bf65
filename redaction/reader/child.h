// One run of the reader program: started, fed, listened to, and ended, whatever it does. Closed on doubt: every way it
// can end other than by its own last frame is a ReadError.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/reader/protocol.h"

namespace redaction::reader {

class FileDescriptor {
  public:
    explicit FileDescriptor(int number = -1) : number_(number) {}
    FileDescriptor(FileDescriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    ~FileDescriptor() { close(); }
    int number() const { return number_; }
    bool isOpen() const { return number_ >= 0; }
    void close();

  private:
    int number_;
};

class Child {
  public:
    using OnFrame = std::function<void(protocol::Kind, std::string&&)>;

    Child(const std::filesystem::path& program, std::chrono::steady_clock::time_point deadline);
    ~Child();  // ends the program if it still runs
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // What is sent, piece by piece: the next is asked for, and made, when the one before is gone. Empty: that was all.
    using NextPiece = std::function<std::string_view()>;
    // Sends the pieces and hands every frame to onFrame until the last one. Throws ReadError.
    void talk(const NextPiece& nextPiece, const OnFrame& onFrame);

  private:
    void spawn(const std::filesystem::path& program, int childIn, int childOut);
    void sendSome(const NextPiece& nextPiece);
    bool receiveSome();                      // false: the program closed its end
    bool handleFrames(const OnFrame& onFrame);  // true: that was the last one
    [[noreturn]] void explainEnd();          // throws ReadError by how the program ended
    [[noreturn]] void failed(document::Failure failure);
    int milliseconds() const;                // left

    std::chrono::steady_clock::time_point deadline_;
    pid_t pid_ = -1;
    FileDescriptor in_, out_;  // ours: what the program reads, what it writes
    std::string_view unsent_;  // of the piece being sent
    std::size_t received_ = 0;
    std::string buffer_;
    std::size_t consumed_ = 0;
    document::Format format_ = document::Format::unknown;
};

}  // namespace redaction::reader
