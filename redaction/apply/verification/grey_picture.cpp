#include "redaction/apply/verification/grey_picture.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <stdexcept>

namespace redaction::apply::verification {

namespace {

constexpr int mostPixelsAcross = 60'000;

[[noreturn]] void noPicture() { throw std::runtime_error("pnm"); }

int number(std::string_view& bytes) {
    while (!bytes.empty() && (std::isspace(static_cast<unsigned char>(bytes.front())) || bytes.front() == '#')) {
        if (bytes.front() == '#') bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1));
        bytes.remove_prefix(1);
    }
    int value = 0;
    for (; !bytes.empty() && std::isdigit(static_cast<unsigned char>(bytes.front())); bytes.remove_prefix(1))
        if ((value = value * 10 + (bytes.front() - '0')) > mostPixelsAcross) noPicture();
    return value;
}

unsigned char grey(std::string_view row, int x, int components) {
    if (components == 0) return (row[static_cast<std::size_t>(x / 8)] >> (7 - x % 8) & 1) ? 0 : 255;  // PBM: 1 is black
    const auto* pixel = reinterpret_cast<const unsigned char*>(row.data()) + std::ptrdiff_t{x} * components;
    return components == 1 ? pixel[0] : static_cast<unsigned char>((pixel[0] * 77 + pixel[1] * 151 + pixel[2] * 28) >> 8);
}

struct Header {
    int width = 0, height = 0, components = 0;  // components: 0 for one bit
    std::size_t rowBytes() const { return static_cast<std::size_t>(components == 0 ? (width + 7) / 8 : width * components); }
    std::size_t bytes() const { return rowBytes() * static_cast<std::size_t>(height); }
};

// The bytes move on to the pixels.
Header headerOf(std::string_view& bytes) {
    if (bytes.size() < 2 || bytes[0] != 'P' || bytes[1] < '4' || bytes[1] > '6') noPicture();
    Header header;
    header.components = bytes[1] == '4' ? 0 : bytes[1] == '5' ? 1 : 3;
    bytes.remove_prefix(2);
    header.width = number(bytes);
    header.height = number(bytes);
    if (header.components > 0 && number(bytes) != 255) noPicture();
    if (header.width < 1 || header.height < 1 || bytes.empty()) noPicture();
    bytes.remove_prefix(1);
    return header;
}

}  // namespace

std::optional<std::size_t> pnmSize(std::string_view bytes) {
    constexpr std::size_t longestHeader = 64;
    const auto all = bytes.size();
    if (all < longestHeader) return std::nullopt;
    const auto header = headerOf(bytes);
    return all - bytes.size() + header.bytes();
}

GreyPicture takePnm(std::string_view& bytes) {
    const auto header = headerOf(bytes);
    if (bytes.size() < header.bytes()) noPicture();
    GreyPicture picture{header.width, header.height, {}};
    picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        const auto row = bytes.substr(static_cast<std::size_t>(y) * header.rowBytes(), header.rowBytes());
        for (int x = 0; x < picture.width; ++x) picture.pixels.push_back(grey(row, x, header.components));
    }
    bytes.remove_prefix(header.bytes());
    return picture;
}

GreyPicture scaled(const GreyPicture& picture, int width, int height) {
    if (width == picture.width && height == picture.height) return picture;
    GreyPicture made{width, height, {}};
    made.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        const int y0 = static_cast<int>(std::int64_t{y} * picture.height / height);
        const int y1 = std::max(y0 + 1, static_cast<int>(std::int64_t{y + 1} * picture.height / height));
        for (int x = 0; x < width; ++x) {
            const int x0 = static_cast<int>(std::int64_t{x} * picture.width / width);
            const int x1 = std::max(x0 + 1, static_cast<int>(std::int64_t{x + 1} * picture.width / width));
            std::int64_t sum = 0;
            for (int row = y0; row < y1; ++row)
                for (int column = x0; column < x1; ++column) sum += picture.at(column, row);
            made.pixels.push_back(static_cast<unsigned char>(sum / (std::int64_t{y1 - y0} * (x1 - x0))));
        }
    }
    return made;
}

}  // namespace redaction::apply::verification
