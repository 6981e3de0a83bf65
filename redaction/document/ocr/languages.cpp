#include "redaction/document/ocr/languages.h"

#include <iterator>

#include "redaction/document/ocr/picture_text.h"
#include "redaction/document/text_language.h"

namespace redaction::document::ocr {
namespace {

constexpr double certain = 0.97;     // read so well that English would not do better
constexpr double margin = 12;        // pixels around a paragraph

Box around(const RecognisedWord* first, const RecognisedWord* last, const Box& region) {
    Box box = first->box;
    for (const auto* word = first; word != last; ++word) box = unite(box, word->box);
    return intersect(region, {box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin});
}

std::vector<RecognisedWord> bestOf(std::vector<RecognisedWord> asDutch, std::vector<RecognisedWord> asEnglish) {
    if (asEnglish.empty() || meanConfidence(asEnglish) <= meanConfidence(asDutch)) return asDutch;
    asEnglish.front().startsLine = asEnglish.front().startsParagraph = true;
    return asEnglish;
}

}  // namespace

bool looksEnglish(const RecognisedWord* first, const RecognisedWord* last) {
    SmallWords words;
    for (const auto* word = first; word != last; ++word) words.add(word->text);
    return words.areEnglish();
}

void readEnglishAgain(const GreyImage& image, const Box& region, Recogniser& recogniser, std::vector<RecognisedWord>& words) {
    std::vector<RecognisedWord> all;
    for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
        for (last = first + 1; last < words.size() && !words[last].startsParagraph;) ++last;
        std::vector<RecognisedWord> paragraph(words.begin() + std::ptrdiff_t(first), words.begin() + std::ptrdiff_t(last));
        if (looksEnglish(paragraph.data(), paragraph.data() + paragraph.size())) {
            for (auto& word : paragraph) word.language = Language::english;
            if (meanConfidence(paragraph) < certain && recogniser.canRead(Language::english)) {
                const Box box = around(paragraph.data(), paragraph.data() + paragraph.size(), region);
                paragraph = bestOf(std::move(paragraph), recogniser.recognise(image, box, Language::english));
            }
        }
        all.insert(all.end(), std::make_move_iterator(paragraph.begin()), std::make_move_iterator(paragraph.end()));
    }
    words = std::move(all);
}

}  // namespace redaction::document::ocr
