// How fast a PDF with text is built anew and how large it gets, in this process, in CPU seconds; and how fast finished
// pages are verified, by the clock (other programs and OCR do most of it).
#include <chrono>
#include <ctime>
#include <iostream>

#include "redaction/apply/rebuild/rebuild.h"
#include "redaction/apply/redacted_document.h"
#include "redaction/apply/typeset/typeset.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
constexpr std::size_t paragraphs = 1200, verifiedPages = 8;

std::string source(std::size_t count) {
    apply::typeset::Text text;
    text.title = "Proef";
    for (std::size_t at = 0; at < count; ++at)
        text.blocks.push_back(apply::typeset::Paragraph{apply::typeset::plain(
            "Op dag " + std::to_string(at) + " sprak de medewerker met Corrie Zwaan over school, werk en de afspraken uit het plan. "
            "Daarna kwam ook de buurvrouw langs, en er werd afgesproken dat iedereen het plan zou lezen voor de volgende keer.")});
    return apply::typeset::typeset(text).pdf;
}

double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Built {
    std::string pdf;
    std::vector<std::string> withheld;
};

Built build(std::size_t count) {
    const auto pdf = source(count);
    reading::read(pdf);  // starts what a reader starts once
    const auto before = cpuSeconds();
    const auto document = reading::read(pdf);
    const auto reading = cpuSeconds() - before;
    const auto marks = reading::hide(document, {"Corrie Zwaan"});
    const auto start = cpuSeconds();
    auto made = apply::rebuildPdf(pdf, document, marks, std::vector<std::string>(marks.size(), "[naam]"), "Proef", {}).bytes;
    const auto seconds = cpuSeconds() - start;
    const auto pages = static_cast<double>(document.pages.size());
    std::cout << "gelezen: " << pages / reading << " pagina's per CPU-seconde; samen met herbouwen " << pages / (reading + seconds) << '\n';
    std::cout << "herbouwd: " << pages << " pagina's, " << marks.size() << " plekken, " << pages / seconds << " pagina's per CPU-seconde, "
              << static_cast<double>(made.size()) / 1024 / pages << " KB per pagina\n";
    return {std::move(made), marks::withheldStrings(document, marks)};
}

void verifySome() {
    const auto made = build(verifiedPages * 9);
    const reader::ReaderProcess reader(LAKWERK_BUILD_DIR "/lakwerk-reader");
    const auto start = std::chrono::steady_clock::now();
    const auto report = apply::verify({{"proef.pdf", made.pdf, {}}}, made.withheld, reader);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::cout << "gecontroleerd: " << seconds.count() << " s voor ongeveer " << verifiedPages << " pagina's, "
              << (report.passed() ? "niets gevonden" : "iets gevonden") << '\n';
}

}  // namespace

// An argument: that many paragraphs, without the verification.
int main(int count, char** arguments) {
    if (count > 1) return build(std::stoul(arguments[1])), 0;
    build(paragraphs);
    verifySome();
}
