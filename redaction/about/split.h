// Where one passage ends and the next begins: lines, paragraphs of wrapped lines, runs of form lines.
#pragma once

#include <optional>
#include <vector>

#include "redaction/detect/mention.h"
#include "redaction/detect/text_view.h"

namespace redaction::about {

struct Stretch {
    std::size_t start = 0, end = 0;  // code points, trimmed
    bool personData = false;         // form lines with somebody's data
    bool afterBlank = false;
    std::size_t firstMention = 0, lastMention = 0;  // those that begin in it, last exclusive
    std::uint64_t facts = 0;                        // what any of its words is (detect::Fact)
};

// goingOn: starts of lines that a page shows to go on from the line before (wrapped_lines.h), ascending; nothing: the lengths of the lines tell.
std::vector<Stretch> splitText(const detect::TextView& view, const std::vector<detect::Mention>& mentions, const std::optional<std::vector<std::size_t>>& goingOn = std::nullopt);

}  // namespace redaction::about
