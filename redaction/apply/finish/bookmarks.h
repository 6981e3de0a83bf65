// The bookmarks of a PDF: what a reader of many pages goes by. They repeat text, so who makes them answers for it that all
// of it may be seen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

class QPDF;

namespace redaction::apply {

struct Bookmark {
    std::string title;     // UTF-8
    int level = 1;         // of a heading; under the last one of a lower level before it
    std::size_t page = 0;  // 0-based
    double top = 0;        // points from the top of the page
};

// Fewer, by leaving out whole levels from the deepest on; empty when the highest alone are too many.
std::vector<Bookmark> fewerBookmarks(std::vector<Bookmark> bookmarks);

// A document without headings: one for each page, or for each ten of many. outPages: per page of the source, where it is.
std::vector<Bookmark> pageBookmarks(const std::vector<std::size_t>& outPages, std::string_view language);

// In place of any it had; none: as it has more than one page, one per page or per ten.
void setBookmarks(QPDF& document, std::vector<Bookmark> bookmarks, std::string_view language);

// Those of `added`, whose pages were just put behind those of `document`, behind its own.
void appendBookmarks(QPDF& document, QPDF& added);

}  // namespace redaction::apply
