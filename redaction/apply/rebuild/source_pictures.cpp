#include "redaction/apply/rebuild/source_pictures.h"

#include <algorithm>
#include <cmath>

#include "redaction/apply/rebuild/page_writer.h"
#include "redaction/apply/rebuild/picture.h"
#include "redaction/apply/rebuild/rebuild.h"
#include "redaction/apply/rebuild/scans.h"
#include "redaction/document/pdf/source.h"

namespace redaction::apply {

namespace {

using rebuild::Picture;
using reader::protocol::PagePicture;

constexpr double dpi = 72;               // a pixel for each point
constexpr double widestInPoints = 1300;  // of a page that keeps that; A3 across is 1191

PagePicture greyOf(const Picture& picture, std::size_t number) {
    PagePicture grey{number, picture.width(), picture.height(), {}};
    grey.grey.reserve(static_cast<std::size_t>(grey.width) * static_cast<std::size_t>(grey.height));
    for (int y = 0; y < grey.height; ++y) {
        const auto* pixel = picture.row(y);
        for (int x = 0; x < grey.width; ++x, pixel += 3) grey.grey += static_cast<char>((pixel[0] * 77 + pixel[1] * 151 + pixel[2] * 28) >> 8);
    }
    return grey;
}

// The average of each cell of pixels: sharper tools for making a picture smaller move its lines.
PagePicture madeSmaller(const PagePicture& large, int width, int height) {
    PagePicture small{large.page, width, height, {}};
    small.grey.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const auto from = [](int at, int cells, int pixels) { return static_cast<int>(std::int64_t{at} * pixels / cells); };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            int sum = 0, count = 0;
            for (int row = from(y, height, large.height); row < from(y + 1, height, large.height); ++row)
                for (int column = from(x, width, large.width); column < from(x + 1, width, large.width); ++column, ++count)
                    sum += static_cast<unsigned char>(large.grey[static_cast<std::size_t>(row) * static_cast<std::size_t>(large.width) + static_cast<std::size_t>(column)]);
            small.grey += static_cast<char>(sum / std::max(1, count));
        }
    return small;
}

double dpiFor(double width) { return dpi * std::min(1.0, widestInPoints / std::max(1.0, width)); }

void drawPdf(std::string_view bytes, const std::vector<double>& widths, PagesToDraw pages, const std::function<void(PagePicture&&)>& see) {
    using namespace document::pdf;
    const Source source(bytes, widths.size());
    for (auto number = pages.first; number < std::min(pages.first + pages.count, widths.size()); ++number) try {
            const auto drawn = drawPage(source, static_cast<int>(number));
            const auto rendering = render(source, drawn, dpiFor(drawn.box.x1), Drawing::all, Colours::rgb);
            see(greyOf(Picture::fromPixmap(*rendering.pixmap.get()), number));
        } catch (const MupdfError& failure) {
            if (failure.outOfMemory()) throw;
        }
}

}  // namespace

void drawSource(std::string_view bytes, const std::vector<double>& widths, PagesToDraw pages, const std::function<void(PagePicture&&)>& see) {
    if (rebuild::isPdf(bytes)) return drawPdf(bytes, widths, pages, see);
    const auto upTo = std::min(pages.first + pages.count, widths.size());
    const std::vector<double> known(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(upTo));
    rebuild::eachScan(bytes, known, rebuild::rasterDpi, pages.first, [&](std::size_t number, Picture&& picture) {  // as sharp as the rebuild starts from
        const double smaller = std::min(1.0, known[number] / 72 * dpiFor(known[number]) / picture.width());
        see(madeSmaller(greyOf(picture, number), std::max(1, static_cast<int>(std::lround(picture.width() * smaller))),
                        std::max(1, static_cast<int>(std::lround(picture.height() * smaller)))));
    });
}

}  // namespace redaction::apply
