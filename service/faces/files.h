// Whole files in and out, for the faces. Messages in Dutch, with the file's name and never its content.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace service::faces {

std::string readFile(const std::filesystem::path& path);  // throws std::runtime_error
void writeFile(const std::filesystem::path& path, std::string_view bytes);  // all or nothing; throws std::runtime_error

}  // namespace service::faces
