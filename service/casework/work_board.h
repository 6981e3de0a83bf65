// What long work is doing at this moment, for the screen that shows it. Nothing here is kept: after a restart it fills
// anew, and nothing is decided by it.
#pragma once

#include <map>
#include <mutex>
#include <string>

namespace service::casework {

class WorkBoard {
  public:
    void write(const std::string& subject, std::string line) {
        const std::lock_guard lock(mutex_);
        lines_[subject] = std::move(line);
    }
    void wipe(const std::string& subject) {
        const std::lock_guard lock(mutex_);
        lines_.erase(subject);
    }
    std::string read(const std::string& subject) const {  // empty: nothing
        const std::lock_guard lock(mutex_);
        const auto found = lines_.find(subject);
        return found == lines_.end() ? std::string() : found->second;
    }

  private:
    mutable std::mutex mutex_;
    std::map<std::string, std::string> lines_;
};

}  // namespace service::casework
