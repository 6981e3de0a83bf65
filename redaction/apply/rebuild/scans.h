// Scans that are pictures (PNG, JPEG, TIFF), page by page, as the reader of pictures counts them.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "redaction/apply/rebuild/picture.h"

namespace redaction::apply::rebuild {

bool isPdf(std::string_view bytes);

// Calls `see` for each page from `first` on that `widthsInPoints` says the width of, one at a time, no sharper than dpi.
// Throws std::runtime_error when a page cannot be decoded.
void eachScan(std::string_view bytes, const std::vector<double>& widthsInPoints, double dpi, std::size_t first,
              const std::function<void(std::size_t, Picture&&)>& see);

}  // namespace redaction::apply::rebuild
