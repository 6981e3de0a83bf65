#include "tests/partners/zgw_state.h"

#include <Poco/Exception.h>
#include <Poco/JWT/Signer.h>
#include <Poco/JWT/Token.h>
#include <Poco/Timestamp.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace partners {

void ZgwSimulator::State::note(const std::string& line) {
    const std::lock_guard lock(mutex_);
    lines_.push_back(line);
}

std::vector<std::string> ZgwSimulator::State::lines() const {
    const std::lock_guard lock(mutex_);
    return lines_;
}

std::optional<ZgwClient> clientOf(const std::string& bearer, const ZgwHoldings& holdings) {
    constexpr Poco::Timestamp::TimeDiff hour = Poco::Timestamp::TimeDiff(3600) * 1000000;
    for (const ZgwClient& client : holdings.clients) {
        Poco::JWT::Signer signer(client.secret);
        Poco::JWT::Token token;
        if (!signer.tryVerify(bearer, token) || token.getAlgorithm() != "HS256") continue;
        const Poco::Timestamp issued = token.getIssuedAt(), now;
        if (now - issued > hour || issued - now > hour) continue;
        if (token.getIssuer() != client.id || token.payload().getValue<std::string>("client_id") != client.id) continue;
        if (token.payload().optValue<std::string>("user_id", "").empty()) continue;
        return client;
    }
    return std::nullopt;
}

bool isWithin(const std::string& confidentiality, const std::string& highest) {
    static const std::array<std::string, 8> rising{"openbaar",      "beperkt_openbaar", "intern", "zaakvertrouwelijk",
                                                   "vertrouwelijk", "confidentieel",    "geheim", "zeer_geheim"};
    std::size_t asked = rising.size(), allowed = 0;
    for (std::size_t at = 0; at < rising.size(); ++at) {
        if (rising[at] == confidentiality) asked = at;
        if (rising[at] == highest) allowed = at;
    }
    return asked <= allowed;
}

Fault faultNamed(const std::string& name) {
    static const std::array<std::pair<const char*, Fault>, 17> names{{{"none", Fault::none},
                                                                      {"down", Fault::closesAtOnce},
                                                                      {"stall", Fault::stalls},
                                                                      {"drip", Fault::drips},
                                                                      {"401", Fault::unauthorized},
                                                                      {"403", Fault::forbidden},
                                                                      {"500", Fault::serverError},
                                                                      {"html", Fault::htmlPage},
                                                                      {"html-503", Fault::htmlError},
                                                                      {"half-body", Fault::halfBody},
                                                                      {"half-chunked", Fault::halfChunked},
                                                                      {"nonsense", Fault::nonsense},
                                                                      {"not-http", Fault::notHttp},
                                                                      {"endless", Fault::endless},
                                                                      {"redirect", Fault::redirects},
                                                                      {"loop", Fault::loopsPages},
                                                                      {"wrong-next", Fault::wrongNext}}};
    for (const auto& [known, fault] : names)
        if (name == known) return fault;
    throw std::invalid_argument("unknown fault");
}

}  // namespace partners
