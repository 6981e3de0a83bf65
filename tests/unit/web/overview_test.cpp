// Counts, what is destroyed when, and the worklist's filters, views and handing over, through the pages.
#include <gtest/gtest.h>

#include "service/web/view/csv.h"
#include "tests/unit/web/region.h"

using tests::Browser;
using tests::Form;
using tests::Region;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class Reports : public ::testing::Test {
  protected:
    Browser as(const std::string& login) {
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login));
        return browser;
    }
    std::string logOne(const std::string& right = "access") {
        auto desk = as("balie");
        const Form form{{"household", region.householdId}, {"requester", "vader"}, {"subject", "vader"}, {"right", right}, {"capacity", "self"}, {"received_on", "2026-03-02"},
                        {"channel", "letter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-02"}, {"do", "log"}};
        EXPECT_EQ(desk.post("/verzoeken/nieuw", form).status, 303);
        return region.store->requests().all().front().id;
    }
    Region region;
};

}  // namespace

TEST(Csv, IsReadBySpreadsheetsAndCalculatesNothing) {
    using service::web::view::csvOf;
    EXPECT_EQ(csvOf({{"a", "b;c"}, {"1", "zeg \"ja\""}}), "\xEF\xBB\xBF" "a;\"b;c\"\r\n1;\"zeg \"\"ja\"\"\"\r\n");
    for (const char* formula : {"=1+1", "+31", "-2", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\r=1", "%0A=1"}) {
        const auto cell = csvOf({{formula}}).substr(3);
        EXPECT_TRUE(cell.starts_with("\"'")) << cell;
    }
    EXPECT_EQ(csvOf({{"Veilig Thuis", "12", "n.g."}}), "\xEF\xBB\xBF" "Veilig Thuis;12;n.g.\r\n");
}

TEST_F(Reports, ShowCountsWithoutSmallOnesAsTableBarsAndFile) {
    logOne("erasure");
    for (int count = 0; count < 6; ++count) {
        service::store::NewRequest wanted;
        wanted.householdId = region.householdId, wanted.requesterId = "vader", wanted.subjects = {"vader"}, wanted.receivedOn = std::chrono::year{2026} / 3 / 2;
        wanted.channel = "letter", wanted.identityMethod = "passport", wanted.createdBy = region.accounts["balie"];
        region.store->requests().add(wanted);
    }
    auto officer = as("officer");
    const auto page = officer.get("/overzicht?jaar=2026");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(has(page.body, "Per recht"));
    EXPECT_TRUE(has(page.body, "n.g."));
    EXPECT_TRUE(has(page.body, "role=\"img\""));
    EXPECT_FALSE(has(page.body, ">1</td>")) << "one request for erasure would be pointed at";
    EXPECT_FALSE(has(page.body, "Testman"));
    const auto file = officer.get("/overzicht.csv?jaar=2026");
    EXPECT_EQ(file.header("content-type"), "text/csv; charset=utf-8");
    EXPECT_TRUE(file.body.starts_with("\xEF\xBB\xBF"));
    EXPECT_TRUE(has(file.body, "Per recht;"));
    EXPECT_FALSE(has(file.body, ";1;"));
    EXPECT_EQ(as("beheer").get("/overzicht").status, 200);
    EXPECT_EQ(as("beoordelaar").get("/overzicht").status, 403);
    EXPECT_EQ(as("balie").get("/overzicht.csv").status, 403);
}

TEST_F(Reports, DrawNothingWhereNothingMayBeShown) {
    logOne();
    const auto page = as("officer").get("/overzicht?jaar=2026").body;
    EXPECT_TRUE(has(page, "n.g.")) << page;
    EXPECT_FALSE(has(page, "class=\"chart\"")) << "an empty drawing says nothing";
}

// Six of them, so that none is too few to be shown: decided after their last day, and why.
TEST_F(Reports, ShowWhyDecisionsCameLateOnThePageAndInTheFile) {
    for (int count = 0; count < 6; ++count) {
        service::store::NewRequest wanted;
        wanted.householdId = region.householdId, wanted.requesterId = "vader", wanted.subjects = {"vader"}, wanted.receivedOn = std::chrono::year{2026} / 1 / 5;
        wanted.channel = "letter", wanted.identityMethod = "passport", wanted.createdBy = region.accounts["balie"];
        const auto made = region.store->requests().add(wanted);
        EXPECT_EQ(as("beoordelaar").post("/verzoeken/" + made.id + "/te-laat", {{"cause", "partner"}, {"reason", "de stukken kwamen laat"}}).status, 303);
        region.handOut(made.id, "beoordelaar", "officer");
    }
    const auto page = as("officer").get("/overzicht?jaar=2026").body, file = as("officer").get("/overzicht.csv?jaar=2026").body;
    const auto from = page.find("id=\"by-cause\"");
    ASSERT_NE(from, std::string::npos) << page;
    const auto section = page.substr(from, page.find("</section>", from) - from);
    EXPECT_TRUE(has(section, "een partner antwoordde laat") && has(section, ">6<")) << section;
    EXPECT_TRUE(has(section, "role=\"img\"")) << "as a chart too";
    EXPECT_TRUE(has(file, "een partner antwoordde laat;6")) << file;
    EXPECT_FALSE(has(page, "de stukken kwamen laat")) << "the reason names a case";
}

// Nobody opened it, nobody was given it: who can give it comes upon it without looking for it.
TEST_F(Reports, WhatIsNobodysYetStandsInTheDefaultListOfThePrivacyOfficer) {
    const auto id = logOne();
    region.store->assignments().unassign(region.householdId, region.accounts["beoordelaar"]);
    const auto list = as("officer").get("/werkvoorraad").body;
    EXPECT_TRUE(has(list, "LW-2026-0001") && has(list, "nog van niemand") && has(list, "nog niet geopend")) << list;
    EXPECT_FALSE(has(as("beoordelaar").get("/werkvoorraad").body, "LW-2026-0001")) << "a household opens for those it is given to";
    region.store->assignments().assign(region.householdId, region.accounts["beoordelaar"], region.accounts["officer"]);
    EXPECT_FALSE(has(as("officer").get("/werkvoorraad").body, "LW-2026-0001"));
    EXPECT_TRUE(has(as("beoordelaar").get("/werkvoorraad").body, "LW-2026-0001"));
}

TEST_F(Reports, ShowWhatIsDestroyedWhenAndTheAdministratorSetsTheMonths) {
    auto administrator = as("beheer");
    EXPECT_TRUE(has(administrator.get("/vernietiging").body, "3 maanden"));
    EXPECT_EQ(administrator.post("/vernietiging/termijn", {{"months", "zes"}}).status, 422);
    EXPECT_EQ(administrator.post("/vernietiging/termijn", {{"months", "6"}}).status, 303);
    EXPECT_TRUE(has(administrator.get("/vernietiging").body, "6 maanden"));
    auto officer = as("officer");
    EXPECT_EQ(officer.post("/vernietiging/termijn", {{"months", "1"}}).status, 403);
    const auto id = logOne();
    const auto open = officer.get("/verzoeken/" + id + "/bewaren");
    EXPECT_TRUE(has(open.body, "eerst moet de zaak worden afgesloten")) << open.status;
    auto& requests = region.store->requests();
    using service::store::Step;
    for (const auto& [from, to] : {std::pair{Step::logged, Step::collecting}, {Step::collecting, Step::reading}, {Step::reading, Step::review}, {Step::review, Step::packaging},
                                   {Step::packaging, Step::signOff}, {Step::signOff, Step::released}, {Step::released, Step::closed}})
        requests.moveTo(id, from, to);
    const auto page = "/verzoeken/" + id + "/bewaren";
    EXPECT_TRUE(has(officer.get(page).body, "/bewaren/uitstel"));
    EXPECT_EQ(officer.post(page + "/uitstel", {{"until", "2026-03-03"}, {"reason", "klacht"}}).status, 422);
    EXPECT_EQ(officer.post(page + "/uitstel", {{"until", "2027-03-03"}, {"reason", "een klacht is aangekondigd"}}).status, 303);
    EXPECT_TRUE(has(officer.get(page).body, "een klacht is aangekondigd"));
    EXPECT_TRUE(has(officer.get("/verzoeken/" + id).body, "Kopieën worden vernietigd op"));
    const auto registered = administrator.get("/vernietiging").body;
    EXPECT_TRUE(has(registered, region.store->requests().load(id).reference));
    EXPECT_FALSE(has(registered, "klacht")) << "an administrator sees days, not reasons";
    EXPECT_FALSE(has(registered, "Testman"));
}

TEST_F(Reports, AViewIsKeptPerPersonWithoutSearchedNamesAndMayBeTheFirst) {
    logOne();
    auto reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post("/werkvoorraad/weergaven", {{"naam", ""}, {"weergave", "wie=team"}}).status, 303);
    EXPECT_TRUE(region.store->savedViews().ofAccount(region.accounts["beoordelaar"]).empty());
    EXPECT_EQ(reviewer.post("/werkvoorraad/weergaven", {{"naam", "Wissing"}, {"weergave", "wie=team&welke=open&recht=erasure&tekst=Testman"}, {"eerst", "1"}}).status, 303);
    const auto views = region.store->savedViews().ofAccount(region.accounts["beoordelaar"]);
    ASSERT_EQ(views.size(), 1u);
    EXPECT_EQ(views[0].query, "wie=team&welke=open&recht=erasure");
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad").body, "Wissing"));
    EXPECT_FALSE(has(reviewer.get("/werkvoorraad").body, "LW-2026-0001")) << "begins with what was chosen: only erasure";
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad?wie=team&welke=open").body, "LW-2026-0001"));
    EXPECT_FALSE(has(as("officer").get("/werkvoorraad").body, "Wissing"));
    EXPECT_EQ(as("officer").post("/werkvoorraad/weergaven/" + views[0].id + "/weg", {}).status, 303);
    EXPECT_EQ(region.store->savedViews().ofAccount(region.accounts["beoordelaar"]).size(), 1u) << "another's view";
    EXPECT_EQ(reviewer.post("/werkvoorraad/weergaven/" + views[0].id + "/weg", {}).status, 303);
    EXPECT_TRUE(region.store->savedViews().ofAccount(region.accounts["beoordelaar"]).empty());
}

TEST_F(Reports, TickedRequestsAreGivenToAColleagueWhoIsTold) {
    const auto id = logOne();
    auto officer = as("officer");
    const auto list = officer.get("/werkvoorraad?wie=team&welke=ongeopend").body;
    EXPECT_TRUE(has(list, "name=\"verzoek\" value=\"" + id + "\""));
    EXPECT_TRUE(has(list, "nog niet geopend"));
    EXPECT_EQ(officer.post("/werkvoorraad/overdragen", {{"verzoek", id}, {"collega", region.accounts["beoordelaar"]}, {"hoe", "instead"}, {"reden", "neem jij dit over?"}}).status, 303);
    EXPECT_TRUE(has(as("beoordelaar").get("/werkvoorraad").body, "neem jij dit over?"));
    auto desk = as("balie");
    EXPECT_FALSE(has(desk.get("/werkvoorraad").body, "name=\"verzoek\""));
    EXPECT_EQ(desk.post("/werkvoorraad/overdragen", {{"verzoek", id}}).status, 403);
}
