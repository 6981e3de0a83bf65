#include "service/web/sign_in_pace.h"

#include <algorithm>

#include "service/web/http/client_address.h"

namespace service::web {

bool SignInPace::mayTry(const std::string& address, Moment now) {
    const std::lock_guard lock(mutex_);
    const auto found = windows_.find(http::clientNetwork(address));
    return found == windows_.end() || now >= found->second.begun + failureWindow || found->second.failures < maxFailuresPerAddress;
}

void SignInPace::failed(const std::string& address, Moment now) {
    const std::lock_guard lock(mutex_);
    const auto network = http::clientNetwork(address);
    if (!windows_.contains(network)) makeRoom(now);
    auto& window = windows_[network];
    if (window.failures == 0 || now >= window.begun + failureWindow) window = {now, 0};
    ++window.failures;
}

std::size_t SignInPace::remembered() const {
    const std::lock_guard lock(mutex_);
    return windows_.size();
}

void SignInPace::makeRoom(Moment now) {
    if (windows_.size() < maxAddressesRemembered) return;
    std::erase_if(windows_, [&](const auto& row) { return now >= row.second.begun + failureWindow; });
    if (windows_.size() < maxAddressesRemembered) return;
    // Whoever failed least is forgotten first: filling the list does not free who is stopped.
    windows_.erase(std::min_element(windows_.begin(), windows_.end(), [](const auto& a, const auto& b) { return a.second.failures < b.second.failures; }));
}

}  // namespace service::web
