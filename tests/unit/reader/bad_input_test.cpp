#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/unit/reader/reader_fixture.h"
#include "tests/unit/reader/samples.h"

using namespace reader_tests;

TEST(BadInput, AnEmptyFileIsSaidToBeEmpty) { EXPECT_NE(whyNot(program(), "", "leeg.pdf").find("is leeg"), std::string::npos); }

TEST(BadInput, AnEncryptedPdfIsRefused) {
    const std::string pdf = samples::typedPdf({"Tekst"});
    EXPECT_EQ(whyNot(program(), samples::withPassword(pdf, "geheim"), "x.pdf"),
              "Dit pdf-bestand is versleuteld. Vraag de partner om een versie zonder wachtwoord.");
}

TEST(BadInput, APdfThatOpensWithoutPasswordIsRead) {
    const auto document = program().read(samples::withPassword(samples::typedPdf({"Tekst zonder slot"}), ""), "x.pdf").document;
    EXPECT_EQ(wordsOf(document, Seen::visible), "Tekst zonder slot");
}

TEST(BadInput, ATruncatedPdfIsReadAsFarAsItGoesAndDoubted) {
    const std::string pdf = samples::pdfOf({samples::textAt(72, 700, "Wat er nog staat"), "", "", "", {}});
    const auto document = program().read(pdf.substr(0, pdf.size() - 150), "x.pdf").document;
    EXPECT_EQ(wordsOf(document, Seen::visible), "Wat er nog staat");
    EXPECT_TRUE(doubts(document, "beschadigd of afgebroken"));
}

TEST(BadInput, APdfCutAtItsHeadIsRefused) {
    EXPECT_NE(whyNot(program(), "%PDF-1.7\n1 0 obj << /Type /Cat", "x.pdf").find("afgebroken of beschadigd"), std::string::npos);
}

TEST(BadInput, WhatIsNotAPdfIsRefused) { EXPECT_NE(whyNot(program(), "Gewone tekst", "brief.pdf").find("niet wat de naam belooft"), std::string::npos); }

TEST(BadInput, AnUnknownFormatIsPutToAHuman) {
    EXPECT_EQ(whyNot(program(), std::string("\x01\x02\x03\x00\x05", 5) + std::string(100, '\x07'), "geluid.wav"),
              "Dit bestandstype kan Lakwerk niet lezen: voeg het stuk met de hand toe.");
}

TEST(BadInput, TwoHundredMegabytesAreRefusedWithoutReadingThem) {
    constexpr std::size_t size = 200u << 20;
    const int file = memfd_create("groot", MFD_CLOEXEC);
    ASSERT_EQ(ftruncate(file, off_t(size)), 0);
    ASSERT_EQ(pwrite(file, "%PDF-1.7\n", 9, 0), 9);
    const char* bytes = static_cast<const char*>(mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0));
    const auto start = std::chrono::steady_clock::now();
    EXPECT_NE(whyNot(program(), {bytes, size}, "groot.pdf").find("te groot"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(200));
    munmap(const_cast<char*>(bytes), size);
    close(file);
}

TEST(BadInput, TooManyPagesAreRefused) {
    reader::Limits limits;
    limits.maxPages = 2;
    EXPECT_NE(whyNot(program(limits), samples::typedPdf(std::vector<std::string>(100, "Regel")), "x.pdf").find("te veel pagina's"), std::string::npos);
}

TEST(BadInput, APdfThatTakesTooLongIsStopped) {
    reader::Limits limits;
    limits.timePerDocument = std::chrono::seconds(1);
    std::string busy = "/X0 Do\n";
    samples::PdfParts parts{busy, "/XObject << /X0 6 0 R >>", "", "", {}};
    for (int level = 0; level < 8; ++level) {  // each form draws the next ten times
        const std::string next = "/X" + std::to_string(level + 1);
        std::string content;
        for (int i = 0; i < 10; ++i) content += next + " Do ";
        parts.objects.push_back(samples::stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << " + next + " " +
                                                std::to_string(7 + level) + " 0 R >> >>", content));
    }
    parts.objects.push_back(samples::stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", "0 0 5 5 re f"));
    const auto start = std::chrono::steady_clock::now();
    const std::string why = whyNot(program(limits), samples::pdfOf(parts), "x.pdf");
    EXPECT_TRUE(why.find("te lang") != std::string::npos || why.find("te veel geheugen") != std::string::npos) << why;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(8));
}

TEST(BadInput, AMissingReaderIsSaid) {
    EXPECT_NE(whyNot(reader::ReaderProcess("/bestaat/niet"), "tekst", "x.txt").find("kon niet worden gestart"), std::string::npos);
}

TEST(BadInput, AReaderThatTalksNonsenseIsNotBelieved) {
    EXPECT_NE(whyNot(reader::ReaderProcess("/bin/cat"), "tekst", "x.txt").find("niet veilig worden gelezen"), std::string::npos);
    EXPECT_NE(whyNot(reader::ReaderProcess("/bin/true"), "tekst", "x.txt").find("niet veilig worden gelezen"), std::string::npos);
}
