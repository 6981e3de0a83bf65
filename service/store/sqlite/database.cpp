#include "service/store/sqlite/database.h"

#include "service/store/error.h"

namespace service::store {

Database::Database(const std::filesystem::path& file, OpenMode mode, const Clock& clock)
    : file_(file), mode_(mode), clock_(clock), writer_(std::make_unique<Connection>(file, mode, clock)) {}

Database::ReadLease::ReadLease(const Database& database) : database_(database) {
    {
        const std::lock_guard lock(database_.idleLock_);
        if (!database_.idleReaders_.empty()) {
            connection_ = std::move(database_.idleReaders_.back());
            database_.idleReaders_.pop_back();
        }
    }
    if (!connection_) connection_ = std::make_unique<Connection>(database_.file_, OpenMode::readOnly, database_.clock_);
    connection_->execute("BEGIN");
}

Database::ReadLease::~ReadLease() {
    try {
        connection_->execute("COMMIT");
    } catch (const StoreError&) {
        return;  // a connection that cannot end its reading is not used again
    }
    const std::lock_guard lock(database_.idleLock_);
    database_.idleReaders_.push_back(std::move(connection_));
}

bool Database::isWriting() const { return writingThread_.load() == std::this_thread::get_id(); }

void Database::transact(const std::function<void(Connection&)>& work) {
    if (mode_ == OpenMode::readOnly) throw StoreError(ErrorKind::broken, "deze opslag is alleen om te lezen geopend");
    const std::lock_guard lock(writing_);
    const auto hooksBefore = hooks_.size();
    begin();
    try {
        work(*writer_);
        commit();
    } catch (...) {
        undo(hooksBefore);
        throw;
    }
    if (depth_ > 0) return;
    for (const auto& act : std::exchange(hooks_, {})) act();
}

void Database::begin() {
    writer_->execute(depth_ == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT inner_" + std::to_string(depth_));
    if (depth_++ == 0) writingThread_ = std::this_thread::get_id();
}

void Database::commit() {
    writer_->execute(depth_ == 1 ? "COMMIT" : "RELEASE inner_" + std::to_string(depth_ - 1));
    if (--depth_ == 0) writingThread_ = std::thread::id();
}

void Database::undo(std::size_t hooksBefore) {
    const auto savepoint = "inner_" + std::to_string(depth_ - 1);
    hooks_.resize(hooksBefore);
    if (--depth_ == 0) writingThread_ = std::thread::id();
    try {
        writer_->execute(depth_ == 0 ? "ROLLBACK" : "ROLLBACK TO " + savepoint + "; RELEASE " + savepoint);
    } catch (const StoreError&) {
        // SQLite has undone it already (disk full, damaged); what failed first is what the caller is told
    }
}

void Database::afterCommit(std::function<void()> act) { hooks_.push_back(std::move(act)); }

void Database::checkpoint() {
    const std::lock_guard lock(writing_);
    if (depth_ == 0) run(*writer_, "PRAGMA wal_checkpoint(TRUNCATE)");
}

void Database::compact() {
    const std::lock_guard lock(writing_);
    if (depth_ != 0) throw StoreError(ErrorKind::broken, "tijdens een wijziging kan het gegevensbestand niet worden opgeschoond");
    writer_->execute("VACUUM");
    if (numberFrom(*writer_, "PRAGMA wal_checkpoint(TRUNCATE)") != 0) throw StoreError(ErrorKind::broken, "het gegevensbestand is nog in gebruik en kon niet worden opgeschoond");
}

}  // namespace service::store
