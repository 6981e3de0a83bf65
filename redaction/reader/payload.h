// Numbers and strings in the payload of a frame: little endian, strings behind their length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace redaction::reader::protocol {

[[noreturn]] inline void refuse() { throw std::runtime_error("reader protocol: unexpected frame"); }

inline void putNumber(std::string& out, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

inline void putText(std::string& out, std::string_view text) {
    putNumber(out, text.size(), 4);
    out += text;
}

// Takes numbers and strings off the front of a payload. Throws std::runtime_error where there is less than it says.
class Taker {
  public:
    explicit Taker(std::string_view rest) : rest_(rest) {}

    std::uint64_t number(int bytes) {
        const std::string_view taken = take(std::size_t(bytes));
        std::uint64_t value = 0;
        for (int i = bytes - 1; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(taken[std::size_t(i)]);
        return value;
    }
    std::string text() { return std::string(take(number(4))); }
    std::string rest() { return std::string(rest_); }
    bool empty() const { return rest_.empty(); }

  private:
    std::string_view take(std::size_t length) {
        if (length > rest_.size()) refuse();
        const std::string_view taken = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return taken;
    }
    std::string_view rest_;
};

}  // namespace redaction::reader::protocol
