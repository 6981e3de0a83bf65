// What the pages of a rebuild tell besides what they draw: headings that stand on them whole, for the bookmarks, and what
// their marks say aloud, for the tags.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace redaction::apply::rebuild {

struct PageHeading {
    std::size_t page = 0;  // 0-based, of the source
    int level = 1;
    std::string text;  // UTF-8; no word of it is withheld
    double top = 0;    // points from the top of the page
};

struct PageNotes {
    std::vector<PageHeading> headings;
    std::vector<std::string> marks;  // UTF-8, in the order of their tags
};

}  // namespace redaction::apply::rebuild
