// A store in a folder of its own, on a fixed Monday morning, with the people a test needs. The folder goes with it.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>

#include "service/store/store.h"

namespace service::store {

inline constexpr Moment mondayMorning = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{9};

class FreshStore : public ::testing::Test {
  protected:
    FreshStore();
    ~FreshStore() override;
    void reopen();
    void close() { store.reset(); }

    Account account(const std::string& login, Role role);
    Id someone(const std::string& login, Role role);  // an account without the second that hashing a password takes
    redaction::household::Case family() const;  // mother, father, a child of 8, a protection
    Household household();
    Request request();                           // the father's, in the household
    Fragment fragment(const std::string& externalId = "doc-1");
    void raw(const std::string& sql);            // past all code, as someone with the file would; throws on failure
    long long numberOf(const std::string& sql);  // likewise
    std::string textOf(const std::string& sql);  // likewise

    std::filesystem::path folder;
    FixedClock clock{mondayMorning};
    SodiumRandom random;
    CountingId newId;
    Environment environment{clock, random, newId};
    std::unique_ptr<Store> store;

  private:
    std::optional<Household> household_;
    std::optional<Request> request_;
};

// The kind of StoreError that `act` throws; fails the test when it throws none.
template <class Act>
std::string refusal(Act&& act) {
    try {
        act();
    } catch (const StoreError& error) {
        switch (error.kind()) {
            case ErrorKind::notFound: return "notFound";
            case ErrorKind::conflict: return "conflict";
            case ErrorKind::forbiddenByRule: return "forbiddenByRule";
            case ErrorKind::broken: return "broken";
        }
    }
    return "nothing was refused";
}

inline constexpr const char* goodPassword = "paard batterij nietje";

}  // namespace service::store
