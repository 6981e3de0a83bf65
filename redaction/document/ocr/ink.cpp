#include "redaction/document/ocr/ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>

namespace redaction::document::ocr {
namespace {

constexpr int lightestInk = 190, leastContrast = 50;  // of 255: darker than this, and than the paper by so much
constexpr int ruleLength = 100, ruleThickness = 13;
constexpr int edge = 36;
constexpr int sheetHeight = 2000;  // a smaller picture is no sheet of paper

// The shade most of the brighter half has.
int paperOf(const GreyImage& image, const Area& area) {
    std::array<std::size_t, 256> counts{};
    for (int y = area.y0; y < area.y1; y += 2)
        for (int x = area.x0; x < area.x1; x += 2) ++counts[image.pixels[std::ptrdiff_t(y) * image.stride + x]];
    const auto bright = counts.begin() + 128;
    const auto most = std::max_element(bright, counts.end());
    return *most == 0 ? 255 : int(most - counts.begin());
}

}  // namespace

Area areaOf(const Box& box, const Area& within, int grow) {
    const Area area{std::clamp(int(std::floor(box.x0)) - grow, within.x0, within.x1), std::clamp(int(std::floor(box.y0)) - grow, within.y0, within.y1),
                    std::clamp(int(std::ceil(box.x1)) + grow, within.x0, within.x1), std::clamp(int(std::ceil(box.y1)) + grow, within.y0, within.y1)};
    return {area.x0 - within.x0, area.y0 - within.y0, area.x1 - within.x0, area.y1 - within.y0};
}

Picture require(Pix* pix) {
    if (pix == nullptr) throw std::bad_alloc();
    return Picture(pix);
}

Picture inkOf(const GreyImage& image, const Area& area) {
    const int darkest = std::min(lightestInk, paperOf(image, area) - leastContrast);
    Picture ink = require(pixCreate(std::max(1, area.x1 - area.x0), std::max(1, area.y1 - area.y0), 1));
    for (int y = area.y0; y < area.y1; ++y) {
        const unsigned char* row = image.pixels + std::ptrdiff_t(y) * image.stride;
        l_uint32* to = pixGetData(ink.get()) + std::ptrdiff_t(y - area.y0) * pixGetWpl(ink.get());
        for (int x = area.x0; x < area.x1; ++x)
            if (row[x] < darkest) SET_DATA_BIT(to, x - area.x0);
    }
    return ink;
}

void clear(Pix* ink, const Area& area) {
    if (area.x1 <= area.x0 || area.y1 <= area.y0) return;
    pixRasterop(ink, area.x0, area.y0, area.x1 - area.x0, area.y1 - area.y0, PIX_CLR, nullptr, 0, 0);
}

void clearRules(Pix* ink) {
    const Picture across = require(pixOpenCompBrick(nullptr, ink, ruleLength, 1)), down = require(pixOpenCompBrick(nullptr, ink, 1, ruleLength));
    const Picture thickAcross = require(pixOpenBrick(nullptr, across.get(), 1, ruleThickness)), thickDown = require(pixOpenBrick(nullptr, down.get(), ruleThickness, 1));
    pixSubtract(across.get(), across.get(), thickAcross.get());
    pixSubtract(down.get(), down.get(), thickDown.get());
    pixSubtract(ink, ink, across.get());
    pixSubtract(ink, ink, down.get());
}

void clearEdges(Pix* sheet) {
    const int width = pixGetWidth(sheet), height = pixGetHeight(sheet);
    for (const Area& side : {Area{0, 0, width, edge}, Area{0, height - edge, width, height}, Area{0, 0, edge, height}, Area{width - edge, 0, width, height}})
        clear(sheet, side);
}

bool isSheet(const GreyImage& image, const Area& area) {
    return area.width() == image.width && area.height() == image.height && image.height >= sheetHeight;
}

}  // namespace redaction::document::ocr
