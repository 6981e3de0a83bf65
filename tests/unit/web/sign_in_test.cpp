// What signing in tells to whoever tries logins and passwords.
#include <gtest/gtest.h>

#include "service/web/sign_in_pace.h"
#include "tests/unit/web/region.h"

using tests::Browser;
using tests::Region;

namespace {

tests::Answer attempt(Browser& browser, const std::string& login, const std::string& password) {
    const auto form = tests::hidden(browser.get("/inloggen").body, "_form");
    return browser.send("POST", "/inloggen",
                        "_form=" + form + "&login=" + service::web::http::encodeField(login) + "&password=" + service::web::http::encodeField(password),
                        {{"Content-Type", "application/x-www-form-urlencoded"}});
}

// The page without what was typed and the form's own token.
std::string bare(tests::Answer answer, const std::string& login) {
    for (const auto& part : {"value=\"" + login + "\"", "value=\"" + tests::hidden(answer.body, "_form") + "\""})
        if (const auto at = answer.body.find(part); at != std::string::npos) answer.body.erase(at, part.size());
    return std::to_string(answer.status) + answer.body;
}

}  // namespace

TEST(SigningIn, AnswersTheSameForLoginsThatExistAndLoginsThatDoNot) {
    Region region;
    auto browser = region.browser();
    for (int i = 0; i < 7; ++i) {
        const auto known = attempt(browser, "beheer", "verkeerd"), unknown = attempt(browser, "niemand", "verkeerd");
        EXPECT_EQ(bare(known, "beheer"), bare(unknown, "niemand")) << i;
        EXPECT_EQ(unknown.status, i < 4 ? 401 : 429) << i;
    }
}

TEST(SigningIn, IsBoundedPerAddressWhateverLoginsAreTried) {
    Region region;
    auto browser = region.browser();
    const auto now = region.clock.now();
    service::web::SignInPace pace;
    for (int i = 0; i < service::web::maxFailuresPerAddress; ++i) {
        EXPECT_TRUE(pace.mayTry("198.51.100.1", now)) << i;
        pace.failed("198.51.100.1", now);
    }
    EXPECT_FALSE(pace.mayTry("198.51.100.1", now));
    EXPECT_TRUE(pace.mayTry("198.51.100.2", now));
    EXPECT_TRUE(pace.mayTry("198.51.100.1", now + service::web::failureWindow));
    // Through the door: each login once, so that no login is locked.
    tests::Answer answer;
    for (int i = 0; i <= service::web::maxFailuresPerAddress; ++i) answer = attempt(browser, "gok" + std::to_string(i), std::string(1025, 'x'));
    EXPECT_EQ(answer.status, 429);
    EXPECT_NE(answer.body.find("Vanaf deze plek"), std::string::npos);
    EXPECT_FALSE(browser.signIn("beheer")) << "also not with the right password";
    region.clock.advance(service::web::failureWindow);
    EXPECT_TRUE(browser.signIn("beheer"));
}

TEST(SigningIn, RemembersBoundedlyManyAddressesAndKeepsWhoIsStopped) {
    service::web::SignInPace pace;
    const auto now = service::momentFromIso("2026-03-12T09:00:00Z");
    for (int i = 0; i < service::web::maxFailuresPerAddress; ++i) pace.failed("198.51.100.1", now);
    for (std::size_t i = 0; i < service::web::maxAddressesRemembered + 100; ++i)
        pace.failed("10." + std::to_string(i >> 16) + "." + std::to_string(i >> 8 & 255) + "." + std::to_string(i & 255), now);
    EXPECT_EQ(pace.remembered(), service::web::maxAddressesRemembered);
    EXPECT_FALSE(pace.mayTry("198.51.100.1", now));
}
