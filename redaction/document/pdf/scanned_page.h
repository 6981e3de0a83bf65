// The part of a page that is a picture: what of it must be read by OCR, and reading it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "redaction/document/ocr/picture_text.h"
#include "redaction/document/pdf/page_text.h"

namespace redaction::document::pdf {

enum class ReadBy { fontsOnly, ocrOfPictures, ocrOfPage };

// rendering: the page as drawn with everything, to tell a blank page from one that shows something without text; none
// where the page is known to show text.
ReadBy decide(const PageText& text, const Box& page, const Rendering* rendering);

// Reads pictures; the same picture on many pages (a letterhead) is read once.
class PictureReader {
  public:
    PictureReader(const Source& source, ocr::Recogniser& recogniser) : source_(source), recogniser_(recogniser) {}

    // Everything on the page, or with withoutText only what is not drawn as text.
    std::vector<ocr::RecognisedWord> readPage(const DrawnPage& page, Drawing drawing);
    std::vector<ocr::RecognisedWord> readPictures(const DrawnPage& page, const std::vector<Box>& pictures);
    // What was read last shows more than its words. The same small picture on a later page is told of once.
    bool showsMore() const { return showsMore_; }
    bool handwritten() const { return handwritten_; }  // what was read last, or a part of it
    double pointsPerPixel() const { return pointsPerPixel_; }  // of what was read last

  private:
    using Fingerprint = std::pair<std::size_t, std::uint64_t>;
    ocr::PictureText readRegion(const ocr::GreyImage& image, const Box& region);
    void lookAgain(const ocr::GreyImage& image, const Box& region, const ocr::PictureText& text);

    const Source& source_;
    ocr::Recogniser& recogniser_;
    bool showsMore_ = false, handwritten_ = false;
    double pointsPerPixel_ = 72.0 / ocr::scanDpi;
    std::map<Fingerprint, ocr::PictureText> known_;
    std::set<Fingerprint> told_;
};

}  // namespace redaction::document::pdf
