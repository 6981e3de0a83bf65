// One SQLite connection: WAL, full durability, foreign keys held. Not for two threads at once.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

#include "service/environment.h"

namespace service::store {

inline constexpr std::chrono::milliseconds busyTimeout{10'000};
inline constexpr std::size_t maxCachedStatements = 256;

enum class OpenMode { readWrite, readOnly };

class Connection {
  public:
    Connection(const std::filesystem::path& file, OpenMode mode, const Clock& clock);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void execute(const std::string& sql);  // one or more statements without parameters
    [[noreturn]] void fail(int code) const;  // throws the StoreError that belongs to it

    sqlite3_stmt* take(const std::string& sql);                   // prepared, from the cache or new
    void giveBack(const std::string& sql, sqlite3_stmt* statement);

  private:
    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, sqlite3_stmt*> idle_;
};

}  // namespace service::store
