// The database for many threads: one connection that writes, behind a lock, and as many that read as are needed at once.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "service/store/sqlite/connection.h"
#include "service/store/sqlite/statement.h"

namespace service::store {

class Database {
  public:
    Database(const std::filesystem::path& file, OpenMode mode, const Clock& clock);

    // `work(Connection&)` within a transaction that can write; joins the one this thread is in, as a savepoint.
    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work, Connection&> {
        using Result = std::invoke_result_t<Work, Connection&>;
        if constexpr (std::is_void_v<Result>) {
            transact(work);
        } else {
            std::optional<Result> result;
            transact([&](Connection& connection) { result.emplace(work(connection)); });
            return std::move(*result);
        }
    }

    // `work(Connection&)` on one consistent state; within a transaction of this thread it sees what that wrote.
    template <class Work>
    auto read(Work&& work) const -> std::invoke_result_t<Work, Connection&> {
        if (isWriting()) return work(*writer_);
        const ReadLease lease(*this);
        return work(lease.connection());
    }

    void afterCommit(std::function<void()> act);  // only within write; not called when it is undone
    bool isWriting() const;                       // by this thread
    void checkpoint();                            // empties the write-ahead log into the file
    void compact();  // writes the file anew, without what was deleted, and empties the log. broken: a reader holds it up

  private:
    class ReadLease {
      public:
        explicit ReadLease(const Database& database);
        ~ReadLease();
        Connection& connection() const { return *connection_; }

      private:
        const Database& database_;
        std::unique_ptr<Connection> connection_;
    };

    void transact(const std::function<void(Connection&)>& work);
    void begin();
    void commit();
    void undo(std::size_t hooksBefore);

    std::filesystem::path file_;
    OpenMode mode_;
    const Clock& clock_;
    std::unique_ptr<Connection> writer_;
    std::recursive_mutex writing_;
    std::atomic<std::thread::id> writingThread_{};
    int depth_ = 0;
    std::vector<std::function<void()>> hooks_;
    mutable std::mutex idleLock_;
    mutable std::vector<std::unique_ptr<Connection>> idleReaders_;
};

}  // namespace service::store
