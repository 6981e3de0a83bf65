// The secret of a partner's connector among its settings: sealed with the master key, opened only to ask the partner.
#pragma once

#include <filesystem>
#include <string>

#include "service/store/partners.h"

namespace service::store {

inline constexpr const char* secretSetting = "secret";  // its value in connectorSettings is always sealed

// folder: the store's, where the master key lies.
void keepSecret(Partner& partner, const std::string& secret, const std::filesystem::path& folder, Random& random);
// The settings with the secret readable, as the connector wants them. broken: sealed with another key, or for another partner.
std::map<std::string, std::string> openSettings(const Partner& partner, const std::filesystem::path& folder);

}  // namespace service::store
