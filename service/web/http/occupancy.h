// How many connections, or requests behind a proxy, each client address holds now.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace service::web::http {

class Occupancy {
  public:
    explicit Occupancy(int maxPerAddress) : maxPerAddress_(maxPerAddress) {}
    bool enter(const std::string& address) {
        const std::lock_guard lock(mutex_);
        auto& count = open_[address];
        if (count >= maxPerAddress_) return false;
        ++count;
        return true;
    }
    void leave(const std::string& address) {
        const std::lock_guard lock(mutex_);
        if (const auto found = open_.find(address); found != open_.end() && --found->second <= 0) open_.erase(found);
    }

  private:
    std::mutex mutex_;
    std::map<std::string, int> open_;
    int maxPerAddress_;
};

// A place held for as long as it lives.
class Place {
  public:
    Place(Occupancy& occupancy, std::string address) : occupancy_(occupancy), address_(std::move(address)), held_(occupancy_.enter(address_)) {}
    ~Place() {
        if (held_) occupancy_.leave(address_);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    bool held() const { return held_; }

  private:
    Occupancy& occupancy_;
    std::string address_;
    bool held_;
};

}  // namespace service::web::http
