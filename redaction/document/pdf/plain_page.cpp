#include "redaction/document/pdf/plain_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace redaction::document::pdf {
namespace {

constexpr float leastContrast = 80.0f / 255;  // in one colour channel, against everything that may lie behind
constexpr float solid = 0.999f;
constexpr double leastFontSize = 4;           // points
constexpr double mostCovered = 0.25;          // of a letter's box
constexpr double leastInk = 0.4;              // points, of the longer side
constexpr std::size_t maxAreas = 500;         // of one page; beyond, drawing is cheaper

using Colour = std::array<float, 3>;
constexpr Colour paper{1, 1, 1};

struct Area {
    Box box;
    Colour colour;
    bool solid = true;
    std::size_t textsBefore = 0;  // how many letters were drawn when it came
};

struct Letter {
    Box box;
    Colour colour;
    double covered = 0;  // square points
};

bool holds(const Box& outer, const Box& inner) { return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1; }
bool touches(const Box& one, const Box& other) { return one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1; }
Box boxOf(const fz_rect& rect) { return {rect.x0, rect.y0, rect.x1, rect.y1}; }

bool stands(const Colour& text, const Colour& behind) {
    for (std::size_t i = 0; i < 3; ++i)
        if (std::abs(text[i] - behind[i]) >= leastContrast) return true;
    return false;
}

// An upright rectangle, as programs clip to; else nothing.
class RectanglePath {
  public:
    static std::optional<Box> from(fz_context* context, const fz_path* path, fz_matrix ctm) {
        RectanglePath found(ctm);
        fz_path_walker walker{};
        walker.moveto = [](fz_context*, void* self, float x, float y) { of(self).move(x, y); };
        walker.lineto = [](fz_context*, void* self, float x, float y) { of(self).line(x, y); };
        walker.curveto = [](fz_context*, void* self, float, float, float, float, float, float) { of(self).plain_ = false; };
        walker.closepath = [](fz_context*, void*) {};
        fz_walk_path(context, path, &walker, &found);
        if (!found.plain_ || found.count_ < 4) return std::nullopt;
        return found.box_;
    }

  private:
    explicit RectanglePath(fz_matrix ctm) : ctm_(ctm) {}
    static RectanglePath& of(void* self) { return *static_cast<RectanglePath*>(self); }
    void move(float x, float y) {
        plain_ = plain_ && count_ == 0;
        take(x, y);
    }
    void line(float x, float y) { take(x, y); }
    void take(float x, float y) {
        const fz_point at = fz_transform_point_xy(x, y, ctm_);
        if (count_ > 4) plain_ = false;
        if (count_ == 0) box_ = {at.x, at.y, at.x, at.y};
        else if ((at.x == last_.x) == (at.y == last_.y)) plain_ = false;  // slanted, or nowhere
        if (count_ == 4 && (at.x != first_.x || at.y != first_.y)) plain_ = false;
        if (count_ == 0) first_ = at;
        box_ = unite(box_, {at.x, at.y, at.x, at.y});
        last_ = at;
        ++count_;
    }

    fz_matrix ctm_;
    Box box_;
    fz_point first_{}, last_{};
    int count_ = 0;
    bool plain_ = true;
};

// The lines of a path that only runs along the page, each as a box; nothing for one that bends or slants.
class UprightLines {
  public:
    static std::optional<std::vector<Box>> from(fz_context* context, const fz_path* path, fz_matrix ctm, double width) {
        UprightLines found(ctm, width);
        fz_path_walker walker{};
        walker.moveto = [](fz_context*, void* self, float x, float y) { of(self).begin(x, y); };
        walker.lineto = [](fz_context*, void* self, float x, float y) { of(self).to(of(self).at(x, y)); };
        walker.curveto = [](fz_context*, void* self, float, float, float, float, float, float) { of(self).upright_ = false; };
        walker.closepath = [](fz_context*, void* self) { of(self).to(of(self).first_); };
        fz_walk_path(context, path, &walker, &found);
        if (!found.upright_) return std::nullopt;
        return std::move(found.lines_);
    }

  private:
    static constexpr std::size_t maxLines = 64;

