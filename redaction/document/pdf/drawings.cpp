#include "redaction/document/pdf/drawings.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace redaction::document::pdf {
namespace {

constexpr double straight = 0.05;        // points a line may be off its axis
constexpr double ruleLength = 150;       // points; a straight slanted line as long as this strikes something out
constexpr int stepsOfAFrame = 12;        // with rounded corners
constexpr double frameWidth = 60, frameHeight = 30;
constexpr double leastWidth = 14, leastHeight = 6;  // points; what is smaller is a bullet or an arrow
constexpr double cell = 6;               // points; parts in neighbouring cells are one drawing
constexpr int mostCells = 400;           // in one direction; on larger pages cells grow

// One continuous line of a path.
struct Part {
    Box box;
    int steps = 0;
    bool curved = false, slanted = false;
    fz_point last{};
};

bool isDrawing(const Part& part) {
    if (part.steps < 2 || !(part.curved || part.slanted)) return false;
    const double width = part.box.x1 - part.box.x0, height = part.box.y1 - part.box.y0;
    if (part.steps <= stepsOfAFrame && width > frameWidth && height > frameHeight && part.curved) return false;
    return part.curved || part.steps > 2 || std::hypot(width, height) < ruleLength;
}

class Grid {
  public:
    explicit Grid(const Box& page)
        : size_(std::max({cell, page.x1 / mostCells, page.y1 / mostCells})), columns_(int(page.x1 / size_) + 1), rows_(int(page.y1 / size_) + 1),
          cells_(std::size_t(columns_) * std::size_t(rows_)) {}

    void mark(const Box& box) {
        if (!(box.x1 >= 0 && box.y1 >= 0 && box.x0 < columns_ * size_ && box.y0 < rows_ * size_)) return;
        const auto index = [this](double at, int most) { return std::clamp(int(std::clamp(at, 0.0, 1e6) / size_), 0, most - 1); };
        for (int y = index(box.y0, rows_); y <= index(box.y1, rows_); ++y)
            for (int x = index(box.x0, columns_); x <= index(box.x1, columns_); ++x) {
                auto& here = cells_[std::size_t(y * columns_ + x)];
                here.box = here.inked ? unite(here.box, box) : box;
                here.inked = true;
            }
    }

    std::vector<Box> drawings() {
        std::vector<Box> found;
        for (int at = 0; at < int(cells_.size()); ++at) {
            if (!cells_[std::size_t(at)].inked) continue;
            const Box box = takeFrom(at);
            if (box.x1 - box.x0 >= leastWidth && box.y1 - box.y0 >= leastHeight) found.push_back(box);
        }
        return found;
    }

  private:
    struct Cell {
        bool inked = false;
        Box box;
    };

    Box takeFrom(int start) {
        Box whole = cells_[std::size_t(start)].box;
        std::vector<int> open{start};
        cells_[std::size_t(start)].inked = false;
        while (!open.empty()) {
            const int at = open.back(), column = at % columns_, row = at / columns_;
            open.pop_back();
            whole = unite(whole, cells_[std::size_t(at)].box);
            for (int y = std::max(0, row - 1); y <= std::min(rows_ - 1, row + 1); ++y)
                for (int x = std::max(0, column - 1); x <= std::min(columns_ - 1, column + 1); ++x)
                    if (std::exchange(cells_[std::size_t(y * columns_ + x)].inked, false)) open.push_back(y * columns_ + x);
        }
        return whole;
    }

    double size_;
    int columns_, rows_;
    std::vector<Cell> cells_;
};

struct Walk {
    Grid* grid;
    fz_matrix ctm;
    Part part;

    void end() {
        if (isDrawing(part)) grid->mark(part.box);
        part = {};
    }
    void to(fz_point point) {
        if (part.steps == 0) part.box = {point.x, point.y, point.x, point.y};
        else if (std::abs(point.x - part.last.x) > straight && std::abs(point.y - part.last.y) > straight) part.slanted = true;
        reach(point);
        part.last = point;
        ++part.steps;
    }
    void reach(fz_point point) { part.box = unite(part.box, {point.x, point.y, point.x, point.y}); }
};

Walk& walkOf(void* argument) { return *static_cast<Walk*>(argument); }
fz_point at(Walk& walk, float x, float y) { return fz_transform_point_xy(x, y, walk.ctm); }

void moveTo(fz_context*, void* argument, float x, float y) {
    walkOf(argument).end();
    walkOf(argument).to(at(walkOf(argument), x, y));
}
void lineTo(fz_context*, void* argument, float x, float y) { walkOf(argument).to(at(walkOf(argument), x, y)); }
void curveTo(fz_context*, void* argument, float x1, float y1, float x2, float y2, float x3, float y3) {
    auto& walk = walkOf(argument);
    walk.part.curved = true;
    walk.reach(at(walk, x1, y1));
    walk.reach(at(walk, x2, y2));
    walk.to(at(walk, x3, y3));
}
void closePath(fz_context*, void*) {}

struct DrawingDevice {
    fz_device base;
    Grid* grid;
};

void walkPath(fz_context* context, fz_device* device, const fz_path* path, fz_matrix ctm) {
    fz_path_walker walker{};
    walker.moveto = moveTo;
    walker.lineto = lineTo;
    walker.curveto = curveTo;
    walker.closepath = closePath;
    Walk walk{reinterpret_cast<DrawingDevice*>(device)->grid, ctm, {}};
    fz_walk_path(context, path, &walker, &walk);
    walk.end();
}

void fillPath(fz_context* context, fz_device* device, const fz_path* path, int, fz_matrix ctm, fz_colorspace*, const float*, float, fz_color_params) {
    walkPath(context, device, path, ctm);
}
void strokePath(fz_context* context, fz_device* device, const fz_path* path, const fz_stroke_state*, fz_matrix ctm, fz_colorspace*, const float*,
                float, fz_color_params) {
    walkPath(context, device, path, ctm);
}

}  // namespace

std::vector<Box> findDrawings(const Source& source, const DrawnPage& page) {
    fz_context* context = source.context();
    Grid grid(page.box);
    guarded(context, [&] {
        auto* device = reinterpret_cast<DrawingDevice*>(fz_new_device_of_size(context, sizeof(DrawingDevice)));
        device->base.fill_path = fillPath;
        device->base.stroke_path = strokePath;
        device->grid = &grid;
        fz_try(context) {
            fz_run_display_list(context, page.list.get(), &device->base, fz_identity, fz_infinite_rect, nullptr);
            fz_close_device(context, &device->base);
        }
        fz_always(context) fz_drop_device(context, &device->base);
        fz_catch(context) fz_rethrow(context);
    });
    std::vector<Box> drawings;
    for (const Box& box : grid.drawings())
        if (const Box onPage = intersect(box, page.box); area(onPage) > 0) drawings.push_back(onPage);
    return drawings;
}

}  // namespace redaction::document::pdf
