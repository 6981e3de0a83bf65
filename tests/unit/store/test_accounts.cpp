#include <time.h>

#include <algorithm>
#include <thread>

#include "tests/unit/store/fresh_store.h"

namespace service::store {

using namespace std::chrono;

using AccountsTest = FreshStore;

TEST_F(AccountsTest, ANewFolderHasNoAccountUntilTheFirstIsAdded) {
    EXPECT_FALSE(store->hasAccounts());
    account("els", Role::administrator);
    EXPECT_TRUE(store->hasAccounts());
    reopen();
    EXPECT_TRUE(store->hasAccounts());
}

TEST_F(AccountsTest, SignsInWithTheRightPasswordWhateverTheCaseOfTheLogin) {
    account("Els", Role::professional);
    const auto signIn = store->accounts().signIn("eLS", goodPassword);
    ASSERT_EQ(signIn.outcome, SignInOutcome::signedIn);
    EXPECT_EQ(signIn.account->displayName, "Collega Els");
    EXPECT_EQ(store->accounts().signIn("els", "een heel ander woord").outcome, SignInOutcome::wrong);
    EXPECT_EQ(store->accounts().signIn("piet", goodPassword).outcome, SignInOutcome::wrong);
}

TEST_F(AccountsTest, PasswordsLieInTheFileAsArgon2idOnly) {
    account("els", Role::professional);
    close();
    EXPECT_EQ(numberOf("SELECT count(*) FROM account WHERE password_hash LIKE '$argon2id$%'"), 1);
}

TEST_F(AccountsTest, LocksForAGrowingTimeAfterFiveFailures) {
    account("els", Role::professional);
    auto& accounts = store->accounts();
    for (int failure = 1; failure < failuresBeforeLock; ++failure)
        EXPECT_EQ(accounts.signIn("els", "verkeerd wachtwoord").outcome, SignInOutcome::wrong);
    const auto fifth = accounts.signIn("els", "verkeerd wachtwoord");
    EXPECT_EQ(fifth.outcome, SignInOutcome::locked);
    EXPECT_EQ(fifth.lockedUntil, mondayMorning + 1min);
    EXPECT_EQ(accounts.signIn("els", goodPassword).outcome, SignInOutcome::locked);
    clock.advance(1min);
    EXPECT_EQ(accounts.signIn("els", "verkeerd wachtwoord").lockedUntil, mondayMorning + 3min);
    clock.advance(2min);
    EXPECT_EQ(accounts.signIn("els", goodPassword).outcome, SignInOutcome::signedIn);
    EXPECT_EQ(accounts.signIn("els", "verkeerd wachtwoord").outcome, SignInOutcome::wrong);
}

TEST_F(AccountsTest, ALockTellsNobodyWhichLoginsExist) {
    account("els", Role::professional);
    auto inactive = account("weg", Role::professional);
    inactive.active = false;
    store->accounts().change(inactive);
    for (int failure = 1; failure <= failuresBeforeLock + 1; ++failure) {
        const auto known = store->accounts().signIn("els", "verkeerd wachtwoord");
        for (const auto* other : {"niemand", "weg"}) {
            const auto unknown = store->accounts().signIn(other, "verkeerd wachtwoord");
            EXPECT_EQ(unknown.outcome, known.outcome) << other << ' ' << failure;
            EXPECT_EQ(unknown.lockedUntil, known.lockedUntil) << other << ' ' << failure;
        }
    }
    EXPECT_EQ(store->accounts().signIn("NIEMAND", goodPassword).outcome, SignInOutcome::locked) << "the case of a login does not matter";
    EXPECT_EQ(store->accounts().signIn("iemand", goodPassword).outcome, SignInOutcome::wrong) << "a lock is of one login";
}

// The same work is done for both, in time of the processor: how busy the machine is makes no difference. Without the hash of a
// password, tens of milliseconds, one would take hundreds of times as long as the other.
TEST_F(AccountsTest, AnUnknownLoginTakesAboutAsLongAsAKnownOne) {
    account("els", Role::professional);
    store->accounts().signIn("niemand", "verkeerd wachtwoord");
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    };
    const auto took = [&](const char* login) {
        double shortest = 1e9;
        for (int i = 0; i < 3; ++i) {
            const double start = now();
            store->accounts().signIn(login, "verkeerd wachtwoord");
            shortest = std::min(shortest, now() - start);
        }
        return shortest;
    };
    const double known = took("els"), unknown = took("niemand");
    EXPECT_GT(unknown, known / 4);
    EXPECT_LT(unknown, known * 4);
}

TEST_F(AccountsTest, RemembersAtMostSoManyUnknownLoginsAndNeverForgetsAKnownOneForThem) {
    account("els", Role::professional);
    store->accounts().signIn("els", "verkeerd wachtwoord");
    close();
    raw("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
        "INSERT INTO sign_in_attempt SELECT 'test-' || i, 0, 1, NULL, '2026-03-02T09:00:00Z' FROM n");
    reopen();
    store->accounts().signIn("niemand", "verkeerd wachtwoord");
    EXPECT_EQ(numberOf("SELECT count(*) FROM sign_in_attempt WHERE known = 0"), 10000);
    EXPECT_EQ(numberOf("SELECT count(*) FROM sign_in_attempt WHERE known = 1"), 1);
    clock.advance(25h);
    store->accounts().signIn("iemand", "verkeerd wachtwoord");
    EXPECT_EQ(numberOf("SELECT count(*) FROM sign_in_attempt WHERE known = 0"), 1) << "after a day an unknown login is forgotten";
}

