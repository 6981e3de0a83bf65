// lakwerk redact and lakwerk verify, as they are called from a command line.
#include <gmock/gmock.h>

#include "service/faces/faces.h"
#include "service/faces/files.h"
#include "service/faces/hidden_strings.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/reader/pen.h"
#include "tests/unit/reader/samples.h"

namespace service::faces {

namespace {

using testing::HasSubstr;
using testing::Not;

struct Said {
    int status;
    std::string words;  // on both outputs
};

template <class Face>
Said run(Face face, const Arguments& arguments) {
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    const int status = face(arguments);
    return {status, testing::internal::GetCapturedStdout() + testing::internal::GetCapturedStderr()};
}

class OnTheCommandLine : public testing::Test {
  protected:
    Said hide(const std::string& strings, const std::string& name, const std::string& bytes) {
        return run(redact, {"--hide", folder_.write("teksten.txt", strings).string(), folder_.write(name, bytes).string(), out()});
    }
    std::string out() const { return (folder_.path() / "uit.pdf").string(); }
    bool isWritten() const { return std::filesystem::exists(out()); }
    std::string text() const { return other::pdfText(other::slurp(out())); }
    other::Folder folder_;
};

std::string letter() {
    return drawn::typed([](cairo_t* pen) {
        drawn::text(pen, 72, 100, "Daarna belde CORRIE ZWAAN met de school.");
        drawn::text(pen, 72, 140, "Mail: c.zwaan@voorbeeld.nl of bel 06 1234 5678.");
        drawn::text(pen, 72, 180, "Het gesprek duurde een uur.");
    });
}

TEST_F(OnTheCommandLine, RedactHidesEveryOccurrenceAndKeepsTheRest) {
    const auto said = hide("\xEF\xBB\xBF" "Corrie Zwaan\r\nzwaan\r\n06-12345678\r\n\r\n", "brief.pdf", letter());
    EXPECT_EQ(said.status, 0) << said.words;
    EXPECT_THAT(said.words, HasSubstr("gecontroleerd op"));
    for (const auto* gone : {"CORRIE", "ZWAAN", "zwaan", "1234", "5678"}) EXPECT_THAT(text(), Not(HasSubstr(gone)));
    for (const auto* kept : {"Daarna belde", "met de school.", "Mail:", "of bel", "Het gesprek duurde een uur."}) EXPECT_THAT(text(), HasSubstr(kept));
}

TEST_F(OnTheCommandLine, RedactWritesADocumentInWhichNothingHadToBeHidden) {
    EXPECT_EQ(hide("Bakker\n", "notitie.txt", "Het gesprek duurde een uur.\n").status, 0);
    EXPECT_THAT(text(), HasSubstr("Het gesprek duurde een uur."));
}

// A name that only the text layer of a scan knows, where the picture shows what no program reads.
TEST_F(OnTheCommandLine, RedactCoversWhatOnlyTheTextLayerOfAScanSays) {
    const auto scan = samples::scannedPdfWithDrawing({"", "", "Verslag van het gesprek met de school", "over de vakantie van de kinderen"},
                                                     "0.4 0.6 1 rg 300 300 60 12 re f " + samples::textAt(300, 302, "Djamilla", "3 Tr"));
    const auto blue = [&] { return drawn::Seen(other::slurp(out())).blue(301, 531, 340, 541); };
    ASSERT_EQ(hide("Bakker\n", "scan.pdf", scan).status, 0);
    EXPECT_GT(blue(), 0.9);
    EXPECT_THAT(text(), Not(HasSubstr("Djamilla"))) << "never released as text";
    const auto said = hide("Djamilla\n", "scan.pdf", scan);
    ASSERT_EQ(said.status, 0) << said.words;
    EXPECT_LT(blue(), 0.1);
    EXPECT_THAT(text(), HasSubstr("vakantie van de kinderen"));
}

TEST_F(OnTheCommandLine, WhatIsTooShortToBeSearchedIsSaid) {
    const auto said = hide("Bo\nZwaan\n", "notitie.txt", "Daarna belde Bo met mevrouw Zwaan.\n");
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(text(), Not(HasSubstr("Bo ")));
    EXPECT_THAT(said.words, HasSubstr("1 tekst van één of twee tekens is niet nagezocht"));
    const auto strings = [&](const std::string& lines) { return folder_.write("teksten.txt", lines).string(); };
    EXPECT_THAT(run(verify, {"--hide", strings("Bo\nJ.\nZwaan\n"), out()}).words, HasSubstr("2 teksten van één of twee tekens zijn niet nagezocht"));
    EXPECT_THAT(run(verify, {"--hide", strings("Zwaan\n"), out()}).words, Not(HasSubstr("niet nagezocht")));
}

TEST_F(OnTheCommandLine, RedactWithholdsAPageByHandWhole) {
    const auto said = hide("Bakker\n", "hand.png", samples::sheet([](cairo_t* pen) { samples::writeRows(pen, {}); }));
    ASSERT_EQ(said.status, 0) << said.words;
    EXPECT_THAT(said.words, HasSubstr("met handschrift"));
    EXPECT_THAT(text(), HasSubstr("Pagina 1 is niet verstrekt"));
    EXPECT_EQ(drawn::Seen(other::slurp(out())).black(60, 300, 540, 700), 0) << "nothing of the page is left";
}

TEST_F(OnTheCommandLine, RedactLeavesNoFileThatWasNotVerifiedNow) {
    folder_.write("uit.pdf", "van gisteren");
    const auto said = hide("Zwaan\n", "brief.pdf", "%PDF-1.7 kapot");
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.words, HasSubstr("Niet gelakt"));
    EXPECT_FALSE(isWritten());
}

TEST_F(OnTheCommandLine, RedactRefusesWhatVerificationStillFinds) {
    const auto in = folder_.write("brief.pdf", letter()), strings = folder_.write("teksten.txt", "Zwaan\n");
    const auto named = (folder_.path() / "brief van zwaan.pdf").string();
    const auto said = run(redact, {"--hide", strings.string(), in.string(), named});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.words, HasSubstr("naam van het bestand (regel 1 van de teksten)"));
    EXPECT_FALSE(std::filesystem::exists(named));
}

