#include "redaction/document/png.h"

#include <png.h>

#include <cstdlib>
#include <new>
#include <vector>

namespace redaction::document {
namespace {

constexpr int compression = 4;

const unsigned char* pixelAt(const Pixels& pixels, int x, int y) {
    return pixels.data + std::size_t(y) * pixels.stride + std::size_t(x) * pixels.components;
}

bool isGrey(const Pixels& pixels) {
    if (pixels.components == 1) return true;
    for (int y = 0; y < pixels.height; ++y) {
        for (int x = 0; x < pixels.width; ++x) {
            const unsigned char* p = pixelAt(pixels, x, y);
            if (std::abs(p[0] - p[1]) > 6 || std::abs(p[1] - p[2]) > 6) return false;
        }
    }
    return true;
}

// Two pixels a byte, as PNG's four bit depth wants them.
void packRow(const Pixels& pixels, int y, std::vector<unsigned char>& row) {
    for (int x = 0; x < pixels.width; ++x) {
        const unsigned char* p = pixelAt(pixels, x, y);
        const unsigned shade = (unsigned(pixels.components == 1 ? p[0] : p[1]) * 15 + 127) / 255;
        if (x % 2 == 0) row[x / 2] = static_cast<unsigned char>(shade << 4);
        else row[x / 2] = static_cast<unsigned char>(row[x / 2] | shade);
    }
}

void append(png_structp png, png_bytep bytes, png_size_t size) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}

void writeRows(png_structp png, const Pixels& pixels, bool grey) {
    std::vector<unsigned char> row((std::size_t(pixels.width) + 1) / 2);
    for (int y = 0; y < pixels.height; ++y) {
        if (grey) packRow(pixels, y, row);
        png_write_row(png, grey ? row.data() : pixels.data + std::size_t(y) * pixels.stride);
    }
}

[[noreturn]] void fail(png_structp, png_const_charp) { throw std::bad_alloc(); }

}  // namespace

std::string toPng(const Pixels& pixels) {
    std::string out;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, nullptr);
    if (png == nullptr) throw std::bad_alloc();
    png_infop header = png_create_info_struct(png);
    const bool grey = isGrey(pixels);
    png_set_write_fn(png, &out, append, nullptr);
    png_set_compression_level(png, compression);
    png_set_filter(png, 0, grey ? PNG_FILTER_NONE : PNG_FILTER_SUB);
    png_set_IHDR(png, header, unsigned(pixels.width), unsigned(pixels.height), grey ? 4 : 8,
                 grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(png, header);
    writeRows(png, pixels, grey);
    png_write_end(png, header);
    png_destroy_write_struct(&png, &header);
    return out;
}

}  // namespace redaction::document
