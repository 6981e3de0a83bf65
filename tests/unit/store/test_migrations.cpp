#include "service/store/migrations.h"
#include "service/store/sqlite/database.h"
#include "tests/unit/store/fresh_store.h"

namespace service::store {

using MigrationsTest = FreshStore;

TEST_F(MigrationsTest, AreNumberedWithoutGaps) {
    int number = 0;
    for (const auto& migration : migrations()) EXPECT_EQ(migration.number, ++number) << migration.file;
    EXPECT_GE(number, 2);
}

// What the schema is in the end does not depend on where one came from.
TEST_F(MigrationsTest, LeadFromEveryEarlierVersionToTheSameSchema) {
    const auto schemaOf = [](Database& database) {
        return database.read([](Connection& c) {
            return rows(c, [](Row& row) { return row.text(); }, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
        });
    };
    Database direct(folder.parent_path() / "direct.sqlite", OpenMode::readWrite, clock);
    migrate(direct);
    for (const auto& from : migrations()) {
        Database stepped(folder.parent_path() / (std::to_string(from.number) + ".sqlite"), OpenMode::readWrite, clock);
        migrate(stepped, from.number);
        EXPECT_EQ(schemaVersion(stepped), from.number);
        migrate(stepped);
        EXPECT_EQ(schemaOf(stepped), schemaOf(direct)) << from.file;
    }
}

TEST_F(MigrationsTest, DataOfANewerVersionIsRefused) {
    close();
    raw("INSERT INTO schema_step (number, file) VALUES (999, '0999_later.sql')");
    EXPECT_EQ(refusal([&] { Store::open(folder, environment); }), "broken");
    EXPECT_EQ(refusal([&] { Store::openToRead(folder, environment); }), "broken");
}

}  // namespace service::store
