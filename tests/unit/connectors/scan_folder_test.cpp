// The scan folder: whose scans are delivered, and what is said about the others.
#include <gtest/gtest.h>

#include "connectors/scan_folder/scan_file.h"
#include "connectors/scan_folder/scan_folder_connector.h"
#include "tests/unit/connectors/recording_sink.h"
#include "tests/unit/connectors/sample_scans.h"
#include "tests/unit/connectors/temporary_folder.h"

namespace connectors::tests {
namespace {

struct Scans {
    TemporaryFolder folder;
    RecordingSink sink;
    Statement collect(const Query& query = familyQuery()) {
        return scan_folder::make({{"folder", folder.path().string()}}, shortLimits())->collect(query, sink);
    }
};

Query byNumber(const std::string& number) {
    Query query = familyQuery();
    query.caseNumbers = {number};
    return query;
}

}  // namespace

TEST(ScanFolder, DeliversTheScansOfTheDossierAboutThePeopleSought) {
    Scans scans;
    scans.folder.write("VT-26-001/dossier.json", sidecarOfFamily({"001.pdf"}));
    scans.folder.write("VT-26-001/001.pdf", kScanPdf);
    scans.folder.write("VT-26-001/002.pdf", kScanPdf);
    const Statement statement = scans.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInFull) << statement.explanation;
    ASSERT_EQ(scans.sink.documents.size(), 2u);
    EXPECT_EQ(scans.sink.documents[0].title, "Melding");
    EXPECT_EQ(scans.sink.documents[0].date, "2026-01-12");
    EXPECT_EQ(scans.sink.documents[0].caseNumber, "VT-26-001");
    EXPECT_EQ(scans.sink.documents[1].title, "002");
}

TEST(ScanFolder, FindsAnUndescribedDossierByItsNumberOnly) {
    Scans scans;
    scans.folder.write("VT-26-002/a.pdf", kScanPdf);
    const Statement without = scans.collect();
    EXPECT_EQ(without.answer, Answer::noAnswer);
    EXPECT_NE(without.explanation.find("zonder zaaknummer"), std::string::npos);
    EXPECT_EQ(scans.collect(byNumber("VT/26/002")).answer, Answer::deliveredInFull);
    EXPECT_EQ(scans.collect(byNumber("VT-26-999")).answer, Answer::nothingHeld);
}

TEST(ScanFolder, ADossierOfSomeoneElseStaysWhereItIs) {
    Scans scans;
    scans.folder.write("VT-26-001/dossier.json", sidecarOfFamily({}));
    scans.folder.write("VT-26-001/001.pdf", kScanPdf);
    Query other = familyQuery();
    other.people = {{"ander", "934567815", "Jan Otten", "1990-01-01"}};
    EXPECT_EQ(scans.collect(other).answer, Answer::nothingHeld);
    EXPECT_TRUE(scans.sink.documents.empty());
}

TEST(ScanFolder, TellsWhatIsListedButNotThereAndWhatIsNoScan) {
    Scans scans;
    scans.folder.write("VT-26-001/dossier.json", sidecarOfFamily({"001.pdf", "weg.pdf"}));
    scans.folder.write("VT-26-001/001.pdf", kScanPdf);
    scans.folder.write("VT-26-001/Thumbs.db", "ruis");
    const Statement statement = scans.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInPart);
    EXPECT_EQ(scans.sink.documents.size(), 1u);
    ASSERT_EQ(statement.missing.size(), 2u);
    EXPECT_NE(statement.missing[0].reason.find("ontbreekt"), std::string::npos);
    EXPECT_NE(statement.missing[1].reason.find("geen scan"), std::string::npos);
}

TEST(ScanFolder, ResumesWithoutReadingAgain) {
    Scans scans;
    scans.folder.write("VT-26-001/dossier.json", sidecarOfFamily({}));
    scans.folder.write("VT-26-001/001.pdf", kScanPdf);
    scans.sink.stored.insert("VT-26-001/001.pdf");
    EXPECT_EQ(scans.collect().answer, Answer::deliveredInFull);
    EXPECT_TRUE(scans.sink.documents.empty());
}

TEST(ScanFile, KnowsABrokenOffFileOfEachKind) {
    struct Case {
        std::string bytes, mediaType;
        bool whole;
    };
    const std::string directory("\0\0\0\0\0\0", 6);
    const std::vector<Case> cases{
        {kScanPdf, "application/pdf", true},
        {kScanPdf.substr(0, 30), "application/pdf", false},
        {std::string("II*\0\x08\0\0\0", 8) + directory, "image/tiff", true},
        {std::string("MM\0*\0\0\0\x08", 8) + directory, "image/tiff", true},
        {std::string("II*\0\xff\xff\0\0", 8) + directory, "image/tiff", false},
        {"\xff\xd8\xff\xe0 beeld \xff\xd9", "image/jpeg", true},
        {"\xff\xd8\xff\xe0 beeld", "image/jpeg", false},
    };
    for (const Case& row : cases)
        EXPECT_EQ(scan_folder::endsAsItShould(row.bytes, row.mediaType), row.whole) << row.mediaType;
}

}  // namespace connectors::tests
