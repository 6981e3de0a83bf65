// Scans as they come off a machine in a hallway: askew, on their side, partly in English, written by hand.
#include <gmock/gmock.h>

#include <numbers>
#include <sstream>

#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/reader/pen.h"
#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::vector<std::string> report = {"Verslag van het gesprek met de ouders op 3 maart over de school.", "Moeder vertelt dat het beter gaat en dat Jesse weer goed slaapt.",
                                         "Daarna heeft mevrouw                      gebeld met de juf van groep vier.", "Vader belt iedere woensdag om zeven uur en haalt hem zaterdag op.",
                                         "Over zes weken komt het lokale team opnieuw bij het gezin langs."};

// The report, with one name in blue, so that its ink can be told from all other ink.
std::string askew(double degrees) {
    return samples::sheet([](cairo_t* pen) {
        cairo_set_source_rgb(pen, 0, 0, 0);
        samples::typeLines(pen, 70, 300, report);
        cairo_set_source_rgb(pen, 0, 0, 0.85);
        samples::typeLines(pen, 208, 336, {"Groen"});
    }, degrees);
}

double shareRead(const std::vector<std::string>& lines, const std::string& text) {
    double all = 0, found = 0;
    for (const auto& line : lines) {
        std::istringstream words(line);
        for (std::string word; words >> word; ++all) found += text.find(word) != std::string::npos;
    }
    return found / all;
}

marks::Mark markOn(const document::Document& document, const std::u32string& text) {
    const std::size_t start = document.text.find(text);
    return {start, start + text.size(), "third-party", {}, {}};
}

document::Document readSheet(const samples::Draw& draw) { return program().read(samples::sheet(draw), "x.png").document; }

constexpr const char* byHand = "met de hand geschreven";

}  // namespace

TEST(UnevenScan, LinesThatSlopeAreReadAndAMarkFallsOnTheirInk) {
    for (const double degrees : {1.0, 3.0, -4.0}) {
        const std::string scan = askew(degrees);
        const auto reader = program();
        const auto read = reader.read(scan, "x.png").document;
        EXPECT_GE(shareRead(report, textOf(read)), 0.97) << degrees << '\n' << textOf(read);
        EXPECT_TRUE(read.doubts.empty()) << degrees;
        ASSERT_NE(read.text.find(U"Groen"), read.text.npos) << degrees << '\n' << textOf(read);
        const std::string bare = reader.rebuild(scan, read, {}, {}, "Scan").pdf, marked = reader.rebuild(scan, read, {markOn(read, U"Groen")}, {"naam"}, "Scan").pdf;
        EXPECT_GT(drawn::Seen(bare).blue(0, 0, 595, 842), 0) << degrees;
        EXPECT_EQ(drawn::Seen(marked).blue(0, 0, 595, 842), 0) << degrees;
        const auto pages = reader.ocr(marked);
        ASSERT_FALSE(pages.empty());
        EXPECT_GE(shareRead(report, pages[0]), 0.9) << degrees << '\n' << pages[0];
    }
}

TEST(UnevenScan, ASheetThatLayUpsideDownIsReadWithItsBoxesOnTheInk) {
    const std::string scan = samples::sheet([](cairo_t* pen) {
        cairo_set_source_rgb(pen, 0, 0, 0);
        samples::typeLines(pen, 70, 100, report);
        samples::typeLines(pen, 70, 190, report);
    }, 180);
    const auto read = program().read(scan, "x.png").document;
    EXPECT_GE(shareRead(report, textOf(read)), 0.97) << textOf(read);
    ASSERT_FALSE(read.pages.at(0).words.empty());
    const auto& first = read.pages[0].words.front().box;  // it stands in the lower right corner of the sheet as it is shown
    EXPECT_NEAR(first.x1, 595 - 70, 3);
    EXPECT_NEAR(first.y1, 842 - 103, 4);
}

TEST(UnevenScan, EnglishPartsAreReadInEnglishAndSaidToBe) {
    const std::vector<std::string> english = {"Dear Sir or Madam, thank you for your letter about the boy. He has been with us since", "September and we have seen that he would rather play with his friends than talk about",
                                              "what happened at home. His mother said that she could not come to the meeting, because", "her brother was there. We think that they should be invited separately, which would give", "her the space that she needs."};
    const auto read = readSheet([&](cairo_t* pen) {
        cairo_set_source_rgb(pen, 0, 0, 0);
        samples::typeLines(pen, 70, 80, report, "Liberation Serif 8");
        samples::typeLines(pen, 70, 240, english, "Liberation Serif 8");
    });
    EXPECT_GE(shareRead(english, textOf(read)), 0.97) << textOf(read);
    std::string inEnglish, other;
    for (const auto& block : read.blocks)
        (block.language == "en" ? inEnglish : other) += document::toUtf8(std::u32string_view(read.text).substr(block.start, block.end - block.start));
    EXPECT_THAT(inEnglish, HasSubstr("thank you for your letter"));
    EXPECT_THAT(inEnglish, Not(HasSubstr("Moeder")));
    EXPECT_THAT(other, HasSubstr("Moeder vertelt"));
    EXPECT_EQ(document::documentFromJson(document::toJson(read)).blocks.back().language, read.blocks.back().language);
}

