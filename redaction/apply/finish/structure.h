// The structure tree of a tagged PDF that cairo wrote: one document element over all others, and everything on the pages
// either under an element or an artifact (pictures, lines, black boxes, headers), as PDF/UA asks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

class QPDF;

namespace redaction::apply {

void gatherUnderDocument(QPDF& document);

// The tag cairo puts around a mark, which this program uses for nothing else.
inline constexpr const char* markTag = "Reference";

// Each element of that tag becomes a span that is read as what is said of it, in their order in the tree: "gelakt, grond A".
// Where their number is not that of the texts, each says only that it hides something.
void speakMarks(QPDF& document, const std::vector<std::string>& spoken);

// Of a page's content stream as cairo writes it.
std::string withArtifacts(std::string_view content);
void markArtifacts(QPDF& document);

// The elements of `added`, whose pages were just put behind those of `document`, behind its own. Call before the pages'
// numbers of parents are read by anyone.
void appendStructure(QPDF& document, QPDF& added, int pagesAdded);

}  // namespace redaction::apply
