// Reads a connector's settings; what is missing or wrong is a lasting error for the administrator of Lakwerk.
#pragma once

#include <string>
#include <string_view>

#include "connectors/connector.h"

namespace connectors {

std::string requiredSetting(const Settings& settings, std::string_view name);
std::string optionalSetting(const Settings& settings, std::string_view name, std::string_view otherwise = "");

// The first line of a secret file, without line end. At most 4 KB; empty or unreadable throws. The error names the
// setting, never the path's contents.
std::string readSecretFile(const std::string& path, std::string_view settingName);

inline constexpr std::string_view kLakwerkAdministrator = "de beheerder van Lakwerk";
inline constexpr std::string_view kPartnerAdministrator = "de beheerder van het systeem bij de partner";
inline constexpr std::string_view kPartnerExporter = "de medewerker van de partner die de bestanden klaarzet";

ConnectorError badSetting(std::string_view name, std::string_view whatIsWrong);

}  // namespace connectors
