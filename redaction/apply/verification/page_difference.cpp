#include "redaction/apply/verification/page_difference.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace redaction::apply::verification {

namespace {

using document::Box;

constexpr double margin = 2.5, widerMargin = 4.5;  // points around a change: its edge, and letters that overhang
constexpr int border = 3;             // pixels at the edge of the page, where letters are cut in half
constexpr int reach = 1;              // pixels by which something may have moved
constexpr int smear = 36;             // of 255, between averages of nine pixels; a comma that is missing makes 40
constexpr int clearly = 50, hardly = 10;  // of 255: contrast that is seen, and that is not
constexpr std::size_t leastPixels = 3;    // that differ, next to each other

GreyPicture smoothed(const GreyPicture& from) {
    GreyPicture made{from.width, from.height, std::vector<unsigned char>(from.pixels.size())};
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x) {
            int sum = 0, count = 0;
            for (int row = std::max(0, y - 1); row <= std::min(from.height - 1, y + 1); ++row)
                for (int column = std::max(0, x - 1); column <= std::min(from.width - 1, x + 1); ++column, ++count) sum += from.at(column, row);
            made.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width) + static_cast<std::size_t>(x)] = static_cast<unsigned char>(sum / count);
        }
    return made;
}

struct Range {
    int least = 255, most = 0;
};

Range around(const GreyPicture& picture, int x, int y, int by) {
    Range range;
    for (int row = std::max(0, y - by); row <= std::min(picture.height - 1, y + by); ++row)
        for (int column = std::max(0, x - by); column <= std::min(picture.width - 1, x + by); ++column) {
            range.least = std::min<int>(range.least, picture.at(column, row));
            range.most = std::max<int>(range.most, picture.at(column, row));
        }
    return range;
}

std::vector<bool> maskOf(const GreyPicture& picture, const std::vector<Box>& changed, double pixelsPerPoint, double beside) {
    std::vector<bool> mask(picture.pixels.size());
    for (const auto& box : changed) {
        const int x0 = std::max(0, static_cast<int>(std::floor((box.x0 - beside) * pixelsPerPoint)));
        const int x1 = std::min(picture.width, static_cast<int>(std::ceil((box.x1 + beside) * pixelsPerPoint)));
        const int y0 = std::max(0, static_cast<int>(std::floor((box.y0 - beside) * pixelsPerPoint)));
        const int y1 = std::min(picture.height, static_cast<int>(std::ceil((box.y1 + beside) * pixelsPerPoint)));
        for (int y = y0; y < y1 && x0 < x1; ++y)
            std::fill_n(mask.begin() + std::ptrdiff_t{y} * picture.width + x0, x1 - x0, true);
    }
    return mask;
}

// Whether `one` shows something at a place that `other` does not show there or next to it.
bool showsMore(const GreyPicture& one, const GreyPicture& other, int x, int y, DrawnBy by) {
    if (by == DrawnBy::sameEngine) {
        const int seen = one.at(x, y);
        const auto range = around(other, x, y, reach);
        return seen < range.least - smear || seen > range.most + smear;
    }
    const auto here = around(one, x, y, 1);
    if (here.most - here.least < clearly) return false;
    const auto there = around(other, x, y, 3);
    return there.most - there.least < hardly;
}

// Pixels that differ, gathered in places that touch.
class Places {
  public:
    void add(int x, int y, bool isMissing) {
        for (auto& place : places_)
            if (x >= place.x0 - 2 && x <= place.x1 + 2 && y >= place.y0 - 2 && y <= place.y1 + 2) return place.take(x, y);
        places_.push_back({x, y, x, y, 1, isMissing});
    }
    std::optional<Difference> largest(double pixelsPerPoint) const {
        const auto most = std::max_element(places_.begin(), places_.end(), [](const auto& one, const auto& other) { return one.count < other.count; });
        if (most == places_.end() || most->count < leastPixels) return std::nullopt;
        const Box box{most->x0 / pixelsPerPoint, most->y0 / pixelsPerPoint, (most->x1 + 1) / pixelsPerPoint, (most->y1 + 1) / pixelsPerPoint};
        return Difference{box, most->isMissing};
    }
    bool full() const { return places_.size() > 200; }

  private:
    struct Place {
        int x0, y0, x1, y1;
        std::size_t count;
        bool isMissing;
        void take(int x, int y) {
            x0 = std::min(x0, x), x1 = std::max(x1, x), y0 = std::min(y0, y), y1 = std::max(y1, y);
            ++count;
        }
    };
    std::vector<Place> places_;
};

}  // namespace

std::optional<Difference> findDifference(const GreyPicture& source, const GreyPicture& made, const std::vector<Box>& changed, double width,
                                         DrawnBy by) {
    const auto before = smoothed(source), after = smoothed(scaled(made, source.width, source.height));
    const double pixelsPerPoint = source.width / std::max(1.0, width);
    const auto mask = maskOf(source, changed, pixelsPerPoint, by == DrawnBy::sameEngine ? margin : widerMargin);
    Places places;
    for (int y = border; y < source.height - border && !places.full(); ++y)
        for (int x = border; x < source.width - border; ++x) {
            const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(source.width) + static_cast<std::size_t>(x);
            if (mask[at]) continue;
            if (by == DrawnBy::sameEngine && std::abs(before.pixels[at] - after.pixels[at]) <= smear) continue;
            if (showsMore(before, after, x, y, by)) places.add(x, y, true);
            else if (showsMore(after, before, x, y, by)) places.add(x, y, false);
        }
    return places.largest(pixelsPerPoint);
}

}  // namespace redaction::apply::verification
