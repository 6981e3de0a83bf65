// Pages whose text is called visible without drawing them: what is drawn must agree, whatever lies on the page.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "redaction/document/pdf/plain_page.h"
#include "tests/unit/reader/samples.h"

namespace {

using namespace redaction::document;
using samples::textAt;

struct Judged {
    bool plain = false, allSeen = false;
    std::size_t words = 0;
};

Judged judge(const std::string& bytes) {
    const pdf::Source source(bytes, 10);
    const auto drawn = pdf::drawPage(source, 0);
    auto text = pdf::extractText(source, drawn);
    pdf::GlyphInk ink(source.context());
    Judged judged;
    judged.plain = pdf::isPlain(source, drawn, text, ink);
    pdf::markVisibility(text, pdf::render(source, drawn, 110, pdf::Drawing::all, pdf::Colours::rgb),
                        pdf::render(source, drawn, 110, pdf::Drawing::withoutText, pdf::Colours::rgb));
    judged.words = text.words.size();
    judged.allSeen = std::all_of(text.words.begin(), text.words.end(), [](const auto& word) { return word.visible; });
    return judged;
}

std::string pageOf(const std::string& content) {
    return samples::pdfOf({content, "/ExtGState << /Half << /ca 0.5 /CA 0.5 >> /Clear << /ca 0 /CA 0 >> >>", "", "", {}});
}

// A page of a few texts, areas and clips, in colours and places that often hide something and often do not.
class AnyPage {
  public:
    explicit AnyPage(unsigned seed) : chance_(seed) {}

    std::string content() {
        std::string all;
        for (int parts = 1 + pick(6); parts > 0; --parts) all += part();
        return all;
    }

  private:
    int pick(int below) { return int(chance_() % unsigned(below)); }
    std::string grey() { return (pick(2) ? "0" : pick(2) ? "1" : "0." + std::to_string(pick(10))) + std::string(" g "); }
    std::string rectangle() {
        return std::to_string(pick(400)) + " " + std::to_string(500 + pick(200)) + " " + std::to_string(5 + pick(200)) + " " + std::to_string(2 + pick(60)) + " re ";
    }
    std::string part() {
        const std::string text = textAt(40 + pick(400), 500 + pick(220), "Woord" + std::to_string(pick(1000)), pick(4) ? "0 g" : grey());
        switch (pick(7)) {
            case 0: return "q " + grey() + rectangle() + "f Q\n";
            case 1: return "q " + rectangle() + "S Q\n";
            case 2: return "q " + rectangle() + "W n " + text + "Q\n";
            case 3: return pick(3) ? text : "q /Half gs " + text + "Q\n";
            case 4: return "q 0 0 1 rg " + rectangle() + "f 1 g " + text + "Q\n";
            default: return text;
        }
    }
    std::mt19937 chance_;
};

TEST(PlainPage, IsOneWhereDrawingShowsEveryWord) {
    int plain = 0, hiding = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        const auto content = AnyPage(seed).content();
        const auto judged = judge(pageOf(content));
        plain += judged.plain;
        hiding += !judged.allSeen;
        EXPECT_TRUE(judged.allSeen || !judged.plain) << content;
    }
    EXPECT_GT(plain, 30);
    EXPECT_GT(hiding, 15);
}

TEST(PlainPage, IsAPageWithATableOnGreyAndRules) {
    const auto letter = textAt(72, 700, "Verslag") + "0.9 g 60 640 300 20 re f 0 G 60 640 300 20 re S\n" + textAt(72, 646, "Kop van de tabel");
    EXPECT_TRUE(judge(pageOf(letter)).plain);
    EXPECT_TRUE(judge(pageOf(letter + "0 G 1 w 72 698 m 120 698 l S\n")).plain) << "underlined";
    EXPECT_TRUE(judge(pageOf("0 0 595 842 re W n " + letter)).plain);
}

TEST(PlainPage, IsNoneWithAnyDoubt) {
    const std::string word = textAt(72, 700, "Geheim");
    const struct {
        const char* why;
        std::string content;
    } rows[] = {
        {"white", textAt(72, 700, "Geheim", "1 g")},
        {"nearly white", textAt(72, 700, "Geheim", "0.95 g")},
        {"invisible render mode", textAt(72, 700, "Geheim", "3 Tr")},
        {"outlined", textAt(72, 700, "Geheim", "1 Tr")},
        {"text as a clip", textAt(72, 700, "Geheim", "7 Tr")},
        {"covered", word + "1 g 60 690 100 30 re f\n"},
        {"covered by a thick line", word + "30 w 60 700 m 200 700 l S\n"},
        {"covered by many lines", word + "2 w 60 700 m 200 700 l S 60 702 m 200 702 l S 60 704 m 200 704 l S 60 706 m 200 706 l S\n"},
        {"one letter covered", word + "1 g 74 690 4 30 re f\n"},
        {"its own colour behind it", "0 g 60 690 100 30 re f\n" + word},
        {"half its colour behind it", "q /Half gs 0 g 60 690 100 30 re f Q\n" + textAt(72, 700, "Geheim", "0.5 g")},
        {"transparent", "q /Clear gs " + word + "Q\n"},
        {"clipped in half", "q 60 690 100 14 re W n " + word + "Q\n"},
        {"clipped by a circle's part", "q 60 690 m 90 740 160 740 200 690 c h W n " + word + "Q\n"},
        {"clipped by two clips", "q 60 600 100 200 re W n 0 0 50 800 re W n " + word + "Q\n"},
        {"outside the page", textAt(-300, 700, "Geheim")},
        {"half outside", textAt(580, 700, "Geheim")},
        {"too small", "q 0.1 0 0 0.1 0 0 cm " + textAt(720, 7000, "Geheim") + "Q\n"},
        {"over each other", word + textAt(72, 700, "Openba")},
    };
    for (const auto& row : rows) {
        const auto judged = judge(pageOf(textAt(72, 600, "Open tekst") + row.content));
        EXPECT_TRUE(!judged.plain || judged.words == 2) << row.why;  // or the hidden word is not read at all
    }
    EXPECT_FALSE(judge(pageOf("0 g 60 690 100 30 re f\n")).plain) << "a page without text says nothing of what it shows";
}

}  // namespace
