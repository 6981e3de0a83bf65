// A data folder of an earlier version with cases in it: after opening it everything is still there, and the work goes on.
#include <memory>

#include "service/store/migrations.h"
#include "service/store/sqlite/database.h"
#include "tests/unit/store/reviewed_request.h"

namespace service::store {

namespace {

// Before requests became parts of an application (0012 and on).
constexpr int earlierVersion = 11;

struct Closing {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
};

std::vector<std::string> column(sqlite3* handle, const std::string& sql) {
    std::vector<std::string> values;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(handle));
    while (sqlite3_step(statement) == SQLITE_ROW) values.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return values;
}

}  // namespace

class UpgradeTest : public ReviewedRequest {
  protected:
    // The folder as the earlier version left it: of each table it had, the columns it had.
    void asOfEarlierVersion() {
        close();
        for (const auto* suffix : {"-wal", "-shm"}) std::filesystem::remove(folder / ("lakwerk.sqlite" + std::string(suffix)));
        std::filesystem::rename(folder / "lakwerk.sqlite", folder / "today.sqlite");
        {
            Database earlier(folder / "lakwerk.sqlite", OpenMode::readWrite, clock);
            migrate(earlier, earlierVersion);
        }
        sqlite3* opened = nullptr;
        sqlite3_open((folder / "lakwerk.sqlite").c_str(), &opened);
        const std::unique_ptr<sqlite3, Closing> handle(opened);
        sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        std::string copy = "ATTACH '" + (folder / "today.sqlite").string() + "' AS today;";
        for (const auto& table : column(handle.get(), "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('schema_step', 'sqlite_sequence')")) {
            std::string columns;
            for (const auto& name : column(handle.get(), "SELECT name FROM pragma_table_info('" + table + "')")) columns += (columns.empty() ? "" : ", ") + name;
            copy += "INSERT INTO main." + table + " (" + columns + ") SELECT " + columns + " FROM today." + table + ";";
        }
        char* failure = nullptr;
        const bool copied = sqlite3_exec(handle.get(), copy.c_str(), nullptr, nullptr, &failure) == SQLITE_OK;
        ASSERT_TRUE(copied) << (failure ? failure : "");
        std::filesystem::remove(folder / "today.sqlite");
    }
};

TEST_F(UpgradeTest, ASignedPackageIsStillSignedAndGoesOut) {
    signedPackage();
    const auto before = store->requests().load(request().id);
    const auto release = store->releases().latest(before.id)->id;
    asOfEarlierVersion();
    ASSERT_EQ(numberOf("SELECT max(number) FROM schema_step"), earlierVersion);
    store = Store::open(folder, environment);
    EXPECT_EQ(numberOf("SELECT max(number) FROM schema_step"), migrations().back().number);
    const auto after = store->requests().load(before.id);
    EXPECT_EQ(after.reference, before.reference);
    EXPECT_EQ(after.step, before.step);
    EXPECT_EQ(after.subjects, before.subjects);
    EXPECT_EQ(store->proposals().ofFragment(document.id).size(), 3u);
    EXPECT_EQ(store->blobs().read(store->fragments().load(document.id).sourceBlob), "bytes of doc-1");
    ASSERT_TRUE(store->signOffs().standing(before.id));
    EXPECT_EQ(store->releases().markReleased(release, officer, {"desk", "", "vader"}).state, ReleaseState::released);
}

TEST_F(UpgradeTest, EachRequestBecomesAnApplicationThatTakesFurtherParts) {
    const auto before = request();
    asOfEarlierVersion();
    store = Store::open(folder, environment);
    const auto after = store->requests().load(before.id);
    const auto application = store->applications().load(after.applicationId);
    EXPECT_EQ(application.reference, before.reference);
    EXPECT_EQ(application.requesterId, "vader");
    EXPECT_TRUE(after.partnerId.empty()) << "handled for all partners together, as before";
    NewRequest further;
    further.householdId = before.householdId, further.requesterId = "vader", further.right = "erasure", further.subjects = {"vader"}, further.addressedTo = "vt";
    further.receivedOn = before.receivedOn, further.channel = "letter", further.identityMethod = "passport", further.createdBy = "x";
    further.applicationId = application.id, further.part = 2, further.partnerId = "vt";
    EXPECT_EQ(store->requests().add(further).reference, before.reference + "-2");
}

TEST_F(UpgradeTest, WhatStillHadToBeReviewedIsReviewedAndSigned) {
    const auto before = request();
    asOfEarlierVersion();
    store = Store::open(folder, environment);
    signedPackage();
    EXPECT_TRUE(store->signOffs().standing(before.id));
    EXPECT_FALSE(store->signOffs().maySign(before.id, els)) << "four eyes hold as before";
    EXPECT_TRUE(store->signOffs().maySign(before.id, secondOfficer));
}

}  // namespace service::store
