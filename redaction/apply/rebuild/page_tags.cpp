#include "redaction/apply/rebuild/page_tags.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "redaction/apply/rebuild/page_structure.h"

namespace redaction::apply::rebuild {

namespace {

class TaggedPage {
  public:
    TaggedPage(cairo_t* target, const PagePlan& plan, const DrawInOrder& draw) : target_(target), plan_(plan), draw_(draw) {
        for (const auto& box : plan.boxes) marks_[box.word].push_back(&box);
    }

    void draw(const std::vector<Element>& elements) {
        for (const auto& element : elements)
            if (showsAnything(element)) drawElement(element);
        list_.reset();
        for (const auto* box : marks_[drawnByHand]) {
            const OpenTag paragraph(target_, "P");
            draw_.black(*box);
        }
    }

  private:
    static constexpr auto drawnByHand = static_cast<std::size_t>(-1);

    bool showsAnything(const Element& element) const {
        return std::any_of(element.words.begin(), element.words.end(),
                           [&](auto word) { return plan_.words[word].shown || marks_.count(word) > 0; });
    }

    void drawElement(const Element& element) {
        if (element.role == Element::Role::listItem) {
            if (!list_) list_.emplace(target_, "L");
            const OpenTag item(target_, "LI");
            return drawWords(element, "LBody");
        }
        list_.reset();
        static constexpr std::array<const char*, 3> headings{"H1", "H2", "H3"};
        drawWords(element, element.role == Element::Role::heading ? headings[static_cast<std::size_t>(element.level - 1)] : "P");
    }

    void drawWords(const Element& element, const char* name) {
        const OpenTag tag(target_, name);
        for (const auto word : element.words) {
            if (const auto found = marks_.find(word); found != marks_.end()) {
                draw_.endRun();
                for (const auto* box : found->second) draw_.black(*box);
            }
            if (plan_.words[word].shown) draw_.word(word);
        }
        draw_.endRun();
    }

    cairo_t* target_;
    const PagePlan& plan_;
    const DrawInOrder& draw_;
    std::map<std::size_t, std::vector<const BlackBox*>> marks_;  // by the word they stand for
    std::optional<OpenTag> list_;
};

}  // namespace

void drawTagged(cairo_t* target, const document::Document& document, std::size_t page, const PagePlan& plan, const DrawInOrder& draw) {
    std::vector<bool> shown;
    for (const auto& word : plan.words) shown.push_back(word.shown);
    TaggedPage(target, plan, draw).draw(elementsOf(document, page, shown));
}

}  // namespace redaction::apply::rebuild
