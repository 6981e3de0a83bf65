// The export drop: what an export brings, what it says is missing, and what no honest export holds.
#include <gtest/gtest.h>

#include "connectors/common/digest.h"
#include "connectors/export_drop/export_drop_connector.h"
#include "tests/unit/connectors/recording_sink.h"
#include "tests/unit/connectors/sample_people.h"
#include "tests/unit/connectors/temporary_folder.h"
#include "tests/unit/connectors/zip_writer.h"

namespace connectors::tests {
namespace {

struct Drop {
    TemporaryFolder folder;
    RecordingSink sink;

    Statement collect(const Query& query = familyQuery()) {
        return export_drop::make({{"folder", folder.path().string()}}, Limits{})->collect(query, sink);
    }
    std::string trouble() {
        try {
            collect();
        } catch (const ConnectorError& error) {
            EXPECT_EQ(error.trouble(), Trouble::lasting);
            EXPECT_NE(error.whoMustAct().find("partner"), std::string::npos);
            return error.what();
        }
        return "no trouble";
    }
};

const ListedDocument kJournal{"D1", "stukken/journaal.txt", "Contactjournaal", "12-01 gebeld met vader.", ""};
const ListedDocument kMail{"D2", "stukken/mail.eml", "Mail", "From: a@b.example\r\nSubject: x\r\n\r\nHallo", ""};

std::string withDoctype(const std::string& doctype) {
    std::string xml = makeManifest({kJournal});
    return xml.insert(xml.find("<export"), doctype);
}

std::string reasonOf(const Statement& statement, const std::string& title) {
    for (const Missing& missing : statement.missing)
        if (missing.title == title) return missing.reason;
    return "";
}

}  // namespace

TEST(ExportDrop, DeliversWhatTheManifestLists) {
    Drop drop;
    drop.folder.write("export.zip", makeExport({kJournal, kMail}));
    const Statement statement = drop.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInFull) << statement.explanation;
    EXPECT_EQ(statement.searchedIn, (std::vector<std::string>{"map met exports", "export uit WIJZ"}));
    ASSERT_EQ(drop.sink.documents.size(), 2u);
    const Delivered* journal = drop.sink.titled("Contactjournaal");
    ASSERT_NE(journal, nullptr);
    EXPECT_EQ(journal->bytes, kJournal.bytes);
    EXPECT_EQ(journal->mediaType, "text/plain");
    EXPECT_EQ(journal->fileName, "journaal.txt");
    EXPECT_EQ(journal->caseNumber, "JB-26-114");
    EXPECT_EQ(journal->people, std::vector<std::string>{father().name});
    EXPECT_EQ(drop.sink.titled("Mail")->mediaType, "message/rfc822");
}

TEST(ExportDrop, AnExportThatSaysItIsNotCompleteIsDeliveredInPart) {
    Drop drop;
    drop.folder.write("export.zip", makeExport({kJournal}, "no"));
    const Statement statement = drop.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInPart);
    EXPECT_NE(statement.explanation.find("niet alles"), std::string::npos);
}

TEST(ExportDrop, WithoutAnExportThePartnerHasNotAnswered) {
    Drop drop;
    EXPECT_EQ(drop.collect().answer, Answer::noAnswer);
    drop.folder.write("export.zip", makeExport({kJournal}));
    Query other = familyQuery();
    other.people = {{"ander", "934567815", "Jan Otten", "1990-01-01"}};
    const Statement statement = drop.collect(other);
    EXPECT_EQ(statement.answer, Answer::noAnswer);
    EXPECT_TRUE(drop.sink.documents.empty());
}

TEST(ExportDrop, SaysForWhomThereIsNoExport) {
    Drop drop;
    drop.folder.write("export.zip", makeExport({kJournal}));
    Query query = familyQuery();
    query.people.push_back({"dochter", "934567815", "Jule van Aalst", "2012-05-05"});
    const Statement statement = drop.collect(query);
    EXPECT_EQ(statement.answer, Answer::deliveredInPart);
    EXPECT_NE(statement.explanation.find("Over 1 persoon is er geen export"), std::string::npos);
}

TEST(ExportDrop, TellsWhatIsMissingDoubleOrDamaged) {
    Drop drop;
    const ListedDocument absent{"D3", "stukken/weg.txt", "Weg", "tekst", ""};
    const ListedDocument again{"D1", "stukken/journaal.txt", "Nog eens", kJournal.bytes, ""};
    const ListedDocument damaged{"D4", "stukken/kapot.txt", "Kapot", "tekst", std::string(64, 'a')};
    const ListedDocument twice{"D5", "stukken/dubbel.txt", "Dubbel", "een", ""};
    drop.folder.write("export.zip",
                      makeZip({{"manifest.xml", makeManifest({kJournal, absent, again, damaged, twice}), ""},
                               {kJournal.file, kJournal.bytes, ""},
                               {damaged.file, damaged.bytes, ""},
                               {twice.file, "een", ""},
                               {twice.file, "twee", ""},
                               {"stukken/niet-genoemd.txt", "los", ""}}));
    const Statement statement = drop.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInPart);
    EXPECT_EQ(drop.sink.documents.size(), 1u);
    EXPECT_NE(reasonOf(statement, "Weg").find("zit niet in de export"), std::string::npos);
    EXPECT_NE(reasonOf(statement, "Nog eens").find("twee keer in het manifest"), std::string::npos);
    EXPECT_NE(reasonOf(statement, "Kapot").find("controlesom"), std::string::npos);
    EXPECT_NE(reasonOf(statement, "Dubbel").find("twee keer in de export"), std::string::npos);
    EXPECT_NE(statement.explanation.find("1 bestand staat niet in het manifest"), std::string::npos);
}

