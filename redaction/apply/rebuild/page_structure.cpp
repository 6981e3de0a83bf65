#include "redaction/apply/rebuild/page_structure.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

namespace redaction::apply::rebuild {

namespace {

using document::BlockKind;

constexpr double largerThanText = 1.15, muchLarger = 1.45, hugelyLarger = 1.9;  // times the height of the page's text
constexpr double largerOnScan = 1.35;  // boxes there are as high as the ink, which differs by letter
constexpr std::size_t mostWordsOfAHeading = 14;
constexpr std::size_t longestNumber = 4;  // "12.", "iv)"

double height(const document::Word& word) { return word.box.y1 - word.box.y0; }

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isBullet(std::u32string_view word) {
    static constexpr std::u32string_view bullets = U"•◦▪▫■□●○‣⁃–—-*·\uF0B7\uF0A7";
    return word.size() == 1 && bullets.find(word[0]) != word.npos;
}

// "1.", "12)", "a)", but no year, no initial ("J.") and no "9." that ends a sentence: it must begin a line.
bool isNumber(std::u32string_view word) {
    if (word.size() < 2 || word.size() > longestNumber || (word.back() != U'.' && word.back() != U')')) return false;
    const auto body = word.substr(0, word.size() - 1);
    const bool digits = std::all_of(body.begin(), body.end(), [](char32_t c) { return u_isdigit(static_cast<UChar32>(c)); });
    return digits || (word.back() == U')' && body.size() == 1 && u_islower(static_cast<UChar32>(body[0])));
}

class Sorter {
  public:
    Sorter(const document::Document& document, std::size_t page, const std::vector<bool>& shown)
        : document_(document), page_(document.pages[page]), shown_(shown) {
        std::vector<double> heights;
        for (std::size_t at = 0; at < page_.words.size(); ++at)
            if (shown_[at]) heights.push_back(height(page_.words[at]));
        textHeight_ = median(std::move(heights));
    }

    std::vector<Element> sort() {
        std::vector<std::size_t> words;
        for (std::size_t at = 0; at < page_.words.size(); ++at) {
            if (!words.empty() && blockOf(at) != blockOf(words.back())) take(words);
            words.push_back(at);
        }
        take(words);
        demoteLoneItems();
        return std::move(elements_);
    }

  private:
    std::u32string_view textOf(std::size_t word) const {
        const auto& at = page_.words[word];
        return std::u32string_view(document_.text).substr(at.start, at.end - at.start);
    }

    const document::Block* blockOf(std::size_t word) const {
        const auto start = page_.words[word].start;
        const auto after = std::partition_point(document_.blocks.begin(), document_.blocks.end(),
                                                [&](const auto& block) { return block.end <= start; });
        return after != document_.blocks.end() && after->start <= start ? &*after : nullptr;
    }

    bool startsLine(std::size_t word) const {
        const auto start = page_.words[word].start;
        return start == page_.start || document_.text[start - 1] == U'\n';
    }

    bool startsItem(std::size_t word) const { return startsLine(word) && (isBullet(textOf(word)) || isNumber(textOf(word))); }

    void take(std::vector<std::size_t>& words) {
        if (words.empty()) return;
        const auto* block = blockOf(words.front());
        if (block != nullptr && block->kind == BlockKind::heading) {
            elements_.push_back({Element::Role::heading, std::clamp(block->level, 1, 3), std::move(words)});
        } else if (const int level = headingLevel(words); level > 0) {
            elements_.push_back({Element::Role::heading, level, std::move(words)});
        } else {
            takeParagraph(words, block != nullptr && block->kind == BlockKind::listItem ? Element::Role::listItem : Element::Role::paragraph);
        }
        words.clear();
    }

    bool isItem(std::size_t at) const { return at < elements_.size() && elements_[at].role == Element::Role::listItem; }

    // A numbered line with no other beside it is a heading or a date, not a list.
    void demoteLoneItems() {
        std::vector<std::size_t> lone;
        for (std::size_t at = 0; at < elements_.size(); ++at)
            if (isItem(at) && !isItem(at + 1) && !(at > 0 && isItem(at - 1))) lone.push_back(at);
        for (const auto at : lone) elements_[at].role = Element::Role::paragraph;
    }

    void takeParagraph(const std::vector<std::size_t>& words, Element::Role role) {
        for (const auto word : words) {
            const bool item = (role == Element::Role::listItem && word == words.front()) || startsItem(word);
            if (word == words.front() || item) elements_.push_back({item ? Element::Role::listItem : Element::Role::paragraph, 0, {}});
            elements_.back().words.push_back(word);
        }
    }

    int headingLevel(const std::vector<std::size_t>& words) const {
        std::vector<double> heights;
        for (const auto word : words)
            if (shown_[word]) heights.push_back(height(page_.words[word]));
        if (heights.empty() || heights.size() > mostWordsOfAHeading || words.size() == page_.words.size()) return 0;
        const double times = textHeight_ > 0 ? median(std::move(heights)) / textHeight_ : 0;
        if (times < (page_.scanned ? largerOnScan : largerThanText)) return 0;
        return times >= hugelyLarger ? 1 : times >= muchLarger ? 2 : 3;
    }

    const document::Document& document_;
    const document::Page& page_;
    const std::vector<bool>& shown_;
    double textHeight_ = 0;
    std::vector<Element> elements_;
};

}  // namespace

std::vector<Element> elementsOf(const document::Document& document, std::size_t page, const std::vector<bool>& shown) {
    return Sorter(document, page, shown).sort();
}

}  // namespace redaction::apply::rebuild
