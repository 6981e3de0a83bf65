// What the simulator's handlers share: holdings, the fault that is on, and a trail of what was asked.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "tests/partners/zgw_simulator.h"

namespace partners {

struct ZgwSimulator::State {
    ZgwHoldings holdings;
    std::string address;
    std::atomic<Fault> fault{Fault::none};
    std::atomic<Where> where{Where::everywhere};
    std::atomic<bool> ending{false};
    std::atomic<std::size_t> downloads{0};

    void note(const std::string& line);
    std::vector<std::string> lines() const;

  private:
    mutable std::mutex mutex_;
    std::vector<std::string> lines_;
};

// The client a bearer token belongs to: signature, issuer, client_id and age (one hour) are checked.
std::optional<ZgwClient> clientOf(const std::string& bearer, const ZgwHoldings& holdings);

}  // namespace partners
