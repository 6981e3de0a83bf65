// A document of several pages has bookmarks: its headings, as far as all of them may be seen, or else its pages.
#include "redaction/apply/finish/bookmarks.h"

#include <gmock/gmock.h>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/flow_text.h"
#include "redaction/apply/rebuild/rebuild.h"
#include "redaction/apply/typeset/typeset.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// What another program lists: titles in order, with a stroke for each level and the page behind.
std::vector<std::string> bookmarksOf(const std::string& pdf) {
    const other::Folder folder;
    std::istringstream lines(other::run("mutool show " + folder.write("a.pdf", pdf).string() + " outline 2>&1"));
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);) {
        const auto open = line.find('"'), close = line.rfind('"'), page = line.find("#page=");
        const auto level = std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(open), '\t');
        found.push_back(std::string(static_cast<std::size_t>(level - 1), '-') + line.substr(open + 1, close - open - 1) + " " + line.substr(page + 6, line.find('&') - page - 6));
    }
    return found;
}

void story(cairo_t* pen, double from) {
    for (int line = 0; line < 6; ++line) drawn::text(pen, 72, from + 18 * line, "Toen belde Corrie Zwaan over de vakantie op school");
}

std::string withHeadings() {
    return drawn::typedPages({[](cairo_t* pen) {
                                  drawn::text(pen, 72, 90, "Verslag van het huisbezoek", 24);
                                  story(pen, 130);
                                  drawn::text(pen, 72, 290, "Gesprek met Corrie Zwaan", 15);
                                  story(pen, 320);
                              },
                              [](cairo_t* pen) {
                                  drawn::text(pen, 72, 90, "Afspraken", 15);
                                  story(pen, 130);
                              }});
}

std::string rebuilt(const std::string& source, const std::vector<std::string>& hidden, const std::string& appendix = {}) {
    const auto document = reading::read(source);
    const auto marks = reading::hide(document, hidden);
    return apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[A · naam]"), "Stuk", {}, appendix).bytes;
}

TEST(Bookmarks, AreTheHeadingsThatMayBeSeenWhole) {
    EXPECT_THAT(bookmarksOf(rebuilt(withHeadings(), {})), ElementsAre("Verslag van het huisbezoek 1", "-Gesprek met Corrie Zwaan 1", "-Afspraken 2"));
    const auto pdf = rebuilt(withHeadings(), {"Corrie Zwaan"});
    EXPECT_THAT(bookmarksOf(pdf), ElementsAre("Verslag van het huisbezoek 1", "-Afspraken 2"));
    EXPECT_THAT(other::qdf(pdf), Not(HasSubstr("Gesprek met")));  // not as a string of any kind
}

TEST(Bookmarks, LeaveOutAHeadingUnderABoxDrawnByHand) {
    const auto source = withHeadings();
    const auto document = reading::read(source);
    std::vector<marks::Mark> marks{{0, 0, "third-party", std::size_t{1}, document::Box{60, 70, 200, 95}, {}}};  // its words are not marked
    const auto pdf = apply::rebuildPdf(source, document, marks, {"[A]"}, "Stuk", {}).bytes;
    EXPECT_THAT(bookmarksOf(pdf), ElementsAre("Verslag van het huisbezoek 1", "-Gesprek met Corrie Zwaan 1"));
}

TEST(Bookmarks, AreThePagesWhereThereAreNoHeadings) {
    const auto plain = [](cairo_t* pen) { story(pen, 130); };
    EXPECT_THAT(bookmarksOf(rebuilt(drawn::typedPages({plain, plain, plain}), {"Corrie Zwaan"})), ElementsAre("Pagina 1 1", "Pagina 2 2", "Pagina 3 3"));
    EXPECT_THAT(bookmarksOf(rebuilt(drawn::typedPages(std::vector<drawn::Draw>(23, plain)), {})),
                ElementsAre("Pagina 1 tot en met 10 1", "Pagina 11 tot en met 20 11", "Pagina 21 tot en met 23 21"));
    EXPECT_THAT(bookmarksOf(rebuilt(drawn::typed(plain), {})), testing::IsEmpty());
}

