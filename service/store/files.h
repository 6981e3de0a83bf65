// Files that must be whole after a crash: descriptors that close themselves, writing to the end, syncing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace service::store {

// "schrijven lukt niet: de schijf is vol. …": the failure with what can be done about errno's reason.
std::string withRemedy(const char* failure, int error);

class FileDescriptor {
  public:
    FileDescriptor(int descriptor, const char* failure);  // throws StoreError broken with that text when negative
    ~FileDescriptor();
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    int number() const { return descriptor_; }
    void writeAll(std::string_view bytes) const;
    void sync() const;

  private:
    int descriptor_;
};

void syncFolder(const std::filesystem::path& folder);  // so that a rename or a new name in it is on disk

// Held as long as it lives; throws StoreError conflict when another process holds it.
class FolderLock {
  public:
    explicit FolderLock(const std::filesystem::path& file);

  private:
    FileDescriptor descriptor_;
};

}  // namespace service::store
