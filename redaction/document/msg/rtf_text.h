// The text of an RTF body of a mail; where RTF wraps HTML (MS-OXRTFEX), that HTML. Not for RTF documents: their layout
// matters.
#pragma once

#include <string>
#include <string_view>

namespace redaction::document::msg {

struct RtfText {
    std::u32string text;
    bool html = false;
};
RtfText readRtf(std::string_view rtf);

}  // namespace redaction::document::msg
