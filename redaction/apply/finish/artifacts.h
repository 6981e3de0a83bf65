// Everything a page paints stands either under an element of its tags or is an artifact (pictures, lines, black boxes,
// headers), as PDF/UA asks.
#pragma once

#include <string>
#include <string_view>

class QPDF;

namespace redaction::apply {

// Of a page's content stream as cairo writes it.
std::string withArtifacts(std::string_view content);
void markArtifacts(QPDF& document);

}  // namespace redaction::apply
