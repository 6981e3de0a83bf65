#include "redaction/apply/rebuild/device.h"

namespace redaction::apply::rebuild {

namespace {

struct Device {
    fz_device base;
    PageListener* listener;
    std::exception_ptr* thrown;
};

template <typename Call>
void tell(fz_device* device, Call&& call) {
    auto* own = reinterpret_cast<Device*>(device);
    if (*own->thrown) return;
    try {
        call(*own->listener);
    } catch (...) {
        *own->thrown = std::current_exception();
    }
}

PageListener::Paint paintOf(fz_context* context, fz_colorspace* space, const float* colour, float alpha, fz_color_params how) {
    float rgb[FZ_MAX_COLORS] = {0, 0, 0};
    if (space != nullptr && colour != nullptr) fz_convert_color(context, space, colour, fz_device_rgb(context), rgb, nullptr, how);
    return {rgb[0], rgb[1], rgb[2], alpha};
}

void fillText(fz_context* c, fz_device* d, const fz_text* text, fz_matrix ctm, fz_colorspace* space, const float* colour,
              float alpha, fz_color_params how) {
    const auto paint = paintOf(c, space, colour, alpha, how);
    tell(d, [&](auto& to) { to.text(*text, ctm, TextUse::fill, paint); });
}
void strokeText(fz_context* c, fz_device* d, const fz_text* text, const fz_stroke_state*, fz_matrix ctm, fz_colorspace* space,
                const float* colour, float alpha, fz_color_params how) {
    const auto paint = paintOf(c, space, colour, alpha, how);
    tell(d, [&](auto& to) {
        to.text(*text, ctm, TextUse::stroke, paint);
        to.unsupported();
    });
}
void clipText(fz_context*, fz_device* d, const fz_text* text, fz_matrix ctm, fz_rect) {
    tell(d, [&](auto& to) {
        to.text(*text, ctm, TextUse::clip, {});
        to.unsupported();
    });
}
void clipStrokeText(fz_context* c, fz_device* d, const fz_text* text, const fz_stroke_state*, fz_matrix ctm, fz_rect scissor) {
    clipText(c, d, text, ctm, scissor);
}
void ignoreText(fz_context*, fz_device* d, const fz_text* text, fz_matrix ctm) {
    tell(d, [&](auto& to) { to.text(*text, ctm, TextUse::ignore, {}); });
}
void fillPath(fz_context* c, fz_device* d, const fz_path* path, int evenOdd, fz_matrix ctm, fz_colorspace* space,
              const float* colour, float alpha, fz_color_params how) {
    const auto paint = paintOf(c, space, colour, alpha, how);
    tell(d, [&](auto& to) { to.fillPath(*path, evenOdd != 0, ctm, paint); });
}
void strokePath(fz_context* c, fz_device* d, const fz_path* path, const fz_stroke_state* stroke, fz_matrix ctm,
                fz_colorspace* space, const float* colour, float alpha, fz_color_params how) {
    const auto paint = paintOf(c, space, colour, alpha, how);
    tell(d, [&](auto& to) { to.strokePath(*path, *stroke, ctm, paint); });
}
void clipPath(fz_context*, fz_device* d, const fz_path* path, int evenOdd, fz_matrix ctm, fz_rect) {
    tell(d, [&](auto& to) { to.clipPath(*path, evenOdd != 0, ctm); });
}
void clipStrokePath(fz_context*, fz_device* d, const fz_path*, const fz_stroke_state*, fz_matrix, fz_rect) {
    tell(d, [&](auto& to) { to.unsupported(); });
}
void popClip(fz_context*, fz_device* d) {
    tell(d, [&](auto& to) { to.popClip(); });
}
void fillShade(fz_context*, fz_device* d, fz_shade*, fz_matrix, float, fz_color_params) {
    tell(d, [&](auto& to) { to.unsupported(); });
}
void fillImage(fz_context*, fz_device* d, fz_image* image, fz_matrix ctm, float alpha, fz_color_params) {
    tell(d, [&](auto& to) { to.fillImage(*image, ctm, alpha); });
}
void fillImageMask(fz_context* c, fz_device* d, fz_image* image, fz_matrix ctm, fz_colorspace* space, const float* colour,
                   float alpha, fz_color_params how) {
    const auto paint = paintOf(c, space, colour, alpha, how);
    tell(d, [&](auto& to) { to.fillImageMask(*image, ctm, paint); });
}
void clipImageMask(fz_context*, fz_device* d, fz_image* image, fz_matrix, fz_rect) {
    tell(d, [&](auto& to) { to.clipImageMask(*image); });
}
void beginMask(fz_context*, fz_device* d, fz_rect, int, fz_colorspace*, const float*, fz_color_params) {
    tell(d, [&](auto& to) { to.unsupported(); });
}
void beginGroup(fz_context*, fz_device* d, fz_rect, fz_colorspace*, int, int knockout, int blendmode, float alpha) {
    if (blendmode == FZ_BLEND_NORMAL && alpha >= 1 && knockout == 0) return;
    tell(d, [&](auto& to) { to.unsupported(); });
}
int beginTile(fz_context*, fz_device* d, fz_rect, fz_rect, float, float, fz_matrix, int) {
    tell(d, [&](auto& to) { to.unsupported(); });
    return 0;
}
void ignoreEnd(fz_context*, fz_device*) {}

void connect(fz_device& device) {
    device.fill_text = fillText;
    device.stroke_text = strokeText;
    device.clip_text = clipText;
    device.clip_stroke_text = clipStrokeText;
    device.ignore_text = ignoreText;
    device.fill_path = fillPath;
    device.stroke_path = strokePath;
    device.clip_path = clipPath;
    device.clip_stroke_path = clipStrokePath;
    device.pop_clip = popClip;
    device.fill_shade = fillShade;
    device.fill_image = fillImage;
    device.fill_image_mask = fillImageMask;
    device.clip_image_mask = clipImageMask;
    device.begin_mask = beginMask;
    device.end_mask = ignoreEnd;
    device.begin_group = beginGroup;
    device.end_group = ignoreEnd;
    device.begin_tile = beginTile;
    device.end_tile = ignoreEnd;
}

}  // namespace

void play(fz_context* context, const document::pdf::DrawnPage& page, PageListener& listener) {
    std::exception_ptr thrown;
    document::pdf::guarded(context, [&] {
        auto* device = reinterpret_cast<Device*>(fz_new_device_of_size(context, sizeof(Device)));
        connect(device->base);
        device->listener = &listener;
        device->thrown = &thrown;
        fz_try(context) {
            fz_run_display_list(context, page.list.get(), &device->base, fz_identity, fz_infinite_rect, nullptr);
            fz_close_device(context, &device->base);
        }
        fz_always(context) fz_drop_device(context, &device->base);
        fz_catch(context) fz_rethrow(context);
    });
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace redaction::apply::rebuild
