#include "redaction/document/pdf/damaged_pictures.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

namespace redaction::document::pdf {
namespace {

constexpr std::size_t longestLine = 65536 / 8 * 4 + 64;  // bytes: the widest JPEG there is, at an eighth, four colours

struct Failure {
    jpeg_error_mgr base;
    std::jmp_buf back;
};

[[noreturn]] void fail(j_common_ptr codec) { std::longjmp(reinterpret_cast<Failure*>(codec->err)->back, 1); }
void saySomethingElsewhere(j_common_ptr) {}  // messages are counted, not printed

// Reads every line at an eighth of its size: all of the file's data is looked at, few pixels are made. No object with a
// destructor lives in here: libjpeg leaves by longjmp.
bool decodes(const unsigned char* bytes, std::size_t size, unsigned char* line, std::size_t lineSize) {
    jpeg_decompress_struct codec{};
    Failure failure{};
    codec.err = jpeg_std_error(&failure.base);
    failure.base.error_exit = fail;
    failure.base.output_message = saySomethingElsewhere;
    if (setjmp(failure.back)) {
        jpeg_destroy_decompress(&codec);
        return false;
    }
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, bytes, size);
    jpeg_read_header(&codec, TRUE);
    codec.scale_num = 1;
    codec.scale_denom = 8;
    jpeg_start_decompress(&codec);
    const bool fits = std::size_t(codec.output_width) * std::size_t(codec.output_components) <= lineSize;
    while (fits && codec.output_scanline < codec.output_height) jpeg_read_scanlines(&codec, &line, 1);
    if (fits) jpeg_finish_decompress(&codec);
    const bool whole = fits && failure.base.num_warnings == 0;
    jpeg_destroy_decompress(&codec);
    return whole;
}

struct JpegDevice {
    fz_device base;
    bool damaged;
};

void look(fz_context* context, fz_device* device, fz_image* image) {
    const fz_compressed_buffer* packed = fz_compressed_image_buffer(context, image);
    if (packed == nullptr || packed->params.type != FZ_IMAGE_JPEG) return;
    unsigned char* bytes = nullptr;
    const std::size_t size = fz_buffer_storage(context, packed->buffer, &bytes);
    unsigned char line[longestLine];
    if (!decodes(bytes, size, line, sizeof line)) reinterpret_cast<JpegDevice*>(device)->damaged = true;
}

void fillImage(fz_context* context, fz_device* device, fz_image* image, fz_matrix, float, fz_color_params) { look(context, device, image); }
void fillMask(fz_context* context, fz_device* device, fz_image* image, fz_matrix, fz_colorspace*, const float*, float, fz_color_params) {
    look(context, device, image);
}

}  // namespace

bool hasDamagedJpeg(const Source& source, const DrawnPage& page) {
    fz_context* context = source.context();
    bool damaged = false;
    guarded(context, [&] {
        auto* device = reinterpret_cast<JpegDevice*>(fz_new_device_of_size(context, sizeof(JpegDevice)));
        device->base.fill_image = fillImage;
        device->base.fill_image_mask = fillMask;
        fz_try(context) {
            fz_run_display_list(context, page.list.get(), &device->base, fz_identity, fz_infinite_rect, nullptr);
            fz_close_device(context, &device->base);
            damaged = device->damaged;
        }
        fz_always(context) fz_drop_device(context, &device->base);
        fz_catch(context) fz_rethrow(context);
    });
    return damaged;
}

}  // namespace redaction::document::pdf
