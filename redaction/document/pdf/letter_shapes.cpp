#include "redaction/document/pdf/letter_shapes.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cctype>
#include <cstdlib>
#include <exception>
#include <set>
#include <string_view>

namespace redaction::document::pdf {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view telling = "abdeghkmqrwyABDEGHKMNPQRWYZ2345689";  // of which no sign, and few letters elsewhere, have the shape
constexpr double certainly = 0.10, farFrom = 0.24, alike = 0.22;             // distances
constexpr int someLetters = 5, enoughLetters = 10;  // to judge a font by all of them
constexpr double fewAlike = 0.25;    // of these
constexpr int enoughOthers = 3;
constexpr int longestLigature = 3;   // characters
constexpr double tooWide = 1.7;      // ems, of one letter
constexpr double someInk = 0.25;     // ems both ways, of what is said to be white
constexpr std::size_t maxFonts = 256;

constexpr std::array plainNames{"Helvetica", "Times-Roman", "Helvetica-Bold", "Times-Bold", "Helvetica-Oblique", "Times-Italic", "Helvetica-BoldOblique", "Times-BoldItalic", "Courier"};

bool isLatin(char32_t c) { return c < 128 && std::isalnum(static_cast<int>(c)) != 0; }

// The letter below an accent, a small raised one, a wide one; 0: none of these.
char baseOf(char32_t c) {
    if (c < 128) return isLatin(c) ? static_cast<char>(c) : '\0';
    UErrorCode failed = U_ZERO_ERROR;
    const auto* normal = icu::Normalizer2::getNFKDInstance(failed);
    icu::UnicodeString parts;
    if (U_FAILURE(failed) || !normal->getDecomposition(static_cast<UChar32>(c), parts) || parts.isEmpty()) return '\0';
    const auto first = static_cast<char32_t>(parts.char32At(0));
    for (int at = parts.moveIndex32(0, 1); at < parts.length(); at = parts.moveIndex32(at, 1))
        if (u_getCombiningClass(parts.char32At(at)) == 0) return '\0';  // more letters than one
    return isLatin(first) ? static_cast<char>(first) : '\0';
}

bool isWhite(char32_t c) { return c <= 32 || c == 0xA0 || u_isspace(static_cast<UChar32>(c)) != 0 || (u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR && c != 0xAD); }

bool sharesShapes(char32_t c) {  // with Latin letters
    const auto block = ublock_getCode(static_cast<UChar32>(c));
    return block == UBLOCK_GREEK || block == UBLOCK_CYRILLIC || block == UBLOCK_LATIN_1_SUPPLEMENT || block == UBLOCK_LATIN_EXTENDED_A ||
           block == UBLOCK_LATIN_EXTENDED_B || block == UBLOCK_PRIVATE_USE_AREA || block == UBLOCK_LETTERLIKE_SYMBOLS || block == UBLOCK_IPA_EXTENSIONS || block == UBLOCK_ALPHABETIC_PRESENTATION_FORMS ||
           block == UBLOCK_CURRENCY_SYMBOLS;
}

}  // namespace

double distance(const LetterShape& one, const LetterShape& other) {
    int sum = 0;
    for (std::size_t at = 0; at < one.ink.size(); ++at) sum += std::abs(int(one.ink[at]) - int(other.ink[at]));
    const double proportion = std::abs(std::log((one.wide / one.high) / (other.wide / other.high)));
    return sum / (255.0 * double(one.ink.size())) + 0.25 * std::min(2.0, proportion);
}

LetterShapes::~LetterShapes() {
    for (auto* font : plainFonts_) fz_drop_font(context_, font);
    for (auto& [font, seen] : seen_) fz_drop_font(context_, font);
}

