#include "tests/unit/apply/promises.h"

#include <cairo-pdf.h>
#include <gmock/gmock.h>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/rebuild/rebuild.h"
#include "redaction/apply/typeset/typeset.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/planted_pdf.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
using testing::Contains;
using testing::IsEmpty;

std::string rebuilt(const std::string& source, const std::vector<std::string>& hidden, const std::string& appendix = {}) {
    const auto document = reading::read(source);
    const auto marks = reading::hide(document, hidden);
    return apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[A · naam]"), "Stuk", {}, appendix).bytes;
}

std::string typeset() {
    using namespace apply::typeset;
    Text text;
    text.title = "Notitie";
    text.headerLines = {"Regio"}, text.footerLines = {"Lakwerk"};
    text.blocks = {Heading{1, "Verslag"}, Paragraph{{{"Toen belde "}, {"[A · naam]", Style::mark}, {"."}}}, List{{plain("een"), plain("twee")}, Numbering::numbers},
                   KeyValues{{{"Van", plain("Ineke")}}}, Table{{"Datum", "Wat"}, {{plain("1 mei"), plain("belde")}}, {}, "Dagen"}, Notice{plain("Niet verstrekt (A).")}};
    return apply::typeset::typeset(text).pdf;
}

void lines(cairo_t* pen) {
    for (int line = 0; line < 5; ++line) drawn::text(pen, 72, 100 + 18 * line, "Toen belde Groenewoud over de vakantie");
    cairo_rectangle(pen, 72, 300, 200, 1);
    cairo_fill(pen);
}

void shaded(cairo_t* pen) {
    auto* shade = cairo_pattern_create_linear(0, 0, 300, 0);
    cairo_pattern_add_color_stop_rgb(shade, 0, 1, 0, 0);
    cairo_pattern_add_color_stop_rgb(shade, 1, 1, 1, 1);
    cairo_set_source(pen, shade);
    cairo_pattern_destroy(shade);
    cairo_rectangle(pen, 72, 400, 300, 20);
    cairo_fill(pen);
    lines(pen);
}

TEST(Promises, AreKeptByWhatIsTypeset) { EXPECT_THAT(promises::broken(typeset()), IsEmpty()); }
TEST(Promises, AreKeptByATypedPage) { EXPECT_THAT(promises::broken(rebuilt(drawn::typed(lines), {"Groenewoud"})), IsEmpty()); }
TEST(Promises, AreKeptByAScan) { EXPECT_THAT(promises::broken(rebuilt(drawn::scan(lines), {"Groenewoud"})), IsEmpty()); }
TEST(Promises, AreKeptByAPageThatBecameAPicture) { EXPECT_THAT(promises::broken(rebuilt(drawn::typed(shaded), {"Groenewoud"})), IsEmpty()); }
TEST(Promises, AreKeptByWithheldPages) { EXPECT_THAT(promises::broken(rebuilt(drawn::typed(lines), {"Toen belde Groenewoud over de vakantie"})), IsEmpty()); }
TEST(Promises, AreKeptWithTheExplanationBehind) {
    EXPECT_THAT(promises::broken(rebuilt(drawn::typed(lines), {"Groenewoud"}, typeset())), IsEmpty());
}

// What this program sets itself begins a new element on each page; cairo can also go on with one.
TEST(Promises, AreKeptByAnElementOnTwoPages) {
    std::string drawn;
    const auto append = [](void* to, const unsigned char* bytes, unsigned size) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
        return CAIRO_STATUS_SUCCESS;
    };
    auto* surface = cairo_pdf_surface_create_for_stream(append, &drawn, 595, 842);
    auto* pen = cairo_create(surface);
    cairo_tag_begin(pen, "P", nullptr);
    drawn::text(pen, 72, 100, "Dit begint hier");
    cairo_show_page(pen);
    drawn::text(pen, 72, 100, "en gaat daar verder.");
    cairo_tag_end(pen, "P");
    cairo_show_page(pen);
    cairo_destroy(pen);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    ASSERT_NE(drawn.find("/MCR"), drawn.npos);
    EXPECT_THAT(promises::broken(apply::finishPdf(drawn, {"Stuk"})), IsEmpty());
}

TEST(Promises, MarksAreReadAloudAsWithheldWithTheirGround) {
    using testing::Each;
    const auto drawnMarks = promises::readAs(rebuilt(drawn::typed(lines), {"Groenewoud"}));
    EXPECT_EQ(drawnMarks.size(), 5u);
    EXPECT_THAT(drawnMarks, Each("P: [gelakt, grond A: naam] "));
    EXPECT_THAT(promises::readAs(rebuilt(drawn::typed(shaded), {"Groenewoud"})), Each("P: [gelakt, grond A: naam] "));
    const auto joined = promises::readAs(rebuilt(drawn::typed(lines), {"Groenewoud"}, typeset()));
    EXPECT_EQ(joined.size(), 6u);
    EXPECT_THAT(joined, Each("P: [gelakt, grond A: naam] "));
}

TEST(Promises, AMarkOnSeveralLinesTellsItsGroundOnce) {
    const auto told = promises::readAs(rebuilt(drawn::typed([](cairo_t* pen) {
        drawn::text(pen, 72, 100, "Eerst dit en toen belde meneer Groenewoud uit de");
        drawn::text(pen, 72, 118, "Lange Straat weer en hij zei dat alles in orde is");
        drawn::text(pen, 72, 136, "en dat het gesprek van dinsdag doorgaat.");
    }), {"Groenewoud uit de Lange Straat weer en hij zei dat alles in orde is en dat"}));
    EXPECT_THAT(told, testing::ElementsAre("P: [gelakt, grond A: naam] ", "P: [gelakt, vervolg] ", "P: [gelakt, vervolg] "));
}

TEST(Promises, AreBrokenByASourceFile) {
    const auto broken = promises::broken(planted::everywhere());
    for (const auto* promise : {"tags", "no /Names", "no annotations on page 1", "no /JS", "fonts embedded"}) EXPECT_THAT(broken, Contains(promise));
}

}  // namespace
