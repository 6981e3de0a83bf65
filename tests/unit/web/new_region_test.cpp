// A region begins for real: the first administrator through the page, then the region, people and partners.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "service/store/partner_secret.h"
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
    return {{"code", code}, {"name", "Gemeente Proefstad"}, {"kind", "lokaal-team"}, {"public_body", "ja"}, {"legal_form", "gemeente"}, {"address", "Plein 1\r\n1234 AB Proefstad"}};
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
    EXPECT_TRUE(partner.publicBody && partner.active && partner.connector.empty());
    EXPECT_EQ(admin.post("/beheer/partners", municipality("lt-proef")).status, 422);
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
