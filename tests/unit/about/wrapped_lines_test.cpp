// On a page it is seen where a line goes on: the next word would not have fitted behind it.
#include "redaction/about/wrapped_lines.h"

#include <gmock/gmock.h>

#include "redaction/about/split.h"
#include "redaction/detect/detect.h"
#include "redaction/document/document.h"
#include "tests/unit/policy/invented_family.h"

namespace {

using namespace redaction;

struct Row {
    std::string text;  // an empty one is an empty line; two spaces: a cell further on
    double left = 70, height = 12;
};

// A page of lines 14 points apart; a letter is half as wide as the line is high.
document::Document pageOf(const std::vector<Row>& rows) {
    document::Document document;
    document.layout = document::Layout::paged;
    document::Page page{0, 0, 595, 842, false, false, {}};
    double y = 60;
    for (const auto& row : rows) {
        const auto line = document::toCodePoints(row.text);
        const double wide = row.height / 2;
        double x = row.left;
        for (std::size_t at = 0; at < line.size();) {
            const auto end = std::min(line.find(U' ', at), line.size());
            const auto start = document.text.size();
            document.text += line.substr(at, end - at);
            const double width = wide * static_cast<double>(end - at);
            if (end > at) page.words.push_back({start, document.text.size(), {x, y, x + width, y + row.height}, 1, true});
            x += width + (end > at ? wide * 0.6 : 3 * row.height);
            if (end < line.size() && end > at) document.text += U' ';
            at = end + 1;
        }
        document.text += U'\n';
        y += 14;
    }
    page.end = document.text.size();
    document.pages.push_back(std::move(page));
    return document;
}

std::vector<std::string> passagesOf(const document::Document& document) {
    static const auto household = invented::family();
    static const detect::People people(household);
    const detect::TextView view(document.text);
    detect::Strangers strangers;
    std::vector<std::string> passages;
    for (const auto& s : about::splitText(view, detect::detect(view, people, strangers), about::linesThatGoOn(document)))
        passages.push_back(document::toUtf8(document.text.substr(s.start, s.end - s.start)));
    return passages;
}

TEST(WrappedLines, AFullLineGoesOnInTheNextAlsoBehindAFullStop) {
    EXPECT_THAT(passagesOf(pageOf({{"De anonimiteit is met de melder besproken. Zij is bang voor de heer"},
                                   {"Zandstra, omdat hij haar man op het tuinpad heeft aangesproken. Er is"},
                                   {"niemand die dat zag."}})),
                testing::SizeIs(1));
}

TEST(WrappedLines, ALineBehindWhichTheNextWordWouldHaveFittedEnds) {
    EXPECT_THAT(passagesOf(pageOf({{"De melder hoort sinds de zomer iedere week geschreeuw in de woning."}, {"Zij slaapt slecht."}, {"Vader belde."}})), testing::SizeIs(2))
        << "the first is full; the second is not";
}

TEST(WrappedLines, LabelsBulletsNumbersAndDatesStartAnew) {
    EXPECT_THAT(passagesOf(pageOf({{"Deze regel loopt tot helemaal aan de rechterkant van de bladzijde"}, {"Telefoon: niet bekend bij ons"}})), testing::SizeIs(2));
    EXPECT_THAT(passagesOf(pageOf({{"Deze regel loopt tot helemaal aan de rechterkant van de bladzijde"}, {"- afspraak met school"}})), testing::SizeIs(2));
    EXPECT_THAT(passagesOf(pageOf({{"Deze regel loopt tot helemaal aan de rechterkant van de bladzijde"}, {"2. Verloop"}})), testing::SizeIs(2));
    EXPECT_THAT(passagesOf(pageOf({{"Deze regel loopt tot helemaal aan de rechterkant van de bladzijde"}, {"14-11-2025 gebeld met moeder"}})), testing::SizeIs(2));
}

TEST(WrappedLines, AnEmptyLineAHeadingAnIndentAndARowOfATableEnd) {
    EXPECT_THAT(passagesOf(pageOf({{"Deze regel loopt tot helemaal aan de rechterkant van de bladzijde"}, {""}, {"en verder"}})), testing::SizeIs(2));
    EXPECT_THAT(passagesOf(pageOf({{"Verslag van het huisbezoek bij", 70, 24}, {"het gezin op een maandag"}})), testing::SizeIs(2));
    EXPECT_THAT(passagesOf(pageOf({{"Deze regel loopt tot helemaal aan de rechterkant van de bladzijde"}, {"rechts uitgelijnd", 300}})), testing::SizeIs(2));
    EXPECT_THAT(passagesOf(pageOf({{"moeder  maandag en dinsdag  woensdag en donderdag"}, {"vader  vrijdag  zaterdag"}})), testing::SizeIs(2));
}

// OCR cuts a paragraph where a line is a little shorter; the room between the lines tells.
TEST(WrappedLines, AnEmptyLineInTheMiddleOfASentenceWithoutRoomIsNone) {
    auto document = pageOf({{"De kinderen heten Jinte, geboren op 15 januari 2013, en Teun, geboren 10"}, {"februari 2018."}, {"Vader belde."}});
    const auto cut = document.text.find(U"\nfebruari");
    document.text.insert(cut, 1, U'\n');
    for (auto& word : document.pages[0].words)
        if (word.start > cut) ++word.start, ++word.end;
    EXPECT_THAT(passagesOf(document), testing::SizeIs(2));
}

TEST(WrappedLines, KnowsNothingOfFlowingText) {
    document::Document document;
    document.text = U"Een regel.\nNog een regel.\n";
    EXPECT_FALSE(about::linesThatGoOn(document).has_value());
}

}  // namespace
