#include "redaction/apply/rebuild/page_structure.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <tuple>

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

// The cells of one table, row by row: each once, and one for each place that has none.
std::vector<Element> wholeTable(std::vector<Element> cells) {
    const auto place = [](const Element& cell) { return std::tie(cell.row, cell.column); };
    std::stable_sort(cells.begin(), cells.end(), [&](const auto& one, const auto& other) { return place(one) < place(other); });
    std::size_t columns = 0;
    for (const auto& cell : cells) columns = std::max(columns, cell.column + 1);
    std::vector<Element> whole;
    const auto fillTo = [&](std::size_t column, const Element& like) {
        const auto next = whole.empty() || whole.back().row != like.row ? 0 : whole.back().column + 1;
        for (auto at = next; at < column; ++at) {
            whole.push_back({Element::Role::cell, 0, {}});
            whole.back().table = like.table, whole.back().row = like.row, whole.back().column = at;
        }
    };
    for (auto& cell : cells) {
        if (!whole.empty() && place(whole.back()) == place(cell)) {
            whole.back().words.insert(whole.back().words.end(), cell.words.begin(), cell.words.end());
            continue;
        }
        if (!whole.empty() && whole.back().row != cell.row) fillTo(columns, Element(whole.back()));
        fillTo(cell.column, cell);
        whole.push_back(std::move(cell));
    }
    fillTo(columns, Element(whole.back()));
    return whole;
}

std::vector<Element> withWholeTables(std::vector<Element> elements) {
    std::vector<Element> all;
    for (std::size_t at = 0; at < elements.size();) {
        auto end = at;
        std::vector<Element> cells;
        for (; end < elements.size() && elements[end].role == Element::Role::cell && elements[end].table == elements[at].table; ++end)
            cells.push_back(std::move(elements[end]));
        if (cells.empty()) {
            all.push_back(std::move(elements[at++]));
            continue;
        }
        for (auto& cell : wholeTable(std::move(cells))) all.push_back(std::move(cell));
        at = end;
    }
    return all;
}

class Sorter {
  public:
    Sorter(const document::Document& document, std::size_t page, const std::vector<bool>& shown, const std::vector<SourceTag>& tags)
        : document_(document), page_(document.pages[page]), shown_(shown), tags_(tags) {
        std::vector<double> heights;
        for (std::size_t at = 0; at < page_.words.size(); ++at)
            if (shown_[at]) heights.push_back(height(page_.words[at]));
        textHeight_ = median(std::move(heights));
    }

    std::vector<Element> sort() {
        std::vector<std::size_t> words;
        for (std::size_t at = 0; at < page_.words.size(); ++at) {
            if (!words.empty() && !isOneBlock(words.back(), at)) take(words);
            words.push_back(at);
        }
        take(words);
        demoteLoneItems();
        return withWholeTables(std::move(elements_));
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

    SourceTag tagOf(std::size_t word) const { return word < tags_.size() ? tags_[word] : SourceTag{}; }

    // The layout parts what its source calls one element: lines that stand well apart.
    bool isOneBlock(std::size_t word, std::size_t next) const {
        const auto tag = tagOf(word), other = tagOf(next);
        if (tag.element != other.element) return false;
        return tag.role != SourceTag::Role::none || blockOf(word) == blockOf(next);
    }

    bool startsLine(std::size_t word) const {
        const auto start = page_.words[word].start;
        return start == page_.start || document_.text[start - 1] == U'\n';
    }

    bool startsItem(std::size_t word) const { return startsLine(word) && (isBullet(textOf(word)) || isNumber(textOf(word))); }

    void take(std::vector<std::size_t>& words) {
        if (words.empty()) return;
        if (const auto tag = tagOf(words.front()); tag.role != SourceTag::Role::none) {
            takeTagged(tag, words);
            return words.clear();
        }
        const auto* block = blockOf(words.front());
        if (block != nullptr && block->kind == BlockKind::heading) {
            elements_.push_back({Element::Role::heading, std::clamp(block->level, 1, 6), std::move(words)});
        } else if (const int level = headingLevel(words); level > 0) {
            elements_.push_back({Element::Role::heading, level, std::move(words)});
        } else {
            takeParagraph(words, block != nullptr && block->kind == BlockKind::listItem ? Element::Role::listItem : Element::Role::paragraph);
        }
        words.clear();
    }

    void takeTagged(const SourceTag& tag, const std::vector<std::size_t>& words) {
        Element element;
        element.words = words;
        switch (tag.role) {
            case SourceTag::Role::cell:
                element.role = Element::Role::cell;
                element.table = tag.table, element.row = tag.row, element.column = tag.column, element.isHeader = tag.isHeader;
                break;
            case SourceTag::Role::heading:
                element.role = Element::Role::heading;
                element.level = tag.level > 0 ? std::min(tag.level, 6) : std::max(1, headingLevel(words));
                break;
            case SourceTag::Role::listItem:
                element.role = Element::Role::listItem;
                element.startsWithLabel = isBullet(textOf(words.front())) || isNumber(textOf(words.front()));
                element.isCertain = true;
                break;
            default: break;
        }
        elements_.push_back(std::move(element));
    }

    bool isItem(std::size_t at) const { return at < elements_.size() && elements_[at].role == Element::Role::listItem; }

    // A numbered line with no other beside it is a heading or a date, not a list.
    void demoteLoneItems() {
        std::vector<std::size_t> lone;
        for (std::size_t at = 0; at < elements_.size(); ++at)
            if (isItem(at) && !elements_[at].isCertain && !isItem(at + 1) && !(at > 0 && isItem(at - 1))) lone.push_back(at);
        for (const auto at : lone) elements_[at].role = Element::Role::paragraph;
    }

    void takeParagraph(const std::vector<std::size_t>& words, Element::Role role) {
        for (const auto word : words) {
            const bool item = (role == Element::Role::listItem && word == words.front()) || startsItem(word);
            if (word == words.front() || item) {
                elements_.push_back({item ? Element::Role::listItem : Element::Role::paragraph, 0, {}});
                elements_.back().startsWithLabel = item && startsItem(word);
            }
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
    const std::vector<SourceTag>& tags_;
    double textHeight_ = 0;
    std::vector<Element> elements_;
};

}  // namespace

std::vector<Element> elementsOf(const document::Document& document, std::size_t page, const std::vector<bool>& shown,
                                const std::vector<SourceTag>& sourceTags) {
    return Sorter(document, page, shown, sourceTags).sort();
}

}  // namespace redaction::apply::rebuild
