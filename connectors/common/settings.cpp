#include "connectors/common/settings.h"

#include <fstream>

namespace connectors {

ConnectorError badSetting(std::string_view name, std::string_view whatIsWrong) {
    return {Trouble::lasting, std::string(kLakwerkAdministrator),
            "De instelling '" + std::string(name) + "' van deze koppeling " + std::string(whatIsWrong) + "."};
}

std::string requiredSetting(const Settings& settings, std::string_view name) {
    const auto found = settings.find(std::string(name));
    if (found == settings.end() || found->second.empty()) throw badSetting(name, "ontbreekt");
    return found->second;
}

std::string optionalSetting(const Settings& settings, std::string_view name, std::string_view otherwise) {
    const auto found = settings.find(std::string(name));
    return found == settings.end() || found->second.empty() ? std::string(otherwise) : found->second;
}

std::string readSecretFile(const std::string& path, std::string_view settingName) {
    constexpr std::size_t maxBytes = 4096;
    std::ifstream file(path, std::ios::binary);
    std::string secret(maxBytes, '\0');
    file.read(secret.data(), static_cast<std::streamsize>(secret.size()));
    secret.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    secret.erase(std::min(secret.find_first_of("\r\n"), secret.size()));
    if (secret.empty()) throw badSetting(settingName, "wijst niet naar een leesbaar geheimbestand");
    return secret;
}

}  // namespace connectors
