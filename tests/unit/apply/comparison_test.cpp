// Beside its source a page shows nothing less and nothing more outside what was changed on purpose.
#include <gmock/gmock.h>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/verification/page_difference.h"
#include "redaction/marks/occurrences.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/planted_pdf.h"

namespace {

using namespace redaction;
using apply::verification::DrawnBy;
using apply::verification::findDifference;
using apply::verification::GreyPicture;
using testing::HasSubstr;
using testing::IsEmpty;

const reader::ReaderProcess& readerProcess() {
    static const reader::ReaderProcess process(LAKWERK_BUILD_DIR "/lakwerk-reader");
    return process;
}

const policy::RuleSet& rules() {
    static const auto loaded = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    return loaded;
}

// What the comparison of a source with what was built from `drawn` tells; the trace is that of the building.
std::vector<std::string> compared(const std::string& source, const std::string& drawn, const std::vector<std::string>& hidden) {
    const auto document = readerProcess().read(drawn, "stuk").document;
    std::vector<marks::Decided> decided;
    for (const auto& span : marks::findOccurrences(document, hidden))
        decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"});
    const auto made = apply::Writer(readerProcess(), rules()).build(drawn, document, decided, "Stuk");
    apply::Origin origin{[&source] { return source; }, {}, made.trace()};
    for (const auto& page : document.pages) origin.pageWidths.push_back(page.width);
    const auto report = apply::verify({{"stuk.pdf", made.pdf(), {}, origin}}, {}, readerProcess());
    EXPECT_EQ(report.pagesCompared, document.pages.size());
    std::vector<std::string> where;
    for (const auto& hit : report.hits) where.push_back(hit.where);
    return where;
}

std::string letter(const std::string& more) {
    return drawn::typed([&](cairo_t* pen) {
        drawn::text(pen, 72, 100, "Daarna belde Corrie Zwaan met de school over de vakantie.");
        drawn::text(pen, 72, 140, "Het gesprek was prettig en duurde een uur" + more);
    });
}

std::string scanned(const std::string& more) {
    return drawn::scan([&](cairo_t* pen) {
        drawn::text(pen, 72, 100, "Daarna belde Corrie Zwaan met de school over de vakantie.");
        drawn::text(pen, 72, 140, "Het gesprek was prettig en duurde een uur" + more);
    });
}

TEST(Comparison, IsSilentWhereOnlyTheMarksDiffer) {
    EXPECT_THAT(compared(letter("."), letter("."), {"Corrie Zwaan"}), IsEmpty());
    EXPECT_THAT(compared(scanned("."), scanned("."), {"Corrie Zwaan"}), IsEmpty());
    EXPECT_THAT(compared(planted::everywhere(), planted::everywhere(), {"Corrie Zwaan"}), IsEmpty());
}

TEST(Comparison, TellsWhatIsMissingAndWhatIsNew) {
    EXPECT_THAT(compared(letter(" ja"), letter(""), {"Corrie Zwaan"}), testing::ElementsAre(HasSubstr("(mutool), pagina 1, 5 cm van boven, 11 cm van links: daar ontbreekt iets"),
                                                                                         HasSubstr("(pdftoppm), pagina 1")));
    EXPECT_THAT(compared(letter(""), letter(" ja"), {"Corrie Zwaan"}), testing::Contains(HasSubstr("daar staat iets dat er niet hoort")));
    EXPECT_THAT(compared(scanned(" ja"), scanned(""), {}), testing::Contains(HasSubstr("daar ontbreekt iets")));
    EXPECT_THAT(compared(scanned(""), scanned(" ja"), {}), testing::Contains(HasSubstr("daar staat iets dat er niet hoort")));
}

// Words are drawn after everything else: one that lay half under a shape lies over it.
TEST(Comparison, IsSilentOnceTheFilterLeavesThePageToAPicture) {
    const auto source = drawn::typed([](cairo_t* pen) {
        drawn::text(pen, 72, 100, "Daarna belde Corrie Zwaan met de school.");
        drawn::text(pen, 72, 140, "HALVERWEGE", 40);
        cairo_set_source_rgb(pen, 0.8, 0.8, 0.8);
        cairo_rectangle(pen, 60, 125, 400, 40);
        cairo_fill(pen);
    });
    const auto read = readerProcess().read(source, "stuk.pdf").document;
    const auto report = [&](const document::Document& document) {
        const auto made = apply::Writer(readerProcess(), rules()).build(source, document, {}, "Stuk");
        apply::Origin origin{[&source] { return source; }, {document.pages[0].width}, made.trace()};
        return apply::verify({{"stuk.pdf", made.pdf(), {}, origin}}, {}, readerProcess());
    };
    const auto differing = report(read).differingPages("stuk.pdf");
    EXPECT_THAT(differing, testing::ElementsAre(0u));
    EXPECT_TRUE(report(apply::withPictures(read, differing)).passed());
}

// Lines thinner than a pixel are drawn a pixel wide, and thinner where they are drawn sharp and made smaller.
TEST(Comparison, IsSilentAboutThinLinesOfAPageThatIsAPicture) {
    const auto source = drawn::typed([](cairo_t* pen) {
        drawn::text(pen, 72, 100, "Daarna belde Corrie Zwaan met de school.");
        cairo_set_line_width(pen, 0.1);
        for (double y = 200; y < 700; y += 37.3) {
            cairo_move_to(pen, 72, y);
            cairo_line_to(pen, 500, y);
        }
        cairo_stroke(pen);
    });
    const auto document = apply::withPictures(readerProcess().read(source, "stuk.pdf").document, {0});
    const auto made = apply::Writer(readerProcess(), rules()).build(source, document, {}, "Stuk");
    const apply::Origin origin{[&source] { return source; }, {document.pages[0].width}, made.trace()};
    for (const auto& hit : apply::verify({{"stuk.pdf", made.pdf(), {}, origin}}, {}, readerProcess()).hits) ADD_FAILURE() << hit.where;
}

TEST(Comparison, ThatCannotBeMadeIsAHit) {
    EXPECT_THAT(compared("geen pdf", letter(""), {}), testing::Contains(HasSubstr("niet te controleren")));
}

GreyPicture paper(int size = 60) { return {size, size, std::vector<unsigned char>(std::size_t(size) * std::size_t(size), 255)}; }

GreyPicture with(GreyPicture picture, int x0, int y0, int x1, int y1, unsigned char grey) {
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) picture.pixels[std::size_t(y) * std::size_t(picture.width) + std::size_t(x)] = grey;
    return picture;
}

