// lakwerk serve: the service on one address, for one data folder.
#include <iostream>

#include "service/faces/faces.h"
#include "service/faces/options.h"
#include "service/faces/running_office.h"
#include "service/faces/serving.h"
#include "service/web/http/client_address.h"

namespace service::faces {

int serve(const Arguments& arguments) {
    try {
        const Options options(arguments, {"--data", "--port", "--templates", "--assets", "--starts-at", "--trusted-proxy"}, {"--empty", "--https"});
        holdStopSignals();
        Serving serving;
        serving.data = options.require("--data");
        serving.templates = chosenTemplates(options.find("--templates"));
        serving.assets = options.find("--assets") ? *options.find("--assets") : besideProgram("assets").string();
        serving.port = options.number("--port", 8080, 65535);
        serving.startsAt = options.moment("--starts-at");
        serving.trustedProxies = options.all("--trusted-proxy");
        serving.https = options.has("--https");
        for (const auto& proxy : serving.trustedProxies)
            if (!web::http::isAddress(proxy)) throw WrongOptions("--trusted-proxy vraagt een IP-adres, zoals 127.0.0.1");
        serving.whenReady = [&](int port) {
            std::cout << "Lakwerk staat klaar op http://127.0.0.1:" << port << "\nGegevens: " << serving.data.string()
                      << "\nStoppen: Ctrl-C of SIGTERM" << std::endl;
        };
        return serveUntilStopped(serving);
    } catch (const WrongOptions& wrong) {
        std::cerr << "lakwerk serve: " << wrong.what() << "\nGebruik: lakwerk serve --data MAP [--port N] [--empty] [--trusted-proxy ADRES] [--https] [--templates MAP]\n";
        return 2;
    }
}

}  // namespace service::faces
