// Verification must find a planted name in each place it promises to look, and must not cry wolf.
#include <gmock/gmock.h>

#include <map>
#include <set>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/soundness.h"
#include "redaction/apply/typeset/typeset.h"
#include "tests/unit/apply/planted_pdf.h"

namespace {

using namespace redaction;
using apply::FinishedFile;
using testing::IsEmpty;
using testing::Not;

const reader::ReaderProcess& readerProcess() {
    static const reader::ReaderProcess process(LAKWERK_BUILD_DIR "/lakwerk-reader");
    return process;
}

const std::vector<std::string> withheld{planted::name, planted::first, planted::family};

std::string cleanPdf() {
    apply::typeset::Text text;
    text.title = "Verslag";
    text.blocks = {apply::typeset::Paragraph{apply::typeset::plain("Het gesprek was prettig. De basisschool belde.")}};
    return apply::typeset::typeset(text).pdf;
}

TEST(Verification, FindsTheNameWhereverItIsPlanted) {
    for (const auto& place : planted::onePerFile()) {
        const auto report = apply::verify({{"stuk.pdf", place.pdf, {}}}, withheld, readerProcess());
        EXPECT_THAT(report.hits, Not(IsEmpty())) << place.what;
        EXPECT_FALSE(report.passed()) << place.what;
    }
}

TEST(Verification, PassesWhatHoldsNothing) {
    const auto report = apply::verify({{"verslag.pdf", cleanPdf(), {"Bas"}}, {"lijst.csv", "nr;titel\n1;Verslag\n", {}}}, withheld, readerProcess());
    for (const auto& hit : report.hits) ADD_FAILURE() << hit.file << ": " << hit.where;
    EXPECT_TRUE(report.passed());
    EXPECT_EQ(report.filesSearched, 2u);
    EXPECT_EQ(report.stringsSearched, 4u);
    EXPECT_GE(report.programs.size(), 6u);
}

TEST(Verification, CountsWhatIsTooShortToSearchOnce) {
    const std::vector<FinishedFile> files{{"een.pdf", cleanPdf(), {}, {}, {"Bo", "J."}}, {"twee.pdf", cleanPdf(), {"bó"}, {}, {"12"}}};
    const auto report = apply::verify(files, {"Al", "Groenewoud"}, readerProcess());
    EXPECT_EQ(report.stringsTooShort, 4u);
    EXPECT_EQ(report.stringsSearched, 1u);
}

struct Plain {
    std::string name, bytes;
};

TEST(Verification, LooksIntoOtherFilesAndNames) {
    const std::vector<Plain> files{{"a.csv", "1;Zwaan"}, {"a.json", "{\"t\":\"Zw\\u0061an\"}"}, {"a.html", "<p>Zwa<b>an</b></p>"},
                                   {"a.html", "<p title='Zwaan'>x</p>"}, {"a.txt", "Z W A A N"}, {"verslag zwaan.txt", "x"},
                                   {"foto.png", "\x89PNG"}, {"a.pdf", "geen pdf"}};
    for (const auto& file : files)
        EXPECT_FALSE(apply::verify({{file.name, file.bytes, {}}}, withheld, readerProcess()).passed()) << file.name << " " << file.bytes;
}

// Words of the format itself, of its metadata, and of the labels under which programs print it.
const std::vector<std::string> ofTheFormat{"Metadata", "page", "Title", "Structure", "parent", "Contents", "Encrypted", "Language", "Tagged",
                                           "Suspects", "Description", "application", "resources", "registry", "Font", "JavaScript", "Conformance"};

std::string pdfSaying(const std::string& title, const std::string& sentence) {
    apply::typeset::Text text;
    text.title = title;
    text.blocks = {apply::typeset::Heading{1, "Verslag"}, apply::typeset::Paragraph{apply::typeset::plain(sentence)}};
    return apply::typeset::typeset(text).pdf;
}

TEST(Verification, AWordOfTheFormatIsNoLeakWhereEveryFileHasIt) {
    const auto typeset = pdfSaying("Verslag", "Het gesprek was prettig.");
    const auto document = readerProcess().read(typeset, "a.pdf").document;
    const auto drawn = readerProcess().rebuild(typeset, document, {}, {}, "Verslag").pdf;
    const auto pictured = readerProcess().rebuild(typeset, apply::withPictures(document, {0}), {}, {}, "Verslag").pdf;
    const auto report = apply::verify({{"typeset.pdf", typeset, {}}, {"drawn.pdf", drawn, {}}, {"pictured.pdf", pictured, {}}}, ofTheFormat, readerProcess());
    for (const auto& hit : report.hits)
        ADD_FAILURE() << hit.file << ": " << hit.where << ": " << (hit.withheldIndex < ofTheFormat.size() ? ofTheFormat[hit.withheldIndex] : "");
}

std::string allOfTheFormat() {
    std::string all;
    for (const auto& word : ofTheFormat) all += " over " + word;
    return all;
}

TEST(Verification, AWordOfTheFormatIsALeakAnywhereElse) {
    const std::string sentence = "Het gesprek was prettig.";
    const std::vector<FinishedFile> files{{"tekst.pdf", pdfSaying("Verslag", sentence + allOfTheFormat())}, {"titel.pdf", pdfSaying(allOfTheFormat(), sentence)},
                                          {"als titel.pdf", pdfSaying(ofTheFormat[1], sentence)}, {allOfTheFormat() + ".pdf", pdfSaying("Verslag", sentence)}};
    std::map<std::string, std::set<std::size_t>> found;
    for (const auto& hit : apply::verify(files, ofTheFormat, readerProcess()).hits) found[hit.file].insert(hit.withheldIndex);
    for (const auto& file : files) EXPECT_EQ(found[file.name].size(), file.name == "als titel.pdf" ? 1u : ofTheFormat.size()) << file.name;
}

TEST(Verification, NothingToLookAtIsNoPass) { EXPECT_FALSE(apply::verify({}, withheld, readerProcess()).passed()); }

TEST(Soundness, TellsScriptsAttachmentsAndMetadata) {
    EXPECT_THAT(apply::soundnessProblems({"a.pdf", cleanPdf(), {}}), IsEmpty());
    EXPECT_THAT(apply::soundnessProblems({"a.pdf", planted::everywhere(), {}}), testing::IsSupersetOf({"programmacode", "een bijlage", "metagegevens"}));
    EXPECT_THAT(apply::soundnessProblems({"a.pdf", "%PDF-1.7 kapot", {}}), testing::ElementsAre("laat zich niet openen"));
}

}  // namespace