TEST_F(AccountsTest, WhatWasTypedAsALoginIsNotInTheFile) {
    store->accounts().signIn("mijn geheime wachtwoord", "x");
    store->accounts().signIn("mijn geheime wachtwoord", "x");
    close();
    EXPECT_EQ(numberOf("SELECT count(*) FROM sign_in_attempt WHERE failures = 2 AND length(login_mark) = 10"), 1);
}

TEST_F(AccountsTest, AnInactiveAccountLooksLikeAWrongPassword) {
    auto els = account("els", Role::professional);
    els.active = false;
    store->accounts().change(els);
    EXPECT_EQ(store->accounts().signIn("els", goodPassword).outcome, SignInOutcome::wrong);
}

TEST_F(AccountsTest, RefusesASecondAccountWithTheSameLoginAndShortPasswords) {
    account("els", Role::professional);
    EXPECT_EQ(refusal([&] { account("ELS", Role::frontDesk); }), "conflict");
    EXPECT_EQ(refusal([&] { store->accounts().add({"jan", "Jan", Role::frontDesk, "kort", "", "nl"}); }), "forbiddenByRule");
}

TEST_F(AccountsTest, ManyAtOnceAreAllAnswered) {
    account("els", Role::professional);
    std::vector<std::thread> threads;
    std::atomic<int> signedIn = 0;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            if (store->accounts().signIn("els", goodPassword).outcome == SignInOutcome::signedIn) ++signedIn;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(signedIn, 6);
}

using SessionsTest = FreshStore;

TEST_F(SessionsTest, EndsAfterTheIdleTermUnlessUsed) {
    const auto els = account("els", Role::professional);
    const auto opened = store->sessions().open(els.id);
    EXPECT_EQ(opened.token.size(), 64u);
    EXPECT_NE(opened.session.csrfToken, opened.token);
    clock.advance(29min);
    ASSERT_TRUE(store->sessions().use(opened.token));
    clock.advance(29min);
    const auto used = store->sessions().use(opened.token);
    ASSERT_TRUE(used);
    EXPECT_EQ(used->csrfToken, opened.session.csrfToken);
    clock.advance(31min);
    EXPECT_FALSE(store->sessions().use(opened.token));
    EXPECT_FALSE(store->sessions().use("nonsense"));
}

TEST_F(SessionsTest, EndsAfterTheAbsoluteTermHoweverMuchUsed) {
    const auto els = account("els", Role::professional);
    const auto opened = store->sessions().open(els.id);
    for (int i = 0; i < 23; ++i) {
        clock.advance(25min);
        EXPECT_TRUE(store->sessions().use(opened.token)) << i;
    }
    clock.advance(25min);
    EXPECT_FALSE(store->sessions().use(opened.token));
}

TEST_F(SessionsTest, TermsAreASetting) {
    const auto els = account("els", Role::professional);
    store->settings().set("session.idle-minutes", "5");
    const auto opened = store->sessions().open(els.id);
    clock.advance(6min);
    EXPECT_FALSE(store->sessions().use(opened.token));
}

TEST_F(SessionsTest, ANewPasswordOrAnInactiveAccountEndsThem) {
    auto els = account("els", Role::professional);
    const auto first = store->sessions().open(els.id);
    store->accounts().changePassword(els.id, "nieuw wachtwoord 1");
    EXPECT_FALSE(store->sessions().use(first.token));
    const auto second = store->sessions().open(els.id);
    els.active = false;
    store->accounts().change(els);
    EXPECT_FALSE(store->sessions().use(second.token));
}

TEST_F(SessionsTest, TheTokenItselfIsNotInTheFile) {
    const auto els = account("els", Role::professional);
    const auto opened = store->sessions().open(els.id);
    close();
    EXPECT_EQ(numberOf("SELECT count(*) FROM session"), 1);
    EXPECT_EQ(numberOf("SELECT count(*) FROM session WHERE token_hash = '" + opened.token + "'"), 0);
}

using DraftsTest = FreshStore;

TEST_F(DraftsTest, SurviveTheSessionAndAreOnlyTheirOwners) {
    const auto els = account("els", Role::professional), jan = account("jan", Role::professional);
    store->drafts().save(els.id, "request/new", "a=1");
    store->drafts().save(els.id, "request/new", "a=2");
    reopen();
    EXPECT_EQ(store->drafts().find(els.id, "request/new")->body, "a=2");
    EXPECT_FALSE(store->drafts().find(jan.id, "request/new"));
    EXPECT_EQ(store->drafts().all(els.id).size(), 1u);
    store->drafts().remove(els.id, "request/new");
    EXPECT_TRUE(store->drafts().all(els.id).empty());
}

}  // namespace service::store
