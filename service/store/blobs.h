// Encrypted files: fragments, read documents, page pictures, packages, letters. One random key per request, wrapped by
// the master key; without that key the files are noise.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "service/store/repository.h"

namespace service::store {

class MasterKey;

inline constexpr std::size_t maxBlobBytes = 512u << 20;

class Blobs : Repository {
  public:
    Blobs(Database& database, const Environment& environment, const MasterKey& masterKey, std::filesystem::path folder);

    // keyOwner: the request's id. The file is on disk when this returns; the row in the caller's transaction.
    Id write(const Id& keyOwner, std::string_view bytes);
    Id write(const Id& keyOwner, std::istream& bytes);  // in small memory; broken: over maxBlobBytes
    std::string read(const Id& blobId) const;  // whole and verified, or throws: notFound (also: key destroyed), broken
    std::size_t size(const Id& blobId) const;  // bytes of what was written
    bool exists(const Id& blobId) const;
    void remove(const Id& blobId);             // row first, then file; forbiddenByRule: still referred to
    void destroyKey(const Id& keyOwner);       // for ever: all files of the request become unreadable and are removed
    std::size_t sweep();                       // removes files without row; only while nobody writes. Count removed.

  private:
    Id writeFrom(const Id& keyOwner, const std::function<std::size_t(char*, std::size_t)>& source);
    const MasterKey& masterKey_;
    std::filesystem::path folder_;
};

}  // namespace service::store
