#include "redaction/document/ocr/unread_ink.h"

#include <algorithm>
#include <cmath>

#include "redaction/document/ocr/ink.h"

namespace redaction::document::ocr {
namespace {

// All lengths in pixels at 300 dpi.
constexpr double leastConfidence = 0.4;  // below this a word is a guess at something else
constexpr int aroundWord = 8;            // accents, underlining
constexpr int holeSize[2] = {40, 110}, holeMargin = 300;
constexpr int strokeGap = 25;            // strokes no further apart are one find
constexpr int leastWidth = 40, leastHeight = 20, leastInk = 1500;  // of one find

enum class Shows { sheet, picture };

// A solid round spot near the edge of a sheet: the hole a binder needs.
bool isPunchHole(const Pix* ink, int x, int y, int width, int height, int count) {
    const bool round = std::abs(width - height) <= std::max(width, height) / 4 && width >= holeSize[0] && width <= holeSize[1];
    const bool solid = count >= 0.6 * width * height;
    const bool atEdge = x < holeMargin || y < holeMargin || x + width > pixGetWidth(ink) - holeMargin || y + height > pixGetHeight(ink) - holeMargin;
    return round && solid && atEdge;
}

std::vector<Box> findsIn(Pix* ink, Shows shows) {
    const Picture joined = require(pixCloseSafeCompBrick(nullptr, ink, strokeGap, strokeGap));
    Boxa* boxes = pixConnCompBB(joined.get(), 8);
    std::vector<Box> finds;
    for (int at = 0; boxes != nullptr && at < boxaGetCount(boxes); ++at) {
        int x = 0, y = 0, width = 0, height = 0, count = 0;
        boxaGetBoxGeometry(boxes, at, &x, &y, &width, &height);
        if (width < leastWidth || height < leastHeight) continue;
        ::Box* box = boxaGetBox(boxes, at, L_CLONE);
        pixCountPixelsInRect(ink, box, &count, nullptr);
        boxDestroy(&box);
        if (count >= leastInk && !(shows == Shows::sheet && isPunchHole(ink, x, y, width, height, count)))
            finds.push_back({double(x), double(y), double(x + width), double(y + height)});
    }
    boxaDestroy(&boxes);
    return finds;
}

}  // namespace

std::vector<Box> unreadParts(const GreyImage& image, const Box& region, const std::vector<RecognisedWord>& words) {
    const Area whole{0, 0, image.width, image.height};
    const Area area = areaOf(region, whole, 0);
    if (area.x1 - area.x0 < leastWidth || area.y1 - area.y0 < leastHeight) return {};
    const Picture ink = inkOf(image, area);
    for (const auto& word : words)
        if (word.confidence >= leastConfidence) clear(ink.get(), areaOf(word.box, area, aroundWord));
    const Shows shows = isSheet(image, area) ? Shows::sheet : Shows::picture;
    if (shows == Shows::sheet) clearEdges(ink.get());
    clearRules(ink.get());
    const Picture clean = require(pixOpenBrick(nullptr, ink.get(), 2, 2));
    auto finds = findsIn(clean.get(), shows);
    for (auto& find : finds) find = {find.x0 + area.x0, find.y0 + area.y0, find.x1 + area.x0, find.y1 + area.y0};
    return finds;
}

}  // namespace redaction::document::ocr
