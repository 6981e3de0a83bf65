// Photos that were taken with the camera on its side or upside down are read and rebuilt upright.
#include "redaction/document/ocr/upright.h"

#include <gmock/gmock.h>

#include "redaction/apply/rebuild/rebuild.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
using namespace redaction::document::ocr;
using testing::HasSubstr;
using testing::Not;

std::string exif(int orientation, bool little = false) {
    std::string tiff = little ? std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) : std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 18);
    tiff += little ? std::string{char(orientation), 0, 0, 0} : std::string{0, char(orientation), 0, 0};
    return std::string("Exif\0\0", 6) + tiff + std::string(4, '\0');
}

std::string jpegOf(Pix* pix, const std::string& exifBytes) {
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixSetResolution(pix, 300, 300);
    pixWriteMemJpeg(&bytes, &size, pix, 85, 0);
    const std::string jpeg(reinterpret_cast<char*>(bytes), size);
    lept_free(bytes);
    const auto length = exifBytes.size() + 2;
    return jpeg.substr(0, 2) + "\xFF\xE1" + char(length >> 8) + char(length & 255) + exifBytes + jpeg.substr(2);
}

Picture letter() {
    const auto png = drawn::scan([](cairo_t* pen) {
        drawn::text(pen, 70, 100, "Daarna belde Corrie Zwaan met school");
        drawn::text(pen, 70, 130, "over de vakantie van de kinderen.");
    });
    const Picture colour(pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
    return Picture(pixConvertTo8(colour.get(), 0));
}

// As a camera stores it: the pixels turned, and how to turn them back.
std::string photo(int orientation, int clockwiseBefore) {
    const auto upright = letter();
    const Picture stored(pixRotateOrth(upright.get(), clockwiseBefore));
    return jpegOf(stored.get(), exif(orientation, orientation == 8));
}

TEST(Upright, APhotoIsReadAndRebuiltAsItIsSeen) {
    const struct {
        int orientation, clockwiseBefore;
    } rows[] = {{1, 0}, {3, 2}, {6, 3}, {8, 1}};
    for (const auto& [orientation, before] : rows) {
        const auto source = photo(orientation, before);
        const auto document = reading::read(source);
        EXPECT_THAT(document::toUtf8(document.text), HasSubstr("over de vakantie van de kinderen")) << orientation;
        ASSERT_LT(document.pages.at(0).width, document.pages[0].height);
        const auto marks = reading::hide(document, {"Corrie Zwaan"});
        ASSERT_FALSE(marks.empty());
        const auto pdf = apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[naam]"), "Foto", {}).bytes;
        const auto seen = document::toUtf8(reading::read(pdf).text);
        EXPECT_THAT(seen, HasSubstr("vakantie")) << orientation;
        EXPECT_THAT(seen, Not(HasSubstr("Zwaan"))) << orientation;
    }
}

// A picture of two by three pixels, each of its own shade.
TEST(Upright, EveryTurnOfTheStandard) {
    const auto at = [](Pix* pix, int x, int y) {
        l_uint32 value = 0;
        pixGetPixel(pix, x, y, &value);
        return int(value);
    };
    for (int orientation = 1; orientation <= 8; ++orientation) {
        Picture stored(pixCreate(3, 2, 8));
        for (int y = 0; y < 2; ++y)
            for (int x = 0; x < 3; ++x) pixSetPixel(stored.get(), x, y, l_uint32(10 * y + x));
        const auto seen = turned(std::move(stored), orientation);
        const bool swaps = orientation >= 5;
        ASSERT_EQ(pixGetWidth(seen.get()), swaps ? 2 : 3);
        // TIFF 6.0: where the stored row 0 and column 0 are seen.
        const int corners[9][2] = {{}, {0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 2}, {0, 2}};
        EXPECT_EQ(at(seen.get(), corners[orientation][0], corners[orientation][1]), 0) << orientation;
        const int next[9][2] = {{}, {1, 0}, {1, 0}, {1, 1}, {1, 1}, {0, 1}, {1, 1}, {1, 1}, {0, 1}};  // of stored column 1, row 0
        EXPECT_EQ(at(seen.get(), next[orientation][0], next[orientation][1]), 1) << orientation;
    }
}

TEST(Upright, NonsenseIsNoTurn) {
    const auto jpeg = [](const std::string& segment) { return std::string("\xFF\xD8\xFF\xE1", 4) + char(0) + char(segment.size() + 2) + segment + "\xFF\xDA"; };
    EXPECT_EQ(orientationOf(jpeg(exif(6))), 6);
    EXPECT_EQ(orientationOf(jpeg(exif(6, true))), 6);
    EXPECT_EQ(orientationOf(jpeg(exif(9))), 1);
    EXPECT_EQ(orientationOf(jpeg(exif(6).substr(0, 12))), 1);
    EXPECT_EQ(orientationOf(jpeg("Exif")), 1);
    for (std::size_t length = 0; length < jpeg(exif(6)).size(); ++length) EXPECT_GE(orientationOf(jpeg(exif(6)).substr(0, length)), 1);
    EXPECT_EQ(orientationOf(""), 1);
}

}  // namespace
