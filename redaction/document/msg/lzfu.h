// Unpacks the RTF body of an Outlook message (MS-OXRTFCP).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace redaction::document::msg {

std::optional<std::string> unpackRtf(std::string_view packed);  // empty: cut off, or not packed this way

}  // namespace redaction::document::msg