TEST(UnevenScan, APageWrittenByHandIsPutToAHumanAsAWhole) {
    const struct {
        const char* what;
        samples::Draw draw;
    } rows[] = {
        {"a page", [](cairo_t* pen) { samples::writeRows(pen, {}); }},
        {"a note", [](cairo_t* pen) { samples::writeRows(pen, {60, 400, 90, 4, 30, 11}); }},
        {"under typed text", [](cairo_t* pen) { samples::typeLines(pen, 70, 60, report); samples::writeRows(pen, {60, 540, 300, 6, 30, 11}); }},
        {"a form filled in", [](cairo_t* pen) {
             samples::typeLines(pen, 60, 80, {"Naam", "", "", "Adres", "", "", "Reden van de melding", "", "", "Wat is er gebeurd"}, "Liberation Sans 10");
             samples::writeRows(pen, {220, 540, 92, 4, 54, 11});
         }},
    };
    for (const auto& row : rows) {
        const auto read = readSheet(row.draw);
        EXPECT_TRUE(read.pages.at(0).handwritten) << row.what;
        EXPECT_TRUE(doubts(read, byHand)) << row.what;
        EXPECT_TRUE(document::documentFromJson(document::toJson(read)).pages.at(0).handwritten) << row.what;
    }
}

TEST(UnevenScan, ASignatureAStampATableOrALogoMakeNoHandwrittenPage) {
    const samples::Draw letter = [](cairo_t* pen) {
        cairo_set_source_rgb(pen, 0, 0, 0);
        samples::typeLines(pen, 70, 60, report);
        samples::typeLines(pen, 70, 170, report);
    };
    const struct {
        const char* what;
        samples::Draw draw;
    } rows[] = {
        {"typed", [](cairo_t*) {}},
        {"signed twice", [](cairo_t* pen) { samples::sign(pen, 80, 320); samples::sign(pen, 330, 320); }},
        {"stamped", [](cairo_t* pen) { samples::stamp(pen, 400, 420); }},
        {"italic", [](cairo_t* pen) { cairo_set_source_rgb(pen, 0, 0, 0); samples::typeLines(pen, 70, 300, report, "Liberation Serif Italic 11.5"); }},
        {"a table", [](cairo_t* pen) {
             cairo_set_source_rgb(pen, 0, 0, 0);
             for (int row = 0; row < 6; ++row)
                 for (int column = 0; column < 4; ++column) {
                     cairo_rectangle(pen, 60 + column * 118, 320 + row * 24, 118, 24);
                     cairo_stroke(pen);
                     samples::typeLines(pen, 64 + column * 118, 324 + row * 24, {"12-03-2025"}, "Liberation Sans 9");
                 }
         }},
        {"a logo", [](cairo_t* pen) {
             cairo_set_source_rgb(pen, 0.1, 0.3, 0.6);
             for (int at = 0; at < 5; ++at) {
                 cairo_arc(pen, 80 + at * 45, 360, 20, 0, 7);
                 cairo_fill(pen);
             }
         }},
    };
    for (const auto& row : rows) {
        const auto read = readSheet([&](cairo_t* pen) {
            letter(pen);
            row.draw(pen);
        });
        EXPECT_FALSE(read.pages.at(0).handwritten) << row.what << '\n' << textOf(read);
        EXPECT_FALSE(doubts(read, byHand)) << row.what;
    }
}

// A stamp, or a note along the side: it stands at an angle to the lines of the page.
TEST(UnevenScan, AStampAtAnAngleIsReadAndAMarkFallsOnItsInk) {
    for (const double degrees : {-90.0, -12.0, 20.0}) {
        const std::string scan = samples::sheet([&](cairo_t* pen) {
            cairo_set_source_rgb(pen, 0, 0, 0);
            samples::typeLines(pen, 70, 60, report);
            samples::typeLines(pen, 70, 170, report);
            cairo_save(pen);
            cairo_translate(pen, 330, 480);
            cairo_rotate(pen, degrees * std::numbers::pi / 180);
            cairo_set_source_rgb(pen, 0, 0, 0.85);
            cairo_rectangle(pen, -80, -30, 160, 60);
            cairo_stroke(pen);
            samples::typeLines(pen, -70, -22, {"Behandeld door", "W. Groenewoud"}, "Liberation Sans Bold 14");
            cairo_restore(pen);
        });
        const auto reader = program();
        const auto read = reader.read(scan, "x.png").document;
        ASSERT_NE(read.text.find(U"Groenewoud"), read.text.npos) << degrees << '\n' << textOf(read);
        EXPECT_GE(shareRead(report, textOf(read)), 0.97) << degrees;
        const std::string bare = reader.rebuild(scan, read, {}, {}, "Scan").pdf, marked = reader.rebuild(scan, read, {markOn(read, U"Groenewoud")}, {"naam"}, "Scan").pdf;
        EXPECT_LT(drawn::Seen(marked).blue(0, 0, 595, 842), drawn::Seen(bare).blue(0, 0, 595, 842)) << degrees;
        EXPECT_EQ(reader.read(marked, "x.pdf").document.text.find(U"Groen"), std::u32string::npos) << degrees;
    }
}
