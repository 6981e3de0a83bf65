// What happens to someone's work when the session ends.
#include <gtest/gtest.h>

#include "tests/unit/web/region.h"

using tests::Browser;
using tests::Region;

namespace {

std::string unescaped(std::string text) {
    for (const auto& [from, to] : {std::pair{"&quot;", "\""}, {"&apos;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
        for (auto at = text.find(from); at != text.npos; at = text.find(from, at + 1)) text.replace(at, std::string_view(from).size(), to);
    return text;
}

}  // namespace

TEST(Sessions, ExpireAndBringSomeoneBackWhereTheyWereWithWhatTheyTyped) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("balie"));
    const auto token = browser.token();
    region.clock.advance(std::chrono::hours(2));

    const auto expired = browser.send("POST", "/verzoeken/nieuw",
                                      "_token=" + token + "&_page=%2Fverzoeken%2Fnieuw&remarks=Belt+liever+%22na+zessen%22&received_on=2026-03-05&do=log&password=geheim",
                                      {{"Content-Type", "application/x-www-form-urlencoded"}});
    ASSERT_EQ(expired.status, 401);
    EXPECT_NE(expired.body.find("Er is nog niets verstuurd"), std::string::npos);
    EXPECT_EQ(expired.body.find("geheim"), std::string::npos) << "a password is never carried";

    const auto carry = unescaped(tests::hidden(expired.body, "_carry"));
    const auto encode = [](const std::string& text) { return service::web::http::encodeField(text); };
    const auto back = browser.send("POST", "/inloggen",
                                   "_form=" + tests::hidden(expired.body, "_form") + "&verder=" + encode(tests::hidden(expired.body, "verder")) + "&_carry=" + encode(carry) +
                                       "&login=balie&password=" + encode(std::string(Region::password)),
                                   {{"Content-Type", "application/x-www-form-urlencoded"}});
    ASSERT_EQ(back.status, 303);
    EXPECT_EQ(back.header("location"), "/verzoeken/nieuw");
    const auto page = browser.get("/verzoeken/nieuw");
    EXPECT_NE(page.body.find("Belt liever &quot;na zessen&quot;"), std::string::npos);
    EXPECT_NE(page.body.find("value=\"2026-03-05\""), std::string::npos);
}

TEST(Sessions, OurScriptIsToldToSignIn) {
    Region region;
    auto browser = region.browser();
    const auto answer = browser.send("POST", "/concepten?pagina=%2Fverzoeken%2Fnieuw", "[]", {{"X-Lakwerk", "script"}});
    EXPECT_EQ(answer.status, 401);
    EXPECT_NE(answer.body.find("\"sign_in\":true"), std::string::npos);
}

TEST(Sessions, SigningOutEndsTheSessionAndForgetsThePages) {
    Region region;
    auto browser = region.browser();
    ASSERT_TRUE(browser.signIn("balie"));
    const auto cookies = browser.cookies;
    EXPECT_EQ(browser.get("/werkvoorraad").header("cache-control"), "no-store") << "the back button shows nothing";
    EXPECT_EQ(browser.post("/uitloggen", {}).status, 303);
    browser.cookies = cookies;
    EXPECT_EQ(browser.get("/werkvoorraad").status, 303);
}

TEST(Sessions, ReturnOnlyToPathsOfOurOwn) {
    Region region;
    for (const auto* elsewhere : {"https%3A%2F%2Felders.example", "%2F%2Felders.example", "%2F%5Celders.example", "javascript%3Aalert(1)"}) {
        auto browser = region.browser();
        const auto form = tests::hidden(browser.get("/inloggen").body, "_form");
        const auto answer = browser.send("POST", "/inloggen", "_form=" + form + "&login=balie&password=een+lang+genoeg+wachtwoord&verder=" + elsewhere,
                                         {{"Content-Type", "application/x-www-form-urlencoded"}});
        EXPECT_EQ(answer.header("location"), "/") << elsewhere;
    }
}

TEST(Drafts, AreKeptPerPersonAndPage) {
    Region region;
    auto browser = region.browser(), other = region.browser();
    ASSERT_TRUE(browser.signIn("balie"));
    ASSERT_TRUE(other.signIn("beoordelaar"));
    const auto saved = browser.send("POST", "/concepten?pagina=%2Fverzoeken%2Fnieuw", R"([["remarks","half af"]])", {{"X-Lakwerk", "script"}, {"X-CSRF-Token", browser.token()}});
    EXPECT_EQ(saved.status, 200);
    EXPECT_NE(browser.get("/concepten?pagina=%2Fverzoeken%2Fnieuw").body.find("half af"), std::string::npos);
    EXPECT_EQ(other.get("/concepten?pagina=%2Fverzoeken%2Fnieuw").body.find("half af"), std::string::npos);
    EXPECT_EQ(browser.post("/concepten/weg", {{"pagina", "/verzoeken/nieuw"}}).header("location"), "/verzoeken/nieuw");
    EXPECT_EQ(browser.get("/concepten?pagina=%2Fverzoeken%2Fnieuw").body.find("half af"), std::string::npos);
}

TEST(FirstAdministrator, IsAskedForOnlyWhileThereIsNobody) {
    Region region;
    auto browser = region.browser();
    EXPECT_EQ(browser.get("/eerste-beheerder").header("location"), "/inloggen");
    const auto answer = browser.send("POST", "/eerste-beheerder", "login=x&display_name=y&password=een+lang+genoeg+wachtwoord", {{"Content-Type", "application/x-www-form-urlencoded"}});
    EXPECT_EQ(answer.header("location"), "/inloggen");
    EXPECT_EQ(region.store->accounts().findByLogin("x"), std::nullopt);
}