// Pages keep their numbers, and those that are withheld lead to the sheet that says so.
TEST(Bookmarks, LeadToWhatStandsInThePlaceOfWithheldPages) {
    const auto source = drawn::typedPages({[](cairo_t* pen) { drawn::text(pen, 72, 130, "Ineke belde over de vakantie op school"); },
                                           [](cairo_t* pen) { story(pen, 130); }, [](cairo_t* pen) { story(pen, 130); },
                                           [](cairo_t* pen) { drawn::text(pen, 72, 130, "Daarna is een afspraak gemaakt voor maandag"); }});
    const auto pdf = rebuilt(source, {"Toen belde Corrie Zwaan over de vakantie op school"});
    EXPECT_EQ(apply::pageCount(pdf), 3u);
    EXPECT_THAT(bookmarksOf(pdf), ElementsAre("Pagina 1 1", "Pagina 2 2", "Pagina 3 2", "Pagina 4 3"));
}

TEST(Bookmarks, OfTheExplanationComeBehind) {
    using namespace apply::typeset;
    Text text;
    text.blocks = {Heading{2, "Waarom delen van dit stuk zwart zijn"}, Paragraph{plain("Daarom.")}};
    const auto joined = rebuilt(withHeadings(), {"Corrie Zwaan"}, typeset(text).pdf);
    EXPECT_THAT(bookmarksOf(joined), ElementsAre("Verslag van het huisbezoek 1", "-Afspraken 2", "Waarom delen van dit stuk zwart zijn 3"));
    const auto behindOnePage = rebuilt(drawn::typed([](cairo_t* pen) { story(pen, 130); }), {"Corrie Zwaan"}, typeset(text).pdf);
    EXPECT_THAT(bookmarksOf(behindOnePage), ElementsAre("Waarom delen van dit stuk zwart zijn 2"));
    const other::Folder folder;
    EXPECT_THAT(other::run("qpdf --check " + folder.write("a.pdf", joined).string() + " 2>&1"), HasSubstr("No syntax or stream encoding errors"));
}

TEST(Bookmarks, OfWhatIsSetAnewAreItsHeadings) {
    static const auto rules = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    document::Document document;
    const auto add = [&](const char* text, document::BlockKind::Value kind, int level) {
        const auto start = document.text.size();
        document.text += document::toCodePoints(text) + U"\n";
        document.blocks.push_back({kind, level, start, document.text.size() - 1, {}});
    };
    add("Verslag", document::BlockKind::heading, 1);
    for (int line = 0; line < 60; ++line) add("Toen belde Corrie Zwaan over de vakantie.", document::BlockKind::paragraph, 0);
    add("Gesprek met Corrie Zwaan", document::BlockKind::heading, 2);
    add("Afspraken", document::BlockKind::heading, 2);
    const auto make = [&](const std::vector<std::string>& hidden) {
        apply::typeset::Text text;
        text.blocks = apply::flowBlocks(document, reading::hide(document, hidden), rules);
        return apply::typeset::typeset(text).pdf;
    };
    EXPECT_THAT(bookmarksOf(make({})), ElementsAre("Verslag 1", "-Gesprek met Corrie Zwaan 3", "-Afspraken 3"));
    const auto pdf = make({"Corrie Zwaan"});
    EXPECT_THAT(bookmarksOf(pdf), ElementsAre("Verslag 1", "-Afspraken 3"));
    const other::Folder folder;
    EXPECT_THAT(other::run("pdfinfo -struct-text " + folder.write("a.pdf", pdf).string()), HasSubstr("H2 (block)\n    Span (inline)\n      \"Gesprek met \""));
    document.blocks.clear();
    EXPECT_THAT(bookmarksOf(make({"Corrie Zwaan"})), ElementsAre("Pagina 1 1", "Pagina 2 2"));
}

TEST(Bookmarks, AreAsManyAsAReaderCanUse) {
    std::vector<apply::Bookmark> many(2000, {"Dag", 3, 0, 0});
    for (int week = 0; week < 100; ++week) many.push_back({"Week", 2, 0, 0});
    EXPECT_EQ(apply::fewerBookmarks(many).size(), 100u);
    EXPECT_EQ(apply::fewerBookmarks(std::vector<apply::Bookmark>(2000, {"Dag", 1, 0, 0})).size(), 0u);
}

}  // namespace
