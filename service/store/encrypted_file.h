// One encrypted file: libsodium secretstream (XChaCha20-Poly1305) in chunks, bound to the blob's id. Written beside and
// renamed, so that a file under its own name is whole.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "service/store/master_key.h"

namespace service::store {

inline constexpr std::size_t chunkBytes = 64 * 1024;  // of plain text

// Fills the buffer as far as there is; less than asked: the end.
using ReadSome = std::function<std::size_t(char* buffer, std::size_t size)>;

// How many bytes of plain text were written. Throws StoreError broken; nothing stays under `file` then.
std::size_t writeEncrypted(const std::filesystem::path& file, const Key& key, std::string_view id, const ReadSome& source,
                           std::size_t atMost);
// Whole, or throws: notFound, broken (changed, cut off, other key, other id).
std::string readEncrypted(const std::filesystem::path& file, const Key& key, std::string_view id, std::size_t size);

}  // namespace service::store
