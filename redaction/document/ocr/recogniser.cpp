#include "redaction/document/ocr/recogniser.h"

#include <tesseract/baseapi.h>

#include <algorithm>
#include <fstream>

#include "redaction/document/reading.h"

namespace redaction::document::ocr {
namespace {

RecognisedWord wordAt(const tesseract::ResultIterator& at) {
    RecognisedWord word;
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
    if (text) word.text = toCodePoints(text.get());
    int left = 0, top = 0, right = 0, bottom = 0;
    at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
    word.box = {double(left), double(top), double(right), double(bottom)};
    word.confidence = std::clamp(at.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
    word.startsLine = at.IsAtBeginningOf(tesseract::RIL_TEXTLINE);
    word.startsParagraph = at.IsAtBeginningOf(tesseract::RIL_PARA);
    return word;
}

const char* nameOf(Language language) { return language == Language::dutch ? "nld" : "eng"; }

bool isBlank(const std::u32string& text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return c <= U' ' || c == 0xA0; });
}

}  // namespace

Recogniser::Recogniser(std::string dutch, std::string english) : dutch_{std::move(dutch), nullptr}, english_{std::move(english), nullptr} {}
Recogniser::~Recogniser() = default;

tesseract::TessBaseAPI& Recogniser::started(Language language) {
    Engine& engine = language == Language::dutch ? dutch_ : english_;
    if (engine.api) return *engine.api;
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    const int failed = api->Init(engine.model.data(), static_cast<int>(engine.model.size()), nameOf(language), tesseract::OEM_LSTM_ONLY, nullptr, 0,
                                 nullptr, nullptr, false, nullptr);
    if (failed != 0) throw document::failed(Failure::memoryLimit, Format::unknown);
    api->SetVariable("debug_file", "/dev/null");
    api->SetPageSegMode(tesseract::PSM_AUTO);
    engine.api = std::move(api);
    return *engine.api;
}

std::vector<RecognisedWord> Recogniser::recognise(const GreyImage& image, const Box& region, Language language) {
    std::vector<RecognisedWord> words;
    if (!canRead(language)) return words;
    tesseract::TessBaseAPI& engine = started(language);
    engine.SetImage(image.pixels, image.width, image.height, 1, image.stride);
    engine.SetSourceResolution(scanDpi);
    engine.SetRectangle(int(region.x0), int(region.y0), int(region.x1 - region.x0), int(region.y1 - region.y0));
    if (engine.Recognize(nullptr) != 0) return words;
    const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
    if (!at) return words;
    do {
        if (at->Empty(tesseract::RIL_WORD)) continue;
        RecognisedWord word = wordAt(*at);
        word.language = language;
        if (!isBlank(word.text)) words.push_back(std::move(word));
    } while (at->Next(tesseract::RIL_WORD));
    engine.Clear();
    return words;
}

std::string loadModel(Language language) {
    for (const char* folder : {"/usr/share/tesseract-ocr/5/tessdata/", "/usr/share/tesseract-ocr/4.00/tessdata/", "/usr/share/tessdata/"}) {
        const std::string path = std::string(folder) + nameOf(language) + ".traineddata";
        std::ifstream file(path, std::ios::binary | std::ios::ate);
        if (!file) continue;
        std::string model(static_cast<std::size_t>(file.tellg()), '\0');
        file.seekg(0);
        if (file.read(model.data(), static_cast<std::streamsize>(model.size()))) return model;
    }
    return {};
}

void addWords(PageBuilder& page, const std::vector<RecognisedWord>& words, double pointsPerPixel) {
    page.paragraphBreak();
    for (const RecognisedWord& word : words) {
        if (word.startsParagraph) page.paragraphBreak();
        page.language(word.language == Language::english ? "en" : "");
        if (word.startsLine) page.lineBreak();
        page.word(word.text, scaled(word.box, pointsPerPixel), word.confidence, true);
    }
    page.paragraphBreak();
}

}  // namespace redaction::document::ocr
