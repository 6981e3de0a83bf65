// A picture in shades of grey, small enough to compare with another one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace redaction::apply::verification {

struct GreyPicture {
    int width = 0, height = 0;
    std::vector<unsigned char> pixels;  // 0 black, 255 white; rows without gaps
    unsigned char at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)]; }
};

// How many bytes the picture at the start of the bytes takes; none: not yet to be told. Throws std::runtime_error.
std::optional<std::size_t> pnmSize(std::string_view bytes);

// One PBM, PGM or PPM (binary) at the start of the bytes; they move on behind it. Throws std::runtime_error.
GreyPicture takePnm(std::string_view& bytes);

// Each pixel the average of what it covers. width and height: at least 1.
GreyPicture scaled(const GreyPicture& picture, int width, int height);

}  // namespace redaction::apply::verification
