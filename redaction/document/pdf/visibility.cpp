// Which words an eye can see: compares the page drawn with and without its text.
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>

#include "redaction/document/pdf/page_text.h"

namespace redaction::document::pdf {
namespace {

constexpr int leastDifference = 14;       // of 255, in one colour channel: below it an eye sees nothing
constexpr double leastCoverage = 0.10;    // of the text's own colour in one pixel
constexpr double overlapShare = 0.4;      // of the smaller word's box
constexpr double innerShare = 0.12;       // of a character's width that is left out on each side: its neighbours reach in

struct PixelBox {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct Colour {
    int channel[3] = {0, 0, 0};
};

class Comparison {
  public:
    Comparison(const Rendering& all, const Rendering& withoutText) : scale_(all.pixelsPerPoint), all_(*all.pixmap.get()), without_(*withoutText.pixmap.get()) {}

    bool changes(const Box& box) const {
        return anyPixel(box, [](const Colour& with, const Colour& without) { return difference(with, without) >= leastDifference; });
    }

    // Some pixel moved towards the text's own colour.
    bool shows(const Box& box, int rgb) const {
        const Colour own{{rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255}};
        return anyPixel(box, [&](const Colour& with, const Colour& without) {
            if (difference(own, without) < leastDifference) return false;
            double towards = 0, length = 0;
            for (int i = 0; i < 3; ++i) {
                towards += double(with.channel[i] - without.channel[i]) * (own.channel[i] - without.channel[i]);
                length += double(own.channel[i] - without.channel[i]) * (own.channel[i] - without.channel[i]);
            }
            return towards / length >= leastCoverage;
        });
    }

  private:
    static int difference(const Colour& one, const Colour& other) {
        int most = 0;
        for (int i = 0; i < 3; ++i) most = std::max(most, std::abs(one.channel[i] - other.channel[i]));
        return most;
    }

    static Colour at(const fz_pixmap& pixmap, int x, int y) {
        const unsigned char* p = pixmap.samples + std::ptrdiff_t(y) * pixmap.stride + std::ptrdiff_t(x) * pixmap.n;
        return {{p[0], p[1], p[2]}};
    }

    PixelBox pixelsOf(const Box& box) const {
        const double margin = (box.x1 - box.x0) * innerShare;
        PixelBox pixels{int(std::floor((box.x0 + margin) * scale_)), int(std::floor(box.y0 * scale_)),
                        int(std::ceil((box.x1 - margin) * scale_)), int(std::ceil(box.y1 * scale_))};
        pixels.x0 = std::clamp(pixels.x0, 0, all_.w);
        pixels.y0 = std::clamp(pixels.y0, 0, all_.h);
        pixels.x1 = std::clamp(pixels.x1, 0, all_.w);
        pixels.y1 = std::clamp(pixels.y1, 0, all_.h);
        return pixels;
    }

    template <typename Test>
    bool anyPixel(const Box& box, Test test) const {
        if (!(std::abs(box.x0) < 1e6 && std::abs(box.x1) < 1e6 && std::abs(box.y0) < 1e6 && std::abs(box.y1) < 1e6)) return false;
        const PixelBox pixels = pixelsOf(box);
        for (int y = pixels.y0; y < pixels.y1; ++y)
            for (int x = pixels.x0; x < pixels.x1; ++x)
                if (test(at(all_, x, y), at(without_, x, y))) return true;
        return false;
    }

    double scale_;
    const fz_pixmap& all_;
    const fz_pixmap& without_;
};

bool overlap(const NativeWord& one, const NativeWord& other) {
    const double shared = area(intersect(one.box, other.box));
    return shared > overlapShare * std::min(area(one.box), area(other.box)) && shared > 0;
}

// Calls `found` for each two words on the same spot. Sorted by their upper edge, so that each is compared with its
// neighbours only.
template <typename Found>
void eachOverlap(const std::vector<NativeWord>& words, Found found) {
    std::vector<std::size_t> order(words.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return words[a].box.y0 < words[b].box.y0; });
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = i + 1; j < order.size() && words[order[j]].box.y0 < words[order[i]].box.y1; ++j)
            if (overlap(words[order[i]], words[order[j]])) found(order[i], order[j]);
}

void findOverlaps(std::vector<NativeWord>& words) {
    std::vector<std::size_t> overlapped;
    eachOverlap(words, [&](std::size_t one, std::size_t other) { overlapped.insert(overlapped.end(), {one, other}); });
    for (const auto at : overlapped) words[at].overlapped = true;
}

void markWord(NativeWord& word, const Comparison& comparison) {
    bool any = false, all = true;
    for (Glyph& glyph : word.glyphs) {
        glyph.visible = comparison.changes(glyph.box) && (!word.overlapped || comparison.shows(glyph.box, glyph.colour));
        any = any || glyph.visible;
        if (u_isalnum(static_cast<UChar32>(glyph.c))) all = all && glyph.visible;
    }
    word.visible = any && all;  // half a word that is covered would pass whole
}

}  // namespace

bool anyOverlap(const std::vector<NativeWord>& words) {
    bool any = false;
    eachOverlap(words, [&](std::size_t, std::size_t) { any = true; });
    return any;
}

void markVisibility(PageText& text, const Rendering& all, const Rendering& withoutText) {
    findOverlaps(text.words);
    const Comparison comparison(all, withoutText);
    for (NativeWord& word : text.words) markWord(word, comparison);
}

}  // namespace redaction::document::pdf
