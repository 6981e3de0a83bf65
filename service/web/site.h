// What all pages share: the office behind them, templates, texts, assets, settings. Made once, then only read.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "service/casework/office.h"
#include "service/letters/phrases.h"
#include "service/web/assets.h"
#include "service/web/http/listener.h"
#include "service/web/sign_in_pace.h"
#include "service/web/view/templates.h"
#include "service/web/view/texts.h"

namespace service::web {

struct WebSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: a free one
    std::filesystem::path templates;  // the folder with pages/ and text/
    std::filesystem::path assets;     // the folder that templates/assets/build.mjs made
    http::Transport transport = http::Transport::plain;  // tls: a proxy before us; cookies become Secure, HSTS is sent
    http::TrustedProxies trustedProxies = {};            // whose X-Forwarded-For is believed
    http::Limits limits;
    std::function<void(std::string_view line)> log;  // one line, no personal data
};

struct Site {
    Site(casework::Office& office, const WebSettings& settings);

    casework::Office& office;
    WebSettings settings;
    view::Languages languages;
    letters::Phrases phrases;  // English for what casework says
    view::Templates templates;
    Assets assets;
    SignInPace signInPace;
};

}  // namespace service::web
