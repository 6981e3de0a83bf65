// Fonts that draw one letter and say another are not believed; honest ones are.
#include "redaction/document/pdf/letter_shapes.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "tests/unit/reader/samples.h"

namespace {

using namespace redaction::document;
using Says = std::function<char32_t(char32_t)>;

const std::u32string all = U"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'-éëïöüáÉ";

class FontFiles : public testing::Test {
  protected:
    ~FontFiles() override { fz_drop_context(context_); }

    // Of the fonts this program is installed with.
    void eachFont(const std::function<void(fz_font*, const std::string&)>& use) {
        std::size_t fonts = 0;
        for (const char* folder : {"/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/dejavu"})
            for (const auto& file : std::filesystem::directory_iterator(folder)) {
                fz_font* font = nullptr;
                pdf::guarded(context_, [&] { font = fz_new_font_from_file(context_, nullptr, file.path().c_str(), 0, 0); });
                use(font, file.path().filename());
                fz_drop_font(context_, font);
                ++fonts;
            }
        EXPECT_GE(fonts, 14u);
    }
    bool isBelied(fz_font* font, const std::u32string& drawn, const Says& says) {
        pdf::LetterShapes shapes(context_);
        for (const auto letter : drawn)
            if (const int glyph = fz_encode_character(context_, font, int(letter)); glyph > 0) shapes.see(font, glyph, says(letter));
        return shapes.isBelied(font);
    }

    fz_context* context_ = fz_new_context(nullptr, nullptr, FZ_STORE_DEFAULT);
};

const auto truth = [](char32_t letter) { return letter; };

TEST_F(FontFiles, HonestOnesAreBelieved) {
    eachFont([&](fz_font* font, const std::string& name) {
        EXPECT_FALSE(isBelied(font, all, truth)) << name;
        for (const auto* word : {U"Corrie", U"Fijnhout", U"x-as", U"WWW", U"lil1I", U"2026-11-23"}) EXPECT_FALSE(isBelied(font, word, truth)) << name;
    });
}

TEST_F(FontFiles, OnesThatShiftTheAlphabetAreNot) {
    const auto shifted = [](char32_t letter) { return letter >= U'a' && letter <= U'z' ? U'a' + (letter - U'a' + 7) % 26 : letter; };
    eachFont([&](fz_font* font, const std::string& name) { EXPECT_TRUE(isBelied(font, U"toen belde groenewoud over de vakantie", shifted)) << name; });
}

TEST_F(FontFiles, OnesWithAFewOtherLettersAreNot) {
    const auto other = [](char32_t letter) { return letter == U'g' ? U'v' : letter == U'k' ? U'o' : letter; };
    std::size_t caught = 0;
    eachFont([&](fz_font* font, const std::string& name) {
        if (name == "LiberationSans-Regular.ttf" || name == "DejaVuSans.ttf") caught += isBelied(font, U"toen belde de kleine groenewoud", other);
    });
    EXPECT_EQ(caught, 2u);
}

TEST_F(FontFiles, OnesThatCallLettersSignsOfAnotherScriptOrNothingAreNot) {
    eachFont([&](fz_font* font, const std::string& name) {
        if (name != "LiberationSans-Regular.ttf") return;
        EXPECT_TRUE(isBelied(font, U"Groenewoud belde", [](char32_t letter) { return letter - U'A' + 0x4E00; })) << name;
        EXPECT_TRUE(isBelied(font, U"Groenewoud", [](char32_t) { return U'\u00A0'; })) << name;
        EXPECT_FALSE(isBelied(font, U" \u00A0", truth)) << name;
    });
}

// The first glyph that paints more than two ems from left to right.
int widestOf(fz_context* context, fz_font* font) {
    for (int glyph = 1; glyph < 6000; ++glyph) {
        fz_rect box = fz_empty_rect;
        pdf::guarded(context, [&] {
            fz_path* outline = fz_outline_glyph(context, font, glyph, fz_identity);
            if (outline != nullptr) box = fz_bound_path(context, outline, nullptr, fz_identity);
            fz_drop_path(context, outline);
        });
        if (box.x1 - box.x0 > 2 && box.x1 - box.x0 < 50) return glyph;
    }
    return 0;
}

TEST_F(FontFiles, OnesWhoseLetterIsAsWideAsAWordAreNot) {
    std::size_t found = 0;
    eachFont([&](fz_font* font, const std::string& name) {
        if (name != "DejaVuMathTeXGyre.ttf") return;
        const int wide = widestOf(context_, font);
        ASSERT_GT(wide, 0);
        pdf::LetterShapes shapes(context_);
        shapes.see(font, wide, U'A');
        EXPECT_TRUE(shapes.isBelied(font));
        ++found;
    });
    EXPECT_EQ(found, 1u);
}

bool drawsOther(const std::string& map, const std::string& drawn) {
    const auto bytes = samples::pdfOf({"BT /F2 14 Tf 72 600 Td (" + drawn + ") Tj ET\n", "/Font << /F1 5 0 R /F2 6 0 R >>", "", "",
                                       {"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>",
                                        samples::stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n" + map + "\nendcmap end end\n")}});
    const pdf::Source source(bytes, 1);
    pdf::LetterShapes shapes(source.context());
    return pdf::drawsOtherLetters(source, pdf::drawPage(source, 0), shapes);
}

TEST(LetterShapes, ArePutBesideWhatAPageSays) {
    EXPECT_FALSE(drawsOther("1 beginbfrange <41> <7a> <0041> endbfrange", "Toen belde Groenewoud"));
    EXPECT_FALSE(drawsOther("1 beginbfchar <41> <004100420043> endbfchar", "A"));
    EXPECT_TRUE(drawsOther("1 beginbfchar <41> <0041004200430044> endbfchar", "A"));  // four letters, one shape
    EXPECT_TRUE(drawsOther("1 beginbfrange <41> <7a> <0042> endbfrange", "Toen belde Groenewoud"));
}

}  // namespace