std::optional<LetterShape> LetterShapes::shapeOf(fz_font* font, int glyph) const {
    LetterShape shape;
    bool painted = false;
    guarded(context_, [&] {
        fz_path* outline = fz_outline_glyph(context_, font, glyph, fz_identity);
        if (outline == nullptr) return;
        fz_pixmap* pixmap = nullptr;
        fz_device* device = nullptr;
        fz_var(pixmap);
        fz_var(device);
        fz_try(context_) {
            const fz_rect box = fz_bound_path(context_, outline, nullptr, fz_identity);
            shape.wide = box.x1 - box.x0, shape.high = box.y1 - box.y0;
            if (shape.wide > 0.01 && shape.high > 0.01 && shape.wide < 100 && shape.high < 100) {
                const float black = 0, side = LetterShape::side;
                pixmap = fz_new_pixmap_with_bbox(context_, fz_device_gray(context_), {0, 0, LetterShape::side, LetterShape::side}, nullptr, 0);
                fz_clear_pixmap_with_value(context_, pixmap, 255);
                device = fz_new_draw_device(context_, fz_identity, pixmap);
                const fz_matrix fit = fz_concat(fz_translate(-box.x0, -box.y0), fz_scale(side / float(shape.wide), side / float(shape.high)));
                fz_fill_path(context_, device, outline, 0, fit, fz_device_gray(context_), &black, 1, fz_default_color_params);
                fz_close_device(context_, device);
                for (int y = 0; y < LetterShape::side; ++y)
                    for (int x = 0; x < LetterShape::side; ++x)
                        shape.ink[std::size_t(y * LetterShape::side + x)] = static_cast<unsigned char>(255 - pixmap->samples[y * pixmap->stride + x]);
                painted = true;
            }
        }
        fz_always(context_) {
            fz_drop_device(context_, device);
            fz_drop_pixmap(context_, pixmap);
            fz_drop_path(context_, outline);
        }
        fz_catch(context_) fz_rethrow(context_);
    });
    return painted ? std::optional(shape) : std::nullopt;
}

const std::optional<LetterShape>& LetterShapes::plain(char letter, std::size_t font) {
    if (plainFonts_.empty())
        for (const char* name : plainNames) guarded(context_, [&] { plainFonts_.push_back(fz_new_base14_font(context_, name)); });
    const auto [known, isNew] = plainShapes_.try_emplace({letter, font});
    if (!isNew) return known->second;
    int glyph = 0;
    guarded(context_, [&] { glyph = fz_encode_character(context_, plainFonts_[font], letter); });
    return known->second = shapeOf(plainFonts_[font], glyph);
}

double LetterShapes::nearest(const LetterShape& shape, char letter, double enough) {
    double least = 2;
    for (std::size_t font = 0; font < plainNames.size() && least >= enough; ++font)
        for (const int one : {std::tolower(letter), std::toupper(letter)})
            if (const auto& known = plain(static_cast<char>(one), font)) least = std::min(least, distance(shape, *known));
    return least;
}

std::optional<LetterShapes::Likeness> LetterShapes::likeness(fz_font* font, int glyph, char32_t letter) {
    const auto shape = shapeOf(font, glyph);
    if (!shape) return std::nullopt;
    Likeness found;
    const char own = baseOf(letter);
    for (const char one : letters) {
        const double far = nearest(*shape, one, 0);
        if (own != '\0' && std::tolower(one) == std::tolower(own)) found.own = std::min(found.own, far);
        else if (far < found.other) found.other = far, found.otherIsTelling = telling.find(one) != telling.npos;
    }
    return found;
}

LetterShapes::Seen& LetterShapes::seenOf(fz_font* font) {
    if (const auto found = seen_.find(font); found != seen_.end()) return found->second;
    if (seen_.size() >= maxFonts) {
        for (auto& [old, seen] : seen_) fz_drop_font(context_, old);
        seen_.clear();
    }
    return seen_.emplace(fz_keep_font(context_, font), Seen{}).first->second;
}

void LetterShapes::see(const fz_text& text) {
    for (const auto* span = text.head; span != nullptr; span = span->next) {
        auto& seen = seenOf(span->font);
        for (int at = 0; at < span->len && !seen.belied;) {
            int next = at + 1;
            while (next < span->len && span->items[next].gid < 0) ++next;  // read along with it
            if (span->items[at].ucs >= 0) see(seen, span->font, span->items[at].gid, static_cast<char32_t>(span->items[at].ucs), next - at);
            at = next;
        }
    }
}

