// The end of a case: nothing readable stays in any file, whatever was typed where; and it can be begun in no other way.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

#include "service/store/doomed_rows.h"
#include "service/store/sqlite/database.h"
#include "tests/unit/store/planted_words.h"
#include "tests/unit/store/reviewed_request.h"

namespace service::store {

namespace {

const std::string closing = "UPDATE privacy_request SET step = 'closed', closed_at = '2026-03-02T09:00:00Z' WHERE id = '";

class DestructionTest : public ReviewedRequest {
  protected:
    void closeCase() {
        signedPackage();
        raw(closing + request().id + "'");
    }
    // Anywhere in the bytes of the folder.
    bool stands(const std::string& text) const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            if (std::string(std::istreambuf_iterator<char>(in), {}).find(text) != std::string::npos) return true;
        }
        return false;
    }
    Destruction wanted() {
        Destruction it;
        it.requestId = request().id, it.householdId = household().id, it.reference = request().reference;
        it.plannedFor = std::chrono::year{2026} / 3 / 2, it.rule = "usual", it.because = "De zaak is afgesloten.", it.plannedBy = officer;
        return it;
    }
    static void carryOut(Store& on, const Id& requestId) {
        on.retention().destroyKeys(requestId);
        on.retention().eraseRows(requestId);
        on.retention().destroyKeys(requestId);
        on.retention().compact();
        on.retention().finish(requestId);
    }
    void destroy() {
        store->retention().begin(wanted());
        carryOut(*store, request().id);
    }
    void writeEverywhere(PlantedWords& words) {
        store->drafts().save(els, "/verzoeken/" + request().id + "/bewaren", "reason=" + words.make("draft"));
        store->drafts().save(jan, "/verzoeken/nieuw", "household=" + household().id + "&remarks=" + words.make("intake"));
        store->jobs().add("prefill", request().id, "{\"file\":\"" + words.make("payload") + "\"}");
        const auto failing = store->jobs().add("collect", request().id + "/vt", "{}", request().id);
        raw("UPDATE job SET error = '" + words.make("error") + "' WHERE id = '" + failing.id + "'");
        raw("INSERT INTO draft (account_id, form, body, saved_at) VALUES ('els', '/verzoeken/nieuw', '" + words.make("forgotten") + "', '2026-01-02T09:00:00Z')");
        words.plantInDatabase();
    }
};

TEST_F(DestructionTest, LeavesNoWordOfTheCaseInAnyFile) {
    closeCase();
    PlantedWords words(folder, request().id, household().id);
    writeEverywhere(words);
    EXPECT_GT(words.words().size(), 120u);
    EXPECT_GT(words.tables().size(), 28u);
    EXPECT_EQ(words.foundInFiles().size(), words.words().size()) << "the search must find what stands there";
    for (const char* known : {"Ørsted", "Schuilpad", "Novák", "dreiging"}) EXPECT_TRUE(stands(known)) << known;
    destroy();
    for (const auto& word : words.foundInFiles()) ADD_FAILURE() << word << " is still in a file";
    for (const char* known : {"Ørsted", "orsted", "Schuilpad", "Novák", "novak", "dreiging"}) EXPECT_FALSE(stands(known)) << known;
    EXPECT_TRUE(store->retention().left(request().id).empty());
    close();
    EXPECT_TRUE(words.foundInFiles().empty());
}

TEST_F(DestructionTest, TheSearchFindsAWordInAnyWritingOfIt) {
    PlantedWords words(folder, request().id, household().id);
    const auto word = words.make("somewhere");
    const auto write = [&](const std::string& bytes) { std::ofstream(folder / "los-bestand", std::ios::binary) << "abc" << bytes << "xyz"; };
    std::string little, big, capitals = word;
    for (const char c : word) little += std::string{c, '\0'}, big += std::string{'\0', c};
    for (auto& c : capitals) c = char(::toupper(c));
    for (const auto& form : {word, capitals, little, big}) {
        write(form);
        EXPECT_EQ(words.foundInFiles().count(word), 1u);
    }
    write("niets");
    EXPECT_TRUE(words.foundInFiles().empty());
}

// Old pages of the database and its log hold what was deleted before, until the file is written anew.
TEST_F(DestructionTest, TakesAlsoWhatWasDeletedOrRewrittenBefore) {
    closeCase();
    PlantedWords words(folder, request().id, household().id);
    const auto word = words.make("earlier");
    raw("PRAGMA secure_delete = OFF; INSERT INTO setting (name, value) VALUES ('kladje', '" + word + "'); DELETE FROM setting WHERE name = 'kladje'");
    EXPECT_EQ(words.foundInFiles().size(), 1u);
    destroy();
    EXPECT_TRUE(words.foundInFiles().empty());
}

