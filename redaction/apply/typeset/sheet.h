// The A4 pages being written: where the next line goes, header and footer, the tags around what is drawn.
#pragma once

#include <cairo.h>

#include <string>

#include "redaction/apply/finish/bookmarks.h"
#include "redaction/apply/typeset/text_layout.h"
#include "redaction/apply/typeset/typeset.h"

namespace redaction::apply::typeset {

inline constexpr double pageWidth = 595.28, pageHeight = 841.89;  // A4, points
inline constexpr double marginLeft = 68, marginRight = 68, marginTop = 60, marginBottom = 60;

class Sheet {
  public:
    // pagesInAll: for "Pagina 2 van 5"; 0: not known yet.
    Sheet(const Text& text, std::size_t pagesInAll);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    double width() const { return pageWidth - marginLeft - marginRight; }
    double left() const { return marginLeft; }
    double y() const { return y_; }
    double room() const { return bottom_ - y_; }
    double roomOnEmptyPage() const { return bottom_ - top_; }
    bool atTop() const { return y_ <= top_; }
    void advance(double points) { y_ += points; }
    void newPage();
    void ensureRoom(double points);  // a new page when there is less, unless the page is still empty

    cairo_t* target() const { return target_; }
    PangoContext* context() const { return context_.get(); }
    void bookmark(const std::string& title, int level);

    std::string finish();  // the bytes so far; nothing can be drawn afterwards
    const std::vector<Bookmark>& bookmarks() const { return bookmarks_; }
    const std::vector<std::string>& marks() const { return marks_.spoken; }
    std::size_t pages() const { return pages_; }

  private:
    void drawFrame();
    double drawSmall(const std::vector<std::string>& lines, double top);
    const Text& text_;
    std::size_t pagesInAll_, pages_ = 0;
    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* target_;
    std::unique_ptr<PangoContext, GObjectRelease> context_;
    double top_ = marginTop, bottom_ = 0, y_ = marginTop;
    DrawnMarks marks_;
    std::vector<Bookmark> bookmarks_;
};

// Opens a structure element for as long as it lives. cairo writes the tags.
class Tag {
  public:
    Tag(const Sheet& sheet, const char* name) : target_(sheet.target()), name_(name) { cairo_tag_begin(target_, name_, nullptr); }
    ~Tag() { cairo_tag_end(target_, name_); }
    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

  private:
    cairo_t* target_;
    const char* name_;
};

void placeBlock(Sheet& sheet, const Block& block);

}  // namespace redaction::apply::typeset
