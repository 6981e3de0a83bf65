#include "service/store/blobs.h"

#include <cstring>
#include <istream>
#include <set>

#include "service/store/encrypted_file.h"
#include "service/store/error.h"
#include "service/store/master_key.h"
#include "service/store/request_keys.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::days keepUnreferred{7};  // an uploaded letter whose form was never sent

fs::path fileOf(const fs::path& folder, const Id& id) { return folder / id.substr(id.size() < 2 ? 0 : id.size() - 2) / id; }

void removeFile(const fs::path& file) {
    std::error_code ignored;  // what stays is noise, and swept at the next start
    fs::remove(file, ignored);
}

struct BlobRow {
    Id owner;
    std::string wrapped;
    std::size_t size;
};

std::optional<BlobRow> findRow(Connection& c, const Id& id) {
    return firstRow(c, [](Row& row) { return BlobRow{row.text(), row.text(), std::size_t(row.number())}; },
                    "SELECT b.key_id, k.wrapped, b.size FROM blob b JOIN request_key k ON k.id = b.key_id WHERE b.id = $1", id);
}

BlobRow loadRow(Connection& c, const Id& id) {
    auto found = findRow(c, id);
    if (!found) throw StoreError(ErrorKind::notFound, "dit bestand is er niet (meer)");
    return *found;
}

constexpr const char* unreferred =
    "SELECT id FROM blob WHERE created_at < $1 "
    "AND id NOT IN (SELECT source_blob FROM fragment) "
    "AND id NOT IN (SELECT model_blob FROM fragment WHERE model_blob IS NOT NULL) "
    "AND id NOT IN (SELECT readable_blob FROM fragment WHERE readable_blob IS NOT NULL) "
    "AND id NOT IN (SELECT blob_id FROM page_image) "
    "AND id NOT IN (SELECT letter_blob FROM privacy_request WHERE letter_blob IS NOT NULL) "
    "AND id NOT IN (SELECT blob_id FROM letter WHERE blob_id IS NOT NULL) "
    "AND id NOT IN (SELECT letter_blob FROM suspension WHERE letter_blob IS NOT NULL) "
    "AND id NOT IN (SELECT letter_blob FROM term_extension WHERE letter_blob IS NOT NULL) "
    "AND id NOT IN (SELECT blob_id FROM partner_letter) "
    "AND id NOT IN (SELECT blob_id FROM application_letter) "
    "AND id NOT IN (SELECT blob_id FROM kept_file) "
    "AND id NOT IN (SELECT package_blob FROM release WHERE package_blob IS NOT NULL)";

}  // namespace

Blobs::Blobs(Database& database, const Environment& environment, const MasterKey& masterKey, fs::path folder)
    : Repository(database, environment), masterKey_(masterKey), folder_(std::move(folder)) {}

Id Blobs::write(const Id& keyOwner, std::string_view bytes) {
    return writeFrom(keyOwner, [&](char* buffer, std::size_t size) {
        const auto some = bytes.substr(0, size);
        std::memcpy(buffer, some.data(), some.size());
        bytes.remove_prefix(some.size());
        return some.size();
    });
}

Id Blobs::write(const Id& keyOwner, std::istream& bytes) {
    return writeFrom(keyOwner, [&](char* buffer, std::size_t size) {
        bytes.read(buffer, std::streamsize(size));
        if (bytes.bad()) throw StoreError(ErrorKind::broken, "het bestand is niet helemaal ontvangen");
        return std::size_t(bytes.gcount());
    });
}

Id Blobs::writeFrom(const Id& keyOwner, const std::function<std::size_t(char*, std::size_t)>& source) {
    const auto key = database_.write([&](Connection& c) { return keyOf(c, masterKey_, keyOwner, environment_); });
    const auto id = environment_.newId.make();
    const auto size = writeEncrypted(fileOf(folder_, id), key, id, source, maxBlobBytes);
    database_.write([&](Connection& c) {
        if (run(c,
                "INSERT INTO blob (id, key_id, size, created_at) SELECT $1, id, $3, $4 FROM request_key WHERE id = $2 AND wrapped <> ''",
                id, keyOwner, size, environment_.clock.now()) == 0)
            keyIsGone();
    });
    return id;
}

std::string Blobs::read(const Id& blobId) const {
    const auto row = database_.read([&](Connection& c) { return loadRow(c, blobId); });
    if (row.wrapped.empty()) keyIsGone();
    return readEncrypted(fileOf(folder_, blobId), masterKey_.unwrap(row.wrapped, row.owner), blobId, row.size);
}

std::size_t Blobs::size(const Id& blobId) const {
    return database_.read([&](Connection& c) { return loadRow(c, blobId).size; });
}

bool Blobs::exists(const Id& blobId) const {
    return database_.read([&](Connection& c) {
        const auto row = findRow(c, blobId);
        return row && !row->wrapped.empty();
    });
}

void Blobs::remove(const Id& blobId) {
    database_.write([&](Connection& c) {
        try {
            run(c, "DELETE FROM blob WHERE id = $1", blobId);
        } catch (const StoreError& error) {
            if (error.kind() != ErrorKind::notFound) throw;
            throw StoreError(ErrorKind::forbiddenByRule, "dit bestand hoort nog bij een stuk");
        }
        database_.afterCommit([file = fileOf(folder_, blobId)] { removeFile(file); });
    });
}

// The rows stay, so that what there was can still be told; the bytes are gone, from the write-ahead log too.
void Blobs::destroyKey(const Id& keyOwner) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE request_key SET wrapped = '', destroyed_at = $1 WHERE id = $2 AND wrapped <> ''", environment_.clock.now(),
            keyOwner);
        const auto ids = rows(c, [](Row& row) { return row.text(); }, "SELECT id FROM blob WHERE key_id = $1", keyOwner);
        database_.afterCommit([this, ids] {
            for (const auto& id : ids) removeFile(fileOf(folder_, id));
            database_.checkpoint();
        });
    });
}

std::size_t Blobs::sweep() {
    const auto before = environment_.clock.now() - keepUnreferred;
    const auto ids = database_.write([&](Connection& c) {
        for (const auto& id : rows(c, [](Row& row) { return row.text(); }, unreferred, before))
            run(c, "DELETE FROM blob WHERE id = $1", id);
        const auto left = rows(c, [](Row& row) { return row.text(); },
                               "SELECT b.id FROM blob b JOIN request_key k ON k.id = b.key_id WHERE k.wrapped <> ''");
        return std::set<std::string>(left.begin(), left.end());
    });
    std::vector<fs::path> stray;
    for (const auto& entry : fs::recursive_directory_iterator(folder_))
        if (entry.is_regular_file() && !ids.contains(entry.path().filename().string())) stray.push_back(entry.path());
    for (const auto& file : stray) removeFile(file);
    return stray.size();
}

}  // namespace service::store
