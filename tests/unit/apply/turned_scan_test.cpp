// Scans that went through the feeder on their side or upside down, with nothing that says so: read upright by the real
// reader, and covered where the words stand.
#include <gmock/gmock.h>
#include <leptonica/allheaders.h>

#include "redaction/apply/redacted_document.h"
#include "redaction/marks/folded_text.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"

namespace {

using namespace redaction;
using testing::HasSubstr;
using testing::Not;

struct PixRelease {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<Pix, PixRelease>;

constexpr double dpi = 300, pointsPerInch = 72;

const reader::ReaderProcess& readerProcess() {
    static const reader::ReaderProcess process(LAKWERK_BUILD_DIR "/lakwerk-reader");
    return process;
}

// The name stands alone, far from what stays.
std::string letter() {
    return drawn::scan([](cairo_t* pen) {
        drawn::text(pen, 72, 100, "Daarna belde de school over de vakantie van de kinderen.");
        drawn::text(pen, 72, 130, "Het gesprek duurde een uur en ging over het zwemmen.");
        drawn::text(pen, 72, 160, "Afgesproken is dat wij elkaar in april weer spreken.");
        drawn::text(pen, 72, 300, "Corrie Zwaan");
        drawn::text(pen, 72, 500, "Met vriendelijke groet van het team in de wijk.");
    });
}

Picture pictureOf(const std::string& png) { return Picture(pixReadMem(reinterpret_cast<const l_uint8*>(png.data()), png.size())); }

std::string pngOf(Pix* pix) {
    l_uint8* bytes = nullptr;
    std::size_t size = 0;
    pixSetResolution(pix, int(dpi), int(dpi));
    pixWriteMem(&bytes, &size, pix, IFF_PNG);
    std::string png(reinterpret_cast<char*>(bytes), size);
    lept_free(bytes);
    return png;
}

std::string turnedBy(const std::string& png, int quarters) {
    const auto upright = pictureOf(png);
    const Picture turned(pixRotateOrth(upright.get(), quarters));
    return pngOf(turned.get());
}

// The first page as pdftoppm draws it, turned back to as it was written.
Picture drawnUpright(const std::string& pdf, int quarters) {
    const other::Folder folder;
    const auto path = folder.write("a.pdf", pdf);
    other::run("pdftoppm -png -gray -singlefile -r 300 " + path.string() + " " + (folder.path() / "p").string());
    const auto page = pictureOf(other::slurp(folder.path() / "p.png"));
    const Picture small(pixConvertTo8(page.get(), 0));
    return Picture(pixRotateOrth(small.get(), (4 - quarters) % 4));
}

double darkShare(Pix* page, double x0, double y0, double x1, double y1) {
    const auto pixels = [](double points) { return int(points * dpi / pointsPerInch); };
    const Picture part(pixClipRectangle(page, std::unique_ptr<Box, decltype([](Box* box) { boxDestroy(&box); })>(boxCreate(pixels(x0), pixels(y0), pixels(x1 - x0), pixels(y1 - y0))).get(), nullptr));
    const Picture dark(pixThresholdToBinary(part.get(), 100));
    l_int32 count = 0;
    pixCountPixels(dark.get(), &count, nullptr);
    return double(count) / (double(pixGetWidth(dark.get())) * pixGetHeight(dark.get()));
}

std::string readByEye(Pix* page) {
    const other::Folder folder;
    const auto path = folder.write("p.png", pngOf(page));
    return other::run("OMP_THREAD_LIMIT=1 tesseract " + path.string() + " - -l nld --dpi 300 2>/dev/null");
}

class TurnedScan : public testing::TestWithParam<int> {};

TEST_P(TurnedScan, IsReadUprightAndCoveredWhereTheWordsStand) {
    const int quarters = GetParam();
    const auto source = turnedBy(letter(), quarters);
    const auto document = readerProcess().read(source, "scan.png").document;
    const auto text = document::toUtf8(document.text);
    for (const auto* line : {"Daarna belde de school over de vakantie", "Het gesprek duurde een uur", "Corrie Zwaan", "Met vriendelijke groet"}) EXPECT_THAT(text, HasSubstr(line));
    EXPECT_LT(text.find("Daarna"), text.find("Corrie")) << "read in another order";
    const auto name = document.text.find(U"Corrie Zwaan");
    ASSERT_NE(name, document.text.npos);
    static const auto rules = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    const auto made = apply::Writer(readerProcess(), rules).build(source, document, {{name, name + 12, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"}}, "Scan");
    const auto page = drawnUpright(made.pdf(), quarters);
    EXPECT_GT(darkShare(page.get(), 76, 293, 140, 300), 0.7) << "what stood there is not covered";
    EXPECT_LT(darkShare(page.get(), 60, 200, 500, 270), 0.01) << "a mark where nothing was";
    EXPECT_LT(darkShare(page.get(), 60, 330, 500, 470), 0.01) << "a mark where nothing was";
    const auto seen = readByEye(page.get());
    EXPECT_THAT(seen, Not(HasSubstr("Zwaan")));
    for (const auto* kept : {"Daarna belde de school over de vakantie", "Afgesproken is dat wij elkaar in april", "Met vriendelijke groet"}) EXPECT_THAT(seen, HasSubstr(kept));
    EXPECT_THAT(other::pdfText(made.pdf()), Not(HasSubstr("Zwaan")));
}

INSTANTIATE_TEST_SUITE_P(Quarters, TurnedScan, testing::Values(0, 1, 2, 3), [](const auto& row) { return std::to_string(90 * row.param); });

}  // namespace
