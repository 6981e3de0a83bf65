// What stands in and beside a withheld passage and was read by nobody goes with it.
#include <gmock/gmock.h>

#include <sstream>

#include "redaction/apply/rebuild/rebuild.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
using testing::HasSubstr;
using testing::Not;

// From the first word to the last, whatever stands between.
std::vector<marks::Mark> hideFromTo(const document::Document& document, std::u32string_view first, std::u32string_view last) {
    const auto start = document.text.find(first), end = document.text.find(last);
    if (start == document.text.npos || end == document.text.npos) throw std::logic_error(document::toUtf8(document.text));
    return marks::resolveMarks(document, {{start, end + last.size(), policy::Decision::redact, "third-party", std::nullopt, std::nullopt, {}}});
}

void passage(cairo_t* pen) {
    drawn::text(pen, 70, 100, "Verslag van het gesprek op school");
    drawn::text(pen, 70, 130, "Vader belde. Oma vertelde in vertrouwen dat zij");
    drawn::text(pen, 70, 190, "bang is voor                                   wat er komt");
    drawn::text(pen, 70, 210, "en niet meer slaapt. Vader wil overleg.");
    drawn::text(pen, 70, 260, "Het gesprek duurde een uur.");
}

void notes(cairo_t* pen) {
    drawn::scrawl(pen, 440, 130);  // beside the passage
    drawn::scrawl(pen, 90, 160);   // between its lines
    drawn::scrawl(pen, 170, 187);  // in its second line
    drawn::scrawl(pen, 10, 190, 50);
    drawn::scrawl(pen, 70, 400);   // elsewhere
}

std::string rebuilt(const std::string& source, std::u32string_view first, std::u32string_view last) {
    const auto document = reading::read(source);
    const auto marks = hideFromTo(document, first, last);
    return apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[rechten van anderen]"), "Verslag", {}).bytes;
}

std::string textOf(const std::string& pdf) {
    std::istringstream words(other::pdfText(pdf));
    std::string text;
    for (std::string word; words >> word;) text += (text.empty() ? "" : " ") + word;
    return text;
}

void expectNotesGone(const std::string& pdf) {
    const drawn::Seen seen(pdf);
    EXPECT_EQ(seen.blue(0, 110, 595, 222), 0);
    EXPECT_GT(seen.blue(60, 380, 150, 420), 0.01);
    EXPECT_GT(seen.black(440, 122, 500, 128), 0.9);  // that something was there is shown
    EXPECT_GT(seen.black(100, 152, 140, 168), 0.9);
    for (const auto* words : {"Verslag van het gesprek op school", "Vader belde.", "Vader wil overleg.", "Het gesprek duurde een uur."})
        EXPECT_THAT(textOf(pdf), HasSubstr(words));
    EXPECT_THAT(textOf(pdf), Not(HasSubstr("vertrouwen")));
}

TEST(RebuildPassages, OfAScanLeaveNothingThatNobodyRead) {
    expectNotesGone(rebuilt(drawn::scan([](cairo_t* pen) { passage(pen), notes(pen); }), U"Oma", U"slaapt."));
}

TEST(RebuildPassages, OfATypedPageLeaveNoDrawingOverOrBesideThem) {
    expectNotesGone(rebuilt(drawn::typed([](cairo_t* pen) { passage(pen), notes(pen); }), U"Oma", U"slaapt."));
}

// Letters drawn as shapes are words of the page; hidden, nothing of their shapes is left.
TEST(RebuildPassages, LeaveNoLettersDrawnAsShapes) {
    const auto source = drawn::typed([](cairo_t* pen) {
        passage(pen);
        drawn::outlined(pen, 90, 160, "Corrie Zwaan LIT");
    });
    const auto document = reading::read(source);
    const auto marks = reading::hide(document, {"Corrie", "Zwaan", "LIT"});
    ASSERT_GE(marks.size(), 1u) << document::toUtf8(document.text);
    const auto pdf = apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[naam]"), "Verslag", {}).bytes;
    EXPECT_EQ(drawn::Seen(pdf).blue(0, 140, 595, 180), 0);
    EXPECT_THAT(textOf(pdf), HasSubstr("Oma vertelde in vertrouwen"));
}

// A table keeps its lines, and other columns their words.
TEST(RebuildPassages, LeaveRulesAndNeighboursAlone) {
    const auto pdf = rebuilt(drawn::typed([](cairo_t* pen) {
                                 passage(pen);
                                 drawn::text(pen, 420, 190, "Andere kolom");
                                 drawn::text(pen, 420, 210, "met eigen tekst");
                                 cairo_set_source_rgb(pen, 0.6, 0.75, 1);
                                 cairo_rectangle(pen, 400, 90, 1, 300);
                                 cairo_fill(pen);
                             }), U"Oma", U"slaapt.");
    const drawn::Seen seen(pdf);
    EXPECT_GT(seen.blue(399, 120, 402, 380), 0.2);
    EXPECT_THAT(other::pdfText(pdf), HasSubstr("Andere kolom"));
    EXPECT_THAT(other::pdfText(pdf), HasSubstr("met eigen tekst"));
}

// A scan with words in a second column keeps them, also those beside the passage.
TEST(RebuildPassages, OfAScanKeepTheOtherColumn) {
    const auto source = drawn::scan([](cairo_t* pen) {
        passage(pen);
        for (int line = 0; line < 8; ++line) drawn::text(pen, 420, 110 + 22 * line, "Andere kolom met tekst");
    });
    const auto document = reading::read(source);
    std::vector<marks::Decided> left;
    for (const auto& word : document.pages.at(0).words)
        if (word.box.x1 < 410 && word.box.y0 > 115 && word.box.y1 < 220)
            left.push_back({word.start, word.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, {}});
    const auto marks = marks::resolveMarks(document, left);
    const auto pdf = apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[naam]"), "Verslag", {}).bytes;
    const auto text = document::toUtf8(reading::read(pdf).text);
    EXPECT_EQ(text.find("vertrouwen"), text.npos);
    std::size_t kept = 0;
    for (auto at = text.find("Andere kolom"); at != text.npos; at = text.find("Andere kolom", at + 1)) ++kept;
    EXPECT_EQ(kept, 8u) << text;
}

// Words in a picture on a typed page cannot be set again as text: the page becomes a picture, where they can.
TEST(RebuildPassages, AMarkInAPictureOnATypedPageTellsNoWidth) {
    std::vector<double> places;
    for (const std::string name : {"Bo", "Wilhelmina Bakkerij"}) {
        const auto source = drawn::typed([&](cairo_t* pen) {
            drawn::text(pen, 70, 100, "Getypte kop van deze bladzijde");
            drawn::pictured(pen, 65, 150, "Daarna belde " + name + " nog met school");
        });
        const auto document = reading::read(source);
        const auto marks = hideFromTo(document, document::toCodePoints(name), document::toCodePoints(name));
        const auto pdf = apply::rebuildPdf(source, document, marks, {"[naam]"}, "Verslag", {}).bytes;
        EXPECT_THAT(textOf(pdf), HasSubstr("Getypte kop van deze bladzijde"));
        EXPECT_THAT(textOf(pdf), HasSubstr("Daarna belde [naam] nog met school"));
        for (const auto& word : reading::read(pdf).pages.at(0).words)
            if (word.box.y0 > 150) places.push_back(word.box.x1);  // also the words after the mark
    }
    const auto half = places.size() / 2;
    ASSERT_EQ(places.size(), 2 * half);
    for (std::size_t at = 0; at < half; ++at) EXPECT_NEAR(places[at], places[at + half], 1.5);
}

}  // namespace
