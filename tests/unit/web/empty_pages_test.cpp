// Pages that have nothing to show yet: they say why, and what the reader can do now.
#include <gtest/gtest.h>

#include "service/casework/case_file.h"
#include "tests/unit/web/region.h"

using tests::Form;
using tests::Region;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class EmptyPages : public ::testing::Test {
  protected:
    Region region;
    tests::Browser as(const std::string& login) {
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login)) << login;
        return browser;
    }
    std::string logged() {
        const auto sent = as("balie").post("/verzoeken/nieuw", {{"household", region.householdId}, {"requester", "vader"}, {"subject", "vader"}, {"right", "access"},
                                                                {"capacity", "self"}, {"received_on", "2026-03-03"}, {"channel", "counter"}, {"identity_method", "passport"},
                                                                {"identity_on", "2026-03-10"}, {"do", "log"}});
        EXPECT_EQ(sent.status, 303) << sent.body;
        const auto there = sent.header("location");
        return there.substr(0, there.rfind('/'));
    }
};

}  // namespace

TEST_F(EmptyPages, TheWorklistTellsEachRoleHowToBegin) {
    const std::pair<const char*, const char*> roles[] = {{"balie", "Komt er een verzoek binnen?"}, {"beoordelaar", "aan u toewijst"}, {"officer", "Is de regio nieuw?"}};
    for (const auto& [login, words] : roles) {
        auto browser = as(login);
        const auto page = browser.get("/werkvoorraad");
        EXPECT_TRUE(has(page.body, words)) << login;
        EXPECT_TRUE(has(page.body, "welke=alle\">Toon alle zaken")) << login;
        EXPECT_FALSE(has(browser.get("/werkvoorraad?wie=team&welke=verlopen").body, words)) << "another selection is only empty";
    }
}

TEST_F(EmptyPages, ReviewSignOffAndReleaseSayWhatTheyWaitFor) {
    const auto request = logged();
    auto reviewer = as("beoordelaar"), officer = as("officer");
    const auto review = reviewer.get(request + "/beoordelen").body, signOff = officer.get(request + "/vrijgave").body, release = reviewer.get(request + "/verstrekking").body;
    EXPECT_TRUE(has(review, "Vraag eerst de partners om stukken"));
    EXPECT_FALSE(has(review, "<table"));
    EXPECT_TRUE(has(signOff, "Er is nog geen pakket"));
    EXPECT_FALSE(has(signOff, "<table"));
    EXPECT_FALSE(has(signOff, "Brieven zoals ze worden verstuurd")) << "there are none";
    EXPECT_FALSE(has(signOff, "Beoordeeld door"));
    EXPECT_TRUE(has(release, "Er is nog geen pakket"));
    EXPECT_TRUE(has(release, ">LW-2026-")) << "which case this is";
}

TEST_F(EmptyPages, AMissingAnswerIsNamedOnce) {
    const auto sent = as("balie").post("/verzoeken/nieuw", {{"do", "log"}});
    EXPECT_EQ(sent.status, 422);
    EXPECT_TRUE(has(sent.body, "Kies hoe het verzoek binnenkwam."));
    EXPECT_FALSE(has(sent.body, "binnenkwam..")) << "title and sentence are the same";
}

TEST_F(EmptyPages, TheLogNamesAPartnerAsPeopleDo) {
    const auto request = logged();
    const auto partner = region.store->partners().load("vt");
    const auto entry = region.store->requests().ofHousehold(region.householdId).front();
    service::casework::record(*region.office, service::casework::theServiceItself(),
                              service::casework::trailOf(entry, "partner.answered", {}, R"({"partner":"vt","answer":"delivered"})"));
    EXPECT_TRUE(has(as("beoordelaar").get(request + "/logboek").body, "antwoord van partner " + partner.name));
}
