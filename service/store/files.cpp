#include "service/store/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "service/store/error.h"

namespace service::store {

namespace {

// What the system gives as reason, with what to do about it; empty: nothing to add.
std::string remedyFor(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT: return ": de schijf is vol. Maak ruimte vrij en probeer het opnieuw; wat al bewaard was, is er nog";
        case EROFS: return ": deze schijf is alleen te lezen. Kies een andere map of maak de schijf beschrijfbaar";
        case EACCES:
        case EPERM: return ": de gebruiker waaronder Lakwerk draait heeft hier geen rechten. Geef die gebruiker lees- en schrijfrechten op de gegevensmap";
        default: return {};
    }
}

}  // namespace

std::string withRemedy(const char* failure, int error) { return failure + remedyFor(error); }

FileDescriptor::FileDescriptor(int descriptor, const char* failure) : descriptor_(descriptor) {
    if (descriptor_ < 0) throw StoreError(ErrorKind::broken, withRemedy(failure, errno));
}

FileDescriptor::~FileDescriptor() { ::close(descriptor_); }

void FileDescriptor::writeAll(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) throw StoreError(ErrorKind::broken, withRemedy("schrijven naar de schijf lukt niet", errno));
        bytes.remove_prefix(std::size_t(written));
    }
}

void FileDescriptor::sync() const {
    if (::fsync(descriptor_) != 0) throw StoreError(ErrorKind::broken, withRemedy("schrijven naar de schijf lukt niet", errno));
}

void syncFolder(const std::filesystem::path& folder) {
    const FileDescriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC),
                                "de gegevensmap kan niet worden geopend");
    opened.sync();
}

FolderLock::FolderLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600), "de gegevensmap kan niet worden gebruikt") {
    if (::flock(descriptor_.number(), LOCK_EX | LOCK_NB) != 0)
        throw StoreError(ErrorKind::conflict, "deze gegevensmap is al in gebruik door een andere Lakwerk. Stop die eerst, of kies een andere map met --data");
}

}  // namespace service::store
