#include "service/web/assets.h"

#include <sodium.h>

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace service::web {

namespace {

std::string shortHash(const std::string& bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, 17> hex;
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), 8);
    return hex.data();
}

std::string mediaTypeOf(const std::string& extension) {
    if (extension == ".css") return "text/css; charset=utf-8";
    if (extension == ".js") return "text/javascript; charset=utf-8";
    if (extension == ".svg") return "image/svg+xml";
    return "text/plain; charset=utf-8";
}

}  // namespace

Assets::Assets(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) throw std::runtime_error("no assets folder: build the target assets first");
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        const auto stem = entry.path().stem().string(), extension = entry.path().extension().string();
        const auto name = stem + "." + shortHash(all.str()) + extension;
        std::string key = stem + "_" + extension.substr(1);
        for (auto& c : key) c = c == '-' || c == '.' ? '_' : c;
        addresses_[key] = "/middelen/" + name;
        files_.emplace(name, http::Response{200, mediaTypeOf(extension), all.str(), {}, http::Caching::forever});
    }
}

const http::Response* Assets::find(std::string_view hashedName) const {
    const auto found = files_.find(hashedName);
    return found == files_.end() ? nullptr : &found->second;
}

}  // namespace service::web
