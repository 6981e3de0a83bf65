// The last entry of the audit trail, remembered outside the database and authenticated by the master key. Behind the
// trail after a crash at most by what was written last; never ahead of it, unless the tail was cut off.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace service::store {

class Database;
class MasterKey;

struct Anchored {
    long long number = 0;  // 0: the trail was still empty
    std::string hash;
};

class AuditAnchor {
  public:
    AuditAnchor(std::filesystem::path file, const MasterKey& masterKey) : file_(std::move(file)), masterKey_(masterKey) {}

    // At start: makes the file for an empty trail. Where file and trail do not fit it is left alone, as evidence.
    void takeUp(const Database& database);
    void moveTo(const Anchored& entry);  // nothing happens once file and trail did not fit
    // Absent: no file, or not by this key.
    std::optional<Anchored> read() const;

  private:
    void write(const Anchored& entry);
    std::filesystem::path file_;
    const MasterKey& masterKey_;
    std::mutex mutex_;
    bool fits_ = false;
};

}  // namespace service::store
