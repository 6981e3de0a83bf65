// How many sign-ins may fail from one client address in a while, whoever they are for. Kept in memory, bounded.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "service/environment.h"

namespace service::web {

inline constexpr int maxFailuresPerAddress = 50;  // an office of a hundred people behind one address can still mistype
inline constexpr std::chrono::minutes failureWindow{10};
inline constexpr std::size_t maxAddressesRemembered = 10'000;

class SignInPace {
  public:
    bool mayTry(const std::string& address, Moment now);
    void failed(const std::string& address, Moment now);
    std::size_t remembered() const;

  private:
    struct Window {
        Moment begun{};
        int failures = 0;
    };
    void makeRoom(Moment now);

    mutable std::mutex mutex_;
    std::map<std::string, Window> windows_;  // by network, see http::clientNetwork
};

}  // namespace service::web
