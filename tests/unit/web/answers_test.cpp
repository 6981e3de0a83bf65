// What someone is told who asks what cannot be, or fills in what is not so: in plain Dutch, at once, with nothing lost.
#include <gtest/gtest.h>

#include "tests/unit/web/region.h"

namespace {

using tests::Answer;
using tests::Form;
using tests::Region;

class Answers : public ::testing::Test {
  protected:
    Region region;
    tests::Browser desk = signedIn("balie");

    tests::Browser signedIn(const std::string& login) {
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login));
        return browser;
    }
    Form fathersRequest(const std::string& button) const {
        return {{"household", region.householdId}, {"right", "access"}, {"requester", "vader"}, {"subject", "vader"}, {"subject", "kind1"}, {"capacity", "parent"},
                {"received_on", "2026-03-10"}, {"channel", "counter"}, {"identity_method", "passport"}, {"do", button}};
    }
    static Form with(Form form, const std::string& field, const std::string& value) {
        std::erase_if(form, [&](const auto& it) { return it.first == field; });
        form.emplace_back(field, value);
        return form;
    }
    void fathersAuthority(const std::string& type) {
        auto& households = region.store->households();
        for (const auto& fact : households.facts(region.householdId))
            if (fact.kind == service::store::FactKind::authority && fact.body.find("vader") != std::string::npos)
                households.changeFact(fact.id, households.loadHousehold(region.householdId).version, R"({"child":"kind1","holder":"vader","type":")" + type + R"(","from":"2017-09-10","to":null})", region.accounts["beoordelaar"]);
    }
};

bool holds(const Answer& answer, const std::string& words) { return answer.body.find(words) != std::string::npos; }

bool canBeChosen(const Answer& answer, const std::string& capacity) {
    const auto at = answer.body.find("id=\"capacity-" + capacity + "\"");
    return at != std::string::npos && answer.body.substr(at, answer.body.find('>', at) - at).find("disabled") == std::string::npos;
}

}  // namespace

TEST_F(Answers, AParentWithoutAuthorityIsToldWhatFollowsAndMayStillAsk) {
    fathersAuthority("none");
    const auto preview = desk.post("/verzoeken/nieuw", fathersRequest("refresh"));
    EXPECT_TRUE(canBeChosen(preview, "parent")) << "a browser does not send a choice that is disabled";
    EXPECT_TRUE(holds(preview, "BW art. 1:377c"));
    EXPECT_TRUE(holds(preview, "Het verzoek gaat door met de eigen gegevens"));
    EXPECT_EQ(desk.post("/verzoeken/nieuw", fathersRequest("log")).status, 303);
}

TEST_F(Answers, WhatMustBeFoundOutIsShown) {
    // A question does not keep the request from being logged, but the desk must see it.
    const auto grandmother = desk.post("/verzoeken/nieuw", with(fathersRequest("refresh"), "capacity", "self"));
    EXPECT_TRUE(holds(grandmother, "Er wordt ook gevraagd voor"));
    EXPECT_TRUE(holds(desk.post("/verzoeken/nieuw", with(fathersRequest("refresh"), "identity_method", "not-yet")), "AVG art. 12 lid 6"));
}

TEST_F(Answers, ADateInTheFutureIsRefusedAndTheRestOfTheFormStays) {
    const auto answer = desk.post("/verzoeken/nieuw", with(with(fathersRequest("log"), "received_on", "2026-03-13"), "remarks", "belt liever niet"));
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(holds(answer, "Een verzoek kan niet na vandaag (do 12 maart 2026) zijn ontvangen"));
    EXPECT_TRUE(holds(answer, "belt liever niet"));
    EXPECT_TRUE(region.store->requests().all().empty());
}

TEST_F(Answers, ACodeThatNoFormOffersIsNotStored) {
    for (const auto& [field, value] : {std::pair{"right", "\"><script>"}, {"channel", "duif"}, {"identity_method", "geloof"}, {"addressed_to", "niemand"}, {"capacity", "keizer"}}) {
        const auto answer = desk.post("/verzoeken/nieuw", with(fathersRequest("log"), field, value));
        EXPECT_EQ(answer.status, 422) << field;
        EXPECT_FALSE(holds(answer, "\"><script>"));
    }
    EXPECT_TRUE(region.store->requests().all().empty());
}

TEST_F(Answers, ABsnThatFailsTheElevenTestIsNamedAndTheFormStays) {
    auto reviewer = signedIn("beoordelaar");
    const auto answer = reviewer.post("/huishoudens/" + region.householdId + "/feiten",
                                      {{"kind_of_fact", "person"}, {"kind", "family"}, {"given", "Zwaantje"}, {"bsn", "123456789"}, {"source", "BRP"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(holds(answer, "elfproef"));
    EXPECT_FALSE(holds(answer, "persons[0]")) << "the place in a file says nothing to who fills in a form";
    EXPECT_TRUE(holds(answer, "value=\"Zwaantje\""));
}

TEST_F(Answers, TheDeskIsNotOfferedWhatOnlyOthersMayDo) {
    ASSERT_EQ(desk.post("/verzoeken/nieuw", fathersRequest("log")).status, 303);
    const auto page = "/verzoeken/" + region.store->requests().all().front().id;
    const auto overview = desk.get(page);
    EXPECT_EQ(overview.status, 200);
    EXPECT_FALSE(holds(overview, page + "/stukken"));
    const auto documents = desk.get(page + "/stukken");
    EXPECT_EQ(documents.status, 403);
    EXPECT_FALSE(holds(documents, "noodtoegang")) << "an emergency gives nobody another role";
    const auto household = "/huishoudens/" + region.householdId;
    for (const auto& closed : {page + "/beslissing", page + "/logboek", page + "/stand", household, household + "/case.json", household + "/logboek"})
        EXPECT_EQ(desk.get(closed).status, 403) << closed;
    for (const auto& open : {page + "/brieven", page + "/ontvangstbevestiging.pdf", page + "/verstrekking"}) EXPECT_EQ(desk.get(open).status, 200) << open;
    EXPECT_TRUE(holds(desk.get("/werkvoorraad"), "LW-2026-0001"));
}

TEST_F(Answers, ADocumentWithADateThatCannotBeIsRefusedAndTheFormStays) {
    ASSERT_EQ(desk.post("/verzoeken/nieuw", fathersRequest("log")).status, 303);
    const auto page = "/verzoeken/" + region.store->requests().all().front().id;
    auto reviewer = signedIn("beoordelaar");
    EXPECT_EQ(desk.post(page + "/vragen", {}).status, 403) << "logging a request opens no dossier";
    ASSERT_EQ(reviewer.post(page + "/vragen", {}).status, 303);
    for (const auto& [date, told] : {std::pair{"2025-02-31", "Deze datum bestaat niet"}, {"2031-01-01", "Deze datum ligt in de toekomst"}}) {
        std::string body;
        for (const auto& [name, value] : Form{{"_token", reviewer.token()}, {"partner", "vt"}, {"title", "Verslag"}, {"date", date}, {"reason", "kwam per post"}})
            body += "--grens\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
        body += "--grens\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nTekst\r\n--grens--\r\n";
        const auto answer = reviewer.send("POST", page + "/stukken/nieuw", body, {{"Content-Type", "multipart/form-data; boundary=grens"}});
        EXPECT_EQ(answer.status, 422);
        EXPECT_TRUE(holds(answer, told));
        EXPECT_TRUE(holds(answer, "kwam per post"));
    }
}