struct Case {
    std::string what;
    GreyPicture source, made;
    std::vector<document::Box> changed;
    bool sameEngine, otherEngine;  // whether it is told
};

TEST(PageDifference, TellsSmallThingsAndNoSmear) {
    const auto word = with(paper(), 20, 20, 30, 26, 60);
    const std::vector<Case> table{{"nothing", word, word, {}, false, false},
                                  {"a word is missing", word, paper(), {}, true, true},
                                  {"a word is new", paper(), word, {}, true, true},
                                  {"under a change", word, paper(), {{19, 19, 31, 27}}, false, false},
                                  {"partly under a change", word, paper(), {{12, 19, 23, 27}}, true, true},
                                  {"a comma is missing", with(paper(), 20, 20, 22, 22, 120), paper(), {}, true, true},
                                  {"a pixel further", word, with(paper(), 21, 20, 31, 26, 60), {}, false, false},
                                  {"a little lighter", word, with(paper(), 20, 20, 30, 26, 90), {}, false, false},
                                  {"a thin line drawn thicker", with(paper(), 0, 20, 60, 21, 190), with(paper(), 0, 20, 60, 21, 0), {}, true, false},
                                  {"white on grey", with(paper(), 0, 0, 60, 60, 200), with(with(paper(), 0, 0, 60, 60, 200), 20, 20, 30, 26, 255), {}, true, false}};
    for (const auto& it : table) {
        EXPECT_EQ(findDifference(it.source, it.made, it.changed, 60, DrawnBy::sameEngine).has_value(), it.sameEngine) << it.what;
        EXPECT_EQ(findDifference(it.source, it.made, it.changed, 60, DrawnBy::otherEngine).has_value(), it.otherEngine) << it.what;
    }
}

}  // namespace
