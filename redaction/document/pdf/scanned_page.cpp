#include "redaction/document/pdf/scanned_page.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace redaction::document::pdf {
namespace {

constexpr double mostlyPicture = 0.5;  // of the page's area
constexpr double leastPictureWidth = 12, leastPictureHeight = 6;  // points; smaller ones are bullets and rules
constexpr int blankTolerance = 24;     // of 255
constexpr std::size_t maxRemembered = 64;

bool showsSomething(const Rendering& rendering) {
    const fz_pixmap& pixmap = *rendering.pixmap.get();
    const unsigned char* first = pixmap.samples;
    for (int y = 0; y < pixmap.h; ++y) {
        const unsigned char* row = pixmap.samples + std::ptrdiff_t(y) * pixmap.stride;
        for (int i = 0; i < pixmap.w * pixmap.n; ++i)
            if (std::abs(row[i] - first[i % pixmap.n]) > blankTolerance) return true;
    }
    return false;
}

bool maySaySomething(const Box& picture) { return picture.x1 - picture.x0 >= leastPictureWidth && picture.y1 - picture.y0 >= leastPictureHeight; }

// Pictures that touch become one region: a scan is often cut in strips.
std::vector<Box> regionsOf(const std::vector<Box>& pictures) {
    std::vector<Box> regions;
    for (Box box : pictures) {
        for (std::size_t i = 0; i < regions.size();) {
            const Box grown{regions[i].x0 - 2, regions[i].y0 - 2, regions[i].x1 + 2, regions[i].y1 + 2};
            if (area(intersect(grown, box)) <= 0) {
                ++i;
                continue;
            }
            box = unite(box, regions[i]);
            regions.erase(regions.begin() + std::ptrdiff_t(i));
            i = 0;
        }
        regions.push_back(box);
    }
    regions.erase(std::remove_if(regions.begin(), regions.end(), [](const Box& box) { return !maySaySomething(box); }), regions.end());
    return regions;
}

ocr::GreyImage imageOf(const Rendering& rendering) {
    const fz_pixmap& pixmap = *rendering.pixmap.get();
    return {pixmap.w, pixmap.h, int(pixmap.stride), pixmap.samples};
}

Box toPixels(const Box& box, double scale, const ocr::GreyImage& image) {
    return intersect({0, 0, double(image.width), double(image.height)},
                     {std::floor(box.x0 * scale), std::floor(box.y0 * scale), std::ceil(box.x1 * scale), std::ceil(box.y1 * scale)});
}

std::uint64_t fingerprint(const ocr::GreyImage& image, const Box& region) {
    std::uint64_t sum = 1469598103934665603u;
    for (int y = int(region.y0); y < int(region.y1); ++y) {
        const auto* row = reinterpret_cast<const char*>(image.pixels) + std::ptrdiff_t(y) * image.stride + int(region.x0);
        sum = (sum ^ std::hash<std::string_view>{}({row, std::size_t(region.x1 - region.x0)})) * 1099511628211u;
    }
    return sum;
}

ocr::PictureText moved(ocr::PictureText text, double dx, double dy) {
    for (auto& word : text.words) word.box = {word.box.x0 + dx, word.box.y0 + dy, word.box.x1 + dx, word.box.y1 + dy};
    return text;
}

}  // namespace

ReadBy decide(const PageText& text, const Box& page, const Rendering* rendering) {
    const bool anyVisible = std::any_of(text.words.begin(), text.words.end(), [](const NativeWord& word) { return word.visible; });
    if (isUnreadable(text)) return ReadBy::ocrOfPage;
    if (!anyVisible) return rendering == nullptr || showsSomething(*rendering) ? ReadBy::ocrOfPage : ReadBy::fontsOnly;
    const auto regions = regionsOf(text.pictures);
    if (regions.empty()) return ReadBy::fontsOnly;
    double covered = 0;
    for (const Box& region : regions) covered += area(region);
    return covered >= mostlyPicture * area(page) ? ReadBy::ocrOfPage : ReadBy::ocrOfPictures;
}

ocr::PictureText PictureReader::readRegion(const ocr::GreyImage& image, const Box& region) {
    const std::pair<std::size_t, std::uint64_t> key{std::size_t(region.x1 - region.x0), fingerprint(image, region)};
    const auto found = known_.find(key);
    if (found != known_.end()) return moved(found->second, region.x0, region.y0);
    auto text = ocr::readWords(image, region, recogniser_);
    if (known_.size() >= maxRemembered) known_.clear();
    known_[key] = moved(text, -region.x0, -region.y0);
    return text;
}

// A human looks at a picture once, not on each page of its letterhead.
void PictureReader::lookAgain(const ocr::GreyImage& image, const Box& region, const ocr::PictureText& text) {
    handwritten_ = handwritten_ || text.handwritten;
    if (!text.showsMore) return;
    if (told_.emplace(std::size_t(region.x1 - region.x0), fingerprint(image, region)).second) showsMore_ = true;
}

std::vector<ocr::RecognisedWord> PictureReader::readPage(const DrawnPage& page, Drawing drawing) {
    const Rendering rendering = render(source_, page, ocr::scanDpi, drawing, Colours::grey);
    pointsPerPixel_ = 1 / rendering.pixelsPerPoint;
    const ocr::GreyImage image = imageOf(rendering);
    auto text = readRegion(image, {0, 0, double(image.width), double(image.height)});
    showsMore_ = text.showsMore, handwritten_ = text.handwritten;
    return std::move(text.words);
}

std::vector<ocr::RecognisedWord> PictureReader::readPictures(const DrawnPage& page, const std::vector<Box>& pictures) {
    const Rendering rendering = render(source_, page, ocr::scanDpi, Drawing::withoutText, Colours::grey);
    pointsPerPixel_ = 1 / rendering.pixelsPerPoint;
    const ocr::GreyImage image = imageOf(rendering);
    std::vector<ocr::RecognisedWord> words;
    showsMore_ = handwritten_ = false;
    for (const Box& region : regionsOf(pictures)) {
        const Box pixels = toPixels(region, rendering.pixelsPerPoint, image);
        auto found = readRegion(image, pixels);
        lookAgain(image, pixels, found);
        words.insert(words.end(), found.words.begin(), found.words.end());
    }
    return words;
}

}  // namespace redaction::document::pdf
