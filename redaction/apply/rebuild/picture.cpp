#include "redaction/apply/rebuild/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

#include "redaction/apply/rebuild/jpeg.h"
#include "redaction/apply/rebuild/passage_bands.h"
#include "redaction/document/page_builder.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double inkMargin = 0.5;  // points
constexpr double blurMargin = 1;   // points around a word that may still be its ink
constexpr int leastContrast = 40;  // of 255, to the paper
constexpr double leastInk = 2.5;   // square points in one cell; less is dust

struct PixelBox {
    int x0, y0, x1, y1;
};

PixelBox inside(const Box& box, int width, int height) {
    return {std::clamp(static_cast<int>(std::floor(box.x0)), 0, width), std::clamp(static_cast<int>(std::floor(box.y0)), 0, height),
            std::clamp(static_cast<int>(std::ceil(box.x1)), 0, width), std::clamp(static_cast<int>(std::ceil(box.y1)), 0, height)};
}

bool isCleared(const PagePlan& plan, const Box& box) {
    return std::any_of(plan.cleared.begin(), plan.cleared.end(), [&](const Box& cleared) { return overlaps(cleared, box); });
}

// A word's box ends where its ink does, give or take a pixel.
Box withInk(const Box& box) { return {box.x0 - inkMargin, box.y0 - inkMargin, box.x1 + inkMargin, box.y1 + inkMargin}; }

Box grown(const Box& box, double by) { return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by}; }

bool holds(const Box& box, double x, double y) { return x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1; }

int brightness(const std::uint8_t* rgb) { return (rgb[0] * 2 + rgb[1] * 5 + rgb[2]) / 8; }

void releaseBytes(void* bytes) { delete static_cast<std::string*>(bytes); }

}  // namespace

Picture Picture::fromPixmap(const fz_pixmap& pixmap) {
    Picture picture(pixmap.w, pixmap.h);
    const int step = pixmap.n;
    for (int y = 0; y < pixmap.h; ++y) {
        const auto* from = pixmap.samples + static_cast<std::ptrdiff_t>(y) * pixmap.stride;
        auto* to = picture.row(y);
        for (int x = 0; x < pixmap.w; ++x, from += step, to += 3)
            for (int part = 0; part < 3; ++part) to[part] = from[step >= 3 ? part : 0];
    }
    return picture;
}

void Picture::fill(const Box& pixels, Colour colour) {
    const auto box = inside(pixels, width_, height_);
    for (int y = box.y0; y < box.y1; ++y)
        for (int x = box.x0; x < box.x1; ++x) {
            auto* at = row(y) + x * 3;
            at[0] = colour.red;
            at[1] = colour.green;
            at[2] = colour.blue;
        }
}

void Picture::even(const Box& pixels, Colour paper) {
    const std::uint8_t rgb[3] = {paper.red, paper.green, paper.blue};
    const auto box = inside(pixels, width_, height_);
    for (int y = box.y0; y < box.y1; ++y)
        for (int x = box.x0; x < box.x1; ++x)
            if (auto* at = row(y) + x * 3; std::abs(brightness(at) - brightness(rgb)) < leastContrast) std::copy_n(rgb, 3, at);
}

Colour Picture::paperAround(const Box& pixels) const {
    const auto box = inside(pixels, width_, height_);
    std::map<std::array<int, 3>, int> counts;  // in coarse steps: paper is never of one exact colour
    for (int y = box.y0; y < box.y1; y += 2)
        for (int x = box.x0; x < box.x1; x += 2) {
            const auto* at = row(y) + x * 3;
            ++counts[{at[0] / 8, at[1] / 8, at[2] / 8}];
        }
    const auto most = std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; });
    if (most == counts.end()) return {};
    const auto part = [&](std::size_t at) { return static_cast<std::uint8_t>(most->first[at] * 8 + (most->first[at] == 31 ? 7 : 4)); };
    return {part(0), part(1), part(2)};
}

bool Picture::isGrey() const {
    for (std::size_t at = 0; at + 2 < rgb_.size(); at += 3)
        if (std::abs(rgb_[at] - rgb_[at + 1]) > 6 || std::abs(rgb_[at] - rgb_[at + 2]) > 6) return false;
    return true;
}

