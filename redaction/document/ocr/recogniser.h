// Reads words from a picture of a page with Tesseract, in Dutch. Its model is in memory before the process is confined;
// the engine starts at the first picture.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/document/page_builder.h"

namespace tesseract {
class TessBaseAPI;
}

namespace redaction::document::ocr {

constexpr int scanDpi = 300;  // at 200 dpi names and numbers suffer (91 % right instead of 97 %)

// Grey pixels, one byte each; 0 is black.
struct GreyImage {
    int width = 0, height = 0, stride = 0;
    const unsigned char* pixels = nullptr;
};

struct RecognisedWord {
    std::u32string text;
    Box box;  // pixels
    double confidence = 0;  // 0..1
    bool startsLine = false, startsParagraph = false;
};

class Recogniser {
  public:
    explicit Recogniser(std::string model);  // bytes of nld.traineddata; empty: nothing can be read
    ~Recogniser();
    bool canRead() const { return !model_.empty(); }

    // region in pixels. Throws ReadError (memoryLimit) where the engine cannot start.
    std::vector<RecognisedWord> recognise(const GreyImage& image, const Box& region);

  private:
    void start();

    std::string model_;
    std::unique_ptr<tesseract::TessBaseAPI> engine_;
};

std::string loadDutchModel();  // empty where tesseract-ocr-nld is not installed; reads a file: before confinement

// Adds recognised words to a page; pixels become points.
void addWords(PageBuilder& page, const std::vector<RecognisedWord>& words, double pointsPerPixel);

}  // namespace redaction::document::ocr