TEST_F(OnTheCommandLine, RedactDoesNotWriteOverItsSource) {
    const auto in = folder_.write("brief.pdf", letter()), strings = folder_.write("teksten.txt", "Zwaan\n");
    EXPECT_EQ(run(redact, {"--hide", strings.string(), in.string(), in.string()}).status, 2);
    EXPECT_EQ(other::slurp(in), letter());
}

TEST_F(OnTheCommandLine, RedactTellsThatAttachmentsStayBehind) {
    const auto said = hide("Zwaan\n", "post.eml",
                           "From: a@voorbeeld.nl\r\nSubject: Verslag\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
                           "Het gesprek met Zwaan.\r\n--x\r\nContent-Type: text/plain; name=\"b.txt\"\r\nContent-Disposition: attachment; filename=\"b.txt\"\r\n\r\nZwaan\r\n--x--\r\n");
    EXPECT_EQ(said.status, 0) << said.words;
    EXPECT_THAT(said.words, HasSubstr("1 bijlage(n)"));
    EXPECT_THAT(text(), Not(HasSubstr("Zwaan")));
}

TEST_F(OnTheCommandLine, VerifySearchesAPdfForGivenTexts) {
    ASSERT_EQ(hide("Zwaan\n", "brief.pdf", letter()).status, 0);
    EXPECT_EQ(run(verify, {out()}).status, 0);
    const auto strings = folder_.write("teksten.txt", "Zwaan\ngesprek\n").string();
    const auto said = run(verify, {"--hide", strings, out()});
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.words, HasSubstr("uit.pdf: tekst (pdftotext), pagina 1: regel 2 van de teksten."));
    EXPECT_THAT(said.words, Not(HasSubstr("regel 1")));
    EXPECT_EQ(run(verify, {"--hide", folder_.write("teksten.txt", "Zwaan\n").string(), out()}).status, 0);
}

TEST_F(OnTheCommandLine, VerifyTellsWhatNoReleaseHolds) {
    const auto said = run(verify, {folder_.write("bron.pdf", letter()).string()});  // as cairo wrote it, with its maker
    EXPECT_EQ(said.status, 1);
    EXPECT_THAT(said.words, HasSubstr("bron.pdf: metagegevens."));
    EXPECT_EQ(run(verify, {folder_.write("geen.zip", "PK\x03\x04").string()}).status, 1);
    EXPECT_EQ(run(verify, {}).status, 2);
}

TEST(HiddenStrings, AreLinesWithoutMarksAndTwins) {
    EXPECT_THAT(hiddenStrings("\xEF\xBB\xBF" " Zo\xC3\xAB \r\n\nZo\xC3\xAB\nBas"), testing::ElementsAre("Zoë", "Bas"));
    EXPECT_THAT(hiddenStrings("Zo\xEB\n"), testing::ElementsAre("Zoë"));
}

}  // namespace

}  // namespace service::faces
