// Whether a glyph looks like the letter its font says it is. A font can draw one letter and say another: what is searched
// is then not what is seen. Compared with the letters of plain fonts; what looks like none of them is not judged here, but
// a font hardly any of whose letters look like what they are said to be is not believed either.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "redaction/document/pdf/source.h"

namespace redaction::document::pdf {

// A glyph on a raster as large as its ink, whatever size that had.
struct LetterShape {
    static constexpr int side = 16;
    std::array<unsigned char, side * side> ink{};
    double wide = 0, high = 0;  // ems
};
double distance(const LetterShape& one, const LetterShape& other);  // 0: the same

class LetterShapes {
  public:
    explicit LetterShapes(fz_context* context) : context_(context) {}
    ~LetterShapes();
    LetterShapes(const LetterShapes&) = delete;
    LetterShapes& operator=(const LetterShapes&) = delete;

    // Takes note of the glyphs of a text and what they are said to read as. Throws MupdfError.
    void see(const fz_text& text);
    // characters: how many the glyph is said to stand for; `character` is the first.
    void see(fz_font* font, int glyph, char32_t character, int characters = 1);
    // Of what was seen of this font so far: some of it is certainly something else, or nobody can tell what it is.
    bool isBelied(fz_font* font) const;

    struct Likeness {
        double own = 1, other = 1;  // distance to the letter it is said to be, to the nearest other one
        bool otherIsTelling = false;
    };
    std::optional<Likeness> likeness(fz_font* font, int glyph, char32_t letter);  // of an ASCII letter or digit, with ink

  private:
    struct Seen {
        std::unordered_set<std::uint64_t> glyphs;  // with what they are said to be
        int letters = 0, alike = 0;  // compared; that look like what they are said to be
        int others = 0;              // letters said to be of another script, or no letter
        bool belied = false;
    };
    std::optional<LetterShape> shapeOf(fz_font* font, int glyph) const;
    const std::optional<LetterShape>& plain(char letter, std::size_t font);
    double nearest(const LetterShape& shape, char letter, double enough);  // no further than to find one below `enough`
    Seen& seenOf(fz_font* font);
    void see(Seen& seen, fz_font* font, int glyph, char32_t character, int characters);
    bool isBelied(const LetterShape& shape, char32_t character, Seen& seen);

    fz_context* context_;
    std::vector<fz_font*> plainFonts_;
    std::map<std::pair<char, std::size_t>, std::optional<LetterShape>> plainShapes_;
    std::map<fz_font*, Seen> seen_;  // each font is kept alive by a reference of its own
};

// Whether the page is written in a font that is not believed, or that is made of drawings (Type 3). Throws MupdfError.
bool drawsOtherLetters(const Source& source, const DrawnPage& page, LetterShapes& shapes);

}  // namespace redaction::document::pdf
