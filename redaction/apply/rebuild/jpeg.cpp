#include "redaction/apply/rebuild/jpeg.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <jpeglib.h>

#include "redaction/apply/rebuild/picture.h"

namespace redaction::apply::rebuild {

namespace {

constexpr int quality = 78;

struct Failure {
    jpeg_error_mgr base;
    std::jmp_buf back;
};

[[noreturn]] void fail(j_common_ptr codec) { std::longjmp(reinterpret_cast<Failure*>(codec->err)->back, 1); }

void start(jpeg_compress_struct& codec, const Picture& picture, int components) {
    codec.image_width = static_cast<JDIMENSION>(picture.width());
    codec.image_height = static_cast<JDIMENSION>(picture.height());
    codec.input_components = components;
    codec.in_color_space = components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    codec.optimize_coding = TRUE;
    jpeg_start_compress(&codec, TRUE);
}

// No object with a destructor lives in here: libjpeg leaves by longjmp.
bool compress(const Picture& picture, int components, unsigned char* line, unsigned char** bytes, unsigned long* size) {
    jpeg_compress_struct codec{};
    Failure failure{};
    codec.err = jpeg_std_error(&failure.base);
    failure.base.error_exit = fail;
    if (setjmp(failure.back)) {
        jpeg_destroy_compress(&codec);
        return false;
    }
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, bytes, size);
    start(codec, picture, components);
    for (int y = 0; y < picture.height(); ++y) {
        const auto* from = picture.row(y);
        for (int at = 0; at < picture.width() * components; ++at) line[at] = components == 1 ? from[at * 3 + 1] : from[at];
        jpeg_write_scanlines(&codec, &line, 1);
    }
    jpeg_finish_compress(&codec);
    jpeg_destroy_compress(&codec);
    return true;
}

}  // namespace

std::string toJpeg(const Picture& picture) {
    const int components = picture.isGrey() ? 1 : 3;
    std::vector<unsigned char> line(static_cast<std::size_t>(picture.width()) * 3 + 3);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    const bool done = compress(picture, components, line.data(), &bytes, &size);
    std::string jpeg;
    if (done) jpeg.assign(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    if (!done) throw std::runtime_error("De afbeelding laat zich niet opnieuw inpakken.");
    return jpeg;
}

}  // namespace redaction::apply::rebuild