    UprightLines(fz_matrix ctm, double width) : ctm_(ctm), width_(width) { lines_.reserve(maxLines); }
    static UprightLines& of(void* self) { return *static_cast<UprightLines*>(self); }
    fz_point at(float x, float y) const { return fz_transform_point_xy(x, y, ctm_); }
    void begin(float x, float y) { first_ = last_ = at(x, y); }
    void to(fz_point point) {
        upright_ = upright_ && (point.x == last_.x || point.y == last_.y) && lines_.size() < maxLines;
        if (!upright_) return;
        const auto [left, right] = std::minmax(point.x, last_.x);
        const auto [top, bottom] = std::minmax(point.y, last_.y);
        lines_.push_back({left - width_, top - width_, right + width_, bottom + width_});  // with room for caps and joins
        last_ = point;
    }

    fz_matrix ctm_;
    double width_;
    fz_point first_{}, last_{};
    std::vector<Box> lines_;
    bool upright_ = true;
};

class Look {
  public:
    Look(const Box& page, GlyphInk& ink) : clips_{page}, ink_(ink) {}

    bool plain() const { return plain_; }
    void giveUp() { plain_ = false; }

    void text(const fz_text& text, fz_matrix ctm, const Colour& colour, float alpha) {
        if (alpha < solid || !stands(colour, paper)) return giveUp();
        try {  // nothing may be thrown through MuPDF's own frames
            for (const auto* span = text.head; span != nullptr && plain_; span = span->next)
                for (int at = 0; at < span->len && plain_; ++at) letter(*span, span->items[at], ctm, colour);
        } catch (const std::exception&) {
            giveUp();
        }
    }

    void area(const Box& box, const Colour& colour, float alpha) {
        if (areas_.size() >= maxAreas) return giveUp();
        areas_.push_back({box, colour, alpha >= solid, letters_.size()});
    }

    void clip(std::optional<Box> rectangle) {
        if (!rectangle) return giveUp();
        clips_.push_back(intersect(clips_.back(), *rectangle));
    }
    void popClip() {
        if (clips_.size() > 1) clips_.pop_back();
    }

    // Rules and underlines may cut through a letter, as long as most of it stays free of all of them.
    bool nothingCovers() {
        for (const Area& area : areas_)
            for (std::size_t at = 0; at < letters_.size(); ++at) {
                Letter& letter = letters_[at];
                if (!touches(area.box, letter.box)) continue;
                const bool behind = at >= area.textsBefore && area.solid && stands(letter.colour, area.colour);
                if (!behind) letter.covered += redaction::document::area(intersect(area.box, letter.box));
            }
        return std::all_of(letters_.begin(), letters_.end(), [](const Letter& letter) { return letter.covered <= mostCovered * redaction::document::area(letter.box); });
    }

  private:
    void letter(const fz_text_span& span, const fz_text_item& item, fz_matrix ctm, const Colour& colour) {
        if (item.gid < 0) return;  // reads along with the glyph before it
        const bool white = item.ucs == ' ' || item.ucs == 0xA0;
        const Box& ink = ink_.of(span.font, item.gid);
        const bool empty = ink.x1 <= ink.x0 || ink.y1 <= ink.y0;
        if (empty) {
            if (!white) giveUp();
            return;
        }
        const fz_matrix matrix = fz_concat({span.trm.a, span.trm.b, span.trm.c, span.trm.d, item.x, item.y}, ctm);
        const Box box = boxOf(fz_transform_rect({float(ink.x0), float(ink.y0), float(ink.x1), float(ink.y1)}, matrix));
        const double size = double(fz_matrix_expansion(matrix));
        const bool seen = size >= leastFontSize && std::max(box.x1 - box.x0, box.y1 - box.y0) >= leastInk && holds(clips_.back(), box);
        if (!seen) return giveUp();
        letters_.push_back({box, colour});
    }

