#include "redaction/apply/rebuild/fonts.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>
#include <stdexcept>
#include <vector>

#include "redaction/document/document.h"

namespace redaction::apply::rebuild {

namespace {

// Lives as long as the process: cairo's cache may hold faces until the end.
FT_Library library() {
    static const FT_Library opened = [] {
        FT_Library made = nullptr;
        if (FT_Init_FreeType(&made) != 0) throw std::runtime_error("FreeType start niet.");
        return made;
    }();
    return opened;
}

struct OwnedFace {
    std::string bytes;  // FreeType reads from here as long as the face lives
    FT_Face face = nullptr;
};

void release(void* owned) {
    auto* face = static_cast<OwnedFace*>(owned);
    FT_Done_Face(face->face);
    delete face;
}

const cairo_user_data_key_t ownerKey{};

Face makeFace(const char* bytes, std::size_t size, FT_Long index) {
    auto owned = std::make_unique<OwnedFace>();
    owned->bytes.assign(bytes, size);
    const auto* data = reinterpret_cast<const FT_Byte*>(owned->bytes.data());
    if (FT_New_Memory_Face(library(), data, static_cast<FT_Long>(size), index, &owned->face) != 0) return nullptr;
    Face face(cairo_ft_font_face_create_for_ft_face(owned->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
    if (cairo_font_face_set_user_data(face.get(), &ownerKey, owned.get(), release) != CAIRO_STATUS_SUCCESS) {
        FT_Done_Face(owned->face);
        return nullptr;
    }
    owned.release();
    return face;
}

Face copyOf(fz_context* context, fz_font* font) {
    auto* original = static_cast<FT_Face>(fz_font_ft_face(context, font));
    if (original == nullptr || font->buffer == nullptr) return nullptr;
    unsigned char* bytes = nullptr;
    const auto size = fz_buffer_storage(context, font->buffer, &bytes);
    return makeFace(reinterpret_cast<const char*>(bytes), size, original->face_index);
}

struct Shaped {
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    double width = 0;
};

Shaped shape(fz_context* context, fz_font* font, const std::string& text, double x, double y, double points) {
    Shaped shaped;
    for (const char32_t character : document::toCodePoints(text)) {
        const int glyph = fz_encode_character(context, font, static_cast<int>(character));
        shaped.glyphs.push_back({static_cast<unsigned long>(glyph), x + shaped.width, y});
        shaped.clusters.push_back({static_cast<int>(document::toUtf8(std::u32string_view(&character, 1)).size()), 1});
        shaped.width += points * static_cast<double>(fz_advance_glyph(context, font, glyph, 0));
    }
    return shaped;
}

// cairo leaves out what covers no part of a point, as a space on a whole one does.
double betweenPoints(double at) { return std::abs(at - std::round(at)) < 0.02 ? std::round(at) + 0.02 : at; }

}  // namespace

Fonts::~Fonts() {
    for (auto& [font, face] : faces_) fz_drop_font(context_, font);
    if (own_ != nullptr) fz_drop_font(context_, own_);
}

// Asked for each glyph: mostly the one of the glyph before it.
cairo_font_face_t* Fonts::face(fz_font* font) {
    if (font == last_.first) return last_.second;
    auto known = faces_.find(font);
    if (known == faces_.end()) known = faces_.emplace(fz_keep_font(context_, font), copyOf(context_, font)).first;
    last_ = {font, known->second.get()};
    return last_.second;
}

std::optional<unsigned long> Fonts::findSpace(cairo_font_face_t* face) const {
    const auto found = spaces_.find(face);
    return found == spaces_.end() ? std::nullopt : std::optional(found->second);
}

fz_font* Fonts::own() {
    if (own_ == nullptr)
        document::pdf::guarded(context_, [&] { own_ = fz_new_base14_font(context_, "Helvetica"); });
    return own_;
}

double ownTextWidth(fz_context* context, Fonts& fonts, const std::string& text, double points) {
    return shape(context, fonts.own(), text, 0, 0, points).width;
}

void showOwnText(fz_context* context, cairo_t* target, Fonts& fonts, const std::string& text, double x, double y,
                 double points, double width) {
    auto* face = fonts.face(fonts.own());
    auto shaped = shape(context, fonts.own(), text, 0, 0, points);
    if (face == nullptr || shaped.glyphs.empty() || shaped.width <= 0) return;
    cairo_save(target);
    cairo_translate(target, x, y);
    cairo_scale(target, width > 0 ? width / shaped.width : 1, 1);
    cairo_set_font_face(target, face);
    cairo_set_font_size(target, points);
    cairo_show_text_glyphs(target, text.data(), static_cast<int>(text.size()), shaped.glyphs.data(),
                           static_cast<int>(shaped.glyphs.size()), shaped.clusters.data(),
                           static_cast<int>(shaped.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
    cairo_restore(target);
}

void showOwnSpace(fz_context* context, cairo_t* target, Fonts& fonts, double x, double y) {
    auto* face = fonts.face(fonts.own());
    if (face == nullptr) return;
    const cairo_glyph_t glyph{static_cast<unsigned long>(fz_encode_character(context, fonts.own(), ' ')), betweenPoints(x), betweenPoints(y)};
    const cairo_text_cluster_t cluster{1, 1};
    cairo_set_font_face(target, face);
    cairo_show_text_glyphs(target, " ", 1, &glyph, 1, &cluster, 1, static_cast<cairo_text_cluster_flags_t>(0));
}

void showOwnShapes(fz_context* context, cairo_t* target, Fonts& fonts, const std::string& text, double x, double y, double points) {
    auto* face = fonts.face(fonts.own());
    const auto shaped = shape(context, fonts.own(), text, x, y, points);
    if (face == nullptr || shaped.glyphs.empty()) return;
    cairo_save(target);
    cairo_set_font_face(target, face);
    cairo_set_font_size(target, points);
    cairo_new_path(target);
    cairo_glyph_path(target, shaped.glyphs.data(), static_cast<int>(shaped.glyphs.size()));
    cairo_fill(target);
    cairo_restore(target);
}

}  // namespace redaction::apply::rebuild
