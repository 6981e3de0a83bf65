#include "redaction/apply/rebuild/withheld_pages.h"

#include <algorithm>
#include <set>

#include "redaction/apply/rebuild/page_tags.h"

namespace redaction::apply::rebuild {

namespace {

constexpr std::size_t fewWords = 12;
constexpr double nearlyAll = 0.9;  // of a page's area, under one box drawn by hand
constexpr double left = 72, top = 90, lineStep = 19, size = 11;  // points

// "A" of "[A · naam]".
std::string letterOf(const std::string& label) {
    const auto end = std::min(label.find(" ·"), label.find(']'));
    return label.size() < 2 || label[0] != '[' || end == label.npos ? std::string() : label.substr(1, end - 1);
}

class Page {
  public:
    Page(const Job& job, std::size_t number) : job_(job), page_(job.document.pages[number]) {
        for (std::size_t at = 0; at < job.marks.size(); ++at) {
            const auto& mark = job.marks[at];
            const bool text = mark.start < mark.end && mark.end > page_.start && mark.start < page_.end;
            if (text || (mark.box && mark.page == number)) marks_.push_back(at);
        }
    }

    bool isWithheld() const {
        if (marks_.empty()) return false;
        const bool nothingShown = std::all_of(page_.words.begin(), page_.words.end(), [&](const auto& word) { return !word.visible || isHidden(word); });
        return nothingShown && (page_.words.size() > fewWords || liesUnderABox());
    }

    std::string letters() const {
        std::set<std::string> each;
        for (const auto at : marks_)
            if (at < job_.labels.size()) each.insert(letterOf(job_.labels[at]));
        each.erase(std::string());
        std::string all;
        for (const auto& letter : each) all += (all.empty() ? "" : ", ") + letter;
        return all;
    }

  private:
    bool isHidden(const document::Word& word) const {
        return std::any_of(marks_.begin(), marks_.end(), [&](auto at) { return word.start < job_.marks[at].end && job_.marks[at].start < word.end; });
    }

    bool liesUnderABox() const {
        return std::any_of(marks_.begin(), marks_.end(), [&](auto at) {
            const auto& box = job_.marks[at].box;
            return box && (box->x1 - box->x0) * (box->y1 - box->y0) >= nearlyAll * page_.width * page_.height;
        });
    }

    const Job& job_;
    const document::Page& page_;
    std::vector<std::size_t> marks_;
};

}  // namespace

std::vector<std::optional<std::string>> findWithheldPages(const Job& job) {
    std::vector<std::optional<std::string>> found(job.document.pages.size());
    for (std::size_t number = 0; number < found.size(); ++number)
        if (const Page page(job, number); page.isWithheld()) found[number] = page.letters();
    return found;
}

void WithheldSheet::addLine(fz_context* context, cairo_t* target, Fonts& fonts, std::size_t page, const std::string& letters) {
    const OpenTag paragraph(target, "P");
    cairo_set_source_rgb(target, 0, 0, 0);
    showOwnText(context, target, fonts, "Pagina " + std::to_string(page + 1) + " is niet verstrekt" + (letters.empty() ? "" : " (" + letters + ")") + ".",
                left, top + lineStep * lines_++, size, 0);
}

}  // namespace redaction::apply::rebuild
