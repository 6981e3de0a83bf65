// SHA-256 and the text forms of bytes, over libsodium.
#pragma once

#include <string>
#include <string_view>

namespace connectors {

std::string sha256Hex(std::string_view bytes);  // lower case
std::string hexOf(std::string_view bytes);
std::string base64Url(std::string_view bytes);                           // without padding
std::string base64(std::string_view bytes);                              // with padding
std::string hmacSha256(std::string_view key, std::string_view message);  // 32 raw bytes

// Whether `stated` (hex in either case, or base64) is the SHA-256 of the bytes.
bool isSha256Of(std::string_view stated, std::string_view bytes);

}  // namespace connectors
