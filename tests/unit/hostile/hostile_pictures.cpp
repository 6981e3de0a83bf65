// Pictures that show, or carry, the name.
#include <leptonica/allheaders.h>

#include <memory>
#include <stdexcept>

#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/reader/samples.h"

namespace hostile {

namespace {

using samples::stream;
using samples::textAt;

const std::string greeting = textAt(72, 760, "Het gesprek was prettig.");

struct PixDrop {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, PixDrop>;

// The top of a scan with a line of text, grey.
Picture drawn(const std::string& line) {
    const auto png = samples::scanPng({line});
    const Picture whole(pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
    const Picture grey(pixConvertTo8(whole.get(), 0));
    const std::unique_ptr<Box, void (*)(Box*)> top(boxCreate(200, 200, 1400, 160), [](Box* box) { boxDestroy(&box); });
    return Picture(pixClipRectangle(grey.get(), top.get(), nullptr));
}

std::string encoded(const Picture& picture, int format) {
    l_uint8* data = nullptr;
    std::size_t size = 0;
    if (pixWriteMem(&data, &size, picture.get(), format) != 0) throw std::runtime_error("leptonica");
    std::string bytes(reinterpret_cast<char*>(data), size);
    lept_free(data);
    return bytes;
}

std::string rawGrey(const Picture& picture) {
    std::string pixels;
    for (int y = 0; y < pixGetHeight(picture.get()); ++y)
        for (int x = 0; x < pixGetWidth(picture.get()); ++x) {
            l_uint32 value = 0;
            pixGetPixel(picture.get(), x, y, &value);
            pixels += static_cast<char>(value);
        }
    return pixels;
}

Picture blackAndWhite(const Picture& picture) { return Picture(pixThresholdToBinary(picture.get(), 128)); }

// The only strip of a TIFF of one strip: little endian, tags 273 (where) and 279 (how long).
std::string faxOf(const Picture& picture) {
    const auto tiff = encoded(picture, IFF_TIFF_G4);
    const auto number = [&](std::size_t at, int bytes) {
        std::size_t value = 0;
        for (int i = bytes; i-- > 0;) value = value << 8 | static_cast<unsigned char>(tiff.at(at + static_cast<std::size_t>(i)));
        return value;
    };
    std::size_t start = 0, length = 0;
    const auto table = number(4, 4);
    for (std::size_t entry = 0; entry < number(table, 2); ++entry) {
        const auto at = table + 2 + 12 * entry;
        if (number(at, 2) == 273) start = number(at + 8, 4);
        if (number(at, 2) == 279) length = number(at + 8, 4);
    }
    return tiff.substr(start, length);
}

std::string bigEndian(std::size_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
}

// A page and one region coded as a fax.
std::string jbig2Of(const Picture& picture) {
    const auto size = bigEndian(static_cast<std::size_t>(pixGetWidth(picture.get()))) + bigEndian(static_cast<std::size_t>(pixGetHeight(picture.get())));
    const auto segment = [](std::size_t number, char kind, const std::string& data) {
        return bigEndian(number) + kind + std::string("\x00\x01", 2) + bigEndian(data.size()) + data;
    };
    return segment(0, 48, size + std::string(11, '\0')) + segment(1, 38, size + std::string(9, '\0') + std::string("\x01", 1) + faxOf(picture));
}

std::string pdfWith(const Picture& picture, const std::string& entries, const std::string& bytes, const std::string& behind = "", std::vector<std::string> more = {}) {
    std::vector<std::string> objects{stream("/Type /XObject /Subtype /Image /Width " + std::to_string(pixGetWidth(picture.get())) + " /Height " +
                                            std::to_string(pixGetHeight(picture.get())) + " " + entries, bytes)};
    objects.insert(objects.end(), more.begin(), more.end());
    return samples::pdfOf({greeting + "q 336 0 0 38 72 600 cm /X Do Q\n" + behind, "/XObject << /X 6 0 R >>", "", "", objects});
}

std::string withRemark(std::string jpeg, const std::string& kind, const std::string& remark) {
    return jpeg.insert(2, kind + static_cast<char>((remark.size() + 2) >> 8) + static_cast<char>((remark.size() + 2) & 0xFF) + remark);
}

std::string pngWithText(std::string png) {
    const std::string data = std::string("tEXtComment") + '\0' + secret;
    return png.insert(33, bigEndian(data.size() - 4) + data + bigEndian(0));
}

}  // namespace

std::vector<Input> pictures() {
    const auto name = drawn("Daarna belde Corrie Zwaan weer."), plain = drawn("Niets bijzonders te zien.");
    const auto oneBit = blackAndWhite(name);
    const std::string grey = "/ColorSpace /DeviceGray /BitsPerComponent 8", bit = "/ColorSpace /DeviceGray /BitsPerComponent 1";
    const std::string columns = " /Columns " + std::to_string(pixGetWidth(oneBit.get())) + " /Rows " + std::to_string(pixGetHeight(oneBit.get()));
    const auto jpeg = encoded(plain, IFF_JFIF_JPEG);
    const auto scan = samples::scanJpeg({"Het gesprek was prettig."});
    return {{"in een JPEG", "a.pdf", pdfWith(name, grey + " /Filter /DCTDecode", encoded(name, IFF_JFIF_JPEG)), Fate::opened, true, true},
            {"in een JPEG 2000", "a.pdf", pdfWith(name, "/Filter /JPXDecode", encoded(name, IFF_JP2)), Fate::opened, true, true},
            {"in een fax", "a.pdf", pdfWith(oneBit, bit + " /Filter /CCITTFaxDecode /DecodeParms << /K -1" + columns + " >>", faxOf(oneBit)), Fate::opened, true, true},
            {"in een JBIG2", "a.pdf", pdfWith(oneBit, bit + " /Filter /JBIG2Decode", jbig2Of(oneBit)), Fate::opened, true, true},
            {"in een sjabloon", "a.pdf", pdfWith(oneBit, "/ImageMask true /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1" + columns + " >>", faxOf(oneBit)), Fate::opened, true, true},
            {"onder een wit vlak", "a.pdf", pdfWith(name, grey, rawGrey(name), "1 g 60 590 400 60 re f\n"), Fate::opened},
            {"in het zachte masker van een beeld", "a.pdf", pdfWith(plain, grey + " /SMask 7 0 R", std::string(rawGrey(plain).size(), '\0'), "",
                {stream("/Type /XObject /Subtype /Image /Width " + std::to_string(pixGetWidth(name.get())) + " /Height " + std::to_string(pixGetHeight(name.get())) + " " + grey, rawGrey(name))}), Fate::doubted, true, true},
            {"in de andere versie van een beeld", "a.pdf", pdfWith(plain, grey + " /Alternates [<< /Image 7 0 R /DefaultForPrinting true >>]", rawGrey(plain), "",
                {stream("/Type /XObject /Subtype /Image /Width " + std::to_string(pixGetWidth(name.get())) + " /Height " + std::to_string(pixGetHeight(name.get())) + " " + grey, rawGrey(name))}), Fate::opened},
            {"in een opmerking van een JPEG", "a.pdf", pdfWith(plain, grey + " /Filter /DCTDecode", withRemark(jpeg, "\xFF\xFE", secret)), Fate::opened},
            {"in de EXIF-gegevens van een scan", "a.jpg", withRemark(scan, "\xFF\xE1", std::string("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x3b\0\x02\0\0\0\x0d\0\0\0\x1a\0\0\0\0", 32) + secret + '\0'), Fate::opened},
            {"in een tekst van een PNG", "a.png", pngWithText(samples::scanPng({"Het gesprek was prettig."})), Fate::opened},
            {"op de tweede bladzijde van een fax", "a.tif", samples::scanTiff({{"Het gesprek was prettig."}, {"Daarna belde Corrie Zwaan weer."}}), Fate::opened, true, true},
            {"in een tekstlaag die iets anders zegt dan de scan", "a.pdf", samples::scannedPdfWithLayer({"Het gesprek was prettig en duurde lang."}, {"Corrie Zwaan woont hier ergens in de buurt"}), Fate::doubted},
            {"een scan die is afgebroken", "a.jpg", scan.substr(0, scan.size() / 2), Fate::refused, false}};
}

}  // namespace hostile
