#include "redaction/document/ocr/straight.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

namespace redaction::document::ocr {
namespace {

constexpr double leastSlant = 0.7;      // degrees; the recogniser reads lines that slope by less, or by twice that
constexpr double leastSlantTrust = 3;   // of leptonica's measure, where 3 is what it calls reasonable
constexpr double leastTurnTrust = 5;    // idem

Picture greyOf(const GreyImage& image, const Area& area) {
    Picture grey = require(pixCreate(area.width(), area.height(), 8));
    const std::size_t width = std::size_t(area.width());
    for (int y = area.y0; y < area.y1; ++y)
        std::memcpy(pixGetData(grey.get()) + std::ptrdiff_t(y - area.y0) * pixGetWpl(grey.get()), image.pixels + std::ptrdiff_t(y) * image.stride + area.x0, width);
    pixEndianByteSwap(grey.get());
    return grey;
}

struct Point {
    double x, y;
};

// Turned clockwise around its middle, white where nothing was: each pixel from the four it comes to lie between.
// Leptonica's way takes nearly twice as long.
Picture slanted(const GreyImage& image, const Area& area, double radians) {
    const double cosine = std::cos(radians), sine = std::sin(radians), wide = area.width(), high = area.height();
    const int width = int(std::ceil(wide * cosine + high * std::abs(sine))), height = int(std::ceil(wide * std::abs(sine) + high * cosine));
    Picture bytes = require(pixCreate(width, height, 8));
    const auto fixed = [](double number) { return std::int64_t(std::lround(number * 65536)); };
    const auto stepX = fixed(cosine), stepY = fixed(sine);
    const unsigned char* from = image.pixels + std::ptrdiff_t(area.y0) * image.stride + area.x0;
    for (int y = 0; y < height; ++y) {
        auto* to = reinterpret_cast<unsigned char*>(pixGetData(bytes.get()) + std::ptrdiff_t(y) * pixGetWpl(bytes.get()));
        const double dx = -width / 2.0, dy = y - height / 2.0;
        std::int64_t atX = fixed(wide / 2 + dx * cosine + dy * sine), atY = fixed(high / 2 - dx * sine + dy * cosine);
        for (int x = 0; x < width; ++x, atX += stepX, atY -= stepY) {
            const std::int64_t column = atX >> 16, row = atY >> 16;
            to[x] = 255;
            if (column < 0 || row < 0 || column + 1 >= area.width() || row + 1 >= area.height()) continue;
            const unsigned char* pixel = from + row * image.stride + column;
            const int right = int(atX >> 8 & 255), below = int(atY >> 8 & 255);
            const int upper = pixel[0] * (256 - right) + pixel[1] * right, lower = pixel[image.stride] * (256 - right) + pixel[image.stride + 1] * right;
            to[x] = static_cast<unsigned char>((upper * (256 - below) + lower * below) >> 16);
        }
    }
    return bytes;
}

}  // namespace

double slantOf(Pix* ink) {
    l_float32 degrees = 0, trust = 0;
    if (pixFindSkew(ink, &degrees, &trust) != 0 || trust < leastSlantTrust || std::abs(degrees) < leastSlant) return 0;
    return degrees;
}

int quarterTurnsOf(Pix* ink) {
    l_float32 up = 0, left = 0;
    if (pixOrientDetect(ink, &up, &left, 0, 0) != 0) return 0;
    if (std::max(std::abs(up), std::abs(left)) < leastTurnTrust) return 0;
    if (std::abs(up) >= std::abs(left)) return up > 0 ? 0 : 2;
    return left > 0 ? 1 : 3;
}

Turned::Turned(const GreyImage& image, const Area& area, int quarterTurns, double degrees)
    : area_(area), quarterTurns_(quarterTurns), radians_(degrees * std::numbers::pi / 180) {
    if (quarterTurns_ == 0) {
        bytes_ = slanted(image, area, radians_);
        return;
    }
    radians_ = 0;
    const Picture upright = require(pixRotateOrth(greyOf(image, area).get(), quarterTurns_));
    bytes_ = require(pixEndianByteSwapNew(upright.get()));
}

GreyImage Turned::image() const {
    return {int(pixGetWidth(bytes_.get())), int(pixGetHeight(bytes_.get())), int(pixGetWpl(bytes_.get())) * 4, reinterpret_cast<const unsigned char*>(pixGetData(bytes_.get()))};
}

Box Turned::back(const Box& box) const {
    const bool lies = quarterTurns_ % 2 == 1;
    const double width = area_.width(), height = area_.height();
    const Point middle{pixGetWidth(bytes_.get()) / 2.0, pixGetHeight(bytes_.get()) / 2.0}, before{(lies ? height : width) / 2, (lies ? width : height) / 2};
    Box around{1e9, 1e9, -1e9, -1e9};
    for (const Point& corner : {Point{box.x0, box.y0}, Point{box.x1, box.y0}, Point{box.x0, box.y1}, Point{box.x1, box.y1}}) {
        const double dx = corner.x - middle.x, dy = corner.y - middle.y;
        Point at{before.x + dx * std::cos(radians_) + dy * std::sin(radians_), before.y - dx * std::sin(radians_) + dy * std::cos(radians_)};
        if (quarterTurns_ == 1) at = {at.y, height - at.x};
        if (quarterTurns_ == 2) at = {width - at.x, height - at.y};
        if (quarterTurns_ == 3) at = {width - at.y, at.x};
        around = {std::min(around.x0, at.x), std::min(around.y0, at.y), std::max(around.x1, at.x), std::max(around.y1, at.y)};
    }
    return {area_.x0 + std::max(0.0, around.x0), area_.y0 + std::max(0.0, around.y0), area_.x0 + std::min(width, around.x1), area_.y0 + std::min(height, around.y1)};
}

}  // namespace redaction::document::ocr
