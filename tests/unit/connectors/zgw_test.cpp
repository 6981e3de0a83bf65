// The ZGW connector against the simulated case system: what it asks, what it delivers, what it says is missing.
#include <gtest/gtest.h>

#include <algorithm>

#include "connectors/common/digest.h"
#include "connectors/zgw/jwt.h"
#include "connectors/zgw/zgw_connector.h"
#include "tests/unit/connectors/recording_sink.h"
#include "tests/unit/connectors/temporary_folder.h"
#include "tests/unit/connectors/zgw_holdings.h"

namespace connectors::tests {
namespace {

struct Bench {
    explicit Bench(partners::ZgwHoldings holdings) : simulator(std::move(holdings)) {}

    Statement collect(const Query& query = familyQuery()) {
        const auto settings = settingsFor(simulator, folder.write("secret", kClient.secret).string());
        return zgw::make(settings, limits)->collect(query, sink);
    }
    ConnectorError trouble() {
        try {
            collect();
        } catch (const ConnectorError& error) {
            return error;
        }
        ADD_FAILURE() << "no trouble";
        return {Trouble::lasting, "", ""};
    }

    TemporaryFolder folder;
    partners::ZgwSimulator simulator;
    RecordingSink sink;
    Limits limits = testLimits();
};

std::string reasonOf(const Statement& statement, const std::string& title) {
    for (const Missing& missing : statement.missing)
        if (missing.title == title) return missing.reason;
    return "";
}

}  // namespace

TEST(ZgwToken, IsThePublishedOne) {
    const auto issued = std::chrono::sys_seconds(std::chrono::seconds(1602857301));
    const std::string token =
        zgw::makeToken({"docs", "docs@example.com", "Documentation Example"}, "example-secret", issued);
    EXPECT_EQ(token.substr(token.rfind('.') + 1), "DZu7E780xG4zqRiT8ZhrBeMudz45301wNVDT0ra-Iyw");
}

TEST(Zgw, DeliversTheDocumentsOfTheCasesOfThePeopleSought) {
    Bench bench(oneCase());
    const Statement statement = bench.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInFull);
    EXPECT_EQ(statement.searchedWith, std::vector<std::string>{"burgerservicenummer"});
    ASSERT_EQ(bench.sink.documents.size(), 2u);
    EXPECT_EQ(bench.sink.expected, 2u);
    const Delivered* report = bench.sink.titled("Verslag huisbezoek");
    ASSERT_NE(report, nullptr);
    EXPECT_EQ(report->mediaType, "application/pdf");
    EXPECT_EQ(report->confidentiality, "zaakvertrouwelijk");
    EXPECT_EQ(report->caseNumber, "ZAAK-2026-000000000001");
    EXPECT_EQ(report->date, "2026-01-20");
    EXPECT_EQ(report->people, std::vector<std::string>{"Berend Willem van Aalst"});
    EXPECT_EQ(report->sha256, sha256Hex(report->bytes));
}

TEST(Zgw, NeverPutsABsnInAnAddress) {
    Bench bench(manyCases(150));
    bench.collect();
    EXPECT_GT(bench.simulator.requestLines().size(), 150u);
    for (const std::string& line : bench.simulator.requestLines()) {
        EXPECT_EQ(line.find(father().bsn), std::string::npos) << line;
        EXPECT_EQ(line.find(child().bsn), std::string::npos) << line;
    }
}

TEST(Zgw, FindsByCaseNumberToo) {
    Bench bench(oneCase());
    Query query = familyQuery();
    query.people = {{"oma", "", "Geesje Smit", ""}};
    query.caseNumbers = {"ZAAK-2026-000000000001"};
    const Statement statement = bench.collect(query);
    EXPECT_EQ(bench.sink.documents.size(), 2u);
    EXPECT_EQ(statement.answer, Answer::deliveredInPart);  // nobody searched for the person without BSN
    EXPECT_NE(statement.explanation.find("1 persoon"), std::string::npos);
}

TEST(Zgw, SaysSoWhenThereIsNothingToSearchWith) {
    Bench bench(oneCase());
    Query query = familyQuery();
    query.people = {{"oma", "", "Geesje Smit", ""}};
    EXPECT_EQ(bench.collect(query).answer, Answer::noAnswer);
    EXPECT_TRUE(bench.simulator.requestLines().empty());
}

TEST(Zgw, WordsAnEmptyListAsNotVisible) {
    Bench bench({{}, {kClient}});
    const Statement statement = bench.collect();
    EXPECT_EQ(statement.answer, Answer::nothingVisibleToUs);
    EXPECT_NE(statement.explanation.find("bewijst niet"), std::string::npos);
}

TEST(Zgw, TellsWhatTheListHidFromUs) {
    auto holdings = oneCase();
    holdings.cases[0].documents[1].confidentiality = "geheim";
    holdings.clients[0].highestConfidentiality = "vertrouwelijk";
    Bench bench(holdings);
    const Statement statement = bench.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInPart);
    EXPECT_EQ(bench.sink.documents.size(), 1u);
    EXPECT_NE(reasonOf(statement, "1 document").find("niet aan Lakwerk getoond"), std::string::npos);
}

