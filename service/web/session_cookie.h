// The cookie that holds the session's token: not readable by script, never sent by another site.
#pragma once

#include <string>
#include <string_view>

#include "service/web/http/response.h"

namespace service::web {

// __Host- makes the browser insist on Secure, so only behind TLS.
inline std::string_view sessionCookieName(http::Transport transport) {
    return transport == http::Transport::tls ? "__Host-lakwerk" : "lakwerk_session";
}

inline std::string cookie(std::string_view name, std::string_view value, http::Transport transport, std::string_view more = "") {
    std::string text(name);
    text.append("=").append(value).append("; Path=/; HttpOnly; SameSite=Strict");
    if (transport == http::Transport::tls) text += "; Secure";
    return text.append(more);
}

}  // namespace service::web
