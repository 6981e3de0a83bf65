// Serves a data folder until the process is told to stop.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "service/environment.h"

namespace service::faces {

struct Serving {
    std::filesystem::path data, templates, assets;
    int port = 8080;                                   // 0: a free one
    std::vector<std::string> trustedProxies;           // whose X-Forwarded-For is believed
    bool https = false;                                // visitors come over TLS, which a proxy before us speaks
    std::optional<Moment> startsAt;                    // the clock runs from there; absent: the real one
    std::function<void(int port)> whenReady = [](int) {};
    std::function<void()> beforeEnd = [] {};           // after the last answer
};

// Blocks SIGINT and SIGTERM in this thread and every thread it makes. Call before anything starts a thread.
void holdStopSignals();

// Returns the exit status after SIGINT or SIGTERM.
int serveUntilStopped(const Serving& serving);

}  // namespace service::faces