TEST(Zgw, AskingWithoutTheScopeIsForThePartnerToSolve) {
    auto holdings = oneCase();
    holdings.clients[0].maySearch = false;
    Bench bench(holdings);
    const ConnectorError error = bench.trouble();
    EXPECT_EQ(error.trouble(), Trouble::lasting);
    EXPECT_NE(error.whoMustAct().find("partner"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("403"), std::string::npos);
}

TEST(Zgw, OneDocumentThatCannotBeHadIsMissingAndTheRestComes) {
    auto holdings = oneCase();
    auto& documents = holdings.cases[0].documents;
    const auto add = [&documents](const std::string& number, const std::string& title, int status) {
        documents.push_back(pdf("cccccccc-0000-0000-0000-00000000000" + number, title));
        documents.back().status = status;
    };
    add("1", "Vernietigd", 410);
    add("2", "Verboden", 403);
    add("3", "Stuk dat faalt", 500);
    add("4", "Beschadigd", 200);
    documents.back().integrity = partners::Integrity::wrong;
    add("5", "Verwijzing", 200);
    documents.back().linkOnly = true;
    Bench bench(holdings);
    const Statement statement = bench.collect();
    EXPECT_EQ(statement.answer, Answer::deliveredInPart);
    EXPECT_EQ(bench.sink.documents.size(), 2u);
    EXPECT_NE(reasonOf(statement, "Vernietigd").find("410"), std::string::npos);
    EXPECT_NE(reasonOf(statement, "Verboden").find("niet aan Lakwerk vrij"), std::string::npos);
    EXPECT_NE(reasonOf(statement, "Stuk dat faalt").find("storing"), std::string::npos);
    EXPECT_NE(reasonOf(statement, "Beschadigd").find("controlesom"), std::string::npos);
    EXPECT_NE(reasonOf(statement, "Verwijzing").find("verwijzing"), std::string::npos);
}

TEST(Zgw, WhenEveryDocumentIsRefusedThePartnerRefused) {
    auto holdings = oneCase();
    for (auto& document : holdings.cases[0].documents) document.status = 403;
    Bench bench(holdings);
    EXPECT_EQ(bench.collect().answer, Answer::refused);
}

TEST(Zgw, DocumentsWithoutChecksumAreTakenOnTheirSize) {
    auto holdings = oneCase();
    for (auto& document : holdings.cases[0].documents) document.integrity = partners::Integrity::absent;
    Bench bench(holdings);
    EXPECT_EQ(bench.collect().answer, Answer::deliveredInFull);
}

TEST(Zgw, ResumesWithoutFetchingWhatIsStored) {
    Bench bench(oneCase());
    bench.sink.stopAfter = 1;
    EXPECT_EQ(bench.collect().answer, Answer::deliveredInPart);
    ASSERT_EQ(bench.sink.documents.size(), 1u);
    bench.sink.stored.insert(bench.sink.documents[0].externalId);
    bench.sink.stopAfter = 100;
    EXPECT_EQ(bench.collect().answer, Answer::deliveredInFull);
    EXPECT_EQ(bench.sink.documents.size(), 2u);
    EXPECT_EQ(bench.simulator.downloads(), 2u);
}

TEST(Zgw, StopsAtOnceWhenCancelledDuringAStall) {
    Bench bench(oneCase());
    bench.simulator.setFault(partners::Fault::stalls);
    bench.sink.stopAfter = 0;
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(bench.collect().answer, Answer::noAnswer);
    EXPECT_LT(std::chrono::steady_clock::now() - began, bench.limits.idle / 2);
}

TEST(Zgw, TroubleHasTheRightName) {
    struct Case {
        partners::Fault fault;
        partners::Where where;
        Trouble trouble;
        const char* says;
    };
    using partners::Fault, partners::Where;
    const std::vector<Case> cases{
        {Fault::closesAtOnce, Where::everywhere, Trouble::passing, "brak de verbinding af"},
        {Fault::drips, Where::everywhere, Trouble::passing, "niet op tijd"},
        {Fault::unauthorized, Where::everywhere, Trouble::lasting, "401"},
        {Fault::htmlPage, Where::everywhere, Trouble::lasting, "webpagina"},
        {Fault::htmlError, Where::everywhere, Trouble::passing, "503"},
        {Fault::halfChunked, Where::everywhere, Trouble::passing, "half"},
        {Fault::notHttp, Where::everywhere, Trouble::lasting, "geen HTTP"},
        {Fault::endless, Where::everywhere, Trouble::lasting, "meer dan"},
        {Fault::loopsPages, Where::everywhere, Trouble::lasting, "zonder einde"},
        {Fault::wrongNext, Where::everywhere, Trouble::lasting, "ander adres"},
        {Fault::halfBody, Where::documentsOnly, Trouble::passing, "half"},
        {Fault::htmlPage, Where::documentsOnly, Trouble::lasting, "webpagina"},
        {Fault::endless, Where::documentsOnly, Trouble::lasting, "meer dan"},
    };
    for (const Case& row : cases) {
        Bench bench(oneCase());
        if (row.fault == Fault::drips) bench.limits = shortLimits();
        bench.simulator.setFault(row.fault, row.where);
        const ConnectorError error = bench.trouble();
        EXPECT_EQ(error.trouble(), row.trouble) << row.says << ": " << error.what();
        EXPECT_NE(std::string(error.what()).find(row.says), std::string::npos) << row.says << ": " << error.what();
    }
}

TEST(Zgw, RefusesAnAddressThatIsNotSafe) {
    for (const char* url :
         {"http://zaken.gemeente.example/api", "ftp://127.0.0.1/", "https://u:p@x.example/", "zaken"}) {
        Settings settings{{"zaken_url", url}, {"documenten_url", url}, {"client_id", "a"}, {"secret_file", "/nergens"}};
        EXPECT_THROW(zgw::make(settings, Limits{}), ConnectorError) << url;
    }
}

TEST(Zgw, ASecretFileThatIsNotThereIsForTheAdministrator) {
    Bench bench(oneCase());
    try {
        zgw::make(settingsFor(bench.simulator, (bench.folder.path() / "nergens").string()), Limits{});
        ADD_FAILURE();
    } catch (const ConnectorError& error) {
        EXPECT_EQ(error.whoMustAct(), "de beheerder van Lakwerk");
    }
}

}  // namespace connectors::tests
