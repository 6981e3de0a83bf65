#include "redaction/apply/rebuild/outline.h"

#include <algorithm>
#include <cmath>

#include "redaction/apply/rebuild/page_plan.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr std::size_t mostStepsOfARectangle = 7;
constexpr double straight = 0.05;       // points a line may be off its axis
constexpr double thin = 3;              // points; a line, not an area
constexpr double muchLarger = 4;        // times the height of what is covered: no letter, a frame
constexpr double letterSize = 20;       // points; a small shape may be a letter
constexpr std::size_t mostStepsOfAFrame = 12;         // with rounded corners
constexpr double leastFrameWidth = 60, leastFrameHeight = 30;
constexpr double aroundLine = 1;  // points
constexpr double highlightShare = 2.0;  // an area up to this many times what is covered shows its size

struct Walk {
    std::vector<OutlinePart> parts;
    fz_matrix ctm;
    fz_point at(float x, float y) const { return fz_transform_point_xy(x, y, ctm); }
    OutlinePart& last() {
        if (parts.empty()) parts.emplace_back();
        return parts.back();
    }
};

Walk& walkOf(void* argument) { return *static_cast<Walk*>(argument); }

void moveTo(fz_context*, void* argument, float x, float y) {
    auto& walk = walkOf(argument);
    const auto point = walk.at(x, y);
    walk.parts.emplace_back();
    walk.last().moveTo(point.x, point.y);
}
void lineTo(fz_context*, void* argument, float x, float y) {
    const auto point = walkOf(argument).at(x, y);
    walkOf(argument).last().lineTo(point.x, point.y);
}
void curveTo(fz_context*, void* argument, float x1, float y1, float x2, float y2, float x3, float y3) {
    auto& walk = walkOf(argument);
    const auto a = walk.at(x1, y1), b = walk.at(x2, y2), c = walk.at(x3, y3);
    walk.last().curveTo(a.x, a.y, b.x, b.y, c.x, c.y);
}
void closePath(fz_context*, void* argument) { walkOf(argument).last().close(); }

double width(const Box& box) { return box.x1 - box.x0; }
double height(const Box& box) { return box.y1 - box.y0; }

bool stands(const Box& part, const Box& covered) {
    // Lines have no area of their own.
    const Box grown{part.x0 - 0.05, part.y0 - 0.05, part.x1 + 0.05, part.y1 + 0.05};
    return overlaps(grown, covered);
}

bool staysBeside(const OutlinePart& part, const Box& covered) {
    const auto box = part.bounds();
    if (!stands(box, covered)) return true;
    const bool frame = height(box) > muchLarger * height(covered);
    if (!part.isRectangular()) return frame && width(box) > width(covered);
    if (height(box) < thin) {  // an underline or a strike runs through the lower or middle part of the words
        const double middle = (box.y0 + box.y1) / 2;
        return middle < covered.y0 + 0.2 * height(covered) || middle > covered.y1 - 0.5;
    }
    if (width(box) < thin) return height(box) > height(covered);
    return width(box) > highlightShare * width(covered) || frame;
}

bool isRuleOrFrame(const OutlinePart& part) {
    const auto box = part.bounds();
    if (part.isRectangular()) return width(box) > letterSize || height(box) > letterSize;
    return part.steps() <= mostStepsOfAFrame && width(box) > leastFrameWidth && height(box) > leastFrameHeight;
}

}  // namespace

void OutlinePart::add(const Step& step) {
    const auto previous = steps_.empty() || steps_.back().kind == Step::close ? Point{0, 0}
                          : steps_.back().points[steps_.back().kind == Step::curve ? 2 : 0];
    const int count = step.kind == Step::curve ? 3 : step.kind == Step::close ? 0 : 1;
    for (int at = 0; at < count; ++at) {
        const auto [x, y] = step.points[at];
        if (steps_.empty() && at == 0) bounds_ = {x, y, x, y};
        bounds_ = {std::min(bounds_.x0, x), std::min(bounds_.y0, y), std::max(bounds_.x1, x), std::max(bounds_.y1, y)};
    }
    if (step.kind == Step::curve) rectangular_ = false;
    if (step.kind == Step::line && std::abs(step.points[0].x - previous.x) > straight &&
        std::abs(step.points[0].y - previous.y) > straight)
        rectangular_ = false;
    steps_.push_back(step);
    if (steps_.size() > mostStepsOfARectangle) rectangular_ = false;
}

void OutlinePart::draw(cairo_t* target) const {
    for (const auto& [kind, points] : steps_) switch (kind) {
            case Step::move: cairo_move_to(target, points[0].x, points[0].y); break;
            case Step::line: cairo_line_to(target, points[0].x, points[0].y); break;
            case Step::curve:
                cairo_curve_to(target, points[0].x, points[0].y, points[1].x, points[1].y, points[2].x, points[2].y);
                break;
            case Step::close: cairo_close_path(target); break;
        }
}

std::vector<OutlinePart> outlineOf(fz_context* context, const fz_path& path, fz_matrix ctm) {
    fz_path_walker walker{};
    walker.moveto = moveTo;
    walker.lineto = lineTo;
    walker.curveto = curveTo;
    walker.closepath = closePath;
    Walk walk{{}, ctm};
    fz_walk_path(context, &path, &walker, &walk);
    return std::move(walk.parts);
}

bool mayStayBeside(const OutlinePart& part, const std::vector<Box>& asides) {
    return isRuleOrFrame(part) || std::none_of(asides.begin(), asides.end(), [&](const Box& box) { return stands(part.bounds(), box); });
}

bool liesIn(const OutlinePart& part, const std::vector<Box>& lines) {
    const auto box = part.bounds();
    return std::any_of(lines.begin(), lines.end(), [&](const Box& line) {
        return box.x0 > line.x0 - aroundLine && box.x1 < line.x1 + aroundLine && box.y0 > line.y0 - aroundLine && box.y1 < line.y1 + aroundLine;
    });
}

bool mayStay(const OutlinePart& part, const std::vector<Box>& covered) {
    return std::all_of(covered.begin(), covered.end(), [&](const Box& box) { return staysBeside(part, box); });
}

}  // namespace redaction::apply::rebuild
