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
        auto pdf = redaction::apply::rebuildPdf(source, document, marks, labels, "Verslag", {});
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
    for (const auto* part : {"/Annots", "/JavaScript", "/EmbeddedFile", "/AcroForm", "/OCProperties", "/Thumb", "/PieceInfo", "/URI", "/ActualText", "/PageLabels"})
        EXPECT_THAT(objects, Not(HasSubstr(part)));
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

TEST(RebuildLeaks, SaysTheSameWhateverTheName) {
    const auto paper = [](const std::string& name) {
        auto source = planted::everywhere();
        for (auto at = source.find("belde Corrie Zwaan met"); at != source.npos; at = source.npos) source.replace(at + 6, 12, name);
        const auto document = reading::read(source);
        const auto marks = reading::hide(document, {name, planted::first, planted::family});
        return redaction::apply::rebuildPdf(source, document, marks, std::vector<std::string>(marks.size(), "[naam]"), "Verslag", {});
    };
    EXPECT_EQ(paper("Jan Bakkerij"), paper("Wilhelmina W"));
}

}  // namespace
