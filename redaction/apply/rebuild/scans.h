// Scans that are pictures (PNG, JPEG, TIFF), page by page, as the reader of pictures counts them.
#pragma once

#include <string_view>
#include <vector>

#include "redaction/apply/rebuild/picture.h"

namespace redaction::apply::rebuild {

bool isPdf(std::string_view bytes);

// Calls `page` for each page of the picture, no sharper than dpi where `widthsInPoints` says how wide it is.
// Throws std::runtime_error when a page cannot be decoded.
std::vector<Picture> readScans(std::string_view bytes, const std::vector<double>& widthsInPoints, double dpi);

}  // namespace redaction::apply::rebuild
