#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "service/store/encrypted_file.h"
#include "service/store/master_key.h"
#include "tests/unit/store/fresh_store.h"

namespace service::store {

namespace fs = std::filesystem;

class BlobsTest : public FreshStore {
  protected:
    fs::path fileOf(const Id& id) {
        for (const auto& entry : fs::recursive_directory_iterator(folder / "blobs"))
            if (entry.path().filename() == id) return entry.path();
        return {};
    }
    std::size_t files() {
        std::size_t count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(folder / "blobs")) count += entry.is_regular_file();
        return count;
    }
    static std::string contents(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void overwrite(const fs::path& file, const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }
};

TEST_F(BlobsTest, ComesBackAsItWasWhateverItsSize) {
    for (const std::size_t size : {std::size_t(0), std::size_t(1), chunkBytes - 1, chunkBytes, chunkBytes + 1, 5 * chunkBytes + 7}) {
        std::string bytes(size, '\0');
        random.fill({reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()});
        const auto id = store->blobs().write("r1", bytes);
        EXPECT_EQ(store->blobs().read(id), bytes) << size;
        EXPECT_EQ(store->blobs().size(id), size);
        std::istringstream stream(bytes);
        EXPECT_EQ(store->blobs().read(store->blobs().write("r1", stream)), bytes) << size;
    }
    reopen();
    EXPECT_EQ(files(), 12u);
}

TEST_F(BlobsTest, WhatWasWrittenCannotBeFoundInAnyFile) {
    const std::string secret = "Schuilpad 3 te Verweg";
    store->blobs().write("r1", secret);
    std::size_t looked = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        EXPECT_EQ(contents(entry.path()).find("Schuilpad"), std::string::npos) << entry.path();
        ++looked;
    }
    EXPECT_GE(looked, 4u);  // database, key, anchor, the file itself
}

TEST_F(BlobsTest, AnyChangeOfTheFileIsRefused) {
    const auto id = store->blobs().write("r1", std::string(chunkBytes + 100, 'x'));
    const auto other = store->blobs().write("r1", std::string(chunkBytes + 100, 'y'));
    const auto file = fileOf(id);
    const auto whole = contents(file);
    const auto flipped = [&](std::size_t at) {
        auto bytes = whole;
        bytes[at] = char(bytes[at] ^ 1);
        return bytes;
    };
    for (const auto& bytes : {flipped(0), flipped(10), flipped(40), flipped(whole.size() - 1), whole.substr(0, whole.size() - 1),
                              whole.substr(0, 8 + 24 + chunkBytes + 17), whole.substr(0, 20), std::string(), whole + "x",
                              contents(fileOf(other))}) {
        overwrite(file, bytes);
        EXPECT_EQ(refusal([&] { store->blobs().read(id); }), "broken") << bytes.size();
    }
    overwrite(file, whole);
    EXPECT_NO_THROW(store->blobs().read(id));
}

TEST_F(BlobsTest, AKeyOfAnotherRequestDoesNotOpenIt) {
    store->blobs().write("r1", "een");
    const auto id = store->blobs().write("r2", "twee");
    raw("UPDATE request_key SET wrapped = (SELECT wrapped FROM request_key WHERE id = 'r1') WHERE id = 'r2'");
    EXPECT_EQ(refusal([&] { store->blobs().read(id); }), "broken");
}

TEST_F(BlobsTest, ADestroyedKeyLeavesNothing) {
    const auto gone = store->blobs().write("r1", "weg"), stays = store->blobs().write("r2", "blijft");
    store->blobs().destroyKey("r1");
    EXPECT_FALSE(store->blobs().exists(gone));
    EXPECT_EQ(refusal([&] { store->blobs().read(gone); }), "notFound");
    EXPECT_EQ(refusal([&] { store->blobs().write("r1", "opnieuw"); }), "notFound");
    EXPECT_EQ(store->blobs().read(stays), "blijft");
    EXPECT_EQ(files(), 1u);
}

