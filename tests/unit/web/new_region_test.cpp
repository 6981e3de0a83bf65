// A region begins for real: the first administrator through the page, then the region, people and partners.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "service/casework/package_letters.h"
#include "service/casework/partner_standing.h"
#include "service/letters/html_blocks.h"
#include "service/store/partner_secret.h"
#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/requests/table_rows.h"
#include "tests/unit/web/region.h"

using tests::Form;
using tests::Region;

namespace {

bool holds(const tests::Answer& answer, const std::string& words) { return answer.body.find(words) != std::string::npos; }

class NewRegion : public ::testing::Test {
  protected:
    Region region;
    tests::Browser admin = region.browser();
    void SetUp() override { ASSERT_TRUE(admin.signIn("beheer")); }
    std::string lastAction() { return region.store->audit().latest(1).front().action; }
};

Form municipality(const std::string& code) {
    return {{"code", code}, {"name", "Gemeente Proefstad"}, {"kind", "lokaal-team"}, {"legal_form", "gemeente"}, {"address", "Plein 1\r\n1234 AB Proefstad"}};
}

}  // namespace

TEST_F(NewRegion, ShowsWhatIsStillToBeDone) {
    EXPECT_TRUE(holds(admin.get("/beheer/accounts"), "href=\"/beheer/regio\""));
    const auto wrong = admin.post("/beheer/regio", {{"name", "Regio Proef"}, {"place", ""}, {"address", "Plein 1"}, {"email", "proef"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(holds(wrong, "geen e-mailadres"));
    EXPECT_TRUE(holds(wrong, "Regio Proef")) << "what was typed stays";
    EXPECT_EQ(admin.post("/beheer/regio", {{"name", "Regio Proef"}, {"place", "Proefstad"}, {"address", "Plein 1\r\n1234 AB Proefstad"}, {"email", "avg@proef.example"}}).status, 303);
    EXPECT_EQ(region.store->settings().get("region.place", ""), "Proefstad");
    EXPECT_EQ(lastAction(), "region.changed");
    EXPECT_FALSE(holds(admin.get("/beheer/accounts"), "Vul de naam en het adres van de regio in"));
}

TEST_F(NewRegion, APartnerIsAddedOnceUnderAShortCode) {
    EXPECT_TRUE(holds(admin.get("/beheer/partners/nieuw"), "name=\"code\""));
    for (const auto* code : {"", "LT", "lt oost", "../vt", "vt"}) {
        const auto answer = admin.post("/beheer/partners", municipality(code));
        EXPECT_EQ(answer.status, 422) << code;
        EXPECT_TRUE(holds(answer, "Gemeente Proefstad")) << code;
    }
    ASSERT_EQ(admin.post("/beheer/partners", municipality("lt-proef")).header("location"), "/beheer/partners/lt-proef");
    EXPECT_EQ(lastAction(), "partner.added");
    const auto partner = region.store->partners().load("lt-proef");
    EXPECT_TRUE(partner.active && partner.connector.empty());
    EXPECT_EQ(service::casework::standingIn(partner), service::requests::Standing::contested) << "a municipality's youth file: courts differ";
    EXPECT_EQ(admin.post("/beheer/partners", municipality("lt-proef")).status, 422);
}

// Basis: procedure P1–P5. As an administrator fills it in, as the letter of a decision names it.
TEST_F(NewRegion, TheWayAgainstADecisionFollowsFromTheKindAndTheLegalFormRowByRow) {
    using namespace service::requests;
    const std::map<std::string, std::string> forms{{"state", "ministerie"}, {"municipality", "gemeente"}, {"joint-regional-body", "gemeenschappelijke-regeling"},
                                                   {"foundation", "stichting"}, {"inside-health-service", "ggd"}, {"practice", "praktijk"}};
    std::size_t number = 0;
    for (const auto& row : tests::rowsOf("procedure.txt", 11)) {
        const bool mayor = row[1] == "burgemeester", body = row[1] == "regionaal-lichaam";
        const std::string code = "p" + std::to_string(++number), kind = mayor ? "gemeente" : body ? "zorg-en-veiligheidshuis" : row[1], form = mayor ? "burgemeester" : forms.at(row[2]);
        ASSERT_EQ(admin.post("/beheer/partners", {{"code", code}, {"name", "Partner Proef"}, {"kind", kind}, {"legal_form", form}, {"address", "Plein 1\r\n1234 AB Proefstad"}}).status, 303) << row[10];
        auto letter = service::letters::someDecision();
        letter.controller = service::casework::controllerFrom(region.store->partners().load(code));
        letter.outcome = service::letters::Outcome::refused, letter.grounds = {}, letter.reasons = {"De reden."}, letter.sent = parseIso(row[3]).value();
        const auto words = service::letters::wordsOf(service::letters::decision(region.letters, service::letters::Language::dutch, letter).html);
        const auto says = [&](const std::string& part) { return words.find(part) != std::string::npos; };
        EXPECT_EQ(says("bezwaarschrift indienen tot en met " + (row[6] == "-" ? "" : longDutchDate(parseIso(row[6]).value()))), row[6] != "-") << row[10];
        EXPECT_EQ(says("verzoekschrift aan de rechtbank"), row[7] != "-") << row[10];
        EXPECT_EQ(says("Houd voor de zekerheid de vroegste datum aan"), row[6] != "-" && row[7] != "-") << row[10];
        EXPECT_EQ(says("Regionaal Tuchtcollege"), row[9] == "yes") << row[10];
    }
}

TEST_F(NewRegion, AnotherWayThanUsualNeedsAReason) {
    auto form = municipality("lt");
    form.push_back({"standing", "public"});
    const auto refused = admin.post("/beheer/partners", form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "Schrijf waarom"));
    form.push_back({"standing_why", "Rechtbank Proef 3 maart 2026"});
    ASSERT_EQ(admin.post("/beheer/partners", form).status, 303);
    const auto partner = region.store->partners().load("lt");
    EXPECT_EQ(service::casework::standingIn(partner), service::requests::Standing::publicBody);
    EXPECT_EQ(partner.standingWhy, "Rechtbank Proef 3 maart 2026");
    EXPECT_TRUE(holds(admin.get("/beheer/partners/lt"), "Rechtbank Proef 3 maart 2026"));
    const auto board = admin.post("/beheer/partners", {{"code", "rvdk"}, {"name", "Raad Proef"}, {"kind", "raad-voor-de-kinderbescherming"}, {"legal_form", "stichting"}});
    EXPECT_EQ(board.status, 422) << "never a petition";
    EXPECT_EQ(admin.post("/beheer/partners", {{"code", "rvdk"}, {"name", "Raad Proef"}, {"kind", "raad-voor-de-kinderbescherming"}}).status, 422) << "nothing chosen";
}

// What was recorded before the legal form was a choice holds until somebody looks.
TEST_F(NewRegion, APartnerOfBeforeKeepsItsWayAndIsPointedOut) {
    EXPECT_TRUE(holds(admin.get("/beheer/partners"), "nakijken"));
    auto old = region.store->partners().load("vt");
    old.publicBody = true, old.legalForm = "GR Proef";
    region.store->partners().save(old);
    EXPECT_TRUE(holds(admin.get("/beheer/partners/vt"), "<option value=\"public\" selected"));
    EXPECT_EQ(admin.post("/beheer/partners/vt", {{"name", old.name}, {"kind", old.kind}, {"standing", "public"}, {"active", "ja"}}).status, 422) << "its legal form must be chosen";
    ASSERT_EQ(admin.post("/beheer/partners/vt", {{"name", old.name}, {"kind", old.kind}, {"standing", "public"}, {"legal_form", "gemeenschappelijke-regeling"}, {"active", "ja"}}).status, 303);
    EXPECT_EQ(service::casework::standingIn(region.store->partners().load("vt")), service::requests::Standing::publicBody);
    EXPECT_FALSE(holds(admin.get("/beheer/partners"), "nakijken"));
}

TEST_F(NewRegion, TheSecretOfAConnectionIsKeptEncryptedAndNeverShown) {
    ASSERT_EQ(admin.post("/beheer/partners", municipality("lt")).status, 303);
    const std::string here = "/beheer/partners/lt", secret = "heel-geheim-woord-3141";
    EXPECT_TRUE(holds(admin.get(here + "?koppeling=zgw"), "name=\"zaken_url\""));
    Form form{{"connector", "zgw"}, {"zaken_url", "https://zaken.proef.example/zaken/api/v1"}, {"documenten_url", "https://zaken.proef.example/documenten/api/v1"}, {"client_id", "lakwerk"}, {"secret", secret}};
    ASSERT_EQ(admin.post(here + "/koppeling", form).status, 303);
    EXPECT_EQ(lastAction(), "partner.connected");
    EXPECT_FALSE(holds(admin.get(here), secret));
    auto partner = region.store->partners().load("lt");
    EXPECT_EQ(partner.connectorSettings.at("secret").find(secret), std::string::npos);
    EXPECT_EQ(service::store::openSettings(partner, region.folder).at("secret"), secret);
    form.back().second = "";
    ASSERT_EQ(admin.post(here + "/koppeling", form).status, 303) << "left empty: it stays";
    EXPECT_EQ(service::store::openSettings(region.store->partners().load("lt"), region.folder).at("secret"), secret);
    partner.id = "vt";
    EXPECT_THROW(service::store::openSettings(partner, region.folder), service::store::StoreError) << "sealed for one partner only";
    EXPECT_EQ(region.logged().find(secret), std::string::npos);
    form[1].second = "";
    EXPECT_TRUE(holds(admin.post(here + "/koppeling", form), "Vul dit in"));
    EXPECT_EQ(admin.post(here + "/koppeling", {{"connector", "duivenpost"}}).status, 422);
    ASSERT_EQ(admin.post(here + "/koppeling", {{"connector", ""}}).status, 303);
    EXPECT_TRUE(region.store->partners().load("lt").connectorSettings.empty()) << "another way of asking forgets the secret";
}

TEST_F(NewRegion, AConnectionIsTriedBeforeARequestDependsOnIt) {
    ASSERT_EQ(admin.post("/beheer/partners", municipality("lt")).status, 303);
    const std::string here = "/beheer/partners/lt";
    EXPECT_TRUE(holds(admin.post(here + "/koppeling", {{"connector", "scan-folder"}, {"folder", "scans"}}), "volledige pad"));
    const auto folder = region.folder / "scans van partner";
    ASSERT_EQ(admin.post(here + "/koppeling", {{"connector", "scan-folder"}, {"folder", folder.string()}}).status, 303);
    admin.post(here + "/koppeling/proberen", {});
    EXPECT_TRUE(holds(admin.get(here), "De koppeling werkt niet."));
    std::filesystem::create_directory(folder);
    admin.post(here + "/koppeling/proberen", {});
    EXPECT_TRUE(holds(admin.get(here), "De koppeling werkt. Gezocht naar een zaak die niet bestaat"));
    EXPECT_EQ(lastAction(), "partner.tried");
}
