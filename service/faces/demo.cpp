// lakwerk demo: loads the invented region into a data folder; with --serve also starts its partners and the service.
#include <iostream>

#include "service/faces/demo_partners.h"
#include "service/faces/demo_region.h"
#include "service/faces/faces.h"
#include "service/faces/options.h"
#include "service/faces/own_folder.h"
#include "service/faces/running_office.h"
#include "service/faces/serving.h"

namespace service::faces {

namespace {

void load(const std::filesystem::path& data, const DemoPlaces& places, std::optional<Moment> startsAt) {
    RealEnvironment environment(startsAt);
    const auto store = store::Store::open(data, environment);
    loadDemoRegion(*store, places);
}

// Fails here, before partners are started in a folder that another Lakwerk may be using.
void requireFree(const std::filesystem::path& data) {
    RealEnvironment environment;
    store::Store::open(data, environment);
}

void tellAccounts() {
    std::cout << "Voorbeeldaccounts:\n";
    for (const auto& account : demoAccounts()) std::cout << "  " << account.login << " / " << account.password << "   " << account.displayName << '\n';
}

void tellPlaces(const Serving& serving, const DemoPlaces& places, int port) {
    std::cout << "Lakwerk staat klaar op http://127.0.0.1:" << port << '\n';
    tellAccounts();
    std::cout << "Gegevens: " << serving.data.string() << "\nMappen van de voorbeeldpartners: " << places.partnersFolder.string()
              << "\nBrief om mee te beginnen: " << (places.partnersFolder / "brief-verzoek-vader.png").string()
              << "\nStoppen: Ctrl-C of SIGTERM (stopt ook de partners)" << std::endl;
}

int serveDemo(const Options& options, DemoPlaces places) {
    holdStopSignals();
    requireFree(options.require("--data"));
    DemoPartners partners(places.partnersFolder);
    places.partnersPort = partners.port();
    Serving serving;
    serving.data = options.require("--data");
    serving.startsAt = options.moment("--starts-at");
    load(serving.data, places, serving.startsAt);
    serving.templates = chosenTemplates(options.find("--templates"));
    serving.assets = options.find("--assets") ? *options.find("--assets") : besideProgram("assets").string();
    serving.port = options.number("--port", 8080, 65535);
    serving.whenReady = [&](int port) { tellPlaces(serving, places, port); };
    serving.beforeEnd = [&] { partners.stop(); };
    return serveUntilStopped(serving);
}

}  // namespace

int demo(const Arguments& arguments) {
    try {
        const Options options(arguments, {"--data", "--port", "--templates", "--assets", "--sources", "--partners-folder", "--partners-port", "--starts-at"}, {"--serve"});
        DemoPlaces places;
        places.sources = options.has("--sources") ? *options.find("--sources") : (templatesFolder().parent_path() / "tests/data/demo").string();
        places.partnersFolder = options.get("--partners-folder", options.require("--data") + "-partners");
        places.partnersPort = options.number("--partners-port", 0, 65535);
        if (options.has("--serve")) return serveDemo(options, places);
        load(options.require("--data"), places, options.moment("--starts-at"));
        tellAccounts();
        return 0;
    } catch (const WrongOptions& wrong) {
        std::cerr << "lakwerk demo: " << wrong.what() << "\nGebruik: lakwerk demo --data MAP [--serve] [--port N] [--partners-folder MAP --partners-port N]\n";
        return 2;
    }
}

}  // namespace service::faces
