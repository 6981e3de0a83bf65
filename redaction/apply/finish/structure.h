// The structure tree of a tagged PDF that cairo wrote: one document element over all others, and everything on the pages
// either under an element or an artifact (pictures, lines, black boxes, headers), as PDF/UA asks.
#pragma once

#include <string>
#include <string_view>

class QPDF;

namespace redaction::apply {

void gatherUnderDocument(QPDF& document);

// Of a page's content stream as cairo writes it.
std::string withArtifacts(std::string_view content);
void markArtifacts(QPDF& document);

// The elements of `added`, whose pages were just put behind those of `document`, behind its own. Call before the pages'
// numbers of parents are read by anyone.
void appendStructure(QPDF& document, QPDF& added, int pagesAdded);

}  // namespace redaction::apply
