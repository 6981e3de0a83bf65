#include "service/store/encrypted_file.h"

#include <fcntl.h>
#include <sodium.h>

#include <fstream>
#include <vector>

#include "service/store/error.h"
#include "service/store/files.h"

namespace service::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view magic = "LKWBLOB1";
constexpr std::size_t headerBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t tagBytes = crypto_secretstream_xchacha20poly1305_ABYTES;

unsigned char* raw(char* bytes) { return reinterpret_cast<unsigned char*>(bytes); }
const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

[[noreturn]] void damaged() { throw StoreError(ErrorKind::broken, "een versleuteld bestand is beschadigd of gewijzigd"); }

// Removes the unfinished file unless it was renamed to its own name.
class PartFile {
  public:
    explicit PartFile(const fs::path& file)
        : file_(file), part_(file.string() + ".part"),
          descriptor_(::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), "een versleuteld bestand kan niet worden gemaakt") {}
    ~PartFile() {
        std::error_code ignored;
        if (!isDone_) fs::remove(part_, ignored);
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    void write(std::string_view bytes) const { descriptor_.writeAll(bytes); }
    void finish() {
        descriptor_.sync();
        std::error_code failure;
        fs::rename(part_, file_, failure);
        if (failure) throw StoreError(ErrorKind::broken, "een versleuteld bestand kan niet worden gemaakt");
        isDone_ = true;
        syncFolder(file_.parent_path());
    }

  private:
    fs::path file_, part_;
    FileDescriptor descriptor_;
    bool isDone_ = false;
};

void makeParent(const fs::path& folder) {
    std::error_code failure;
    if (fs::create_directory(folder, failure)) syncFolder(folder.parent_path());
    if (failure) throw StoreError(ErrorKind::broken, "een map voor versleutelde bestanden kan niet worden gemaakt");
}

}  // namespace

std::size_t writeEncrypted(const fs::path& file, const Key& key, std::string_view id, const ReadSome& source, std::size_t atMost) {
    makeParent(file.parent_path());
    PartFile part(file);
    crypto_secretstream_xchacha20poly1305_state state;
    char header[headerBytes];
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(header), key.data());
    part.write(magic);
    part.write({header, headerBytes});
    std::vector<char> plain(chunkBytes), cipher(chunkBytes + tagBytes);
    std::size_t total = 0, got = 0;
    do {
        got = source(plain.data(), plain.size());
        total += got;
        if (total > atMost) throw StoreError(ErrorKind::broken, "dit bestand is groter dan wordt bewaard");
        const auto tag = got < chunkBytes ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
        crypto_secretstream_xchacha20poly1305_push(&state, raw(cipher.data()), nullptr, raw(plain.data()), got, raw(id), id.size(),
                                                   static_cast<unsigned char>(tag));
        part.write({cipher.data(), got + tagBytes});
    } while (got == chunkBytes);
    part.finish();
    return total;
}

std::string readEncrypted(const fs::path& file, const Key& key, std::string_view id, std::size_t size) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw StoreError(ErrorKind::notFound, "dit bestand is er niet (meer)");
    std::vector<char> cipher(chunkBytes + tagBytes);
    const auto take = [&](std::size_t wanted) {
        in.read(cipher.data(), std::streamsize(wanted));
        return std::string_view(cipher.data(), std::size_t(in.gcount()));
    };
    if (take(magic.size()) != magic || take(headerBytes).size() != headerBytes) damaged();
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(cipher.data()), key.data()) != 0) damaged();
    std::string plain(size, '\0');
    std::size_t done = 0;
    unsigned char tag = 0;
    while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        const auto chunk = take(chunkBytes + tagBytes);
        if (chunk.size() < tagBytes || chunk.size() - tagBytes > size - done) damaged();
        unsigned long long got = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&state, raw(plain.data() + done), &got, &tag, raw(chunk), chunk.size(),
                                                       raw(id), id.size()) != 0)
            damaged();
        done += got;
    }
    if (done != size || in.peek() != std::ifstream::traits_type::eof()) damaged();
    return plain;
}

}  // namespace service::store
