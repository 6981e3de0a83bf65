#include "redaction/apply/flow_text.h"

#include <algorithm>

#include "redaction/apply/flow_tables.h"
#include "redaction/apply/wording.h"
#include "redaction/marks/word_spans.h"

namespace redaction::apply {

namespace {

using document::Block;
using document::BlockKind;
using marks::Mark;

constexpr std::size_t fewWords = 4;  // up to this many hidden words are a mark, not a passage

// The text as blocks without gaps: what the source gave, and paragraphs for what lies between.
class BlockFinder {
  public:
    explicit BlockFinder(const document::Document& document) : text_(document.text) {
        std::size_t at = 0;
        for (const auto& block : document.blocks) {
            const auto start = std::clamp(block.start, at, text_.size()), end = std::clamp(block.end, start, text_.size());
            addParagraphs(at, start);
            add(block, start, end);
            at = end;
        }
        addParagraphs(at, text_.size());
    }
    const std::vector<Block>& blocks() const { return blocks_; }

  private:
    void add(Block block, std::size_t start, std::size_t end) {
        while (start < end && isBreak(text_[start])) ++start;
        while (end > start && marks::isSpace(text_[end - 1])) --end;
        if (start == end) return;
        block.start = start;
        block.end = end;
        blocks_.push_back(block);
    }

    static bool isBreak(char32_t character) { return character == U'\n' || character == U'\r' || character == U'\f'; }

    bool breaksHere(std::size_t at) const {
        if (text_[at] == U'\f') return true;
        if (text_[at] != U'\n') return false;
        auto next = at + 1;
        while (next < text_.size() && text_[next] != U'\n' && text_[next] != U'\f' && marks::isSpace(text_[next])) ++next;
        return next >= text_.size() || text_[next] == U'\n';
    }

    void addParagraphs(std::size_t start, std::size_t end) {
        for (auto at = start; at < end; ++at)
            if (breaksHere(at)) {
                add({}, start, at);
                start = at + 1;
            }
        add({}, start, end);
    }

    const std::u32string& text_;
    std::vector<Block> blocks_;
};

class FlowWriter {
  public:
    FlowWriter(const document::Document& document, const std::vector<Mark>& marks, const policy::RuleSet& rules)
        : document_(document), rules_(rules), words_(marks::wordSpans(document)), markOf_(document.text.size(), nullptr) {
        for (const auto& mark : marks)
            for (auto at = mark.start; at < std::min(mark.end, markOf_.size()); ++at) markOf_[at] = &mark;
    }

    std::vector<typeset::Block> write() {
        const BlockFinder finder(document_);
        for (const auto& block : finder.blocks()) {
            if (const auto* mark = hidesWhole(block))
                withhold(*mark);
            else
                place(block);
        }
        return std::move(blocks_);
    }

  private:
    const Mark* markAt(std::size_t at) const { return markOf_[at]; }

    // The mark when every word of a block of more than a few words is hidden under one ground.
    const Mark* hidesWhole(const Block& block) const {
        const Mark* first = nullptr;
        std::size_t count = 0;
        for (auto word = std::partition_point(words_.begin(), words_.end(), [&](const auto& span) { return span.end <= block.start; });
             word != words_.end() && word->start < block.end; ++word, ++count) {
            const auto* mark = markAt(word->start);
            if (!mark || (first && mark->ground != first->ground)) return nullptr;
            if (!first) first = mark;
        }
        return count > fewWords ? first : nullptr;
    }

    void withhold(const Mark& mark) {
        if (!blocks_.empty() && withheldGround_ == mark.ground) return;
        blocks_.emplace_back(typeset::Notice{{{passageLine(rules_, mark.ground), typeset::Style::bold}}});
        withheldGround_ = mark.ground;
    }

    std::string text(std::size_t start, std::size_t end) const {
        return document::toUtf8(std::u32string_view(document_.text).substr(start, end - start));
    }

