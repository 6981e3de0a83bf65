// How long to wait before asking a partner, or trying a job, again.
#pragma once

#include <chrono>
#include <optional>

namespace service::casework {

// Growing pauses between attempts; absent after the last: someone must look. `attempts`: how many have failed, from 1.
std::optional<std::chrono::seconds> pauseAfter(int attempts);

}  // namespace service::casework