TEST_F(DestructionTest, FilesGoWithTheirKeyAndTheTrailKeepsWhoDidWhatButNoWords) {
    store->audit().append({els, "professional", "ruling.made", household().id, request().id, "moeder", "omdat Kwiebus het zei", R"({"n":1})"});
    store->audit().append({els, "professional", "conflict.recorded", household().id, "", "", "mijn tante Kwiebus", "{}"});
    closeCase();
    const auto source = document.sourceBlob;
    EXPECT_NO_THROW(store->blobs().read(source));
    EXPECT_EQ(store->audit().ofRequest(request().id).front().why, "omdat Kwiebus het zei");
    EXPECT_EQ(numberOf("SELECT count(*) FROM audit_entry WHERE why <> '' OR on_person <> '' OR details LIKE '%n%'"), 0) << "sealed from the first";
    const auto entries = store->audit().verify().entries;
    destroy();
    EXPECT_THROW(store->blobs().read(source), StoreError);
    EXPECT_EQ(numberOf("SELECT count(*) FROM blob"), 0);
    EXPECT_EQ(numberOf("SELECT count(*) FROM request_key WHERE wrapped <> ''"), 0);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "blobs")) files += entry.is_regular_file();
    EXPECT_EQ(files, 0u);
    const auto report = store->audit().verify();
    EXPECT_TRUE(report.isWhole) << report.difference;
    EXPECT_EQ(report.entries, entries);
    const auto trail = store->audit().ofHousehold(household().id);
    ASSERT_EQ(trail.size(), 2u);
    for (const auto& entry : trail) {
        EXPECT_EQ(entry.accountId, els);
        EXPECT_TRUE(entry.why.empty() && entry.onPerson.empty());
    }
    EXPECT_EQ(trail.back().action, "ruling.made");
    store->audit().append({els, "professional", "case.destroyed", household().id, request().id, "moeder", "nog iets over Kwiebus", "{}"});
    EXPECT_EQ(numberOf("SELECT count(*) FROM audit_entry WHERE why LIKE '%Kwiebus%'"), 0) << "nothing readable is written about what is gone";
}

