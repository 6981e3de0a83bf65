#include "redaction/apply/rebuild/page_writer.h"

#include <algorithm>
#include <new>

#include "redaction/apply/rebuild/marked_content.h"
#include "redaction/apply/rebuild/page_painter.h"
#include "redaction/apply/rebuild/page_tags.h"
#include "redaction/apply/rebuild/passage_bands.h"

namespace redaction::apply::rebuild {

namespace {

using document::Box;

constexpr double largestLabel = 7, smallestLabel = 5;  // points
constexpr double labelPadding = 2;                         // points at each side

double width(const Box& box) { return box.x1 - box.x0; }
double height(const Box& box) { return box.y1 - box.y0; }

// "[A · naam]" becomes "[A]".
std::string shortened(const std::string& label) {
    const auto dot = label.find(" ·");
    return dot == label.npos ? label : label.substr(0, dot) + "]";
}

bool touchesAny(const std::vector<Box>& boxes, const std::vector<Box>& others) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) {
        return std::any_of(others.begin(), others.end(), [&](const Box& other) { return overlaps(box, other); });
    });
}

void append(std::vector<Box>& to, const std::vector<Box>& more) { to.insert(to.end(), more.begin(), more.end()); }

PageTrace traceOf(const PagePlan& plan, PageTrace::Way way) {
    PageTrace trace{way, 0, {}, {}};
    for (const auto& black : plan.boxes) trace.black.push_back(black.box);
    for (const auto* boxes : {&plan.covered, &plan.cleared, &plan.setAgain, &plan.evened, &plan.asides}) append(trace.changed, *boxes);
    for (const auto& word : plan.words) {
        if (word.shown && !word.moved()) continue;
        trace.changed.push_back(word.from);
        if (word.shown) trace.changed.push_back(word.to());
    }
    return trace;
}

}  // namespace

std::vector<Movable> PageWriter::movableText(const std::vector<PlacedGlyph>& glyphs, std::size_t number) const {
    const auto& words = job_.document.pages[number].words;
    std::vector<Movable> movable(words.size(), Movable::no);
    for (const auto& glyph : glyphs)
        if (glyph.word != noWord && glyph.drawn && runsAlongThePage(job_.document.pages[number], glyph.word)) movable[glyph.word] = Movable::text;
    for (std::size_t at = 0; at < words.size(); ++at)  // it is not drawn at all, so it cannot stand in the way
        if (!words[at].visible) movable[at] = Movable::text;
    return movable;
}