TEST_F(BlobsTest, ADestroyedKeyIsNotInTheDatabaseNorItsLogAnyMore) {
    store->blobs().write("r1", "weg");
    const auto wrapped = textOf("SELECT wrapped FROM request_key WHERE id = 'r1'");
    ASSERT_GT(wrapped.size(), 100u);
    const auto isThere = [&] {
        return (contents(folder / "lakwerk.sqlite") + contents(folder / "lakwerk.sqlite-wal")).find(wrapped.substr(0, 80)) !=
               std::string::npos;
    };
    EXPECT_TRUE(isThere());
    store->blobs().destroyKey("r1");
    EXPECT_FALSE(isThere());
}

TEST_F(BlobsTest, AFileWithoutRowIsSweptAtTheNextStart) {
    const auto kept = store->blobs().write("r1", "blijft");
    EXPECT_THROW(store->transact([&] {
        store->blobs().write("r1", "verdwijnt");
        throw std::runtime_error("crash");
    }),
                 std::runtime_error);
    overwrite(folder / "blobs" / "half.part", "half");
    EXPECT_EQ(files(), 3u);
    reopen();
    EXPECT_EQ(files(), 1u);
    EXPECT_EQ(store->blobs().read(kept), "blijft");
}

TEST_F(BlobsTest, WhatNothingRefersToGoesAfterAWeek) {
    const auto used = fragment();
    const auto loose = store->blobs().write("r1", "nooit verzonden");
    reopen();
    EXPECT_TRUE(store->blobs().exists(loose));
    clock.advance(std::chrono::days(8));
    reopen();
    EXPECT_FALSE(store->blobs().exists(loose));
    EXPECT_EQ(store->blobs().read(used.sourceBlob), "bytes of doc-1");
}

TEST_F(BlobsTest, WhatIsReferredToCannotBeRemoved) {
    const auto used = fragment();
    EXPECT_EQ(refusal([&] { store->blobs().remove(used.sourceBlob); }), "forbiddenByRule");
    const auto loose = store->blobs().write("r1", "los");
    store->blobs().remove(loose);
    EXPECT_FALSE(store->blobs().exists(loose));
    EXPECT_TRUE(fileOf(loose).empty());
}

TEST_F(BlobsTest, TheMasterKeyIsOnlyItsOwners) {
    struct stat found {};
    ASSERT_EQ(::stat((folder / "master.key").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u);
    EXPECT_EQ(found.st_size, 32);
    close();
    ::chmod((folder / "master.key").c_str(), 0640);
    EXPECT_EQ(refusal([&] { Store::open(folder, environment); }), "broken");
    ::chmod((folder / "master.key").c_str(), 0600);
    EXPECT_NO_THROW(Store::open(folder, environment));
}

TEST_F(BlobsTest, NothingInTheFolderIsReadableToOthersEvenWhenTheFolderIs) {
    close();
    ::chmod(folder.c_str(), 0755);
    ::chmod((folder / "lakwerk.sqlite").c_str(), 0644);
    ::chmod((folder / "blobs").c_str(), 0755);
    store = Store::open(folder, environment);
    store->blobs().write("r1", "x");
    for (const auto& entry : fs::directory_iterator(folder)) {
        struct stat found {};
        ASSERT_EQ(::stat(entry.path().c_str(), &found), 0);
        EXPECT_EQ(found.st_mode & 0077, 0u) << entry.path().filename();
    }
}

TEST_F(BlobsTest, ADatabaseWithoutItsMasterKeyIsNotGivenANewOne) {
    const auto id = store->blobs().write("r1", "x");
    close();
    fs::rename(folder / "master.key", folder / "kept");
    EXPECT_EQ(refusal([&] { Store::open(folder, environment); }), "notFound");
    EXPECT_FALSE(fs::exists(folder / "master.key"));
    overwrite(folder / "master.key", std::string(32, 'k'));
    ::chmod((folder / "master.key").c_str(), 0600);
    store = Store::open(folder, environment);
    EXPECT_EQ(refusal([&] { store->blobs().read(id); }), "broken");
}

}  // namespace service::store
