#include "redaction/document/ocr/picture_text.h"

#include <optional>

#include "redaction/document/ocr/handwriting.h"
#include "redaction/document/ocr/languages.h"
#include "redaction/document/ocr/slanted.h"
#include "redaction/document/ocr/straight.h"
#include "redaction/document/ocr/unread_ink.h"

namespace redaction::document::ocr {
namespace {

constexpr int leastSide = 8;        // pixels: less holds no letter
constexpr int leastTurned = 600;    // pixels: of a smaller picture nobody can tell how its lines lie
constexpr double poor = 0.6;        // mean confidence below which the page may lie on its side
constexpr double better = 0.15;     // by which it must be read better when turned
constexpr double wellRead = 0.9;    // mean confidence
constexpr std::size_t fewWords = 4;

// Most pages are typed and read well: only of others it is worth the time to look at how the letters were made.
bool isPoorlyRead(const PictureText& text) {
    return text.showsMore || meanConfidence(text.words) < wellRead;
}

// Reads the picture as it lies, or turned.
class Reading {
  public:
    Reading(const GreyImage& image, const Box& region, Recogniser& recogniser)
        : image_(image), region_(region), area_(areaOf(region, {0, 0, image.width, image.height}, 0)), recogniser_(recogniser) {}

    PictureText read() {
        if (area_.width() < leastSide || area_.height() < leastSide) return {};
        if (area_.width() >= leastTurned && area_.height() >= leastTurned) return readLarge();
        return finish(image_, region_, recogniser_.recognise(image_, region_));
    }

  private:
    PictureText readLarge() {
        const Picture ink = inkOf(image_, area_);
        const double slant = slantOf(ink.get());
        if (slant != 0) turned_.emplace(image_, area_, 0, slant);
        auto words = recogniser_.recognise(picture(), box());
        if (words.size() < fewWords || meanConfidence(words) < poor) words = readTurned(ink.get(), std::move(words));
        return finish(picture(), box(), std::move(words));
    }

    // A sheet that lay on its side, or upside down.
    std::vector<RecognisedWord> readTurned(Pix* ink, std::vector<RecognisedWord> words) {
        const int turns = quarterTurnsOf(ink);
        if (turns == 0) return words;
        Turned upright(image_, area_, turns, 0);
        const GreyImage image = upright.image();
        auto again = recogniser_.recognise(image, {0, 0, double(image.width), double(image.height)});
        const bool wins = again.size() >= fewWords && (words.size() < fewWords || meanConfidence(again) > meanConfidence(words) + better);
        if (!wins) return words;
        turned_.emplace(std::move(upright));
        return again;
    }

    GreyImage picture() const { return turned_ ? turned_->image() : image_; }
    Box box() const {
        if (!turned_) return region_;
        const GreyImage image = turned_->image();
        return {0, 0, double(image.width), double(image.height)};
    }

    PictureText finish(const GreyImage& image, const Box& box, std::vector<RecognisedWord> words) {
        readEnglishAgain(image, box, recogniser_, words);
        PictureText text{std::move(words), false, false};
        const auto unread = unreadParts(image, box, text.words);
        text.showsMore = !unread.empty();
        text.handwritten = isPoorlyRead(text) && isHandwriting(findPenSigns(image, box, text.words));
        const auto slanted = text.handwritten ? std::vector<RecognisedWord>{} : readSlanted(image, unread, text.words, recogniser_);
        text.words.insert(text.words.end(), slanted.begin(), slanted.end());
        if (turned_)
            for (auto& word : text.words) word.box = turned_->back(word.box);
        return text;
    }

    const GreyImage& image_;
    Box region_;
    Area area_;
    Recogniser& recogniser_;
    std::optional<Turned> turned_;
};

}  // namespace

PictureText readWords(const GreyImage& image, const Box& region, Recogniser& recogniser) { return Reading(image, region, recogniser).read(); }

double meanConfidence(const std::vector<RecognisedWord>& words) {
    double sum = 0;
    for (const auto& word : words) sum += word.confidence;
    return words.empty() ? 1 : sum / double(words.size());
}

}  // namespace redaction::document::ocr
