#include "service/store/secrets.h"

#include "service/store/master_key.h"

namespace service::store {

namespace {

std::string ownerOf(std::string_view owner) { return "region-secret/" + std::string(owner); }

}  // namespace

std::string sealSecret(std::string_view secret, std::string_view owner, const std::filesystem::path& folder, Random& random) {
    return MasterKey::open(folder / "master.key").seal(secret, ownerOf(owner), random);
}

std::string openSecret(std::string_view sealed, std::string_view owner, const std::filesystem::path& folder) {
    return MasterKey::open(folder / "master.key").unseal(sealed, ownerOf(owner));
}

}  // namespace service::store
