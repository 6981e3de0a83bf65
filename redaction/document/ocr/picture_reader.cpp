#include "redaction/document/ocr/picture_reader.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "redaction/document/ocr/handwriting.h"
#include "redaction/document/ocr/picture_text.h"
#include "redaction/document/ocr/unread_ink.h"
#include "redaction/document/ocr/upright.h"
#include "redaction/document/page_builder.h"
#include "redaction/document/png.h"

namespace redaction::document::ocr {
namespace {

constexpr double screenDpi = 110;
constexpr double maxPixels = 120e6;                      // of one page: A3 at 600 dpi and some
constexpr double likelyDpi[2] = {140, 1300};             // a stated resolution outside this is not believed
constexpr double longSideInches = 11.69;                 // of the sheet a picture shows when it does not say: A4
constexpr double likelyScreenDpi = 150;                  // of a picture in a document that does not say how wide it is shown
constexpr double leastScaling = 0.1, mostScaling = 6;  // a picture of a few pixels is no sheet of paper
constexpr double maxScaledPixels = 40e6;
constexpr int leastReadable = 24;                        // pixels
constexpr double leastMeanConfidence = 0.6;
constexpr double goodDpi[2] = {240, 420};                // for the recogniser; others are scaled to 300

Format formatOf(std::string_view bytes) { return recogniseFormat(bytes, {}, {}); }

const l_uint8* data(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

double stated(const Pix* pix) {
    const double dpi = pixGetXRes(pix);
    if (dpi >= likelyDpi[0] && dpi <= likelyDpi[1]) return dpi;
    return std::max(pixGetWidth(pix), pixGetHeight(pix)) / longSideInches;
}

Picture scaled(Pix* pix, double factor) {
    const auto by = static_cast<l_float32>(factor);
    return Picture(pixGetDepth(pix) == 1 && factor < 1 ? pixScaleToGray(pix, by) : pixScale(pix, by, by));
}

// To 300 dpi, within bounds.
double scalingFor(const Pix* pix, double dpi) {
    const double most = std::sqrt(maxScaledPixels / std::max(1.0, double(pixGetWidth(pix)) * pixGetHeight(pix)));
    return std::min({std::max(scanDpi / dpi, leastScaling), mostScaling, most});
}

Picture require(Picture picture, Failure failure, Format format) {
    if (!picture) throw failed(failure, format);
    return picture;
}

// One byte a pixel, in the order of the pixels.
Picture greyBytes(Pix* pix, Format format) {
    const Picture grey = require(Picture(pixConvertTo8(pix, 0)), Failure::memoryLimit, format);
    return require(Picture(pixEndianByteSwapNew(grey.get())), Failure::memoryLimit, format);
}

class PictureReading {
  public:
    PictureReading(Format format, Recogniser& recogniser, Finds& finds) : format_(format), recogniser_(recogniser), finds_(finds) {
        document_.layout = Layout::paged;
    }

    // number: of the page in the file, 0-based.
    void addPage(Picture picture, std::size_t number) {
        number_ = number;
        const Picture plain = require(Picture(pixRemoveColormap(picture.get(), REMOVE_CMAP_BASED_ON_SRC)), Failure::truncated, format_);
        const double dpi = stated(plain.get());
        PageBuilder page(document_, pixGetWidth(plain.get()) * 72 / dpi, pixGetHeight(plain.get()) * 72 / dpi);
        page.markScanned();
        recognise(page, plain.get(), dpi);
        page.finish();
        finds_.page(document_.pages.back());
        sendImage(plain.get(), dpi);
    }

    Document take() { return std::move(document_); }

  private:
    void recognise(PageBuilder& page, Pix* pix, double dpi) {
        if (!recogniser_.canRead()) {
            document_.doubts.push_back("Pagina " + std::to_string(number_ + 1) + " is een afbeelding en kon niet als tekst worden gelezen.");
            return;
        }
        const double factor = dpi >= goodDpi[0] && dpi <= goodDpi[1] ? 1 : std::min(scanDpi / dpi, mostScaling);
        const Picture sized = factor == 1 ? Picture(pixClone(pix)) : require(scaled(pix, factor), Failure::memoryLimit, format_);
        const Picture grey = greyBytes(sized.get(), format_);
        const int width = pixGetWidth(grey.get()), height = pixGetHeight(grey.get());
        const GreyImage image{width, height, pixGetWpl(grey.get()) * 4, reinterpret_cast<const unsigned char*>(pixGetData(grey.get()))};
        const Box whole{0, 0, double(width), double(height)};
        const auto text = readWords(image, whole, recogniser_);
        if (text.handwritten) page.markHandwritten();
        if (text.handwritten || text.showsMore)
            document_.doubts.push_back("Pagina " + std::to_string(number_ + 1) + " " + (text.handwritten ? handwritingDoubt : unreadInkDoubt));
        addWords(page, text.words, 72 / (dpi * factor));
    }

    void sendImage(Pix* pix, double dpi) {
        const Picture small = require(scaled(pix, std::min(screenDpi / dpi, 1.0)), Failure::memoryLimit, format_);
        if (pixGetDepth(small.get()) == 32) return sendColour(small.get());
        const Picture grey = greyBytes(small.get(), format_);
        const Pixels pixels{int(pixGetWidth(grey.get())), int(pixGetHeight(grey.get())), pixGetWpl(grey.get()) * 4, 1,
                            reinterpret_cast<const unsigned char*>(pixGetData(grey.get()))};
        finds_.image({number_, toPng(pixels), pixels.width, pixels.height});
    }

    void sendColour(Pix* pix) {
        const int width = pixGetWidth(pix), height = pixGetHeight(pix);
        std::vector<unsigned char> rgb;
        rgb.reserve(std::size_t(width) * std::size_t(height) * 3);
        for (int y = 0; y < height; ++y) {
            const l_uint32* row = pixGetData(pix) + std::ptrdiff_t(y) * pixGetWpl(pix);
            for (int x = 0; x < width; ++x)
                for (const int shift : {L_RED_SHIFT, L_GREEN_SHIFT, L_BLUE_SHIFT}) rgb.push_back(static_cast<unsigned char>(row[x] >> shift));
        }
        finds_.image({number_, toPng({width, height, width * 3, 3, rgb.data()}), width, height});
    }

    Format format_;
    Recogniser& recogniser_;
    Finds& finds_;
    Document document_;
    std::size_t number_ = 0;
};

// A header may promise more pixels than any sheet of paper has.
void refuseHuge(std::string_view bytes, Format format) {
    l_int32 type = 0, width = 0, height = 0, bits = 0, samples = 0, colormap = 0;
    if (pixReadHeaderMem(data(bytes), bytes.size(), &type, &width, &height, &bits, &samples, &colormap) != 0) throw failed(Failure::truncated, format);
    if (double(width) * height > maxPixels) throw failed(Failure::tooLarge, format);
}

WordsInPicture wordsIn(Pix* pix, Format format, Recogniser& recogniser) {
    const Picture grey = greyBytes(pix, format);
    const int width = pixGetWidth(grey.get()), height = pixGetHeight(grey.get());
    const GreyImage image{width, height, pixGetWpl(grey.get()) * 4, reinterpret_cast<const unsigned char*>(pixGetData(grey.get()))};
    const Box whole{0, 0, double(width), double(height)};
    WordsInPicture found;
    auto text = width >= leastReadable && height >= leastReadable ? readWords(image, whole, recogniser) : PictureText{{}, !unreadParts(image, whole, {}).empty(), false};
    found.words = std::move(text.words);
    found.nothingElse = meanConfidence(found.words) >= leastMeanConfidence && !text.showsMore && !text.handwritten;
    return found;
}

void readTiff(std::string_view bytes, const Limits& limits, PictureReading& reading, Finds& finds) {
    std::size_t offset = 0, number = 0;
    do {
        if (number == limits.maxPages) throw failed(Failure::tooManyPages, Format::tiff);
        Picture page = require(Picture(pixReadMemFromMultipageTiff(data(bytes), bytes.size(), &offset)), Failure::truncated, Format::tiff);
        if (number % limits.turns == limits.turn) reading.addPage(std::move(page), number);
        ++number;
        finds.progress(number, number + (offset != 0));
    } while (offset != 0);
}

}  // namespace

WordsInPicture readWordsIn(std::string_view bytes, double inches, Recogniser& recogniser) {
    setMsgSeverity(L_SEVERITY_NONE);
    const Format format = formatOf(bytes);
    const bool known = format == Format::png || format == Format::jpeg;
    if (!known || !recogniser.canRead()) return {};
    try {
        refuseHuge(bytes, format);
        const Picture whole = require(decodeUpright(bytes), Failure::truncated, format);
        const Picture plain = require(Picture(pixRemoveColormap(whole.get(), REMOVE_CMAP_BASED_ON_SRC)), Failure::truncated, format);
        const Picture opaque = pixGetSpp(plain.get()) == 4 ? Picture(pixAlphaBlendUniform(plain.get(), 0xffffff00)) : Picture(pixClone(plain.get()));
        const double dpi = inches > 0 ? pixGetWidth(plain.get()) / inches : likelyScreenDpi;
        const Picture sized = require(scaled(opaque.get(), scalingFor(opaque.get(), dpi)), Failure::memoryLimit, format);
        return wordsIn(sized.get(), format, recogniser);
    } catch (const ReadError&) {
        return {};
    }
}

Document readPicture(std::string_view bytes, const Limits& limits, Recogniser& recogniser, Finds& finds) {
    setMsgSeverity(L_SEVERITY_NONE);
    const Format format = formatOf(bytes);
    refuseHuge(bytes, format);
    PictureReading reading(format, recogniser, finds);
    if (format == Format::tiff) {
        readTiff(bytes, limits, reading, finds);
    } else {
        reading.addPage(require(decodeUpright(bytes), Failure::truncated, format), 0);
        finds.progress(1, 1);
    }
    return reading.take();
}

}  // namespace redaction::document::ocr
