// lakwerk-demo-partners: lays out the demo region's folders and serves its case system until told to stop, or until
// whoever started it is gone.
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>

#include "tests/partners/demo_region.h"
#include "tests/partners/zgw_simulator.h"

namespace {

struct Options {
    partners::DemoRegion region{LAKWERK_DEMO_SOURCES, {}};
    int port = 0;
    std::string fault;
    bool layOutOnly = false;
};

Options optionsOf(int count, char** arguments) {
    Options options;
    for (int at = 1; at < count; ++at) {
        const std::string name = arguments[at];
        if (name == "--lay-out-only") {
            options.layOutOnly = true;
            continue;
        }
        if (at + 1 == count) throw std::invalid_argument(name);
        const std::string value = arguments[++at];
        if (name == "--folder")
            options.region.folder = std::filesystem::absolute(value);
        else if (name == "--port")
            options.port = std::stoi(value);
        else if (name == "--sources")
            options.region.sources = value;
        else if (name == "--fault")
            options.fault = value;
        else
            throw std::invalid_argument(name);
    }
    if (options.region.folder.empty()) throw std::invalid_argument("--folder");
    return options;
}

// Not PR_SET_PDEATHSIG: that fires when the starting thread ends, not the starting program.
void waitUntilStopped(const sigset_t& signals, pid_t startedBy) {
    const timespec halfSecond{0, 500'000'000};
    while (getppid() == startedBy)
        if (sigtimedwait(&signals, nullptr, &halfSecond) > 0) return;
}

int run(const Options& options, const sigset_t& signals, pid_t startedBy) {
    partners::layOutFolders(options.region);
    if (options.layOutOnly) return 0;
    partners::ZgwSimulator simulator(partners::caseSystemHoldings(options.region), options.port);
    if (!options.fault.empty()) simulator.setFault(partners::faultNamed(options.fault));
    std::cout << "lakwerk-demo-partners: gereed, zaaksysteem op " << simulator.address() << ", mappen in "
              << options.region.folder.string() << std::endl;
    waitUntilStopped(signals, startedBy);
    return 0;
}

}  // namespace

int main(int count, char** arguments) {
    const pid_t startedBy = getppid();
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    try {
        return run(optionsOf(count, arguments), signals, startedBy);
    } catch (const std::invalid_argument&) {
        std::cerr << "Gebruik: lakwerk-demo-partners --folder MAP [--port N] [--sources MAP] [--fault STORING] "
                     "[--lay-out-only]\n";
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "lakwerk-demo-partners: " << error.what() << '\n';
        return 1;
    }
}
