#include "service/store/partner_secret.h"

#include "service/store/master_key.h"

namespace service::store {

namespace {

std::string ownerOf(const Partner& partner) { return "partner-secret/" + partner.id; }

}  // namespace

void keepSecret(Partner& partner, const std::string& secret, const std::filesystem::path& folder, Random& random) {
    partner.connectorSettings[secretSetting] = MasterKey::open(folder / "master.key").seal(secret, ownerOf(partner), random);
}

std::map<std::string, std::string> openSettings(const Partner& partner, const std::filesystem::path& folder) {
    auto settings = partner.connectorSettings;
    const auto sealed = settings.find(secretSetting);
    if (sealed != settings.end()) sealed->second = MasterKey::open(folder / "master.key").unseal(sealed->second, ownerOf(partner));
    return settings;
}

}  // namespace service::store
