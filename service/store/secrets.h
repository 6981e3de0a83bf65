// A secret of the region itself, such as the password of its mail server, sealed with the master key.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "service/environment.h"

namespace service::store {

// folder: the store's, where the master key lies. owner: what the secret is for; sealed for one it opens for no other.
std::string sealSecret(std::string_view secret, std::string_view owner, const std::filesystem::path& folder, Random& random);
std::string openSecret(std::string_view sealed, std::string_view owner, const std::filesystem::path& folder);  // broken: does not open

}  // namespace service::store