void LetterShapes::see(fz_font* font, int glyph, char32_t character, int characters) { see(seenOf(font), font, glyph, character, characters); }

void LetterShapes::see(Seen& seen, fz_font* font, int glyph, char32_t character, int characters) {
    if (glyph < 0 || seen.belied || !seen.glyphs.insert(std::uint64_t(glyph) << 32 | character).second) return;
    if (fz_font_t3_procs(context_, font) != nullptr) {
        seen.belied = true;  // drawings: anything may be in them
        return;
    }
    if (characters > 1) {
        seen.belied = characters > longestLigature && baseOf(character) != '\0';
        return;
    }
    if (const auto shape = shapeOf(font, glyph)) seen.belied = isBelied(*shape, character, seen);
}

bool LetterShapes::isBelied(const LetterShape& shape, char32_t character, Seen& seen) {
    if (isWhite(character)) return shape.wide > someInk && shape.high > someInk;
    const char own = baseOf(character);
    if (own != '\0' && shape.wide > tooWide) return true;
    if (own == '\0' && (character == 0xFFFD || sharesShapes(character))) return false;
    double toOwn = 2;
    if (own != '\0') toOwn = nearest(shape, own, alike);
    if (own != '\0' && character < 128) ++seen.letters, seen.alike += toOwn < alike;
    if (toOwn < farFrom || (own != '\0' && character >= 128)) return false;  // accents change a letter's shape
    const bool looksLikeAnother = std::any_of(telling.begin(), telling.end(), [&](char one) {
        return std::tolower(one) != std::tolower(own) && nearest(shape, one, certainly) < certainly;
    });
    if (own != '\0') return looksLikeAnother;
    seen.others += looksLikeAnother;
    return seen.others >= enoughOthers;
}

namespace {

struct TextDevice {
    fz_device base;
    LetterShapes* shapes;
    std::set<fz_font*>* fonts;
    std::exception_ptr* thrown;
};

void look(fz_device* device, const fz_text& text) {
    auto& own = *reinterpret_cast<TextDevice*>(device);
    if (*own.thrown) return;
    try {
        own.shapes->see(text);
        for (const auto* span = text.head; span != nullptr; span = span->next) own.fonts->insert(span->font);
    } catch (...) {
        *own.thrown = std::current_exception();
    }
}
void fillText(fz_context*, fz_device* device, const fz_text* text, fz_matrix, fz_colorspace*, const float*, float, fz_color_params) { look(device, *text); }
void strokeText(fz_context*, fz_device* device, const fz_text* text, const fz_stroke_state*, fz_matrix, fz_colorspace*, const float*, float, fz_color_params) {
    look(device, *text);
}

}  // namespace

bool drawsOtherLetters(const Source& source, const DrawnPage& page, LetterShapes& shapes) {
    fz_context* context = source.context();
    std::set<fz_font*> fonts;  // kept by the page
    std::exception_ptr thrown;
    guarded(context, [&] {
        auto* device = reinterpret_cast<TextDevice*>(fz_new_device_of_size(context, sizeof(TextDevice)));
        device->base.fill_text = fillText;
        device->base.stroke_text = strokeText;
        device->shapes = &shapes;
        device->fonts = &fonts;
        device->thrown = &thrown;
        fz_try(context) {
            fz_run_display_list(context, page.list.get(), &device->base, fz_identity, fz_infinite_rect, nullptr);
            fz_close_device(context, &device->base);
        }
        fz_always(context) fz_drop_device(context, &device->base);
        fz_catch(context) fz_rethrow(context);
    });
    if (thrown) std::rethrow_exception(thrown);
    return std::any_of(fonts.begin(), fonts.end(), [&](fz_font* font) { return shapes.isBelied(font); });
}

bool LetterShapes::isBelied(fz_font* font) const {
    const auto found = seen_.find(font);
    if (found == seen_.end()) return false;
    const auto& seen = found->second;
    return seen.belied || (seen.letters >= someLetters && seen.alike == 0) || (seen.letters >= enoughLetters && seen.alike < fewAlike * seen.letters);
}

}  // namespace redaction::document::pdf