    typeset::Runs runs(std::size_t start, std::size_t end) const {
        typeset::Runs result;
        for (auto at = start; at < end;) {
            const auto* mark = markAt(at);
            auto next = at + 1;
            while (next < end && markAt(next) == mark) ++next;
            if (mark)
                result.push_back({markLabel(rules_, *mark), typeset::Style::mark});
            else
                result.push_back({text(at, next), typeset::Style::plain});
            at = next;
        }
        return result;
    }

    void place(const Block& block) {
        const bool follows = withheldGround_.empty() && !blocks_.empty();
        withheldGround_.clear();
        switch (block.kind) {
            case BlockKind::heading: return placeHeading(block);
            case BlockKind::listItem: return placeItem(block, follows);
            case BlockKind::tableRow: return placeRow(block, follows);
            case BlockKind::header: return placeHeader(block, follows);
            case BlockKind::hidden: return placeHidden(block);
            case BlockKind::paragraph: break;
        }
        blocks_.emplace_back(typeset::Paragraph{runs(block.start, block.end)});
    }

    // A heading with a mark in it keeps its runs: as text it would be a bookmark too.
    void placeHeading(const Block& block) {
        auto parts = runs(block.start, block.end);
        const int level = std::clamp(block.level, 1, 6);
        const bool marked = std::any_of(parts.begin(), parts.end(), [](const auto& run) { return run.style == typeset::Style::mark; });
        if (marked) blocks_.emplace_back(typeset::Heading{level, {}, std::move(parts)});
        else blocks_.emplace_back(typeset::Heading{level, text(block.start, block.end)});
    }

    template <typename Kind>
    Kind& last(bool follows) {
        if (!follows || !std::holds_alternative<Kind>(blocks_.back())) blocks_.push_back(Kind{});
        return std::get<Kind>(blocks_.back());
    }

    void placeItem(const Block& block, bool follows) {
        auto start = block.start;
        const auto bullet = document_.text[start];
        if (bullet == U'•' || bullet == U'-' || bullet == U'*' || bullet == U'–')
            while (++start < block.end && marks::isSpace(document_.text[start])) {}
        last<typeset::List>(follows).items.push_back(runs(start, block.end));
    }

    void placeRow(const Block& block, bool follows) {
        std::vector<typeset::Runs> cells;
        auto start = block.start;
        for (auto at = block.start; at <= block.end; ++at) {
            if (at < block.end && document_.text[at] != U'\t') continue;
            cells.push_back(runs(start, at));
            start = at + 1;
        }
        last<typeset::Table>(follows).rows.push_back(std::move(cells));
    }

    // "Van: A. Proef" — the name of the header in front, its value behind.
    void placeHeader(const Block& block, bool follows) {
        auto colon = block.start;
        while (colon < block.end && document_.text[colon] != U':' && !markAt(colon)) ++colon;
        if (colon == block.end || document_.text[colon] != U':')
            return void(blocks_.emplace_back(typeset::Paragraph{runs(block.start, block.end)}));
        auto value = colon + 1;
        while (value < block.end && marks::isSpace(document_.text[value])) ++value;
        last<typeset::KeyValues>(follows).rows.push_back({text(block.start, colon), runs(value, block.end)});
    }

    void placeHidden(const Block& block) {
        auto parts = runs(block.start, block.end);
        parts.insert(parts.begin(), {(block.note.empty() ? "Verborgen in het stuk" : block.note) + ": ", typeset::Style::italic});
        blocks_.emplace_back(typeset::Notice{std::move(parts)});
    }

    const document::Document& document_;
    const policy::RuleSet& rules_;
    const std::vector<marks::Span> words_;
    std::vector<const Mark*> markOf_;  // per code point
    std::vector<typeset::Block> blocks_;
    std::string withheldGround_;  // of the line just written; empty: the last block was not withheld
};

}  // namespace

std::vector<typeset::Block> flowBlocks(const document::Document& document, const std::vector<Mark>& marks,
                                       const policy::RuleSet& rules) {
    return fitTables(FlowWriter(document, marks, rules).write());
}

}  // namespace redaction::apply
