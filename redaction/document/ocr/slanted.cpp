#include "redaction/document/ocr/slanted.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "redaction/document/ocr/straight.h"

namespace redaction::document::ocr {
namespace {

// Pixels at 300 dpi.
constexpr int leastSide = 30, leastLength = 100, around = 20, aroundWord = 8;
constexpr double mostOfPage = 0.25;
constexpr double mostInk = 0.4;           // of the pixels of a find
constexpr double nearby = 60;             // finds no further apart are parts of one stamp
constexpr double sure = 0.6, leastSure = 0.4;  // confidence; what was read worse is a guess at something else
constexpr std::size_t leastLetters = 3;   // of a word that tells the stamp was read
constexpr std::size_t enough = 8;         // letters read well: it stands upright
// Degrees: what leptonica sweeps through for lines at an angle.
constexpr float widest = 46, step = 2, finest = 0.1f;

std::vector<Box> joined(std::vector<Box> finds) {
    for (std::size_t one = 0; one < finds.size(); ++one)
        for (std::size_t other = one + 1; other < finds.size(); ++other) {
            const Box &a = finds[one], &b = finds[other];
            if (a.x0 - nearby > b.x1 || b.x0 - nearby > a.x1 || a.y0 - nearby > b.y1 || b.y0 - nearby > a.y1) continue;
            finds[one] = unite(a, b);
            finds.erase(finds.begin() + std::ptrdiff_t(other));
            other = one;
        }
    return finds;
}

double angleOf(Pix* ink) {
    l_float32 degrees = 0, trust = 0;
    return pixFindSkewSweepAndSearch(ink, &degrees, &trust, 1, 1, widest, step, finest) == 0 ? degrees : 0;
}

// Writing leaves more paper than ink; a photo does not.
bool mayBeWriting(Pix* ink) {
    l_float32 share = 0;
    return pixForegroundFraction(ink, &share) == 0 && share < mostInk;
}

// Letters and figures of the words that were read well.
std::size_t wellRead(const std::vector<RecognisedWord>& words) {
    std::size_t letters = 0;
    for (const auto& word : words)
        if (word.confidence >= sure && word.text.size() >= leastLetters) letters += word.text.size();
    return letters;
}

std::size_t lettersOf(const std::vector<RecognisedWord>& words) {
    std::size_t letters = 0;
    for (const auto& word : words) letters += word.text.size();
    return letters;
}

// The find without what was read already.
class Cutting {
  public:
    Cutting(const GreyImage& image, const Area& area, const std::vector<RecognisedWord>& read) : area_(area), pixels_(std::size_t(area.width()) * std::size_t(area.height())) {
        for (int y = 0; y < area.height(); ++y) {
            const auto* row = image.pixels + std::ptrdiff_t(y + area.y0) * image.stride + area.x0;
            std::copy(row, row + area.width(), pixels_.begin() + std::ptrdiff_t(y) * area.width());
        }
        for (const auto& word : read)
            if (word.confidence >= leastSure) clear(areaOf(word.box, area, aroundWord));
    }
    GreyImage image() const { return {area_.width(), area_.height(), area_.width(), pixels_.data()}; }

  private:
    void clear(const Area& word) {
        for (int y = word.y0; y < word.y1 && word.x0 < word.x1; ++y)
            std::fill_n(pixels_.begin() + std::ptrdiff_t(y) * area_.width() + word.x0, word.x1 - word.x0, static_cast<unsigned char>(255));
    }

    Area area_;
    std::vector<unsigned char> pixels_;
};

Box movedBy(const Box& box, const Area& area) { return {box.x0 + area.x0, box.y0 + area.y0, box.x1 + area.x0, box.y1 + area.y0}; }

Area wholeOf(const GreyImage& image) { return {0, 0, image.width, image.height}; }

// One find, level, and then turned by quarters until it can be read.
std::vector<RecognisedWord> readOne(const GreyImage& image, Recogniser& recogniser) {
    const Picture ink = inkOf(image, wholeOf(image));
    if (!mayBeWriting(ink.get())) return {};
    const Turned level(image, wholeOf(image), 0, angleOf(ink.get()));
    std::vector<RecognisedWord> best;
    for (const int quarters : {0, 1, 3, 2}) {
        std::optional<Turned> turned;
        if (quarters != 0) turned.emplace(level.image(), wholeOf(level.image()), quarters, 0);
        const GreyImage seen = turned ? turned->image() : level.image();
        auto words = recogniser.recognise(seen, {0, 0, double(seen.width), double(seen.height)});
        if (wellRead(words) <= wellRead(best)) continue;
        for (auto& word : words) word.box = level.back(turned ? turned->back(word.box) : word.box);
        best = std::move(words);
        if (wellRead(best) >= enough && 2 * wellRead(best) > lettersOf(best)) break;
    }
    std::erase_if(best, [](const auto& word) { return word.confidence < leastSure; });
    if (!best.empty()) best.front().startsLine = best.front().startsParagraph = true;
    return best;
}

}  // namespace

std::vector<RecognisedWord> readSlanted(const GreyImage& image, const std::vector<Box>& finds, const std::vector<RecognisedWord>& read, Recogniser& recogniser) {
    std::vector<RecognisedWord> all;
    std::size_t looked = 0;
    for (const Box& find : joined(finds)) {
        const Area area = areaOf(find, wholeOf(image), around);
        if (std::min(area.width(), area.height()) < leastSide || std::max(area.width(), area.height()) < leastLength) continue;
        if (double(area.width()) * area.height() > mostOfPage * double(image.width) * image.height) continue;
        if (++looked > mostSlanted) break;
        auto words = readOne(Cutting(image, area, read).image(), recogniser);
        for (auto& word : words) word.box = movedBy(word.box, area);
        all.insert(all.end(), words.begin(), words.end());
    }
    return all;
}

}  // namespace redaction::document::ocr