TEST_F(DestructionTest, TheCertificateSaysWhatWentAndCannotBeChanged) {
    closeCase();
    destroy();
    const auto certificate = *store->retention().find(request().id);
    EXPECT_EQ(certificate.state, DestructionState::done);
    EXPECT_TRUE(certificate.wholeHousehold);
    EXPECT_EQ(certificate.what.at("proposal"), 3u);
    EXPECT_EQ(certificate.what.at("ruling"), 3u);
    EXPECT_EQ(certificate.what.at("fragment"), 1u);
    EXPECT_GE(certificate.what.at("household_fact"), 6u);
    EXPECT_GE(certificate.what.at("blob"), 2u);
    EXPECT_EQ(certificate.plannedBy, officer);
    EXPECT_THROW(raw("UPDATE destruction SET rule = 'anders'"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE destruction SET what = '{}'"), std::runtime_error);
    EXPECT_THROW(raw("DELETE FROM destruction"), std::runtime_error);
    EXPECT_EQ(store->requests().load(request().id).reference, request().reference);
    EXPECT_TRUE(store->requests().load(request().id).requesterId.empty());
    EXPECT_TRUE(store->requests().all().empty());
    EXPECT_TRUE(store->households().all().empty());
    EXPECT_TRUE(store->households().search("novak", 10).empty());
    EXPECT_TRUE(store->households().search(request().reference, 10).empty());
}

TEST_F(DestructionTest, AnotherCaseOfTheHouseholdKeepsItsFacts) {
    closeCase();
    NewRequest wantedToo;
    wantedToo.householdId = household().id, wantedToo.requesterId = "moeder", wantedToo.subjects = {"moeder"}, wantedToo.addressedTo = "vt";
    wantedToo.receivedOn = std::chrono::year{2026} / 2 / 27, wantedToo.channel = "letter", wantedToo.createdBy = "x", wantedToo.remarks = "blijft staan";
    const auto other = store->requests().add(wantedToo);
    destroy();
    EXPECT_FALSE(store->retention().find(request().id)->wholeHousehold);
    EXPECT_EQ(store->households().load(household().id).persons.size(), 4u);
    EXPECT_EQ(store->requests().load(other.id).remarks, "blijft staan");
    EXPECT_EQ(store->requests().ofHousehold(household().id).size(), 1u);
    EXPECT_EQ(store->households().search("novak", 10).size(), 2u);
    EXPECT_THROW(raw("UPDATE destruction SET whole_household = 1"), std::runtime_error);
    raw(closing + other.id + "'");
    auto last = wanted();
    last.requestId = other.id, last.reference = other.reference;
    store->retention().begin(last);
    carryOut(*store, other.id);
    EXPECT_TRUE(store->retention().find(other.id)->wholeHousehold);
    EXPECT_FALSE(stands("Novák"));
}

// The guards that hold history open for nothing else, and not before it is carried out.
TEST_F(DestructionTest, OpensNoOtherWayToTakeHistoryAway) {
    EXPECT_EQ(refusal([&] { store->retention().begin(wanted()); }), "forbiddenByRule") << "an open case";
    closeCase();
    auto early = wanted();
    early.plannedFor = std::chrono::year{2026} / 3 / 3;
    EXPECT_EQ(refusal([&] { store->retention().begin(early); }), "forbiddenByRule") << "before its day";
    auto without = wanted();
    without.because.clear();
    EXPECT_EQ(refusal([&] { store->retention().begin(without); }), "forbiddenByRule") << "without saying why";
    store->retention().postpone({{}, request().id, std::chrono::year{2026} / 4 / 1, "er loopt nog iets", officer, {}});
    EXPECT_EQ(refusal([&] { store->retention().begin(wanted()); }), "forbiddenByRule") << "put off";
    EXPECT_EQ(refusal([&] { store->retention().postpone({{}, request().id, std::chrono::year{2026} / 4 / 1, " ", officer, {}}); }), "forbiddenByRule");
    clock.advance(std::chrono::days{31});
    store->retention().begin(wanted());
    const auto throughStore = [&](const std::string& sql) {
        Database writing(folder / "lakwerk.sqlite", OpenMode::readWrite, clock);
        writing.write([&](Connection& c) { c.execute(sql); });
    };
    const std::pair<const char*, const char*> forbidden[] = {
        {"ruling", "DELETE FROM ruling"}, {"household_fact", "DELETE FROM household_fact"}, {"destruction_postponement", "DELETE FROM destruction_postponement"},
        {"release", "UPDATE release SET contents = ''"}, {"sign_off", "DELETE FROM sign_off"}, {"destruction", "UPDATE destruction SET state = 'done'"},
        {"destruction", "UPDATE destruction SET state = 'erased'"}, {"destruction", "UPDATE destruction SET planned_for = '2020-01-01'"}, {"destruction", "DELETE FROM destruction"}};
    for (const auto& [table, sql] : forbidden) {
        ASSERT_GT(numberOf(std::string("SELECT count(*) FROM ") + table), 0) << table;
        EXPECT_EQ(refusal([&] { throughStore(sql); }), "forbiddenByRule") << sql;
    }
    EXPECT_EQ(refusal([&] { store->retention().finish(request().id); }), "forbiddenByRule") << "nothing was erased yet";
}

TEST_F(DestructionTest, KnowsOfEveryTableWhetherItBelongsToACase) {
    Database reading(folder / "lakwerk.sqlite", OpenMode::readOnly, clock);
    reading.read([&](Connection& c) {
        std::set<std::string> known(tablesOfNoCase().begin(), tablesOfNoCase().end());
        for (const auto& it : rowsOfRequest(c)) known.insert(it.table);
        for (const auto& it : rowsOfHousehold(c)) known.insert(it.table);
        for (const auto& it : keptOfRequest()) known.insert(it.table);
        for (const auto& it : keptOfHousehold()) known.insert(it.table);
        for (const auto& table : allTables(c)) EXPECT_TRUE(known.count(table)) << table << ": say in doomed_rows.cpp that it is about no case, or let it refer to a request or a household";
    });
}

TEST_F(DestructionTest, KilledAnywhereItGoesOnAndEndsTheSame) {
    closeCase();
    PlantedWords words(folder, request().id, household().id);
    writeEverywhere(words);
    store->retention().begin(wanted());
    const auto id = request().id;
    close();
    int killed = 0;
    for (const useconds_t pause : {300u, 900u, 2'000u, 3'500u, 5'000u, 8'000u, 12'000u, 17'000u, 25'000u, 40'000u, 70'000u}) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto mine = Store::open(folder, environment);
            carryOut(*mine, id);
            ::_exit(0);
        }
        ::usleep(pause);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        killed += WIFSIGNALED(status);
    }
    EXPECT_GE(killed, 3);
    store = Store::open(folder, environment);
    carryOut(*store, id);
    EXPECT_EQ(store->retention().find(id)->state, DestructionState::done);
    EXPECT_TRUE(store->audit().verify().isWhole);
    for (const auto& word : words.foundInFiles()) ADD_FAILURE() << word << " is still in a file";
}

}  // namespace
}  // namespace service::store
