// The last pass over every PDF this program hands out (libqpdf): it sets title and language, and leaves nothing else
// that describes the document, its maker or its moment. The same input gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/apply/finish/bookmarks.h"

namespace redaction::apply {

// pdfA1b: the file says it is PDF/A-1b (ISO 19005-1) and has what that asks beside what the caller must see to: only
// opaque graphics and fonts that are embedded. For what this program typesets itself.
enum class Archive { none, pdfA1b };

struct Finish {
    std::string title;            // UTF-8
    std::string language = "nl";  // BCP 47
    Archive archive = Archive::none;
    std::vector<Bookmark> bookmarks = {};  // none: per page, where there are more
    std::vector<std::string> marks = {};   // what each mark says aloud, in the order of their tags (tag_tree.h)
    std::string appendix = {};             // bytes of a finished PDF: its pages, elements and bookmarks come behind the others
};

// pdf: as cairo writes it. Throws std::runtime_error where it is not.
std::string finishPdf(std::string pdf, const Finish& finish);

// These pages (0-based) of a finished PDF, in this order, for work page by page.
std::string pageSelection(std::string_view pdf, const std::vector<std::size_t>& pages);  // throws std::runtime_error

std::size_t pageCount(std::string_view pdf);  // throws std::runtime_error

}  // namespace redaction::apply