TEST(ExportDrop, TheSameDocumentInTwoExportsIsOne) {
    Drop drop;
    drop.folder.write("a.zip", makeExport({kJournal}));
    drop.folder.write("b.zip", makeExport({kJournal, kMail}));
    EXPECT_EQ(drop.collect().answer, Answer::deliveredInFull);
    EXPECT_EQ(drop.sink.documents.size(), 2u);
}

TEST(ExportDrop, ResumesWithoutDeliveringAgain) {
    Drop drop;
    drop.folder.write("a.zip", makeExport({kJournal, kMail}));
    drop.collect();
    for (const Delivered& document : drop.sink.documents) drop.sink.stored.insert(document.externalId);
    drop.sink.documents.clear();
    EXPECT_EQ(drop.collect().answer, Answer::deliveredInFull);
    EXPECT_TRUE(drop.sink.documents.empty());
}

TEST(ExportDrop, RefusesWhatNoHonestExportHolds) {
    const std::string manifest = makeManifest({kJournal}), million(20u << 20, 'a');
    struct Case {
        const char* what;
        std::string zip;
        const char* says;
    };
    const std::vector<Case> cases{
        {"climbing path", makeZip({{"manifest.xml", manifest, ""}, {"../../etc/passwd", "x", ""}}), "../"},
        {"climbing inside", makeZip({{"manifest.xml", manifest, ""}, {"a/../../b", "x", ""}}), "../"},
        {"absolute path", makeZip({{"manifest.xml", manifest, ""}, {"/etc/cron.d/x", "x", ""}}), "../"},
        {"drive letter", makeZip({{"manifest.xml", manifest, ""}, {"C:\\x", "x", ""}}), "../"},
        {"link", makeZip({{"manifest.xml", manifest, ""}, {"a", "", "/etc/passwd"}}), "geen gewoon bestand"},
        {"two manifests", makeZip({{"manifest.xml", manifest, ""}, {"manifest.xml", manifest, ""}}), "twee manifesten"},
        {"no manifest", makeZip({{"a.txt", "x", ""}}), "geen manifest"},
        {"bomb", makeExport({{"B", "bom.txt", "Bom", million, ""}}), "ZIP-bom"},
        {"bomb as manifest", makeZip({{"manifest.xml", million, ""}}), "ZIP-bom"},
        {"external entity",
         makeZip({{"manifest.xml", withDoctype("<!DOCTYPE export [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), ""}}),
         "entiteit"},
        {"billion laughs", makeZip({{"manifest.xml", withDoctype("<!DOCTYPE export [<!ENTITY a \"aaaa\">]>"), ""}}),
         "entiteit"},
        {"not XML", makeZip({{"manifest.xml", "geen xml", ""}}), "geen leesbare XML"},
        {"other XML", makeZip({{"manifest.xml", "<export/>", ""}}), "niet opgesteld zoals afgesproken"},
    };
    for (const Case& row : cases) {
        Drop drop;
        drop.folder.write("a.zip", row.zip);
        const std::string trouble = drop.trouble();
        EXPECT_NE(trouble.find(row.says), std::string::npos) << row.what << ": " << trouble;
        EXPECT_EQ(drop.sink.documents.size(), 0u) << row.what;
    }
}

TEST(ExportDrop, AnEntityInAnotherEncodingDoesNotGetBy) {
    // UTF-16 hides "<!DOCTYPE" from a search through bytes; the parser still sees it.
    const std::string xml = withDoctype("<!DOCTYPE export [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
    std::string wide = "\xff\xfe";
    for (const char c : xml.substr(xml.find("<!DOCTYPE"))) wide += std::string{c, '\0'};
    Drop drop;
    drop.folder.write("a.zip", makeZip({{"manifest.xml", wide, ""}}));
    EXPECT_NE(drop.trouble().find("documenttype"), std::string::npos);
}

TEST(ExportDrop, ABadExportDoesNotKeepTheGoodOneOut) {
    Drop drop;
    drop.folder.write("a.zip", "geen zip");
    drop.folder.write("b.zip", makeExport({kJournal}));
    EXPECT_NE(drop.trouble().find("Export 1 in de map"), std::string::npos);
    EXPECT_EQ(drop.sink.documents.size(), 1u);
}

}  // namespace connectors::tests
