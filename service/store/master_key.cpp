#include "service/store/master_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <span>
#include <vector>

#include "service/store/error.h"
#include "service/store/files.h"

namespace service::store {

namespace {

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

MasterKey MasterKey::openOrMake(const std::filesystem::path& file, Random& random) {
    if (sodium_init() < 0) throw StoreError(ErrorKind::broken, "libsodium start niet");
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST) return open(file);
    const FileDescriptor owned(descriptor, "de hoofdsleutel kan niet worden gemaakt");
    Key key;
    random.fill(key);
    owned.writeAll({reinterpret_cast<const char*>(key.data()), key.size()});
    owned.sync();
    syncFolder(file.parent_path());
    return MasterKey(key);
}

MasterKey MasterKey::open(const std::filesystem::path& file) {
    if (sodium_init() < 0) throw StoreError(ErrorKind::broken, "libsodium start niet");
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0 && errno == ENOENT) throw StoreError(ErrorKind::notFound, "er is geen hoofdsleutel (master.key)");
    const FileDescriptor owned(descriptor, "de hoofdsleutel kan niet worden gelezen");
    struct stat found {};
    if (fstat(descriptor, &found) != 0 || !S_ISREG(found.st_mode) || (found.st_mode & 077) != 0)
        throw StoreError(ErrorKind::broken, "de hoofdsleutel (master.key) is ook voor anderen leesbaar; zet de rechten op 0600");
    Key key;
    if (found.st_size != off_t(key.size()) || ::read(descriptor, key.data(), key.size()) != ssize_t(key.size()))
        throw StoreError(ErrorKind::broken, "de hoofdsleutel (master.key) heeft niet de goede lengte");
    return MasterKey(key);
}

MasterKey::~MasterKey() { sodium_memzero(key_.data(), key_.size()); }

MasterKey::MasterKey(MasterKey&& other) noexcept : key_(other.key_) { sodium_memzero(other.key_.data(), other.key_.size()); }

std::string MasterKey::wrap(const Key& key, std::string_view owner, Random& random) const {
    std::array<unsigned char, nonceSize + sizeof(Key) + tagSize> box;
    random.fill(std::span(box).first(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(box.data() + nonceSize, nullptr, key.data(), key.size(), raw(owner),
                                               owner.size(), nullptr, box.data(), key_.data());
    return toHex(box.data(), box.size());
}

Key MasterKey::unwrap(std::string_view wrapped, std::string_view owner) const {
    const auto box = fromHex(wrapped);
    Key key;
    if (box.size() != nonceSize + key.size() + tagSize ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(key.data(), nullptr, nullptr, raw(box) + nonceSize,
                                                   box.size() - nonceSize, raw(owner), owner.size(), raw(box),
                                                   key_.data()) != 0)
        throw StoreError(ErrorKind::broken, "de sleutel van dit verzoek past niet bij de hoofdsleutel");
    return key;
}

std::string MasterKey::seal(std::string_view text, std::string_view owner, Random& random) const { return sealWith(key_, text, owner, random); }
std::string MasterKey::unseal(std::string_view sealed, std::string_view owner) const { return unsealWith(key_, sealed, owner); }

std::string MasterKey::authenticate(std::string_view text) const {
    std::array<unsigned char, 32> code;
    crypto_generichash(code.data(), code.size(), raw(text), text.size(), key_.data(), key_.size());
    return toHex(code.data(), code.size());
}

std::string sealWith(const Key& key, std::string_view text, std::string_view owner, Random& random) {
    std::vector<unsigned char> box(nonceSize + text.size() + tagSize);
    random.fill(std::span(box).first(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(box.data() + nonceSize, nullptr, raw(text), text.size(), raw(owner), owner.size(), nullptr,
                                               box.data(), key.data());
    return toHex(box.data(), box.size());
}

std::string unsealWith(const Key& key, std::string_view sealed, std::string_view owner) {
    const auto box = fromHex(sealed);
    std::string text(box.size() < nonceSize + tagSize ? 0 : box.size() - nonceSize - tagSize, '\0');
    if (box.size() < nonceSize + tagSize ||
        crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr, raw(box) + nonceSize,
                                                   box.size() - nonceSize, raw(owner), owner.size(), raw(box), key.data()) != 0)
        throw StoreError(ErrorKind::broken, "wat verzegeld is, past niet bij zijn sleutel");
    return text;
}

std::string toHex(const unsigned char* bytes, std::size_t size) {
    std::string hex(size * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes, size);
    hex.pop_back();
    return hex;
}

std::string fromHex(std::string_view hex) {
    std::string bytes(hex.size() / 2, '\0');
    std::size_t size = 0;
    if (hex.size() % 2 != 0 || sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(),
                                              hex.size(), nullptr, &size, nullptr) != 0 || size != bytes.size())
        throw StoreError(ErrorKind::broken, "een sleutel in het gegevensbestand is onleesbaar");
    return bytes;
}

}  // namespace service::store
