// What the contents of a page say it reads as, instead of what it draws (/ActualText, /Alt).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::document::pdf {

struct ReplacementText {
    std::vector<std::u32string> texts;
    bool understood = true;  // false: some of it is written in a way that is not read here
};
ReplacementText replacementText(std::string_view contents, std::string_view key);

// Letters, digits and signs alone: what stands next to each other on a page is the same with or without space between.
std::u32string withoutSpaces(std::u32string_view text);

}  // namespace redaction::document::pdf
