#include "redaction/document/pdf/page_text.h"

#include <algorithm>

#include "redaction/document/pdf/drawings.h"

namespace redaction::document::pdf {
namespace {

constexpr double maxUnreadableShare = 0.15;
constexpr std::size_t unreadableWord = 4;  // characters without meaning; fewer are bullets
constexpr double leastWidth = 0.05;  // points; of a character with a place of its own

bool isWhite(int c) { return c <= 32 || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000; }

Box boxOf(const fz_quad& quad) {
    const fz_rect rect = fz_rect_from_quad(quad);
    return {rect.x0, rect.y0, rect.x1, rect.y1};
}

Box cutTo(const Box& page, const fz_rect& rect) { return intersect(page, {rect.x0, rect.y0, rect.x1, rect.y1}); }

class WordCollector {
  public:
    explicit WordCollector(std::vector<NativeWord>& words) : words_(words) {}

    void startParagraph() { startsParagraph_ = true; }

    void addLine(const fz_stext_line& line) {
        startsLine_ = true;
        open_ = false;
        for (const fz_stext_char* ch = line.first_char; ch != nullptr; ch = ch->next) addCharacter(*ch);
    }

  private:
    void addCharacter(const fz_stext_char& ch) {
        if (isWhite(ch.c)) {
            open_ = false;
            return;
        }
        Box box = boxOf(ch.quad);
        // The later letters of a ligature have no width of their own: they are seen where its first letter is.
        if (open_ && box.x1 - box.x0 < leastWidth && box.y1 - box.y0 > leastWidth) box = words_.back().glyphs.back().box;
        if (!open_) {
            words_.push_back({{}, box, true, false, startsLine_, startsParagraph_});
            startsLine_ = startsParagraph_ = false;
            open_ = true;
        }
        NativeWord& word = words_.back();
        word.glyphs.push_back({static_cast<char32_t>(ch.c), box, ch.color, true});
        word.box = unite(word.box, box);
    }

    std::vector<NativeWord>& words_;
    bool open_ = false, startsLine_ = true, startsParagraph_ = true;
};

TextPage structuredText(const Source& source, const DrawnPage& page) {
    fz_context* context = source.context();
    const fz_rect bounds = {0, 0, float(page.box.x1), float(page.box.y1)};
    TextPage text = make<TextPage>(context, [&] { return fz_new_stext_page(context, bounds); });
    guarded(context, [&] {
        fz_stext_options options{};
        options.flags = FZ_STEXT_PRESERVE_IMAGES;
        fz_device* device = fz_new_stext_device(context, text.get(), &options);
        fz_try(context) {
            fz_run_display_list(context, page.list.get(), device, fz_identity, fz_infinite_rect, nullptr);
            fz_close_device(context, device);
        }
        fz_always(context) fz_drop_device(context, device);
        fz_catch(context) fz_rethrow(context);
    });
    return text;
}

}  // namespace

std::u32string NativeWord::text() const {
    std::u32string text;
    for (const Glyph& glyph : glyphs) text += glyph.c;
    return text;
}

PageText extractText(const Source& source, const DrawnPage& page) {
    const TextPage structured = structuredText(source, page);
    PageText text;
    WordCollector collector(text.words);
    for (const fz_stext_block* block = structured.get()->first_block; block != nullptr; block = block->next) {
        if (block->type == FZ_STEXT_BLOCK_IMAGE) {
            const Box picture = cutTo(page.box, block->bbox);
            if (area(picture) > 0) text.pictures.push_back(picture);
            continue;
        }
        collector.startParagraph();
        for (const fz_stext_line* line = block->u.t.first_line; line != nullptr; line = line->next) collector.addLine(*line);
    }
    const auto drawings = findDrawings(source, page);
    text.pictures.insert(text.pictures.end(), drawings.begin(), drawings.end());
    return text;
}

bool isUnreadable(const PageText& text) {
    if (text.isBelied) return true;
    std::size_t all = 0, unreadable = 0;
    for (const NativeWord& word : text.words) {
        std::size_t inWord = 0;
        for (const Glyph& glyph : word.glyphs) {
            const bool privateUse = glyph.c >= 0xE000 && glyph.c <= 0xF8FF;
            inWord += glyph.c == 0xFFFD || privateUse;
            ++all;
        }
        if (word.visible && inWord >= unreadableWord) return true;
        unreadable += inWord;
    }
    return all > 0 && double(unreadable) > maxUnreadableShare * double(all);
}

}  // namespace redaction::document::pdf