std::size_t Picture::inkIn(const Box& pixels, const std::vector<Box>& known) const {
    const auto box = inside(pixels, width_, height_);
    const auto colour = paperAround(pixels);
    const std::uint8_t rgb[3] = {colour.red, colour.green, colour.blue};
    const int paper = brightness(rgb);
    std::size_t ink = 0;
    for (int y = box.y0; y < box.y1; ++y)
        for (int x = box.x0; x < box.x1; ++x)
            if (std::abs(brightness(row(y) + x * 3) - paper) >= leastContrast)
                ink += std::none_of(known.begin(), known.end(), [&](const Box& word) { return holds(word, x, y); });
    return ink;
}

std::vector<Box> Picture::inkBeside(const PagePlan& plan, double pixelsPerPoint) const {
    std::vector<Box> black;
    for (const auto& cell : cellsOf(plan)) {
        const auto looked = scaled(cell.looked, pixelsPerPoint);
        std::vector<Box> known;
        for (const auto& word : plan.words)
            if (const auto box = scaled(grown(word.from, blurMargin), pixelsPerPoint); overlaps(box, looked)) known.push_back(box);
        if (static_cast<double>(inkIn(looked, known)) >= leastInk * pixelsPerPoint * pixelsPerPoint)
            black.insert(black.end(), cell.blackened.begin(), cell.blackened.end());
    }
    return black;
}

Picture Picture::copyOf(const Box& pixels) const {
    const auto box = inside(pixels, width_, height_);
    Picture piece(std::max(0, box.x1 - box.x0), std::max(0, box.y1 - box.y0));
    for (int y = 0; y < piece.height_; ++y) std::copy_n(row(box.y0 + y) + box.x0 * 3, piece.width_ * 3, piece.row(y));
    return piece;
}

void Picture::paste(const Picture& piece, double x, double y, double scale) {
    const int left = static_cast<int>(std::lround(x)), top = static_cast<int>(std::floor(y));
    const int width = static_cast<int>(piece.width_ * scale);
    for (int line = 0; line < piece.height_; ++line)
        for (int at = 0; at < width; ++at) {
            const int toX = left + at, toY = top + line, fromX = std::min(piece.width_ - 1, static_cast<int>(at / scale));
            if (toX < 0 || toX >= width_ || toY < 0 || toY >= height_) continue;
            std::copy_n(piece.row(line) + fromX * 3, 3, row(toY) + toX * 3);
        }
}

std::vector<Box> Picture::apply(const PagePlan& plan, double pixelsPerPoint) {
    const auto black = inkBeside(plan, pixelsPerPoint);
    std::vector<Colour> papers;
    for (const auto& box : plan.evened) papers.push_back(paperAround(scaled(box, pixelsPerPoint)));
    for (const auto* boxes : {&plan.covered, &plan.asides})
        for (const auto& box : *boxes) {
            const auto pixels = scaled(box, pixelsPerPoint);
            fill(pixels, paperAround(pixels));
        }
    for (const auto& box : black) fill(scaled(box, pixelsPerPoint), {0, 0, 0});
    std::vector<std::pair<Picture, const WordPlace*>> moved;
    for (const auto& word : plan.words)
        if (word.shown && isCleared(plan, word.from)) moved.emplace_back(copyOf(scaled(withInk(word.from), pixelsPerPoint)), &word);
    for (const auto& box : plan.cleared) {
        const auto pixels = scaled(box, pixelsPerPoint);
        fill(pixels, paperAround(pixels));
    }
    for (std::size_t at = 0; at < papers.size(); ++at) even(scaled(plan.evened[at], pixelsPerPoint), papers[at]);
    for (const auto& [piece, word] : moved) paste(piece, (word->x - inkMargin) * pixelsPerPoint, (word->from.y0 + word->down - inkMargin) * pixelsPerPoint, word->scale);
    return black;
}

void Picture::draw(cairo_t* target) const {
    if (width_ <= 0 || height_ <= 0) return;
    auto jpeg = std::make_unique<std::string>(toJpeg(*this));
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_, height_), &cairo_surface_destroy);
    const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg->data());
    if (cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, bytes, jpeg->size(), releaseBytes, jpeg.get()) !=
        CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("cairo neemt de afbeelding niet aan");
    jpeg.release();
    cairo_save(target);
    cairo_scale(target, 1.0 / width_, 1.0 / height_);
    cairo_set_source_surface(target, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(target), CAIRO_FILTER_GOOD);
    cairo_rectangle(target, 0, 0, width_, height_);
    cairo_fill(target);
    cairo_restore(target);
}

}  // namespace redaction::apply::rebuild
