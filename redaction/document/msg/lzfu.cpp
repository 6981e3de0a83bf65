#include "redaction/document/msg/lzfu.h"

#include <algorithm>
#include <array>

#include "redaction/document/compound/little_endian.h"

namespace redaction::document::msg {
namespace {

constexpr std::size_t headerBytes = 16, windowBytes = 4096;
constexpr std::uint32_t packedMark = 0x75465A4C, plainMark = 0x414C454D;  // "LZFu", "MELA"
// MS-OXRTFCP 2.1.2.1: what the window holds at the start.
constexpr std::string_view start =
    "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
    "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

class Window {
  public:
    Window() { std::copy(start.begin(), start.end(), bytes_.begin()); }
    void put(char byte) {
        bytes_[at_] = byte;
        at_ = (at_ + 1) % windowBytes;
        out_ += byte;
    }
    bool copy(std::size_t from, std::size_t length) {  // false: the end mark
        if (from == at_) return false;
        for (std::size_t i = 0; i < length; ++i) put(bytes_[(from + i) % windowBytes]);
        return true;
    }
    std::string take() { return std::move(out_); }

  private:
    std::array<char, windowBytes> bytes_{};
    std::size_t at_ = start.size();
    std::string out_;
};

}  // namespace

std::optional<std::string> unpackRtf(std::string_view packed) {
    if (packed.size() < headerBytes) return std::nullopt;
    const std::uint32_t mark = compound::number32(packed, 8), length = compound::number32(packed, 4);
    const std::string_view data = packed.substr(headerBytes);
    if (mark == plainMark) return std::string(data.substr(0, length));
    if (mark != packedMark) return std::nullopt;
    Window window;
    for (std::size_t at = 0; at < data.size();) {
        const auto control = static_cast<unsigned char>(data[at++]);
        for (unsigned bit = 0; bit < 8; ++bit) {
            if ((control >> bit & 1u) == 0) {
                if (at >= data.size()) return std::nullopt;
                window.put(data[at++]);
                continue;
            }
            if (at + 2 > data.size()) return std::nullopt;
            const unsigned pair = unsigned(static_cast<unsigned char>(data[at])) << 8 | static_cast<unsigned char>(data[at + 1]);
            at += 2;
            if (!window.copy(pair >> 4, (pair & 15u) + 2)) return window.take();
        }
    }
    return std::nullopt;  // no end mark
}

}  // namespace redaction::document::msg
