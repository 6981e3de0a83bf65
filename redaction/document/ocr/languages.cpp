#include "redaction/document/ocr/languages.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "redaction/document/ocr/picture_text.h"

namespace redaction::document::ocr {
namespace {

constexpr std::size_t leastHits = 3;
constexpr double leastShare = 0.12;  // of the words of a paragraph that are small English words
constexpr double certain = 0.97;     // read so well that English would not do better
constexpr double margin = 12;        // pixels around a paragraph

// Words that the other language does not have, or seldom.
constexpr std::array<std::u32string_view, 30> english = {U"the",  U"and",   U"that",  U"this",  U"with",  U"have", U"has",   U"not",  U"his",  U"she",
                                                         U"they", U"from",  U"were",  U"will",  U"which", U"would", U"could", U"should", U"their", U"there",
                                                         U"you",  U"your",  U"are",   U"our",   U"for",   U"by",   U"about", U"when", U"said", U"because"};
constexpr std::array<std::u32string_view, 30> dutch = {U"de",   U"het",  U"een",  U"en",    U"van",  U"dat",   U"die",   U"niet", U"voor", U"zijn",
                                                       U"aan",  U"er",   U"ook",  U"naar",  U"maar", U"bij",   U"hij",   U"zij",  U"ze",   U"heeft",
                                                       U"door", U"wordt", U"werd", U"geen", U"nog",  U"uit",   U"omdat", U"wij",  U"ik",   U"te"};

std::u32string plain(const std::u32string& word) {
    std::u32string letters;
    for (const char32_t c : word) {
        if (c >= U'A' && c <= U'Z') letters += c + 32;
        else if (c >= U'a') letters += c;
    }
    return letters;
}

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
    std::size_t english_ = 0, dutch_ = 0;
    for (const auto* word = first; word != last; ++word) {
        const std::u32string letters = plain(word->text);
        english_ += std::find(english.begin(), english.end(), letters) != english.end();
        dutch_ += std::find(dutch.begin(), dutch.end(), letters) != dutch.end();
    }
    return english_ >= leastHits && english_ > 2 * dutch_ && double(english_) >= leastShare * double(last - first);
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
