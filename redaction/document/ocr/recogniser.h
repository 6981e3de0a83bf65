// Reads words from a picture of a page with Tesseract, in Dutch or English. The models are in memory before the process
// is confined; an engine starts at the first picture it must read.
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

enum class Language { dutch, english };

struct RecognisedWord {
    std::u32string text;
    Box box;  // pixels
    double confidence = 0;  // 0..1
    bool startsLine = false, startsParagraph = false;
    Language language = Language::dutch;
};

class Recogniser {
  public:
    // Bytes of the trained models; empty: that language cannot be read.
    explicit Recogniser(std::string dutch, std::string english = {});
    ~Recogniser();
    bool canRead(Language language = Language::dutch) const { return !of(language).model.empty(); }

    // region in pixels. Throws ReadError (memoryLimit) where the engine cannot start.
    std::vector<RecognisedWord> recognise(const GreyImage& image, const Box& region, Language language = Language::dutch);

  private:
    struct Engine {
        std::string model;
        std::unique_ptr<tesseract::TessBaseAPI> api;  // absent: not started yet
    };
    const Engine& of(Language language) const { return language == Language::dutch ? dutch_ : english_; }
    tesseract::TessBaseAPI& started(Language language);

    Engine dutch_, english_;
};

// Empty where the package tesseract-ocr-nld or tesseract-ocr-eng is not installed. Reads a file: before confinement.
std::string loadModel(Language language);

// Adds recognised words to a page; pixels become points.
void addWords(PageBuilder& page, const std::vector<RecognisedWord>& words, double pointsPerPixel);

}  // namespace redaction::document::ocr
