// The doors every request goes through: sign-in, role, token, origin; each role against each route of the real table.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "service/web/permission.h"
#include "service/web/routes.h"
#include "tests/unit/web/region.h"

namespace {

using namespace service::web;
using tests::Browser;
using tests::Region;

std::string withNames(std::string_view pattern) { return std::regex_replace(std::string(pattern), std::regex(R"(\{[a-z]+\})"), "bestaat-niet"); }

const std::string roleSays = "Uw rol geeft geen toegang";

class Doors : public ::testing::Test {
  protected:
    static void SetUpTestSuite() { region_ = new Region; }
    static void TearDownTestSuite() {
        delete region_;
        region_ = nullptr;
    }
    static Region* region_;
};
Region* Doors::region_ = nullptr;

}  // namespace

TEST(Permissions, EveryRoleHasExactlyWhatItsWorkNeeds) {
    const auto count = [](service::store::Role role) {
        return std::count_if(allPermissions.begin(), allPermissions.end(), [&](Permission permission) { return has(role, permission); });
    };
    using service::store::Role;
    EXPECT_FALSE(has(Role::administrator, Permission::seeWork));
    EXPECT_FALSE(has(Role::frontDesk, Permission::seeDocuments));
    EXPECT_FALSE(has(Role::professional, Permission::signOff));
    EXPECT_FALSE(has(Role::privacyOfficer, Permission::review));
    for (const auto role : {Role::frontDesk, Role::professional, Role::privacyOfficer})
        EXPECT_FALSE(has(role, Permission::administer));
    EXPECT_EQ(count(Role::administrator), 4);
}

TEST(Routes, AreFoundByPathAndMethod) {
    EXPECT_EQ(findRoute(routes(), http::Method::get, "/bestaat/niet").allow, "");
    const auto wrong = findRoute(routes(), http::Method::put, "/inloggen");
    EXPECT_EQ(wrong.route, nullptr);
    EXPECT_EQ(wrong.allow, "GET, POST");
    EXPECT_EQ(findRoute(routes(), http::Method::get, "/verzoeken/nieuw").route->pattern, "/verzoeken/nieuw") << "the literal path goes first";
    EXPECT_EQ(findRoute(routes(), http::Method::get, "/verzoeken/abc").captured.at("request"), "abc");
    EXPECT_EQ(findRoute(routes(), http::Method::head, "/werkvoorraad").route->method, http::Method::get);
    EXPECT_EQ(matches("/a/{b}", "/a/"), std::nullopt);
}

// Said once more than in the table itself: a slip there opens a door.
TEST(Routes, WithoutSigningInThereIsOnlySigningIn) {
    for (const auto& route : routes())
        if (route.needs.permission == Permission::anyone) {
            const std::set<std::string_view> open{"/gezond", "/middelen/{name}", "/inloggen", "/eerste-beheerder"};
            EXPECT_TRUE(open.contains(route.pattern)) << route.pattern;
        }
}

TEST(Routes, AskThePermissionThatTheirWorkIs) {
    const std::map<std::string_view, Permission> exact{
        {"/verzoeken/{request}/vrijgeven", Permission::signOff}, {"/verzoeken/{request}/terugsturen", Permission::signOff},
        {"/verzoeken/{request}/partners/{partner}/alinea", Permission::signOff}, {"/verzoeken/{request}/beoordeling-afronden", Permission::review},
        {"/stukken/{fragment}/lakken", Permission::review}, {"/stukken/{fragment}/rest", Permission::review}, {"/stukken/{fragment}/geheel", Permission::review},
        {"/voorstellen/{proposal}/besluit", Permission::review}, {"/stukken/{fragment}/beoordelen", Permission::seeDocuments},
        {"/stukken/{fragment}/pagina/{page}", Permission::seeDocuments}, {"/stukken/{fragment}/bron", Permission::seeDocuments},
        {"/verzoeken/{request}/stukken", Permission::seeDocuments}, {"/verzoeken/{request}/vrijgave", Permission::seeDocuments},
        {"/verzoeken/{request}/pakket/bestand", Permission::seeDocuments}, {"/verzoeken/{request}/pakket", Permission::handOut},
        {"/verzoeken/{request}/verstrekken", Permission::handOut}, {"/huishoudens/{household}/case.json", Permission::keepHousehold}};
    std::size_t found = 0;
    for (const auto& route : routes()) {
        if (const auto it = exact.find(route.pattern); it != exact.end()) {
            EXPECT_EQ(route.needs.permission, it->second) << route.pattern;
            ++found;
        }
        const auto under = [&](std::string_view start) { return route.pattern.starts_with(start); };
        EXPECT_TRUE(!under("/beheer") || route.needs.permission == Permission::administer) << route.pattern;
        EXPECT_TRUE(!under("/toezicht") || route.needs.permission == Permission::oversee) << route.pattern;
        EXPECT_TRUE(!(under("/huishoudens") || under("/verzoeken")) || route.needs.permission != Permission::signedIn) << route.pattern;
    }
    EXPECT_EQ(found, exact.size());
}

TEST_F(Doors, WhoIsNotSignedInComesToSignInAndNowhereElse) {
    for (const auto& route : routes()) {
        if (route.needs.permission == Permission::anyone) continue;
        auto browser = region_->browser();
        if (route.method == http::Method::get) {
            const auto answer = browser.get(withNames(route.pattern));
            EXPECT_EQ(answer.status, 303) << route.pattern;
            EXPECT_TRUE(answer.header("location").starts_with("/inloggen")) << route.pattern;
        } else {
            const auto answer = browser.send("POST", withNames(route.pattern), "", {{"Content-Type", "application/x-www-form-urlencoded"}});
            EXPECT_EQ(answer.status, 401) << route.pattern;
        }
    }
}