std::optional<PageTrace> PageWriter::drawFiltered(const document::pdf::Source& source, const document::pdf::DrawnPage& drawn, std::size_t number) {
    GlyphCollector collector(context_, fonts_);
    play(context_, drawn, collector);
    if (!collector.drawable()) return std::nullopt;
    auto& glyphs = collector.glyphs();
    assignWords(glyphs, job_.document.pages[number], job_.document.text);
    const auto plan = planPage(job_.document, number, job_.marks, job_.labels, movableText(glyphs, number), &collector.drawings());
    if (plan.stuck || touchesAny(collector.shapedClips(), plan.covered)) return std::nullopt;
    if (!tags_) tags_.emplace(source);
    auto tags = tags_->ofWords(drawn, glyphs, plan.words.size());
    PagePainter painter(context_, target_, fonts_, glyphs, plan);
    try {
        play(context_, drawn, painter);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {  // what is drawn so far is allowed; the picture of the page goes over it
        painter.finish();
        return std::nullopt;
    }
    painter.finish();
    auto trace = traceOf(plan, PageTrace::Way::drawn);
    append(trace.black, drawLeftOut(plan, painter.leftOutBeside()));
    append(trace.changed, painter.leftOut());
    drawTagged(target_, {job_.document, number, plan, job_.labels, job_.notes, std::move(tags)},
               {[&](std::size_t word) { painter.showWord(word); }, [&](const BlackBox& black) { drawBlack(black, LabelAs::text); }, [&] { painter.endRun(); }});
    return trace;
}

// Where a drawing beside a withheld passage was left out, the page shows that something is missing.
std::vector<Box> PageWriter::drawLeftOut(const PagePlan& plan, const std::vector<Box>& leftOut) {
    std::vector<Box> black;
    if (leftOut.empty()) return black;
    cairo_set_source_rgb(target_, 0, 0, 0);
    for (const auto& cell : cellsOf(plan)) {
        if (!touchesAny(leftOut, {cell.looked})) continue;
        for (const auto& box : cell.blackened) cairo_rectangle(target_, box.x0, box.y0, width(box), height(box));
        cairo_fill(target_);
        append(black, cell.blackened);
    }
    return black;
}

PageTrace PageWriter::write(const document::pdf::Source& source, std::size_t number) {
    const auto drawn = document::pdf::drawPage(source, static_cast<int>(number), playWithPieces);
    if (!job_.document.pages[number].scanned)
        if (auto trace = drawFiltered(source, drawn, number)) return *trace;
    using namespace document::pdf;
    const auto rendering = render(source, drawn, rasterDpi, Drawing::all, Colours::rgb);
    return write(Picture::fromPixmap(*rendering.pixmap.get()), number);
}

PageTrace PageWriter::write(Picture picture, std::size_t number) {
    const auto& page = job_.document.pages[number];
    std::vector<Movable> movable;
    for (std::size_t at = 0; at < page.words.size(); ++at) movable.push_back(runsAlongThePage(page, at) ? Movable::picture : Movable::no);
    const auto plan = planPage(job_.document, number, job_.marks, job_.labels, movable);
    auto trace = traceOf(plan, PageTrace::Way::picture);
    append(trace.black, picture.apply(plan, picture.width() / page.width));
    drawBehind(plan, number);
    cairo_save(target_);
    cairo_scale(target_, page.width, page.height);
    picture.draw(target_);
    cairo_restore(target_);
    for (const auto& black : plan.boxes) drawBlack(black, LabelAs::shapes);
    return trace;
}

// Text that can be selected and read aloud; the picture lies over it.
void PageWriter::drawBehind(const PagePlan& plan, std::size_t number) {
    const auto& words = job_.document.pages[number].words;
    drawTagged(target_, {job_.document, number, plan, job_.labels, job_.notes},
               {[&](std::size_t word) { drawBehind(words[word], plan.words[word]); }, [&](const BlackBox& black) { drawBehind(black); }});
}

void PageWriter::drawBehind(const document::Word& word, const WordPlace& place) {
    const auto text = document::toUtf8(std::u32string_view(job_.document.text).substr(word.start, word.end - word.start));
    const double size = std::max(2.0, height(place.from) * 0.8), natural = ownTextWidth(context_, fonts_, text, size);
    if (natural <= 0) return;
    const double spaced = ownTextWidth(context_, fonts_, text + " ", size) / natural;
    cairo_set_source_rgb(target_, 0, 0, 0);
    showOwnText(context_, target_, fonts_, text + " ", place.x, place.to().y1 - 0.2 * size, size, width(place.to()) * spaced);
}

void PageWriter::drawBehind(const BlackBox& black) {
    if (black.label.empty()) return;
    const auto& box = black.box;
    cairo_set_source_rgb(target_, 0, 0, 0);
    showOwnText(context_, target_, fonts_, black.label + " ", box.x0, box.y1 - 0.28 * height(box), smallestLabel, width(box));
}

void PageWriter::drawBlack(const BlackBox& black, LabelAs as) {
    const auto &box = black.box;
    const auto& label = black.label;
    const bool readAloud = as == LabelAs::shapes || labelSize(box, shortened(label)) >= smallestLabel;
    if (!readAloud) drawBehind(black);
    cairo_set_source_rgb(target_, 0, 0, 0);
    cairo_rectangle(target_, box.x0, box.y0, width(box), height(box));
    cairo_fill(target_);
    if (!label.empty() && !drawLabel(box, label, as)) drawLabel(box, shortened(label), as);
}

double PageWriter::labelSize(const Box& box, const std::string& label) const {
    const double natural = std::max(0.1, ownTextWidth(context_, fonts_, label, 1));
    return std::min({largestLabel, height(box) * 0.9, (width(box) - 2 * labelPadding) / natural});
}

// False when the box has no room for it.
bool PageWriter::drawLabel(const Box& box, const std::string& label, LabelAs as) {
    const double size = labelSize(box, label);
    if (size < smallestLabel) return false;
    const double x = (box.x0 + box.x1 - ownTextWidth(context_, fonts_, label, size)) / 2, y = (box.y0 + box.y1) / 2 + 0.35 * size;
    cairo_set_source_rgb(target_, 1, 1, 1);
    if (as == LabelAs::text) showOwnText(context_, target_, fonts_, label + " ", x, y, size, 0);
    else showOwnShapes(context_, target_, fonts_, label, x, y, size);
    return true;
}

// Closed on doubt: what could not be read is not shown.
PageTrace PageWriter::writeUnreadable(std::size_t number) {
    const OpenTag paragraph(target_, "P");
    cairo_set_source_rgb(target_, 0, 0, 0);
    showOwnText(context_, target_, fonts_, "Pagina " + std::to_string(number + 1) + " kon niet worden gelezen en is niet verstrekt.",
                72, 96, 11, 0);
    const auto& page = job_.document.pages[number];
    return {PageTrace::Way::unreadable, 0, {}, {{0, 0, page.width, page.height}}};
}

}  // namespace redaction::apply::rebuild
