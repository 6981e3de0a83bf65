#include "service/store/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "service/store/error.h"

namespace service::store {

FileDescriptor::FileDescriptor(int descriptor, const char* failure) : descriptor_(descriptor) {
    if (descriptor_ < 0) throw StoreError(ErrorKind::broken, failure);
}

FileDescriptor::~FileDescriptor() { ::close(descriptor_); }

void FileDescriptor::writeAll(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) throw StoreError(ErrorKind::broken, "schrijven naar de schijf lukt niet");
        bytes.remove_prefix(std::size_t(written));
    }
}

void FileDescriptor::sync() const {
    if (::fsync(descriptor_) != 0) throw StoreError(ErrorKind::broken, "schrijven naar de schijf lukt niet");
}

void syncFolder(const std::filesystem::path& folder) {
    const FileDescriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC),
                                "de gegevensmap kan niet worden geopend");
    opened.sync();
}

FolderLock::FolderLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600), "de gegevensmap kan niet worden gebruikt") {
    if (::flock(descriptor_.number(), LOCK_EX | LOCK_NB) != 0)
        throw StoreError(ErrorKind::conflict, "deze gegevensmap is al in gebruik door een andere Lakwerk");
}

}  // namespace service::store
