#include "redaction/document/ocr/unread_ink.h"

#include <algorithm>
#include <cmath>

namespace redaction::document::ocr {
namespace {

constexpr unsigned char darkest = 128;    // darker is ink
constexpr double leastConfidence = 0.3;   // below this a word is a guess at something else
constexpr int aroundWord = 8;             // pixels: accents, underlining
constexpr std::size_t leastInk = 6000;    // pixels: less is dust and a ruled line
constexpr double unreadShare = 0.25;      // of all ink

struct Area {
    int x0, y0, x1, y1;
};

Area areaOf(const Box& box, const GreyImage& image, int grow) {
    return {std::clamp(int(std::floor(box.x0)) - grow, 0, image.width), std::clamp(int(std::floor(box.y0)) - grow, 0, image.height),
            std::clamp(int(std::ceil(box.x1)) + grow, 0, image.width), std::clamp(int(std::ceil(box.y1)) + grow, 0, image.height)};
}

std::vector<bool> readPixels(const GreyImage& image, const std::vector<RecognisedWord>& words) {
    std::vector<bool> read(std::size_t(image.width) * std::size_t(image.height), false);
    for (const auto& word : words) {
        if (word.confidence < leastConfidence) continue;
        const Area area = areaOf(word.box, image, aroundWord);
        for (int y = area.y0; y < area.y1; ++y) {
            const auto row = read.begin() + std::ptrdiff_t(y) * image.width;
            std::fill(row + area.x0, row + std::max(area.x0, area.x1), true);
        }
    }
    return read;
}

}  // namespace

bool showsMoreThanRead(const GreyImage& image, const Box& region, const std::vector<RecognisedWord>& words) {
    const auto read = readPixels(image, words);
    const Area area = areaOf(region, image, 0);
    std::size_t ink = 0, unread = 0;
    for (int y = area.y0; y < area.y1; ++y) {
        const unsigned char* row = image.pixels + std::ptrdiff_t(y) * image.stride;
        for (int x = area.x0; x < area.x1; ++x) {
            if (row[x] >= darkest) continue;
            ++ink;
            unread += !read[std::size_t(y) * std::size_t(image.width) + std::size_t(x)];
        }
    }
    return unread > leastInk && double(unread) > unreadShare * double(ink);
}

}  // namespace redaction::document::ocr
