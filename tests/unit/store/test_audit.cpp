#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "service/faces/faces.h"
#include "service/store/audit_chain.h"
#include "tests/unit/store/fresh_store.h"

namespace service::store {

class AuditTest : public FreshStore {
  protected:
    void fill(int entries, const std::string& why = "beoordeling") {
        for (int i = 0; i < entries; ++i)
            store->audit().append({"els", "professional", "fragment.seen", "h1", "r1", "vader", why, R"({"n":1})"});
    }
    // As someone with the file and time would: guards removed first.
    void tamper(const std::string& sql) {
        raw("DROP TRIGGER audit_no_change; DROP TRIGGER audit_no_delete;" + sql);
    }
    int face() {
        return faces::audit({"--data", folder.string()});
    }
};

TEST_F(AuditTest, AnUntouchedTrailIsWhole) {
    EXPECT_TRUE(store->audit().verify().isWhole);
    fill(50);
    const auto report = store->audit().verify();
    EXPECT_TRUE(report.isWhole);
    EXPECT_EQ(report.entries, 50);
    EXPECT_EQ(store->audit().ofRequest("r1").front().number, 50);
    EXPECT_EQ(store->audit().latest(3).size(), 3u);
    reopen();
    fill(1);
    EXPECT_EQ(store->audit().verify().entries, 51);
    EXPECT_EQ(face(), 0);
}

TEST_F(AuditTest, NothingCanBeChangedOrTakenOut) {
    fill(3);
    EXPECT_THROW(raw("UPDATE audit_entry SET why = 'iets anders'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM audit_entry WHERE number = 2"), std::runtime_error);
    EXPECT_THROW(raw("INSERT OR REPLACE INTO audit_entry (number, at, account_id, role, action, household_id, request_id, on_person, why, details, "
                     "previous_hash, hash) SELECT number, at, account_id, role, action, household_id, request_id, "
                     "on_person, 'anders', details, previous_hash, hash FROM audit_entry WHERE number = 2"),
                 std::runtime_error);
}

struct Tampering {
    const char* sql;
    long long brokenAt;
    const char* words;
};

TEST_F(AuditTest, SaysWhereItBreaks) {
    const Tampering cases[] = {
        {"UPDATE audit_entry SET account_id = 'jan' WHERE number = 4", 4, "inhoud"},
        {"UPDATE audit_entry SET at = '2026-03-02T09:00:01Z' WHERE number = 4", 4, "inhoud"},
        {"UPDATE audit_entry SET at = 'gisteren' WHERE number = 4", 4, "tijdstip"},
        {"UPDATE audit_entry SET why = 'beoordelin', details = 'g' || details WHERE number = 4", 4, "inhoud"},
        {"UPDATE audit_entry SET hash = 'aa' WHERE number = 4", 4, "inhoud"},
        {"DELETE FROM audit_entry WHERE number = 4", 4, "ontbreekt"},
        {"DELETE FROM audit_entry WHERE number >= 8", 8, "einde"},
        {"DELETE FROM audit_entry", 1, "einde"},
    };
    for (const auto& [sql, brokenAt, words] : cases) {
        fill(10);
        close();
        tamper(sql);
        store = Store::openToRead(folder, environment);
        const auto report = store->audit().verify();
        EXPECT_FALSE(report.isWhole) << sql;
        EXPECT_EQ(report.brokenAt, brokenAt) << sql;
        EXPECT_NE(report.difference.find(words), std::string::npos) << sql << ": " << report.difference;
        EXPECT_EQ(face(), 1);
        close();
        std::filesystem::remove_all(folder);
        store = Store::open(folder, environment);
    }
}

// Someone who knows how the checksum of a row is made still cannot rewrite one row alone.
TEST_F(AuditTest, ARowRewrittenWithItsOwnRightChecksumBreaksTheNext) {
    fill(10);
    auto entry = store->audit().latest(7).back();
    ASSERT_EQ(entry.number, 4);
    entry.accountId = "jan";
    entry.hash = hashOf(entry);
    close();
    tamper("UPDATE audit_entry SET account_id = 'jan', hash = '" + entry.hash + "' WHERE number = 4");
    store = Store::openToRead(folder, environment);
    const auto report = store->audit().verify();
    EXPECT_FALSE(report.isWhole);
    EXPECT_EQ(report.brokenAt, 5);
    EXPECT_NE(report.difference.find("vorige regel"), std::string::npos) << report.difference;
}

TEST_F(AuditTest, ATailThatWasCutOffStaysNoticedAfterNewEntries) {
    fill(10);
    close();
    tamper("DELETE FROM audit_entry WHERE number > 5");
    store = Store::open(folder, environment);
    EXPECT_FALSE(store->audit().verify().isWhole);
    fill(10, "iets anders");
    const auto report = store->audit().verify();
    EXPECT_FALSE(report.isWhole);
    EXPECT_EQ(report.brokenAt, 10);
}

TEST_F(AuditTest, AnAnchorThatIsGoneOrForgedIsNoticed) {
    fill(3);
    close();
    const auto anchor = folder / "audit.anchor";
    std::ifstream in(anchor);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    text[0] = '2';
    std::ofstream(anchor) << text;
    store = Store::open(folder, environment);
    EXPECT_FALSE(store->audit().verify().isWhole);
    close();
    std::filesystem::remove(anchor);
    store = Store::open(folder, environment);
    fill(1);
    EXPECT_FALSE(store->audit().verify().isWhole);
}

TEST_F(AuditTest, AnAnchorBehindTheTrailAfterACrashIsNoBreak) {
    fill(3);
    std::filesystem::copy_file(folder / "audit.anchor", folder / "older");
    fill(2);
    close();
    std::filesystem::rename(folder / "older", folder / "audit.anchor");
    store = Store::openToRead(folder, environment);
    EXPECT_TRUE(store->audit().verify().isWhole);
    close();
    store = Store::open(folder, environment);
    fill(1);
    EXPECT_TRUE(store->audit().verify().isWhole);
}

TEST_F(AuditTest, FallsTogetherWithTheActItTellsOf) {
    EXPECT_THROW(store->transact([&] {
        fill(1);
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(store->audit().verify().entries, 0);
    EXPECT_TRUE(store->audit().verify().isWhole);
}

TEST_F(AuditTest, StaysOneChainWithManyWriters) {
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) threads.emplace_back([&] { fill(10); });
    for (auto& thread : threads) thread.join();
    const auto report = store->audit().verify();
    EXPECT_TRUE(report.isWhole) << report.difference;
    EXPECT_EQ(report.entries, 80);
}

TEST_F(AuditTest, FieldsCannotBeShiftedIntoEachOther) {
    AuditEntry one, other;
    one.why = "ab";
    one.details = "c";
    other.why = "a";
    other.details = "bc";
    EXPECT_NE(hashOf(one), hashOf(other));
}

TEST_F(AuditTest, TheFaceTellsHowItIsUsed) { EXPECT_EQ(faces::audit({}), 2); }

}  // namespace service::store
