#include "redaction/apply/rebuild/image_pixels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "redaction/apply/rebuild/jpeg.h"
#include "redaction/apply/rebuild/page_plan.h"
#include "redaction/apply/rebuild/picture.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;
using document::pdf::guarded;
using document::pdf::make;
using document::pdf::Pixmap;

constexpr int leastJpegPixels = 40000;

Pixmap decode(fz_context* context, fz_image& image) {
    if (static_cast<double>(image.w) * image.h > maxImagePixels) throw std::length_error("afbeelding te groot");
    return make<Pixmap>(context, [&] { return fz_get_pixmap_from_image(context, &image, nullptr, nullptr, nullptr, nullptr); });
}

Pixmap inColour(fz_context* context, fz_image& image) {
    auto pixmap = decode(context, image);
    if (pixmap.get()->colorspace == fz_device_rgb(context)) return pixmap;
    return make<Pixmap>(context, [&] {
        return fz_convert_pixmap(context, pixmap.get(), fz_device_rgb(context), nullptr, nullptr, fz_default_color_params, 1);
    });
}

Surface newSurface(cairo_format_t format, int width, int height) {
    Surface surface(cairo_image_surface_create(format, width, height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) throw std::length_error("afbeelding te groot");
    return surface;
}

unsigned char* rowOf(cairo_surface_t* surface, int y) {
    return cairo_image_surface_get_data(surface) + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface);
}

// Alpha of one pixel: the mask may have another size than the image.
int alphaAt(const fz_pixmap* mask, int x, int y, int width, int height) {
    if (mask == nullptr) return 255;
    const auto fromX = std::min<std::int64_t>(mask->w - 1, static_cast<std::int64_t>(x) * mask->w / width);
    const auto fromY = std::min<std::int64_t>(mask->h - 1, static_cast<std::int64_t>(y) * mask->h / height);
    return mask->samples[fromY * mask->stride + fromX * mask->n];
}

void copyRow(const fz_pixmap& from, const fz_pixmap* mask, int y, unsigned char* to) {
    const auto* at = from.samples + static_cast<std::ptrdiff_t>(y) * from.stride;
    for (int x = 0; x < from.w; ++x, at += from.n) {
        const int alpha = alphaAt(mask, x, y, from.w, from.h) * (from.alpha ? at[from.n - 1] : 255) / 255;
        const auto part = [&](int value) { return static_cast<std::uint32_t>(mask || !from.alpha ? value * alpha / 255 : value); };
        const std::uint32_t pixel = static_cast<std::uint32_t>(alpha) << 24 | part(at[0]) << 16 | part(at[1]) << 8 | part(at[2]);
        std::memcpy(to + x * 4, &pixel, 4);
    }
}

void blankPixel(cairo_surface_t* surface, int x, int y) {
    const bool mask = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_A8;
    auto* at = rowOf(surface, y) + x * (mask ? 1 : 4);
    if (mask)
        *at = 0;
    else
        std::memset(at, cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24 ? 255 : 0, 4);
}

// Every pixel whose square touches a covered box, whatever the image's turn on the page.
void blankUnder(cairo_surface_t* surface, fz_matrix ctm, const Box& covered) {
    const int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
    const auto toPixels = fz_concat(fz_invert_matrix(ctm), fz_scale(static_cast<float>(width), static_cast<float>(height)));
    const auto region = fz_transform_rect({static_cast<float>(covered.x0), static_cast<float>(covered.y0),
                                           static_cast<float>(covered.x1), static_cast<float>(covered.y1)}, toPixels);
    const auto limit = [](float value, int most) { return static_cast<int>(std::clamp(value, 0.0f, static_cast<float>(most))); };
    for (int y = limit(std::floor(region.y0) - 1, height); y < limit(std::ceil(region.y1) + 1, height); ++y)
        for (int x = limit(std::floor(region.x0) - 1, width); x < limit(std::ceil(region.x1) + 1, width); ++x)
            blankPixel(surface, x, y);
}

}  // namespace

Surface colourPixels(fz_context* context, fz_image& image) {
    const auto pixmap = inColour(context, image);
    const auto mask = image.mask != nullptr ? decode(context, *image.mask) : Pixmap();
    const auto& pixels = *pixmap.get();
    const bool transparent = mask.get() != nullptr || pixels.alpha;
    auto surface = newSurface(transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, pixels.w, pixels.h);
    for (int y = 0; y < pixels.h; ++y) copyRow(pixels, mask.get(), y, rowOf(surface.get(), y));
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

Surface maskPixels(fz_context* context, fz_image& image) {
    const auto pixmap = decode(context, image);
    const auto& pixels = *pixmap.get();
    auto surface = newSurface(CAIRO_FORMAT_A8, pixels.w, pixels.h);
    for (int y = 0; y < pixels.h; ++y)
        for (int x = 0; x < pixels.w; ++x)
            rowOf(surface.get(), y)[x] = pixels.samples[static_cast<std::ptrdiff_t>(y) * pixels.stride + x * pixels.n];
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

void blankCovered(cairo_surface_t* pixels, fz_matrix ctm, const std::vector<Box>& covered) {
    cairo_surface_flush(pixels);
    const auto place = fz_transform_rect(fz_unit_rect, ctm);
    for (const auto& box : covered)
        if (overlaps(box, {place.x0 - 1, place.y0 - 1, place.x1 + 1, place.y1 + 1})) blankUnder(pixels, ctm, box);
    cairo_surface_mark_dirty(pixels);
}

void attachJpeg(cairo_surface_t* pixels) {
    const int width = cairo_image_surface_get_width(pixels), height = cairo_image_surface_get_height(pixels);
    if (cairo_image_surface_get_format(pixels) != CAIRO_FORMAT_RGB24 || width * height < leastJpegPixels) return;
    Picture picture(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto* from = rowOf(pixels, y) + x * 4;
            auto* to = picture.row(y) + x * 3;
            to[0] = from[2];
            to[1] = from[1];
            to[2] = from[0];
        }
    auto jpeg = std::make_unique<std::string>(toJpeg(picture));
    const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg->data());
    const auto release = [](void* data) { delete static_cast<std::string*>(data); };
    if (cairo_surface_set_mime_data(pixels, CAIRO_MIME_TYPE_JPEG, bytes, jpeg->size(), release, jpeg.get()) == CAIRO_STATUS_SUCCESS)
        jpeg.release();
}

}  // namespace redaction::apply::rebuild
