#include "redaction/document/ocr/unread_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <new>

#include "redaction/document/ocr/upright.h"

namespace redaction::document::ocr {
namespace {

// All lengths in pixels at 300 dpi.
constexpr int lightestInk = 190, leastContrast = 50;  // of 255: darker than this, and than the paper by so much
constexpr double leastConfidence = 0.4;  // below this a word is a guess at something else
constexpr int aroundWord = 8;            // accents, underlining
constexpr int ruleLength = 100, ruleThickness = 13;
constexpr int edge = 36;                 // of a scanned sheet, where shadows are
constexpr int holeSize[2] = {40, 110}, holeMargin = 300;
constexpr int sheetHeight = 2000;        // a smaller picture is no sheet of paper
constexpr int strokeGap = 25;            // strokes no further apart are one find
constexpr int leastWidth = 40, leastHeight = 20, leastInk = 1500;  // of one find

enum class Shows { sheet, picture };

struct Area {
    int x0, y0, x1, y1;
};

Area areaOf(const Box& box, const Area& within, int grow) {
    const Area area{std::clamp(int(std::floor(box.x0)) - grow, within.x0, within.x1), std::clamp(int(std::floor(box.y0)) - grow, within.y0, within.y1),
                    std::clamp(int(std::ceil(box.x1)) + grow, within.x0, within.x1), std::clamp(int(std::ceil(box.y1)) + grow, within.y0, within.y1)};
    return {area.x0 - within.x0, area.y0 - within.y0, area.x1 - within.x0, area.y1 - within.y0};
}

Picture require(Pix* pix) {
    if (pix == nullptr) throw std::bad_alloc();
    return Picture(pix);
}

// The shade most of the brighter half has.
int paperOf(const GreyImage& image, const Area& area) {
    std::array<std::size_t, 256> counts{};
    for (int y = area.y0; y < area.y1; y += 2)
        for (int x = area.x0; x < area.x1; x += 2) ++counts[image.pixels[std::ptrdiff_t(y) * image.stride + x]];
    const auto bright = counts.begin() + 128;
    const auto most = std::max_element(bright, counts.end());
    return *most == 0 ? 255 : int(most - counts.begin());
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

// Thin straight lines along the page are no writing.
void clearRules(Pix* ink) {
    const Picture across = require(pixOpenBrick(nullptr, ink, ruleLength, 1)), down = require(pixOpenBrick(nullptr, ink, 1, ruleLength));
    const Picture thickAcross = require(pixOpenBrick(nullptr, across.get(), 1, ruleThickness)), thickDown = require(pixOpenBrick(nullptr, down.get(), ruleThickness, 1));
    pixSubtract(across.get(), across.get(), thickAcross.get());
    pixSubtract(down.get(), down.get(), thickDown.get());
    pixSubtract(ink, ink, across.get());
    pixSubtract(ink, ink, down.get());
}

// A solid round spot near the edge of a sheet: the hole a binder needs.
bool isPunchHole(const Pix* ink, int x, int y, int width, int height, int count) {
    const bool round = std::abs(width - height) <= std::max(width, height) / 4 && width >= holeSize[0] && width <= holeSize[1];
    const bool solid = count >= 0.6 * width * height;
    const bool atEdge = x < holeMargin || y < holeMargin || x + width > pixGetWidth(ink) - holeMargin || y + height > pixGetHeight(ink) - holeMargin;
    return round && solid && atEdge;
}

bool holdsAFind(Pix* ink, Shows shows) {
    const Picture joined = require(pixCloseSafeBrick(nullptr, ink, strokeGap, strokeGap));
    Boxa* boxes = pixConnCompBB(joined.get(), 8);
    bool found = false;
    for (int at = 0; boxes != nullptr && at < boxaGetCount(boxes) && !found; ++at) {
        int x = 0, y = 0, width = 0, height = 0, count = 0;
        boxaGetBoxGeometry(boxes, at, &x, &y, &width, &height);
        if (width < leastWidth || height < leastHeight) continue;
        ::Box* box = boxaGetBox(boxes, at, L_CLONE);
        pixCountPixelsInRect(ink, box, &count, nullptr);
        boxDestroy(&box);
        found = count >= leastInk && !(shows == Shows::sheet && isPunchHole(ink, x, y, width, height, count));
    }
    boxaDestroy(&boxes);
    return found;
}

}  // namespace

bool showsMoreThanRead(const GreyImage& image, const Box& region, const std::vector<RecognisedWord>& words) {
    const Area whole{0, 0, image.width, image.height};
    const Area area = areaOf(region, whole, 0);
    if (area.x1 - area.x0 < leastWidth || area.y1 - area.y0 < leastHeight) return false;
    const Picture ink = inkOf(image, area);
    for (const auto& word : words)
        if (word.confidence >= leastConfidence) clear(ink.get(), areaOf(word.box, area, aroundWord));
    const bool isSheet = area.x1 - area.x0 == image.width && area.y1 - area.y0 == image.height && image.height >= sheetHeight;
    const Shows shows = isSheet ? Shows::sheet : Shows::picture;
    if (shows == Shows::sheet) {
        clear(ink.get(), {0, 0, image.width, edge});
        clear(ink.get(), {0, image.height - edge, image.width, image.height});
        clear(ink.get(), {0, 0, edge, image.height});
        clear(ink.get(), {image.width - edge, 0, image.width, image.height});
    }
    clearRules(ink.get());
    const Picture clean = require(pixOpenBrick(nullptr, ink.get(), 2, 2));
    return holdsAFind(clean.get(), shows);
}

}  // namespace redaction::document::ocr
