// The term of a request as a story over HTTP: suspended and extended, moved by a day off, too late.
#include <gtest/gtest.h>

#include "tests/unit/web/region.h"

using tests::Browser;
using tests::Form;
using tests::Region;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class Terms : public ::testing::Test {
  protected:
    Terms() {
        auto desk = as("balie");
        const Form form{{"household", region.householdId}, {"requester", "vader"}, {"subject", "vader"}, {"right", "access"}, {"capacity", "self"}, {"received_on", "2026-03-02"},
                        {"channel", "letter"}, {"identity_method", "not-yet"}, {"do", "log"}};
        EXPECT_EQ(desk.post("/verzoeken/nieuw", form).status, 303);
        page = "/verzoeken/" + region.store->requests().all().front().id;
    }
    Browser as(const std::string& login) {
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login));
        return browser;
    }
    void today(const std::string& iso) { region.clock.moveTo(service::momentFromIso(iso + "T09:00:00Z")); }
    std::string suspension() { return region.store->requests().suspensions(page.substr(11)).at(0).id; }

    Region region;
    std::string page;
};

}  // namespace

TEST_F(Terms, ExtendedAfterASuspensionThatTheAnswerEnded) {
    auto reviewer = as("beoordelaar");
    EXPECT_TRUE(has(reviewer.get(page + "/termijnen").body, "do 2 april 2026"));
    const auto refused = reviewer.post(page + "/termijn/opschorten", {{"ground", "drukte"}, {"from", "2026-03-05"}, {"how", "otherwise"}, {"reason", "het is druk"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(has(refused.body, "het is druk")) << "what was typed stays";
    EXPECT_EQ(reviewer.post(page + "/termijn/opschorten", {{"ground", "identity"}, {"from", "2026-03-05"}, {"how", "otherwise"}, {"reason", "onbekende stem"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/termijnen").body, "De klok staat stil vanaf do 5 maart 2026"));
    today("2026-03-20");
    reviewer = as("beoordelaar");
    EXPECT_EQ(reviewer.post(page + "/identiteit", {{"method", "passport"}, {"on", "2026-03-19"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/termijnen").body, "do 16 april 2026"));
    EXPECT_EQ(reviewer.post(page + "/termijn/verlengen", {{"told_on", "2026-03-20"}, {"how", "letter"}, {"reason", "veel stukken"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/termijnen").body, "di 16 juni 2026"));
    EXPECT_TRUE(reviewer.get(page + "/termijn/verlenging.pdf").body.starts_with("%PDF"));
    EXPECT_EQ(reviewer.post(page + "/opschortingen/" + suspension() + "/ongedaan", {{"why", "verkeerde zaak"}}).status, 303);
    EXPECT_TRUE(has(reviewer.get(page + "/termijnen").body, "di 2 juni 2026"));
    EXPECT_EQ(reviewer.post(page + "/termijn/verlenging/ongedaan", {{"why", "verkeerde zaak"}}).status, 303);
    const auto restored = reviewer.get(page + "/termijnen").body;
    EXPECT_TRUE(has(restored, "do 2 april 2026"));
    EXPECT_TRUE(has(restored, "verkeerde zaak"));
}

// What went out stays as it was on that day, however much later somebody looks.
TEST_F(Terms, OfADecisionThatWentOutTheDayAndWhetherItWasInTimeAreTold) {
    EXPECT_EQ(as("beoordelaar").post(page + "/identiteit", {{"method", "passport"}, {"on", "2026-03-09"}}).status, 303);
    today("2026-04-01");
    region.handOut(page.substr(11), "beoordelaar", "officer");
    today("2026-06-01");
    const auto inTime = as("beoordelaar").get(page).body;
    EXPECT_TRUE(has(inTime, "beslist op 1 april 2026, op tijd")) << inTime;
    EXPECT_FALSE(has(inTime, "te laat"));
}

TEST_F(Terms, OfALateDecisionItIsToldHowLateItWasThen) {
    EXPECT_EQ(as("beoordelaar").post(page + "/identiteit", {{"method", "passport"}, {"on", "2026-03-09"}}).status, 303);
    today("2026-04-05");
    region.handOut(page.substr(11), "beoordelaar", "officer");
    today("2026-06-01");
    EXPECT_TRUE(has(as("beoordelaar").get(page).body, "beslist op 5 april 2026, 3 dagen te laat"));
}

// The words are those of who sends it: they read the letter first, and nothing has happened yet.
TEST_F(Terms, TheLetterIsReadBeforeItGoesOut) {
    auto reviewer = as("beoordelaar");
    today("2026-03-20");
    reviewer = as("beoordelaar");
    const Form extension{{"told_on", "2026-03-20"}, {"how", "letter"}, {"reason", "het gaat om veel stukken bij drie partners"}};
    const Form question{{"ground", "identity"}, {"from", "2026-03-20"}, {"how", "letter"}, {"question", "Wilt u langskomen met uw paspoort?"}, {"reason", "onbekende stem"}, {"late_why", "de brief kwam later aan"}};
    for (const auto& [form, fields] : {std::pair<std::string, Form>{"verlengen", extension}, {"opschorten", question}}) {
        const auto link = page + "/termijn/" + form;
        EXPECT_TRUE(has(reviewer.get(link).body, "formaction=\"" + link + "/voorbeeld\"")) << form;
        const auto letter = reviewer.post(link + "/voorbeeld", fields);
        EXPECT_EQ(letter.status, 200) << form << letter.body;
        EXPECT_TRUE(letter.body.starts_with("%PDF")) << form;
        auto wrong = fields;
        for (auto& [name, value] : wrong)
            if (name == "reason") value.clear();
        const auto refused = reviewer.post(link + "/voorbeeld", wrong);
        EXPECT_EQ(refused.status, 422) << form;
        EXPECT_TRUE(has(refused.body, "action=\"" + link + "\"")) << "the form goes where it went";
    }
    EXPECT_TRUE(region.store->requests().suspensions(page.substr(11)).empty());
    EXPECT_FALSE(region.store->requests().findExtension(page.substr(11)));
    EXPECT_TRUE(has(reviewer.get(page + "/termijnen").body, "do 2 april 2026")) << "the term is as it was";
}

TEST_F(Terms, ADayOffIsToldOnTheWorklistOfWhoHandlesTheCase) {
    auto admin = as("beheer");
    EXPECT_EQ(admin.post("/beheer/feestdagen", {{"day", "2026-04-02"}, {"name", "Dag van de regio"}}).status, 303);
    auto reviewer = as("beoordelaar"), officer = as("officer");
    const auto words = "De laatste dag om te beslissen is nu 7 april 2026 (was 2 april 2026): 2 april 2026 is een vrije dag geworden.";
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad").body, words));
    EXPECT_FALSE(has(officer.get("/werkvoorraad").body, words));
    EXPECT_TRUE(has(reviewer.get(page + "/termijnen").body, "Dag van de regio"));
    const auto notice = region.store->notices().unseen(region.accounts["beoordelaar"]).at(0).id;
    officer.post("/berichten/" + notice + "/gezien", {});
    EXPECT_TRUE(has(reviewer.get("/werkvoorraad").body, words)) << "only its own reader puts it away";
    reviewer.post("/berichten/" + notice + "/gezien", {});
    EXPECT_FALSE(has(reviewer.get("/werkvoorraad").body, words));
}

TEST_F(Terms, TooLateShowsWhatFollowsAndAsksWhy) {
    auto partner = region.store->partners().load("vt");
    partner.publicBody = true;
    region.store->partners().save(partner);
    today("2026-04-20");
    auto reviewer = as("beoordelaar");
    const auto late = reviewer.get(page + "/termijnen").body;
    EXPECT_TRUE(has(late, "Veilig Thuis Proefregio kan in gebreke worden gesteld"));
    EXPECT_TRUE(has(late, "€ 1442"));
    EXPECT_TRUE(has(late, "Leg vast waarom de beslissing later komt"));
    EXPECT_EQ(reviewer.post(page + "/te-laat", {{"reason", ""}}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/te-laat", {{"reason", "De partner leverde te laat."}}).status, 303);
    EXPECT_EQ(reviewer.post(page + "/ingebrekestelling", {{"partner", "vt"}, {"received_on", "2026-04-02"}}).status, 422);
    EXPECT_EQ(reviewer.post(page + "/ingebrekestelling", {{"partner", "vt"}, {"received_on", "2026-04-08"}}).status, 303);
    const auto told = reviewer.get(page + "/termijnen").body;
    EXPECT_TRUE(has(told, "De partner leverde te laat."));
    EXPECT_TRUE(has(told, "wo 22 april 2026")) << "two weeks after the notice";
    EXPECT_TRUE(has(told, "wo 3 juni 2026")) << "the last day of the penalty";
}

// The desk that logged it sees the same terms and may record an answer at the counter, and no partner that must stay unnamed.
TEST_F(Terms, TheDeskSeesAndMovesTheTermOfWhatItLogged) {
    auto desk = as("balie");
    EXPECT_TRUE(has(desk.get(page + "/termijnen").body, "do 2 april 2026"));
    EXPECT_EQ(desk.post(page + "/identiteit", {{"method", "passport"}, {"on", "2026-03-12"}}).status, 303);
    auto partner = region.store->partners().load("vt");
    partner.revealsPlace = true, partner.ownTermDays = 14;
    region.store->partners().save(partner);
    EXPECT_FALSE(has(desk.get(page + "/termijnen").body, "Veilig Thuis Proefregio"));
}
