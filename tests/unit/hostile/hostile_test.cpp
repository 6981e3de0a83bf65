// A table of documents that hide, lie or attack: what happens to each, and that other people's programs find nothing in
// what is released. The table stands in docs/ as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/redacted_document.h"
#include "redaction/marks/folded_text.h"
#include "redaction/marks/occurrences.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/hostile/hostile_inputs.h"

namespace {

using namespace redaction;
using hostile::Fate;
using hostile::Input;

reader::Limits limits() {
    reader::Limits few;
    few.timePerDocument = std::chrono::seconds(20);
    few.maxExpandedBytes = 40u << 20;  // a tenth of what holds otherwise: bombs burst sooner
    return few;
}

const reader::ReaderProcess& readerProcess() {
    static const reader::ReaderProcess process(LAKWERK_BUILD_DIR "/lakwerk-reader", limits());
    return process;
}

const policy::RuleSet& rules() {
    static const auto loaded = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    return loaded;
}

const std::vector<std::string>& withheld() {
    static const std::vector<std::string> strings{"Corrie Zwaan", "Corrie", "Zwaan"};
    return strings;
}

struct Outcome {
    Fate fate = Fate::refused;
    std::string why;
    std::vector<std::string> pdfs;  // built: of the document, and of what came with it
    bool anyPicture = false;        // of the pages built
};

constexpr int deepest = 5;           // attachments within attachments
constexpr std::size_t mostOpened = 5;  // attachments of one document

std::vector<marks::Decided> hide(const document::Document& document) {
    std::vector<marks::Decided> decided;
    for (const auto& span : marks::findOccurrences(document, withheld()))
        decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"});
    return decided;
}

// Attachments are documents of their own: read, built and looked at like the document they came with.
Outcome treat(const std::string& bytes, const std::string& fileName, int depth = 0) {
    Outcome outcome;
    std::vector<reader::Attachment> attachments;
    try {
        auto read = readerProcess().read(bytes, fileName);
        attachments = std::move(read.attachments);
        const auto made = apply::Writer(readerProcess(), rules()).build(bytes, read.document, hide(read.document), "Stuk");
        outcome.fate = read.document.doubts.empty() ? Fate::opened : Fate::doubted;
        if (!read.document.doubts.empty()) outcome.why = read.document.doubts.front();
        outcome.pdfs.push_back(made.pdf());
        for (const auto& page : made.trace()) outcome.anyPicture = outcome.anyPicture || page.way == apply::PageTrace::Way::picture;
    } catch (const reader::ReadError& refusal) {
        outcome.why = refusal.what();
    }
    for (std::size_t at = 0; at < std::min(attachments.size(), mostOpened) && depth < deepest; ++at)
        for (auto& pdf : treat(attachments[at].bytes, attachments[at].name, depth + 1).pdfs) outcome.pdfs.push_back(std::move(pdf));
    return outcome;
}

bool holdsSecret(const std::string& text) {
    const auto folded = marks::FoldedText::fromUtf8(text);
    for (const auto& string : withheld())
        if (folded.contains(marks::FoldedText::fromUtf8(string)) || text.find(string) != text.npos) return true;
    return false;
}

// Where other programs see the secret in what was built; empty: nowhere.
std::string leak(const Input& input, const std::string& pdf, std::string& text) {
    const other::Folder folder;
    const auto path = folder.write("a.pdf", pdf).string();
    text = other::run("pdftotext -enc UTF-8 " + path + " -");
    if (holdsSecret(text)) return "pdftotext";
    if (holdsSecret(other::run("mutool draw -q -F txt -o - " + path))) return "mutool";
    const auto qdf = other::run("qpdf --qdf --object-streams=disable " + path + " -");
    if (qdf.find("Corrie") != qdf.npos || qdf.find("Zwaan") != qdf.npos) return "qpdf";
    if (!input.eye) return {};
    for (const auto& page : readerProcess().ocr(apply::pageSelection(pdf, {apply::pageCount(pdf) > 2 ? std::size_t{1} : std::size_t{0}})))
        if (holdsSecret(page)) return "OCR";
    return {};
}

std::string name(Fate fate) {
    switch (fate) {
        case Fate::refused: return "geweigerd";
        case Fate::doubted: return "naar een mens";
        case Fate::opened: return "geopend";
        case Fate::stopped: return "tegengehouden bij de controle";
    }
    return {};
}

void expectSilent(const Input& input, Outcome& outcome) {
    std::string all;
    for (const auto& pdf : outcome.pdfs) {
        std::string text;
        const auto seenBy = leak(input, pdf, text);
        all += text;
        if (input.fate != Fate::stopped) {
            EXPECT_EQ(seenBy, "") << input.what;
        } else if (!apply::verify({{"a.pdf", pdf, {}}}, withheld(), readerProcess()).passed()) {
            outcome.fate = Fate::stopped;
        }
    }
    if (input.keeps) {
        EXPECT_NE(all.find(hostile::kept), std::string::npos) << input.what << ": " << all;
    }
}

using Make = std::vector<Input> (*)();

const std::vector<Input>& rowsOf(Make make) {
    static std::map<Make, std::vector<Input>> made;
    auto& rows = made[make];
    if (rows.empty()) rows = make();
    return rows;
}

// A group of rows, under its heading in docs/.
struct Group {
    Make make;
    const char* name;
    const char* heading;
};
constexpr Group all[] = {{hostile::inPageContent, "PageContent", "Op de bladzijden van een pdf"},
                         {hostile::besidePageContent, "BesidePageContent", "In een pdf, naast de bladzijden"},
                         {hostile::brokenPdfs, "BrokenPdfs", "Kapotte en boosaardige pdf's"},
                         {hostile::pictures, "Pictures", "Beelden en scans"},
                         {hostile::packages, "Packages", "Word-documenten en e-mail"},
                         {hostile::workbooks, "Workbooks", "Werkmappen (XLSX)"},
                         {hostile::openDocuments, "OpenDocuments", "OpenDocument (ODT en ODS)"},
                         {hostile::messages, "Messages", "Berichten van Outlook (MSG), e-mail en ZIP"},
                         {hostile::texts, "Texts", "Tekst en HTML"}};

class Table : public testing::TestWithParam<Group> {};

TEST_P(Table, LetsNothingOut) {
    for (const auto& input : rowsOf(GetParam().make)) {
        auto outcome = treat(input.bytes, input.fileName);
        if (!outcome.pdfs.empty()) expectSilent(input, outcome);
        EXPECT_EQ(name(outcome.fate), name(input.fate)) << input.what << ": " << outcome.why;
    }
}

INSTANTIATE_TEST_SUITE_P(Hostile, Table, testing::ValuesIn(all), [](const auto& row) { return std::string(row.param.name); });

std::string endingOf(const Input& input) { return input.fileName.substr(input.fileName.rfind('.') + 1); }

constexpr const char* preface = R"(# Vijandige invoer

Wat Lakwerk doet met documenten die iets verbergen, liegen of aanvallen. Elke regel is een bestand dat de test zelf maakt, met een
verzonnen naam op die plaats. Het bestand wordt gelezen en opnieuw opgebouwd met die naam verborgen, samen met alles wat erin zit; daarna zoeken
pdftotext, mutool en qpdf, en waar alleen een oog iets kan zien ook tekstherkenning, naar de naam. Zij vinden niets: bij geen enkele regel komt de naam naar buiten.

- **geopend**: gelezen zonder twijfel; wat een programma kan tonen en niet op de bladzijde staat (een opmerking, een formulierveld), ziet de beoordelaar als verborgen, wat alleen in de bouw van het bestand zit (commentaar, ongebruikte delen) komt nergens; wat eruit komt, bevat de naam niet.
- **naar een mens**: gelezen, en de beoordelaar krijgt te zien dat er iets verborgen of vreemd is; wat eruit komt, bevat de naam niet.
- **geweigerd**: met een reden; er wordt niets opgebouwd, een mens behandelt het stuk met de hand.
- **tegengehouden bij de controle**: opgebouwd, maar de controle vindt de naam en er gaat niets uit.

Dit bestand wordt geschreven uit de rijen van `tests/unit/hostile`; `unit_hostile` voert ze uit en faalt als het niet meer klopt
(opnieuw schrijven: `LAKWERK_WRITE_DOCS=1 build/ci/unit_hostile --gtest_filter='HostileTable.*'`).
)";

std::string asDocument() {
    std::string page = preface;
    for (const auto& group : all) {
        page += std::string("\n## ") + group.heading + "\n\n| waar de naam staat, of wat het is | soort | wat er gebeurt |\n|---|---|---|\n";
        for (const auto& input : rowsOf(group.make)) page += "| " + input.what + " | " + endingOf(input) + " | " + name(input.fate) + " |\n";
    }
    return page;
}

TEST(HostileTable, StandsInTheDocumentationAsItIs) {
    const std::string path = LAKWERK_SOURCE_DIR "/docs/vijandige-invoer.md";
    if (std::getenv("LAKWERK_WRITE_DOCS") != nullptr) std::ofstream(path) << asDocument();
    EXPECT_EQ(other::slurp(path), asDocument());
}

TEST(HostileTable, HasSixtyRowsAndMore) {
    std::size_t rows = 0;
    for (const auto& group : all) rows += rowsOf(group.make).size();
    EXPECT_GE(rows, 60u);
}

}  // namespace
