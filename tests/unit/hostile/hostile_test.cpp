// A table of documents that hide, lie or attack: what happens to each, and that other people's programs find nothing in
// what is released. Prints the table as it stands in docs/.
#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <sstream>

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
    std::string why, pdf;
    bool anyPicture = false;  // of the pages built
};

std::vector<marks::Decided> hide(const document::Document& document) {
    std::vector<marks::Decided> decided;
    for (const auto& span : marks::findOccurrences(document, withheld()))
        decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"});
    return decided;
}

Outcome treat(const Input& input) {
    Outcome outcome;
    try {
        const auto document = readerProcess().read(input.bytes, input.fileName).document;
        const auto made = apply::Writer(readerProcess(), rules()).build(input.bytes, document, hide(document), "Stuk");
        outcome.fate = document.doubts.empty() ? Fate::opened : Fate::doubted;
        if (!document.doubts.empty()) outcome.why = document.doubts.front();
        outcome.pdf = made.pdf();
        for (const auto& page : made.trace()) outcome.anyPicture = outcome.anyPicture || page.way == apply::PageTrace::Way::picture;
    } catch (const reader::ReadError& refusal) {
        outcome.why = refusal.what();
    }
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
    std::string text;
    const auto seenBy = leak(input, outcome.pdf, text);
    if (input.fate != Fate::stopped) {
        EXPECT_EQ(seenBy, "") << input.what;
    } else if (!apply::verify({{"a.pdf", outcome.pdf, {}}}, withheld(), readerProcess()).passed()) {
        outcome.fate = Fate::stopped;
    }
    if (input.keeps) {
        EXPECT_NE(text.find(hostile::kept), std::string::npos) << input.what << ": " << text;
    }
}

using Make = std::vector<Input> (*)();

const std::vector<Input>& rowsOf(Make make) {
    static std::map<Make, std::vector<Input>> made;
    auto& rows = made[make];
    if (rows.empty()) rows = make();
    return rows;
}

class Table : public testing::TestWithParam<Make> {};

TEST_P(Table, LetsNothingOut) {
    for (const auto& input : rowsOf(GetParam())) {
        auto outcome = treat(input);
        if (!outcome.pdf.empty()) expectSilent(input, outcome);
        EXPECT_EQ(name(outcome.fate), name(input.fate)) << input.what << ": " << outcome.why;
        std::cout << "| " << input.what << " | " << input.fileName.substr(input.fileName.find('.') + 1) << " | " << name(outcome.fate)
                  << (outcome.anyPicture ? ", als beeld" : "") << " |\n";
    }
}

constexpr Make all[] = {hostile::inPageContent, hostile::besidePageContent, hostile::brokenPdfs, hostile::pictures, hostile::packages, hostile::texts};

std::string part(const testing::TestParamInfo<Table::ParamType>& info) {
    static const char* const names[] = {"PageContent", "BesidePageContent", "BrokenPdfs", "Pictures", "Packages", "Texts"};
    return names[info.index];
}

INSTANTIATE_TEST_SUITE_P(Hostile, Table, testing::ValuesIn(all), part);

TEST(HostileTable, HasSixtyRowsAndMore) {
    std::size_t rows = 0;
    for (const auto make : all) rows += rowsOf(make).size();
    EXPECT_GE(rows, 60u);
}

}  // namespace
