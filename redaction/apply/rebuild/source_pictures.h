// The pages of a source as small grey pictures, seen as the rebuild sees them. Runs inside the reader program.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "redaction/reader/protocol.h"

namespace redaction::apply {

struct PagesToDraw {
    std::size_t first = 0, count = 0;
    std::vector<std::size_t> rastered = {};  // that the new file shows as pictures
};

// A page that is shown as a picture is drawn as sharp as that and made smaller afterwards, for lines come out thinner so.
// widths: of all pages, in points. Throws RebuildError, document::ReadError; a page that cannot be drawn is left out.
void drawSource(std::string_view bytes, const std::vector<double>& widths, const PagesToDraw& pages,
                const std::function<void(reader::protocol::PagePicture&&)>& see);

}  // namespace redaction::apply
