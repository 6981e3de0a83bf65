#include "service/faces/serving.h"

#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <future>
#include <iostream>
#include <mutex>
#include <thread>

#include "redaction/reader/reader_process.h"
#include "service/faces/running_office.h"
#include "service/web/server.h"

namespace service::faces {

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 8s;  // for what runs; after that the process ends, and takes it up again at the next start

void logLine(std::string_view line) {
    static std::mutex one;
    const std::lock_guard lock(one);
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    std::cerr << toIso(now) << ' ' << line << std::endl;
}

sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

void tellConfinement(const redaction::reader::ReaderProcess& reader) {
    const auto confinement = reader.probe();
    std::string holds, lacks;
    for (const auto& it : confinement.holds) holds += (holds.empty() ? "" : ", ") + it;
    for (const auto& it : confinement.lacks) lacks += (lacks.empty() ? "" : ", ") + it;
    logLine("documenten worden geopend in een afgesloten leesprogramma: " + holds + (lacks.empty() ? "" : "; ontbreekt: " + lacks));
}

void stopOrLeave(RunningOffice& running, web::WebServer& server) {
    auto stopped = std::async(std::launch::async, [&] {
        server.stop();
        running.workers().stop();
    });
    if (stopped.wait_for(patience) == std::future_status::ready) return;
    logLine("gestopt terwijl er nog werk liep; dat gaat verder bij de volgende start");
    std::_Exit(0);
}

}  // namespace

void holdStopSignals() {
    const auto signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
}

int serveUntilStopped(const Serving& serving) {
    RealEnvironment environment(serving.startsAt);
    if (serving.startsAt) logLine("let op: de klok van dit exemplaar begon op " + toIso(*serving.startsAt));
    RunningOffice running({serving.data, serving.templates}, environment, [](const std::string& line) { logLine(line); });
    web::WebSettings settings;
    settings.port = static_cast<std::uint16_t>(serving.port);
    settings.templates = serving.templates;
    settings.assets = serving.assets;
    settings.log = logLine;
    settings.trustedProxies = serving.trustedProxies;
    if (serving.https) settings.transport = web::http::Transport::tls;
    web::WebServer server(running.office(), settings);
    try {
        server.start();
    } catch (const web::PortTaken&) {
        throw std::runtime_error("poort " + std::to_string(serving.port) + " is al in gebruik: stop wat daar draait of kies een andere met --port");
    }
    running.workers().start();
    serving.whenReady(server.port());
    tellConfinement(running.reader());
    const auto signals = stopSignals();
    int received = 0;
    sigwait(&signals, &received);
    serving.beforeEnd();
    stopOrLeave(running, server);
    logLine("gestopt");
    return 0;
}

}  // namespace service::faces
