#include "service/casework/pauses.h"

#include <array>

namespace service::casework {

namespace {
using namespace std::chrono_literals;
// Short at first (a restart, a hiccup), then hours; after about two days nobody is coming by itself.
constexpr std::array<std::chrono::seconds, 10> pauses{5s, 20s, 1min, 5min, 15min, 1h, 4h, 8h, 12h, 24h};
}  // namespace

std::optional<std::chrono::seconds> pauseAfter(int attempts) {
    if (attempts < 1) return pauses.front();
    if (std::size_t(attempts) > pauses.size()) return std::nullopt;
    return pauses[std::size_t(attempts) - 1];
}

}  // namespace service::casework
