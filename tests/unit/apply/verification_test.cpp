// Verification must find a planted name in each place it promises to look, and must not cry wolf.
#include <gmock/gmock.h>

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

TEST(Verification, NothingToLookAtIsNoPass) { EXPECT_FALSE(apply::verify({}, withheld, readerProcess()).passed()); }

TEST(Soundness, TellsScriptsAttachmentsAndMetadata) {
    EXPECT_THAT(apply::soundnessProblems({"a.pdf", cleanPdf(), {}}), IsEmpty());
    EXPECT_THAT(apply::soundnessProblems({"a.pdf", planted::everywhere(), {}}), testing::IsSupersetOf({"programmacode", "een bijlage", "metagegevens"}));
    EXPECT_THAT(apply::soundnessProblems({"a.pdf", "%PDF-1.7 kapot", {}}), testing::ElementsAre("laat zich niet openen"));
}

}  // namespace
