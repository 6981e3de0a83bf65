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

// As large as a page of this width is drawn.
PagePicture asSmallAs(const PagePicture& large, double width) {
    const double smaller = std::min(1.0, width / 72 * dpiFor(width) / large.width);
    return madeSmaller(large, std::max(1, static_cast<int>(std::lround(large.width * smaller))), std::max(1, static_cast<int>(std::lround(large.height * smaller))));
}

void drawPdf(std::string_view bytes, const std::vector<double>& widths, const PagesToDraw& pages, const std::function<void(PagePicture&&)>& see) {
    using namespace document::pdf;
    const Source source(bytes, widths.size());
    for (auto number = pages.first; number < std::min(pages.first + pages.count, widths.size()); ++number) try {
            const auto drawn = drawPage(source, static_cast<int>(number));
            const bool isRastered = std::find(pages.rastered.begin(), pages.rastered.end(), number) != pages.rastered.end();
            const auto rendering = render(source, drawn, isRastered ? rebuild::rasterDpi : dpiFor(drawn.box.x1), Drawing::all, Colours::rgb);
            auto grey = greyOf(Picture::fromPixmap(*rendering.pixmap.get()), number);
            see(isRastered ? asSmallAs(grey, drawn.box.x1) : std::move(grey));
        } catch (const MupdfError& failure) {
            if (failure.outOfMemory()) throw;
        }
}

}  // namespace

void drawSource(std::string_view bytes, const std::vector<double>& widths, const PagesToDraw& pages, const std::function<void(PagePicture&&)>& see) {
    if (rebuild::isPdf(bytes)) return drawPdf(bytes, widths, pages, see);
    const auto upTo = std::min(pages.first + pages.count, widths.size());
    const std::vector<double> known(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(upTo));
    rebuild::eachScan(bytes, known, rebuild::rasterDpi, pages.first, [&](std::size_t number, Picture&& picture) {  // as sharp as the rebuild starts from
        see(asSmallAs(greyOf(picture, number), known[number]));
    });
}

}  // namespace redaction::apply
