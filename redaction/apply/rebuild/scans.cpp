#include "redaction/apply/rebuild/scans.h"

#include <stdexcept>

#include "redaction/document/ocr/upright.h"
#include "redaction/document/reading.h"

namespace redaction::apply::rebuild {

namespace {

using Pixels = document::ocr::Picture;

Pixels require(Pixels pixels) {
    if (!pixels) throw std::runtime_error("Een bladzijde van de scan laat zich niet lezen.");
    return pixels;
}
Pixels require(Pix* pix) { return require(Pixels(pix)); }

Pixels inColour(Pixels from, double widthInPoints, double dpi) {
    const auto plain = require(pixRemoveColormap(from.get(), REMOVE_CMAP_BASED_ON_SRC));
    const double factor = widthInPoints / 72 * dpi / pixGetWidth(plain.get());
    if (factor >= 1) return require(pixConvertTo32(plain.get()));
    const auto by = static_cast<l_float32>(factor);
    const auto small = require(pixGetDepth(plain.get()) == 1 ? pixScaleToGray(plain.get(), by) : pixScale(plain.get(), by, by));
    return require(pixConvertTo32(small.get()));
}

Picture copy(Pix* pix) {
    Picture picture(pixGetWidth(pix), pixGetHeight(pix));
    for (int y = 0; y < picture.height(); ++y) {
        const l_uint32* from = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
        auto* to = picture.row(y);
        for (int x = 0; x < picture.width(); ++x)
            for (const int shift : {L_RED_SHIFT, L_GREEN_SHIFT, L_BLUE_SHIFT}) *to++ = static_cast<std::uint8_t>(from[x] >> shift);
    }
    return picture;
}

}  // namespace

bool isPdf(std::string_view bytes) { return bytes.substr(0, 1024).find("%PDF-") != bytes.npos; }

void eachScan(std::string_view bytes, const std::vector<double>& widthsInPoints, double dpi, std::size_t first,
              const std::function<void(std::size_t, Picture&&)>& see) {
    setMsgSeverity(L_SEVERITY_NONE);
    const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
    const bool tiff = document::recogniseFormat(bytes, {}, {}) == document::Format::tiff;
    std::size_t offset = 0;
    for (std::size_t number = 0; number < widthsInPoints.size(); ++number) {
        if (number > 0 && offset == 0) throw std::runtime_error("De scan heeft minder bladzijden dan gelezen zijn.");
        auto pix = tiff ? require(pixReadMemFromMultipageTiff(data, bytes.size(), &offset)) : require(document::ocr::decodeUpright(bytes));
        if (number >= first) see(number, copy(inColour(std::move(pix), widthsInPoints[number], dpi).get()));
    }
}

}  // namespace redaction::apply::rebuild
