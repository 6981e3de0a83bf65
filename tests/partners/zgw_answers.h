// The answers of the Zaken and Documenten API over what the simulator holds, as JSON values and statuses.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "tests/partners/zgw_state.h"

namespace partners {

struct ZgwQuestion {
    std::string method, path, body;  // path without query
    std::vector<std::pair<std::string, std::string>> query;
    std::string contentType;
    std::string queryValue(const std::string& name) const;
};

struct ZgwAnswer {
    int status = 200;
    std::string contentType = "application/json", body;
};

ZgwAnswer answerTo(const ZgwQuestion& question, const ZgwClient& client, ZgwSimulator::State& state);
ZgwAnswer problemAnswer(int status, const std::string& code, const std::string& title);

}  // namespace partners
