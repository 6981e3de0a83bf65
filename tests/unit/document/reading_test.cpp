#include "redaction/document/reading.h"

#include <gtest/gtest.h>

using namespace redaction::document;

TEST(Format, IsRecognisedByTheBytesFirst) {
    using namespace std::string_view_literals;
    const struct {
        std::string_view bytes, name;
        Format format;
    } rows[] = {
        {"%PDF-1.7\n", "brief.docx", Format::pdf},
        {"\x89PNG\r\n\x1A\n...", "", Format::png},
        {"\xFF\xD8\xFF\xE0", "scan.txt", Format::jpeg},
        {"II*\0\x08"sv, "", Format::tiff},
        {"PK\x03\x04", "verslag.docx", Format::docx},
        {"PK\x03\x04 ... word/document.xml ...", "bijlage", Format::docx},
        {"PK\x03\x04 ... brief.txt ...", "stukken.zip", Format::zip},
        {"PK\x03\x04 ... brief.txt ...", "stukken.pdf", Format::zip},
        {"PK\x03\x04 ... xl/workbook.xml ...", "uren", Format::xlsx},
        {"PK\x03\x04 ... ppt/presentation.xml ...", "dia.pptx", Format::unknown},
        {"PK\x03\x04................mimetypeapplication/vnd.oasis.opendocument.text PK", "", Format::odt},
        {"PK\x03\x04................mimetypeapplication/vnd.oasis.opendocument.spreadsheet PK", "", Format::ods},
        {"PK\x03\x04................mimetypeapplication/vnd.oasis.opendocument.graphics PK", "", Format::unknown},
        {"{\\rtf1\\ansi Dag}", "brief.doc", Format::rtf},
        {"Gewone tekst", "brief.msg", Format::msg},
        {"Gewone tekst", "brief.pdf", Format::pdf},  // said to be one: refused by its own reader
        {"Gewone tekst", "brief.docx", Format::docx},
        {"Gewone tekst", "notitie", Format::text},
        {"From: a@example.nl\r\nTo: b@example.nl\r\nSubject: x\r\n\r\nDag", "", Format::mail},
        {"Datum: vandaag\nFrom: zo maar\n", "", Format::text},
        {"<!DOCTYPE html><html>", "", Format::html},
        {"\x01\x02\x03\x04\x05\x06", "geluid.mp3", Format::unknown},
        {"\x01\x02\x03\x04\x05\x06", "brief.txt", Format::unknown},
    };
    for (const auto& row : rows) EXPECT_EQ(recogniseFormat(row.bytes, row.name, ""), row.format) << row.bytes << " " << row.name;
}

// A Word file that was packed without pressing it shows the names of what is in it in the middle of the ZIP file.
TEST(Format, AZipFileIsWhatItsOwnListSays) {
    const auto fourBytes = [](std::size_t value) { return std::string{char(value & 255), char(value >> 8 & 255), 0, 0}; };
    const auto zip = [&](const std::string& held, const std::string& list) {
        return held + list + "PK\x05\x06" + std::string(8, '\0') + fourBytes(list.size()) + fourBytes(held.size()) + std::string(2, '\0');
    };
    EXPECT_EQ(recogniseFormat(zip("PK\x03\x04 brief.docx word/document.xml xl/workbook.xml", "PK\x01\x02 brief.docx"), "stukken.zip", ""), Format::zip);
    EXPECT_EQ(recogniseFormat(zip("PK\x03\x04 x", "PK\x01\x02 word/document.xml"), "brief", ""), Format::docx);
}

TEST(Format, TheMediaTypeHelpsWhereTheNameIsSilent) {
    EXPECT_EQ(recogniseFormat("<p>Dag</p>", "stuk", "text/html; charset=utf-8"), Format::html);
    EXPECT_EQ(recogniseFormat("Dag", "stuk", "message/rfc822"), Format::mail);
}

TEST(Explanation, TellsThePartnerWhatToAsk) {
    EXPECT_EQ(explain(Failure::encrypted, Format::pdf), "Dit pdf-bestand is versleuteld. Vraag de partner om een versie zonder wachtwoord.");
    EXPECT_NE(explain(Failure::unsupported, Format::zip).find("Pak het uit"), std::string::npos);
    EXPECT_EQ(explain(Failure::unsupported, Format::unknown), "Dit bestandstype kan Lakwerk niet lezen: voeg het stuk met de hand toe.");
}
