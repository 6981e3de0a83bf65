#include "service/faces/files.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace service::faces {

std::string readFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file || std::filesystem::is_directory(path)) throw std::runtime_error(path.string() + " is niet te openen.");
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return std::move(bytes).str();
}

void writeFile(const std::filesystem::path& path, std::string_view bytes) {
    auto beside = path;
    beside += ".deel";
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    std::error_code failed;
    if (file) std::filesystem::rename(beside, path, failed);
    if (file && !failed) return;
    std::filesystem::remove(beside, failed);
    throw std::runtime_error(path.string() + " is niet te schrijven.");
}

}  // namespace service::faces
