// The 32 bytes that wrap every request's key and authenticate the audit anchor. They lie in a file only its owner may
// read; without it the encrypted files are lost, so back it up apart from the data.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include "service/environment.h"

namespace service::store {

using Key = std::array<unsigned char, 32>;

class MasterKey {
  public:
    // Reads the file, or makes it (exclusively, mode 0600) where there is none. broken: readable by others, wrong size.
    static MasterKey openOrMake(const std::filesystem::path& file, Random& random);
    static MasterKey open(const std::filesystem::path& file);  // notFound: no such file
    ~MasterKey();
    MasterKey(MasterKey&& other) noexcept;
    MasterKey(const MasterKey&) = delete;
    MasterKey& operator=(const MasterKey&) = delete;

    // XChaCha20-Poly1305 with `owner` as additional data: a key put under another request does not open. In hex.
    std::string wrap(const Key& key, std::string_view owner, Random& random) const;
    Key unwrap(std::string_view wrapped, std::string_view owner) const;  // broken: does not open
    // The same for a text, such as the secret of a partner's connector.
    std::string seal(std::string_view text, std::string_view owner, Random& random) const;
    std::string unseal(std::string_view sealed, std::string_view owner) const;  // broken: does not open
    std::string authenticate(std::string_view text) const;               // hex; keyed BLAKE2b, for the audit anchor

  private:
    explicit MasterKey(const Key& key) : key_(key) {}
    Key key_;
};

// As MasterKey::seal, with a key of one's own.
std::string sealWith(const Key& key, std::string_view text, std::string_view owner, Random& random);
std::string unsealWith(const Key& key, std::string_view sealed, std::string_view owner);  // broken: does not open

std::string toHex(const unsigned char* bytes, std::size_t size);
std::string fromHex(std::string_view hex);  // broken: not hex

}  // namespace service::store