    std::vector<Box> clips_;
    GlyphInk& ink_;
    std::vector<Letter> letters_;
    std::vector<Area> areas_;
    bool plain_ = true;
};

struct LookingDevice {
    fz_device base;
    Look* look;
};

Look& lookOf(fz_device* device) { return *reinterpret_cast<LookingDevice*>(device)->look; }

Colour colourOf(fz_context* context, fz_colorspace* space, const float* colour, fz_color_params how) {
    float rgb[FZ_MAX_COLORS] = {0, 0, 0};
    if (space != nullptr && colour != nullptr) fz_convert_color(context, space, colour, fz_device_rgb(context), rgb, nullptr, how);
    return {rgb[0], rgb[1], rgb[2]};
}

void connect(fz_device& device) {
    device.fill_text = [](fz_context* c, fz_device* d, const fz_text* text, fz_matrix ctm, fz_colorspace* space, const float* colour, float alpha, fz_color_params how) {
        lookOf(d).text(*text, ctm, colourOf(c, space, colour, how), alpha);
    };
    device.stroke_text = [](fz_context*, fz_device* d, const fz_text*, const fz_stroke_state*, fz_matrix, fz_colorspace*, const float*, float, fz_color_params) { lookOf(d).giveUp(); };
    device.clip_text = [](fz_context*, fz_device* d, const fz_text*, fz_matrix, fz_rect) { lookOf(d).giveUp(); };
    device.clip_stroke_text = [](fz_context*, fz_device* d, const fz_text*, const fz_stroke_state*, fz_matrix, fz_rect) { lookOf(d).giveUp(); };
    device.ignore_text = [](fz_context*, fz_device* d, const fz_text*, fz_matrix) { lookOf(d).giveUp(); };
    device.fill_path = [](fz_context* c, fz_device* d, const fz_path* path, int, fz_matrix ctm, fz_colorspace* space, const float* colour, float alpha, fz_color_params how) {
        lookOf(d).area(boxOf(fz_bound_path(c, path, nullptr, ctm)), colourOf(c, space, colour, how), alpha);
    };
    device.stroke_path = [](fz_context* c, fz_device* d, const fz_path* path, const fz_stroke_state* stroke, fz_matrix ctm, fz_colorspace* space, const float* colour, float alpha, fz_color_params how) {
        const Colour ink = colourOf(c, space, colour, how);
        const auto lines = UprightLines::from(c, path, ctm, std::max(0.5, 0.75 * double(stroke->linewidth) * double(fz_matrix_max_expansion(ctm))));
        if (!lines) return lookOf(d).area(boxOf(fz_bound_path(c, path, stroke, ctm)), ink, alpha);
        for (const Box& line : *lines) lookOf(d).area(line, ink, alpha);
    };
    device.clip_path = [](fz_context* c, fz_device* d, const fz_path* path, int, fz_matrix ctm, fz_rect) { lookOf(d).clip(RectanglePath::from(c, path, ctm)); };
    device.clip_stroke_path = [](fz_context*, fz_device* d, const fz_path*, const fz_stroke_state*, fz_matrix, fz_rect) { lookOf(d).giveUp(); };
    device.pop_clip = [](fz_context*, fz_device* d) { lookOf(d).popClip(); };
    device.fill_shade = [](fz_context*, fz_device* d, fz_shade*, fz_matrix, float, fz_color_params) { lookOf(d).giveUp(); };
    device.fill_image = [](fz_context*, fz_device* d, fz_image*, fz_matrix, float, fz_color_params) { lookOf(d).giveUp(); };
    device.fill_image_mask = [](fz_context*, fz_device* d, fz_image*, fz_matrix, fz_colorspace*, const float*, float, fz_color_params) { lookOf(d).giveUp(); };
    device.clip_image_mask = [](fz_context*, fz_device* d, fz_image*, fz_matrix, fz_rect) { lookOf(d).giveUp(); };
    device.begin_mask = [](fz_context*, fz_device* d, fz_rect, int, fz_colorspace*, const float*, fz_color_params) { lookOf(d).giveUp(); };
    device.begin_group = [](fz_context*, fz_device* d, fz_rect, fz_colorspace*, int, int, int mode, float alpha) {
        if (mode != FZ_BLEND_NORMAL || alpha < solid) lookOf(d).giveUp();
    };
    device.begin_tile = [](fz_context*, fz_device* d, fz_rect, fz_rect, float, float, fz_matrix, int) {
        lookOf(d).giveUp();
        return 0;
    };
}

void play(fz_context* context, const DrawnPage& page, Look& look) {
    guarded(context, [&] {
        auto* device = reinterpret_cast<LookingDevice*>(fz_new_device_of_size(context, sizeof(LookingDevice)));
        connect(device->base);
        device->look = &look;
        fz_try(context) {
            fz_run_display_list(context, page.list.get(), &device->base, fz_identity, fz_infinite_rect, nullptr);
            fz_close_device(context, &device->base);
        }
        fz_always(context) fz_drop_device(context, &device->base);
        fz_catch(context) fz_rethrow(context);
    });
}

}  // namespace

bool isPlain(const Source& source, const DrawnPage& page, const PageText& text, GlyphInk& ink) {
    if (text.words.empty() || anyOverlap(text.words)) return false;
    Look look(page.box, ink);
    play(source.context(), page, look);
    return look.plain() && look.nothingCovers();
}

}  // namespace redaction::document::pdf
