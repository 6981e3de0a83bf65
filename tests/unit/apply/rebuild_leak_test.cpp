// What is built anew from a PDF with a name in every hiding place must not hold it anywhere.
#include <gmock/gmock.h>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/rebuild/rebuild.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/planted_pdf.h"
#include "tests/unit/apply/reading.h"

namespace {

using testing::HasSubstr;
using testing::Not;

struct Rebuilt {
    std::string pdf, text;
};

const Rebuilt& rebuilt() {
    static const Rebuilt made = [] {
        const auto source = planted::everywhere();
        const auto document = reading::read(source);
        const auto marks = reading::hide(document, {planted::first, planted::family});
        const std::vector<std::string> labels(marks.size(), "[naam · rechten van anderen]");
        auto pdf = redaction::apply::rebuildPdf(source, document, marks, labels, "Verslag", {}).bytes;
        auto text = other::pdfText(pdf);
        return Rebuilt{std::move(pdf), std::move(text)};
    }();
    return made;
}

void holdsNoName(const std::string& bytes) {
    for (const auto* part : {planted::first, planted::family}) EXPECT_THAT(bytes, Not(HasSubstr(part)));
}

TEST(RebuildLeaks, SourceReallyHoldsTheName) {
    const auto text = other::pdfText(planted::everywhere());
    EXPECT_THAT(text, HasSubstr("belde Corrie Zwaan met"));
    EXPECT_THAT(other::qdf(planted::everywhere()), HasSubstr("/Author (Corrie Zwaan)"));
}

TEST(RebuildLeaks, KeepsWhatMayBeSeenAsText) {
    for (const auto* sentence : {"Verslag van het gesprek", "Daarna belde", "met de school over de vakantie.", "Het gesprek was prettig en duurde een uur.", "Moeder"})
        EXPECT_THAT(rebuilt().text, HasSubstr(sentence));
}

TEST(RebuildLeaks, TextHoldsNoName) { holdsNoName(rebuilt().text); }

TEST(RebuildLeaks, RawBytesHoldNoName) { holdsNoName(rebuilt().pdf); }

TEST(RebuildLeaks, ObjectsAndStreamsHoldNoName) {
    const auto objects = other::qdf(rebuilt().pdf);
    holdsNoName(objects);
    for (const auto* part : {"/Annots", "/JavaScript", "/EmbeddedFile", "/AcroForm", "/OCProperties", "/Thumb", "/PieceInfo", "/URI", "/Alt ", "/PageLabels"})
        EXPECT_THAT(objects, Not(HasSubstr(part)));
    for (auto at = objects.find("/ActualText"); at != objects.npos; at = objects.find("/ActualText", at + 1)) EXPECT_EQ(objects.substr(at, 21), "/ActualText ([gelakt,");
}

TEST(RebuildLeaks, MutoolSeesNoName) {
    const other::Folder folder;
    const auto path = folder.write("a.pdf", rebuilt().pdf).string();
    holdsNoName(other::run("mutool draw -q -F txt -o - " + path));
    holdsNoName(other::run("mutool show -b " + path + " grep"));
}

TEST(RebuildLeaks, EyesSeeNoName) {
    const auto seen = reading::read([] {
        const other::Folder folder;
        other::run("pdftoppm -r 200 -png -singlefile " + folder.write("a.pdf", rebuilt().pdf).string() + " " + (folder.path() / "p").string());
        return other::slurp(folder.path() / "p.png");
    }());
    const auto text = redaction::document::toUtf8(seen.text);
    EXPECT_THAT(text, HasSubstr("vakantie"));
    holdsNoName(text);
}

// A scan: the name goes from the pixels, its line is set again, the other words stay to be read and selected.
TEST(RebuildScans, BlankTheNameAndKeepTheRest) {
    const other::Folder folder;
    other::run("pdftoppm -r 300 -gray -png -singlefile " + folder.write("a.pdf", planted::everywhere()).string() + " " + (folder.path() / "p").string());
    const auto scan = other::slurp(folder.path() / "p.png");
    const auto document = reading::read(scan);
    const auto marks = reading::hide(document, {planted::first, planted::family, "Zwaam"});  // as small print may be read
    ASSERT_FALSE(marks.empty());
    const auto pdf = redaction::apply::rebuildPdf(scan, document, marks, std::vector<std::string>(marks.size(), "[naam]"), "Scan", {}).bytes;
    EXPECT_THAT(other::pdfText(pdf), HasSubstr("vakantie"));
    holdsNoName(other::pdfText(pdf));
    other::run("pdftoppm -r 200 -png -singlefile " + folder.write("b.pdf", pdf).string() + " " + (folder.path() / "q").string());
    const auto seen = redaction::document::toUtf8(reading::read(other::slurp(folder.path() / "q.png")).text);
    EXPECT_THAT(seen, HasSubstr("vakantie"));
    holdsNoName(seen);
}

// A box drawn by a human over a picture leaves none of its pixels.
TEST(RebuildScans, BlankWhatABoxCovers) {
    const other::Folder folder;
    other::run("pdftoppm -r 100 -gray -png -singlefile " + folder.write("a.pdf", planted::everywhere()).string() + " " + (folder.path() / "p").string());
    const auto scan = other::slurp(folder.path() / "p.png");
    auto document = reading::read(scan);
    ASSERT_EQ(document.pages.size(), 1u);
    const redaction::document::Box all{10, 10, document.pages[0].width - 10, 0.15 * document.pages[0].height};
    const redaction::marks::Decided drawn{0, 0, redaction::policy::Decision::redact, "safety", 0, all, {}};
    const auto marks = redaction::marks::resolveMarks(document, {drawn});
    const auto pdf = redaction::apply::rebuildPdf(scan, document, marks, std::vector<std::string>(marks.size(), ""), "Scan", {}).bytes;
    EXPECT_THAT(other::pdfText(pdf), Not(HasSubstr("vakantie")));
    other::run("pdfimages -png " + folder.write("b.pdf", pdf).string() + " " + (folder.path() / "i").string());
    EXPECT_THAT(redaction::document::toUtf8(reading::read(other::slurp(folder.path() / "i-000.png")).text), Not(HasSubstr("vakantie")));
}

// Of a page that is drawn. Of one that becomes a picture the places of words tell nothing, its pixels may: so the letters
// drawn as shapes, which recognition may read or not, are taken out.
TEST(RebuildLeaks, SaysTheSameWhateverTheName) {
    const auto paper = [](const std::string& name) {
        auto source = planted::everywhere();
        if (const auto from = source.find("q 1 0 0 -1 72"), to = source.find("f Q", from); to != source.npos) std::fill_n(source.begin() + std::ptrdiff_t(from), to + 3 - from, ' ');
        for (auto at = source.find("belde Corrie Zwaan met"); at != source.npos; at = source.npos) source.replace(at + 6, 12, name);
        const auto document = reading::read(source);
        const auto marks = reading::hide(document, {name, planted::first, planted::family});
        const auto made = redaction::apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[naam]"), "Verslag", {});
        EXPECT_EQ(made.trace.at(0).way, redaction::apply::PageTrace::Way::drawn);
        return made.bytes;
    };
    EXPECT_EQ(paper("Jan Bakkerij"), paper("Wilhelmina W"));
}

}  // namespace
