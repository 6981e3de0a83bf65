#include "service/casework/page_pictures.h"

#include <algorithm>
#include <mutex>

#include "redaction/document/reading.h"
#include "redaction/reader/reader_process.h"

namespace service::casework {

namespace {

constexpr std::size_t pagesAtOnce = 8;

std::optional<std::string> stored(Office& office, const store::Fragment& fragment, std::size_t page) {
    const auto image = office.store.fragments().findPageImage(fragment.id, static_cast<int>(page));
    if (!image) return std::nullopt;
    return office.store.blobs().read(image->blobId);
}

// One at a time: a page with several sheets asks for all of them at once, and the first answer brings the others along.
std::mutex& making() {
    static std::mutex one;
    return one;
}

void makeAround(Office& office, const store::Fragment& fragment, const std::string& pdf, std::size_t page) {
    const std::size_t first = page / pagesAtOnce * pagesAtOnce;
    for (const auto& image : office.reader.pictures(pdf, first, pagesAtOnce)) {
        if (image.page < first || image.page >= std::min(first + pagesAtOnce, std::size_t(fragment.pageCount))) continue;  // not asked for
        office.store.fragments().addPageImage({fragment.id, static_cast<int>(image.page),
                                               office.store.blobs().write(fragment.requestId, image.png), image.width, image.height});
    }
}

}  // namespace

std::optional<std::string> findPagePicture(Office& office, const store::Fragment& fragment, std::size_t page) {
    if (auto found = stored(office, fragment, page)) return found;
    if (fragment.layout != "paged" || page >= std::size_t(fragment.pageCount)) return std::nullopt;
    const std::lock_guard lock(making());
    if (auto found = stored(office, fragment, page)) return found;
    const auto source = office.store.blobs().read(store::rebuiltFrom(fragment));
    if (redaction::document::recogniseFormat(source, fragment.fileName, fragment.mediaType) != redaction::document::Format::pdf) return std::nullopt;
    try {
        makeAround(office, fragment, source, page);
    } catch (const redaction::reader::ReadError&) {
        return std::nullopt;
    }
    return stored(office, fragment, page);
}

}  // namespace service::casework
