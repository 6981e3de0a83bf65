#include "service/store/audit_anchor.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "service/store/error.h"
#include "service/store/files.h"
#include "service/store/master_key.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

std::string signedText(const Anchored& entry) { return "lakwerk-audit-anchor " + std::to_string(entry.number) + " " + entry.hash; }

}  // namespace

std::optional<Anchored> AuditAnchor::read() const {
    std::ifstream file(file_);
    Anchored entry;
    std::string hash, code;
    if (!(file >> entry.number >> hash >> code)) return std::nullopt;
    entry.hash = hash == "-" ? "" : hash;
    if (masterKey_.authenticate(signedText(entry)) != code) return std::nullopt;
    return entry;
}

void AuditAnchor::takeUp(const Database& database) {
    const std::lock_guard lock(mutex_);
    const auto last = database.read([](Connection& c) {
        return firstRow(c, [](Row& row) { return Anchored{row.number(), row.text()}; },
                        "SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1");
    });
    if (!last && !std::filesystem::exists(file_)) write({});
    const auto anchored = read();
    if (!anchored) return;
    const auto there = database.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return row.text(); }, "SELECT hash FROM audit_entry WHERE number = $1", anchored->number);
    });
    fits_ = anchored->number == 0 || there == anchored->hash;
    if (fits_ && last) write(*last);
}

void AuditAnchor::moveTo(const Anchored& entry) {
    const std::lock_guard lock(mutex_);
    if (fits_) write(entry);
}

// One write of fixed length, less than a sector: a crash leaves the old or the new.
void AuditAnchor::write(const Anchored& entry) {
    constexpr std::size_t length = 256;
    std::ostringstream line;
    line << entry.number << ' ' << (entry.hash.empty() ? "-" : entry.hash) << ' ' << masterKey_.authenticate(signedText(entry));
    std::string text = line.str();
    text.resize(length - 1, ' ');
    text += '\n';
    const FileDescriptor file(::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600), "het anker van het logboek kan niet worden geschreven");
    if (::pwrite(file.number(), text.data(), text.size(), 0) != ssize_t(text.size()))
        throw StoreError(ErrorKind::broken, "het anker van het logboek kan niet worden geschreven");
}

}  // namespace service::store
