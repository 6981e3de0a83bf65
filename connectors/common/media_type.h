// What a file is, told by its first bytes; the name only decides where the bytes leave a choice.
#pragma once

#include <string>
#include <string_view>

namespace connectors {

// "" when not one of the kinds Lakwerk takes in.
std::string mediaTypeOf(std::string_view bytes, std::string_view fileName);

bool isScanType(std::string_view mediaType);  // PDF, TIFF, PNG, JPEG

std::string lowerExtension(std::string_view fileName);  // "pdf", without dot; "" when none

}  // namespace connectors
