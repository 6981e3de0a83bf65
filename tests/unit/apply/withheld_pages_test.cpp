// Pages of which nothing is shown are replaced by one line each, that says why and nothing of what was on them.
#include <gmock/gmock.h>

#include <cairo-pdf.h>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/rebuild/rebuild.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
using testing::HasSubstr;
using testing::Not;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

// Five pages, each saying its number; the third is of another size and says more.
std::string source() {
    std::string bytes;
    auto* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 595, 842);
    auto* pen = cairo_create(surface);
    cairo_set_font_size(pen, 11);
    for (int page = 1; page <= 5; ++page) {
        if (page == 3) cairo_pdf_surface_set_size(surface, 842, 1191);
        else cairo_pdf_surface_set_size(surface, 595, 842);
        for (int line = 0; line < (page == 3 ? 40 : 4); ++line) {
            cairo_move_to(pen, 72, 80 + 18 * line);
            cairo_show_text(pen, ("Op bladzijde " + std::to_string(page) + " staat een verhaal van enkele woorden").c_str());
        }
        cairo_show_page(pen);
    }
    cairo_destroy(pen);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return bytes;
}

std::vector<marks::Mark> hideWhole(const document::Document& document, std::initializer_list<std::size_t> pages, const std::string& ground) {
    std::vector<marks::Decided> decided;
    for (const auto page : pages)
        decided.push_back({document.pages[page].start, document.pages[page].end, policy::Decision::redact, ground, std::nullopt, std::nullopt, {}});
    return marks::resolveMarks(document, decided);
}

struct Made {
    apply::RebuiltPdf pdf;
    std::string text;
};

Made make(std::initializer_list<std::size_t> pages) {
    static const auto bytes = source();
    static const auto document = reading::read(bytes);
    const auto marks = hideWhole(document, pages, "third-party");
    Made made{apply::rebuildPdf(bytes, document, marks, std::vector<std::string>(marks.size(), "[A]"), "Verslag", {}), {}};
    made.text = other::pdfText(made.pdf.bytes);
    return made;
}

TEST(WithheldPages, AreALineEachOnOneSheet) {
    const auto made = make({1, 2, 3});
    EXPECT_EQ(apply::pageCount(made.pdf.bytes), 3u);
    for (const auto* line : {"Op bladzijde 1", "Pagina 2 is niet verstrekt (A).", "Pagina 3 is niet verstrekt (A).", "Pagina 4 is niet verstrekt (A).", "Op bladzijde 5"})
        EXPECT_THAT(made.text, HasSubstr(line));
    for (const auto* hidden : {"bladzijde 2", "bladzijde 3", "bladzijde 4"}) EXPECT_THAT(made.text, Not(HasSubstr(hidden)));
}

TEST(WithheldPages, AreTracedToTheSheetThatNamesThem) {
    using Way = apply::PageTrace::Way;
    const auto trace = make({1, 2}).pdf.trace;
    ASSERT_EQ(trace.size(), 5u);
    const std::vector<std::pair<Way, std::size_t>> expected{{Way::drawn, 0}, {Way::withheld, 1}, {Way::withheld, 1}, {Way::drawn, 2}, {Way::drawn, 3}};
    for (std::size_t at = 0; at < trace.size(); ++at) {
        EXPECT_EQ(trace[at].way, expected[at].first) << at;
        EXPECT_EQ(trace[at].outPage, expected[at].second) << at;
    }
}

TEST(WithheldPages, LeaveTheOthersTheirNumbers) {
    const auto objects = other::qdf(make({1, 2}).pdf.bytes);
    EXPECT_THAT(objects, HasSubstr("/PageLabels"));
    EXPECT_THAT(other::qdf(make({}).pdf.bytes), Not(HasSubstr("/PageLabels")));
}

// The third page is larger and says ten times as much as the second.
TEST(WithheldPages, TellNothingOfWhatWasOnThem) {
    const other::Folder folder;
    const auto sheetOf = [&](std::size_t page) {
        const auto path = folder.write("a.pdf", make({page}).pdf.bytes).string();
        return other::run("pdftotext -f " + std::to_string(page + 1) + " -l " + std::to_string(page + 1) + " " + path + " - ; pdfinfo -f " + std::to_string(page + 1) +
                          " -l " + std::to_string(page + 1) + " " + path + " | grep 'size:'  | grep Page");
    };
    auto one = sheetOf(1), other = sheetOf(2);
    for (auto* sheet : {&one, &other})
        for (const char* number : {"Pagina 2", "Pagina 3", "Page    2", "Page    3"})
            if (const auto at = sheet->find(number); at != sheet->npos) sheet->erase(at, std::string(number).size());
    EXPECT_EQ(one, other);
    EXPECT_THAT(one, HasSubstr("is niet verstrekt (A)."));
}

// A drawing with one name beside it: nobody decided that the drawing goes.
TEST(WithheldPages, AreNotPagesOfAFewWords) {
    std::string bytes;
    auto* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 595, 842);
    auto* pen = cairo_create(surface);
    cairo_move_to(pen, 72, 100);
    cairo_show_text(pen, "Groenewoud");
    cairo_rectangle(pen, 100, 200, 300, 300);
    cairo_fill(pen);
    cairo_show_page(pen);
    cairo_destroy(pen);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    const auto document = reading::read(bytes);
    const auto made = apply::rebuildPdf(bytes, document, hideWhole(document, {0}, "third-party"), {"[A]"}, "Tekening", {});
    EXPECT_EQ(made.trace.at(0).way, apply::PageTrace::Way::drawn);
}

}  // namespace
