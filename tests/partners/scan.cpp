#include "tests/partners/scan.h"

#include <cairo-pdf.h>
#include <leptonica/allheaders.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <cstdlib>
#include <memory>
#include <random>

namespace partners {
namespace {

constexpr int kDpi = 300;
constexpr double kScale = kDpi / 72.0;
constexpr int kWidth = 2480, kHeight = 3508;

struct FreePix {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, FreePix>;

struct Sheet {
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight);
    cairo_t* cairo = cairo_create(surface);
    Sheet() {
        cairo_set_source_rgb(cairo, 0.98, 0.98, 0.97);
        cairo_paint(cairo);
        cairo_scale(cairo, kScale, kScale);
        cairo_set_source_rgb(cairo, 0.1, 0.1, 0.12);
    }
    ~Sheet() {
        cairo_destroy(cairo);
        cairo_surface_destroy(surface);
    }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
};

void drawStamp(cairo_t* cairo, const std::string& words) {
    cairo_save(cairo);
    cairo_translate(cairo, 400, 36);
    cairo_rotate(cairo, -0.05);
    cairo_set_source_rgb(cairo, 0.2, 0.2, 0.35);
    PangoLayout* layout = pango_cairo_create_layout(cairo);
    pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72);
    PangoFontDescription* font = pango_font_description_from_string("Liberation Sans Bold 10");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, words.c_str(), -1);
    int width = 0, height = 0;
    pango_layout_get_pixel_size(layout, &width, &height);
    cairo_set_line_width(cairo, 1.5);
    cairo_rectangle(cairo, -6, -4, width + 12, height + 8);
    cairo_stroke(cairo);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_show_layout(cairo, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_restore(cairo);
}

void drawPunchHoles(cairo_t* cairo) {
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, 0.25, 0.25, 0.25);
    for (const double y : {307.0, 534.0}) {
        cairo_arc(cairo, 22, y, 7, 0, 2 * M_PI);
        cairo_fill(cairo);
    }
    cairo_restore(cairo);
}

Picture greyOf(const Sheet& sheet) {
    cairo_surface_flush(sheet.surface);
    Picture grey(pixCreate(kWidth, kHeight, 8));
    const unsigned char* rows = cairo_image_surface_get_data(sheet.surface);
    const int stride = cairo_image_surface_get_stride(sheet.surface);
    for (int y = 0; y < kHeight; ++y) {
        const unsigned char* row = rows + static_cast<std::ptrdiff_t>(y) * stride;
        l_uint32* line = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
        for (int x = 0; x < kWidth; ++x) SET_DATA_BYTE(line, x, row[4 * x + 1]);
    }
    return grey;
}

// The lamp's uneven light, dust, and grain; what is nearly white the scanner makes white.
void soil(Pix* grey, std::mt19937& random) {
    constexpr std::size_t grains = 1 << 16;
    constexpr double white = 232;
    std::normal_distribution<float> grain(0, 7);
    std::vector<float> grainOf(grains);
    for (float& value : grainOf) value = grain(random);
    for (int y = 0; y < kHeight; ++y) {
        l_uint32* line = pixGetData(grey) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey);
        for (int x = 0; x < kWidth; ++x) {
            const auto chance = static_cast<std::uint32_t>(random());
            const float shade = x < 70 ? 0.72F + static_cast<float>(x) * 0.004F : 1.0F;
            float value = GET_DATA_BYTE(line, x) * shade + grainOf[chance % grains];
            if (chance >> 16 == 0) value -= 120;
            SET_DATA_BYTE(line, x, value > white ? 255 : static_cast<int>(std::max(0.0F, value)));
        }
    }
}

std::vector<Picture> scan(const std::vector<TextBlock>& blocks, const ScanStyle& style) {
    std::vector<std::unique_ptr<Sheet>> sheets;
    typeset(blocks, style.typeface, [&sheets] { return sheets.emplace_back(std::make_unique<Sheet>())->cairo; });
    if (!style.stamp.empty()) drawStamp(sheets.front()->cairo, style.stamp);
    std::mt19937 random(style.seed);
    std::uniform_real_distribution<double> skew(-0.011, 0.011);  // up to 0.6 degrees
    std::vector<Picture> pages;
    for (const auto& sheet : sheets) {
        drawPunchHoles(sheet->cairo);
        const Picture straight = greyOf(*sheet);
        pages.emplace_back(pixRotateAMGray(straight.get(), static_cast<l_float32>(skew(random)), 235));
        soil(pages.back().get(), random);
        pixSetResolution(pages.back().get(), kDpi, kDpi);
    }
    return pages;
}

std::string takeBytes(l_uint8* bytes, std::size_t size) {
    std::string text(reinterpret_cast<const char*>(bytes), size);
    lept_free(bytes);
    return text;
}

std::string inFormat(Pix* page, l_int32 format) {
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixWriteMem(&bytes, &size, page, format);
    return takeBytes(bytes, size);
}

std::string jpegOf(Pix* page) {
    constexpr int quality = 55;
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixWriteMemJpeg(&bytes, &size, page, quality, 0);
    return takeBytes(bytes, size);
}

cairo_status_t append(void* state, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(state)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void addJpegPage(cairo_t* cairo, const std::string& jpeg) {
    cairo_surface_t* picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, kWidth, kHeight);
    auto* copy = static_cast<unsigned char*>(std::malloc(jpeg.size()));  // cairo frees it
    std::copy(jpeg.begin(), jpeg.end(), copy);
    cairo_surface_set_mime_data(picture, CAIRO_MIME_TYPE_JPEG, copy, jpeg.size(), &std::free, copy);
    cairo_save(cairo);
    cairo_scale(cairo, kA4Width / kWidth, kA4Height / kHeight);
    cairo_set_source_surface(cairo, picture, 0, 0);
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_show_page(cairo);
    cairo_surface_destroy(picture);
}

}  // namespace

std::string scanToPdf(const std::vector<TextBlock>& blocks, const ScanStyle& style) {
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(&append, &bytes, kA4Width, kA4Height);
    cairo_t* cairo = cairo_create(surface);
    for (const Picture& page : scan(blocks, style)) addJpegPage(cairo, jpegOf(page.get()));
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return bytes;
}

std::string scanToTiff(const std::vector<TextBlock>& blocks, const ScanStyle& style) {
    constexpr int threshold = 150;
    std::unique_ptr<Pixa, void (*)(Pixa*)> pages(pixaCreate(0), [](Pixa* pixa) { pixaDestroy(&pixa); });
    for (const Picture& page : scan(blocks, style)) {
        Pix* black = pixThresholdToBinary(page.get(), threshold);
        pixSetResolution(black, kDpi, kDpi);
        pixaAddPix(pages.get(), black, L_INSERT);
    }
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixaWriteMemMultipageTiff(&bytes, &size, pages.get());
    return takeBytes(bytes, size);
}

std::string scanToPng(const std::vector<TextBlock>& blocks, const ScanStyle& style) {
    return inFormat(scan(blocks, style).front().get(), IFF_PNG);
}

}  // namespace partners
