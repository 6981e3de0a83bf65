// The files under /middelen: read at start, served under a name with their hash, kept for ever by the browser.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "service/web/http/response.h"

namespace service::web {

class Assets {
  public:
    explicit Assets(const std::filesystem::path& folder);  // throws std::runtime_error when it is not there
    // {"lakwerk_css": "/middelen/lakwerk.3f2a91bc.css", …}
    const nlohmann::ordered_json& addresses() const { return addresses_; }
    const http::Response* find(std::string_view hashedName) const;  // nullptr: no such file

  private:
    std::map<std::string, http::Response, std::less<>> files_;
    nlohmann::ordered_json addresses_;
};

}  // namespace service::web