TEST_F(Doors, EachRoleGetsThroughExactlyTheRoutesItMay) {
    for (const auto& [login, id] : region_->accounts) {
        const auto role = region_->store->accounts().load(id).role;
        auto browser = region_->browser();
        ASSERT_TRUE(browser.signIn(login));
        for (const auto& route : routes()) {
            if (route.pattern == "/uitloggen" || route.needs.permission == Permission::anyone) continue;
            const auto path = withNames(route.pattern);
            const auto answer = route.method == http::Method::get ? browser.get(path) : browser.post(path, {});
            const bool refused = answer.status == 403 && answer.body.find(roleSays) != std::string::npos;
            EXPECT_EQ(refused, !has(role, route.needs.permission)) << login << " " << route.pattern << " " << answer.status;
            EXPECT_LT(answer.status, 500) << login << " " << toText(route.method) << " " << route.pattern;
        }
    }
    EXPECT_EQ(region_->logged().find("shows a field it was not given"), std::string::npos) << region_->logged();
}

TEST_F(Doors, AFormWithoutItsTokenChangesNothing) {
    auto browser = region_->browser();
    ASSERT_TRUE(browser.signIn("beheer"));
    const std::map<std::string, std::string> type{{"Content-Type", "application/x-www-form-urlencoded"}};
    const std::string form = "day=2026-05-06&name=Proefdag";
    EXPECT_EQ(browser.send("POST", "/beheer/feestdagen", form, type).status, 403);
    EXPECT_EQ(browser.send("POST", "/beheer/feestdagen", form + "&_token=" + std::string(browser.token().size(), 'a'), type).status, 403);
    EXPECT_TRUE(region_->store->holidays().all().empty());
    EXPECT_EQ(browser.post("/beheer/feestdagen", {{"day", "2026-05-06"}, {"name", "Proefdag"}}).status, 303);
    EXPECT_EQ(region_->store->holidays().all().size(), 1u);
}

TEST_F(Doors, AFormFromAnotherSiteIsRefusedEvenWithTheToken) {
    auto browser = region_->browser();
    ASSERT_TRUE(browser.signIn("beheer"));
    for (const auto& [name, value] : {std::pair{"Origin", "https://elders.example"}, {"Origin", "http://127.0.0.1:1"}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}})
        EXPECT_EQ(browser.post("/beheer/feestdagen", {{"day", "2026-05-07"}, {"name", "Vreemd"}}, {{name, value}}).status, 400) << name << value;
}

TEST_F(Doors, OurOwnFormsArriveThoughTheBrowserHidesTheirOrigin) {
    auto browser = region_->browser();
    ASSERT_TRUE(browser.signIn("beheer"));
    EXPECT_EQ(browser.post("/mijn-instellingen", {{"language", "nl"}}, {{"Origin", "null"}, {"Sec-Fetch-Site", "same-origin"}}).status, 303);
}

TEST_F(Doors, SigningInAsksForItsOwnForm) {
    auto browser = region_->browser();
    browser.get("/inloggen");
    const auto answer = browser.send("POST", "/inloggen", "login=beheer&password=x", {{"Content-Type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(answer.status, 401);
}

TEST_F(Doors, TheSessionCookieIsOutOfReachOfScriptsAndOtherSites) {
    auto browser = region_->browser();
    const auto page = browser.get("/inloggen");
    for (const auto& part : {"HttpOnly", "SameSite=Strict"}) EXPECT_NE(page.header("set-cookie").find(part), std::string::npos);
}

TEST_F(Doors, AfterFiveWrongPasswordsTheAccountIsLockedAndToldSo) {
    auto& accounts = region_->store->accounts();
    accounts.add({"vergeetachtig", "Vera Vergeet", service::store::Role::frontDesk, std::string(Region::password), "", "nl"});
    auto browser = region_->browser();
    tests::Answer answer;
    for (int i = 0; i < 6; ++i) {
        const auto form = tests::hidden(browser.get("/inloggen").body, "_form");
        answer = browser.send("POST", "/inloggen", "_form=" + form + "&login=vergeetachtig&password=fout", {{"Content-Type", "application/x-www-form-urlencoded"}});
    }
    EXPECT_EQ(answer.status, 429);
    EXPECT_NE(answer.body.find("op slot"), std::string::npos);
}

TEST_F(Doors, TooLargeAnUploadIsRefusedWithAnExplanation) {
    auto browser = region_->browser();
    ASSERT_TRUE(browser.signIn("balie"));
    const auto answer = browser.send("POST", "/werkvoorraad", std::string(1000, 'x'), {});
    EXPECT_EQ(answer.status, 413);
    EXPECT_NE(answer.body.find("100 MB"), std::string::npos);
}

TEST_F(Doors, ErrorPagesAndTheLogHoldNoNames) {
    auto browser = region_->browser();
    ASSERT_TRUE(browser.signIn("beoordelaar"));
    browser.get("/zoeken?tekst=Verborgenpad");
    browser.get("/huishoudens?tekst=Quirina");
    const auto missing = browser.get("/verzoeken/Quirina-van-Proef");
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.body.find("Quirina-van-Proef</"), std::string::npos);
    for (const auto* secret : {"Quirina", "Verborgenpad", "Testman", "111222333", "127.0.0.1"}) EXPECT_EQ(region_->logged().find(secret), std::string::npos) << secret;
}
