#include "redaction/apply/rebuild/source_pictures.h"

#include <algorithm>

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
    const auto widest = widths.empty() ? 0 : *std::max_element(widths.begin(), widths.end());
    const auto pictures = rebuild::readScans(bytes, {widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(upTo)}, dpiFor(widest));
    for (auto number = pages.first; number < upTo; ++number) see(greyOf(pictures.at(number), number));
}

}  // namespace redaction::apply
