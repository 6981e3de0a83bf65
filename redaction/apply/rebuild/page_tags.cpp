#include "redaction/apply/rebuild/page_tags.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "redaction/apply/finish/tag_tree.h"
#include "redaction/apply/spoken_mark.h"

namespace redaction::apply::rebuild {

namespace {

using Role = Element::Role;

constexpr std::array<const char*, 6> headings{"H1", "H2", "H3", "H4", "H5", "H6"};
constexpr auto drawnByHand = static_cast<std::size_t>(-1);

class Drawer {
  public:
    Drawer(cairo_t* target, const TaggedPage& page, const DrawInOrder& draw) : target_(target), page_(page), plan_(page.plan), draw_(draw) {
        for (const auto& box : plan_.boxes) marks_[box.word].push_back(&box);
    }

    void draw(const std::vector<Element>& elements) {
        for (const auto& element : elements)
            if (element.role == Role::cell || showsAnything(element)) drawElement(element);
        leaveList();
        leaveTable();
        for (const auto* box : marks_[drawnByHand]) {
            const OpenTag paragraph(target_, "P");
            drawMark(*box);
        }
    }

  private:
    bool showsAnything(const Element& element) const {
        return std::any_of(element.words.begin(), element.words.end(),
                           [&](auto word) { return plan_.words[word].shown || marks_.count(word) > 0; });
    }

    void drawElement(const Element& element) {
        if (element.role != Role::listItem) leaveList();
        if (element.role != Role::cell) leaveTable();
        switch (element.role) {
            case Role::listItem: return drawItem(element);
            case Role::cell: return drawCell(element);
            case Role::heading: return drawHeading(element);
            case Role::paragraph: drawWords(element.words, "P");
        }
    }

    void drawItem(const Element& element) {
        if (!list_) list_.emplace(target_, "L");
        const OpenTag item(target_, "LI");
        if (!element.startsWithLabel || element.words.size() < 2 || !plan_.words[element.words.front()].shown) return drawWords(element.words, "LBody");
        drawWords({element.words.front()}, "Lbl");
        drawWords({element.words.begin() + 1, element.words.end()}, "LBody");
    }

    void drawCell(const Element& element) {
        if (tableNumber_ != element.table) leaveTable();
        if (rowNumber_ != element.row) row_.reset();
        if (!table_) table_.emplace(target_, "Table");
        if (!row_) row_.emplace(target_, "TR");
        tableNumber_ = element.table, rowNumber_ = element.row;
        drawWords(element.words, element.isHeader ? "TH" : "TD");
    }

    void drawHeading(const Element& element) {
        const auto level = static_cast<std::size_t>(std::clamp(element.level, 1, 6));
        drawWords(element.words, headings[level - 1]);
        const bool whole = std::all_of(element.words.begin(), element.words.end(), [&](auto word) { return mayBeTold(word); });
        if (!whole) return;
        PageHeading heading{page_.number, int(level), {}, page_.document.pages[page_.number].height};
        for (const auto word : element.words) {
            if (!plan_.words[word].shown) continue;
            const auto& at = page_.document.pages[page_.number].words[word];
            heading.text += (heading.text.empty() ? "" : " ") + document::toUtf8(std::u32string_view(page_.document.text).substr(at.start, at.end - at.start));
            heading.top = std::min(heading.top, plan_.words[word].to().y0);
        }
        if (!heading.text.empty()) page_.notes.headings.push_back(std::move(heading));
    }

    // Shown with nothing black on it, or in the file without being seen: such a word is not told, and nobody withheld it.
    bool mayBeTold(std::size_t word) const {
        const auto& place = plan_.words[word];
        if (!place.shown) return !page_.document.pages[page_.number].words[word].visible && marks_.count(word) == 0;
        return std::none_of(plan_.boxes.begin(), plan_.boxes.end(), [&](const auto& black) { return overlaps(black.box, place.to()); });
    }

    void drawWords(const std::vector<std::size_t>& words, const char* name) {
        const OpenTag tag(target_, name);
        const bool mixed = std::any_of(words.begin(), words.end(), [&](auto word) { return marks_.count(word) > 0; });
        std::optional<OpenTag> text;  // beside a mark: cairo tags only what stands in the innermost elements
        for (const auto word : words) {
            if (const auto found = marks_.find(word); found != marks_.end()) {
                draw_.endRun();
                text.reset();
                for (const auto* box : found->second) drawMark(*box);
            }
            if (!plan_.words[word].shown) continue;
            if (mixed && !text) text.emplace(target_, "Span");
            draw_.word(word);
        }
        draw_.endRun();
    }

    void drawMark(const BlackBox& black) {
        const OpenTag tag(target_, markTag);
        const bool first = spoken_.insert(black.mark).second;
        page_.notes.marks.push_back(!first ? spokenMarkGoesOn : spokenMark(black.mark < page_.labels.size() ? page_.labels[black.mark] : std::string()));
        draw_.black(black);
    }

    void leaveList() { list_.reset(); }
    void leaveTable() {
        row_.reset();
        table_.reset();
    }

    cairo_t* target_;
    const TaggedPage& page_;
    const PagePlan& plan_;
    const DrawInOrder& draw_;
    std::map<std::size_t, std::vector<const BlackBox*>> marks_;  // by the word they stand for
    std::set<std::size_t> spoken_;                               // marks whose ground is told
    std::optional<OpenTag> list_, table_, row_;                  // a row closes before its table
    std::size_t tableNumber_ = 0, rowNumber_ = 0;
};

}  // namespace

void drawTagged(cairo_t* target, const TaggedPage& page, const DrawInOrder& draw) {
    std::vector<bool> shown;
    for (const auto& word : page.plan.words) shown.push_back(word.shown);
    Drawer(target, page, draw).draw(elementsOf(page.document, page.number, shown, page.sourceTags));
}

}  // namespace redaction::apply::rebuild
